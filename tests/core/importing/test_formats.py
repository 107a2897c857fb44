"""The same dispatch comes out of every format that people save it in."""

from __future__ import annotations

import base64
import gzip
import plistlib
import quopri
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from desktop_app.importing.records import Unreadable
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.model.days import DayFrom
from desktop_app.query.query import Query
from tests.core.importing.conftest import captures, refused

TITLE = "Fair Opens in Sariwon"
BODY = "Pyongyang, May 3 (KCNA) -- A fair of made-up goods opened.\nPak Made Up spoke — at length."
ADDRESS = "http://www.kcna.kp/en/article/q/facade00facade00facade00facade0000000000000000000000000000000042.kcmsf"
PAGE = (
    f'<html><head><title>KCNA</title><link rel="canonical" href="{ADDRESS}"></head><body>'
    f'<div class="article-main-title"><strong>{TITLE}</strong></div>'
    '<div class="article-content-body"><div class="content-wrapper">'
    + "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    + '</div><span class="publish-time">www.kcna.kp (Juche110.5.3.)</span></div></body></html>'
)


def html() -> bytes:
    return PAGE.encode()


def single_file() -> bytes:
    comment = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n"
        " saved date: Mon Nov 24 2025 10:11:12 GMT+0900 (Korean Standard Time)\n-->"
    )
    return PAGE.replace("<html>", f"<!DOCTYPE html> <html>{comment}").encode()


def mhtml() -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: KCNA\r\n"
        "Date: Mon, 24 Nov 2025 01:11:12 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n'
        '------B\r\nContent-Type: text/html; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}\r\n\r\n"
    )
    picture = base64.b64encode(b"\x89PNG" * 10).decode()
    tail = (
        "\r\n------B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{picture}\r\n------B--\r\n"
    )
    return head.encode() + quopri.encodestring(PAGE.encode()) + tail.encode()


def mail() -> bytes:
    return (
        b"From: list@example.org\r\nTo: reader@example.org\r\nDate: Tue, 4 May 2021 01:00:00 +0000"
        b"\r\nSubject: =?utf-8?B?"
        + base64.b64encode(TITLE.encode())
        + b"?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + BODY.encode() + b"\r\n"
    )


def webarchive(form: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    main = {
        "WebResourceData": PAGE.encode(),
        "WebResourceURL": ADDRESS,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceFrameName": "",
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form)


def xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Headline", "Date", "Text", "Link"])
    sheet.append([TITLE, datetime(2021, 5, 3), BODY, ADDRESS])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def zipped(**members: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


def docx() -> bytes:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{line[:9]}</w:t></w:r>'
        f"<w:r><w:t>{line[9:]}</w:t></w:r></w:p>"
        for line in (TITLE, "2021.5.3.", *BODY.split("\n"))
    )
    return zipped(
        **{
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document><w:body>{paragraphs}</w:body></w:document>",
        }
    )


def hwpx() -> bytes:
    paragraphs = "".join(
        f"<hp:p><hp:run><hp:t>{line}</hp:t></hp:run></hp:p>"
        for line in (TITLE, "2021.5.3.", *BODY.split("\n"))
    )
    return zipped(
        mimetype="application/hwp+zip",
        Contents__section0_xml=f"<hs:sec>{paragraphs}</hs:sec>",
    )


def rtf() -> bytes:
    lines = [TITLE, "2021.5.3.", *BODY.split("\n")]
    written = "\\par\n".join(lines).replace("—", "\\u8212?")
    return (
        "{\\rtf1\\ansi\\ansicpg949{\\fonttbl{\\f0 Batang;}}{\\*\\generator made up;}"
        "{\\info{\\title not this}}\\f0 " + written + "\\par}"
    ).encode()


def markdown() -> bytes:
    front = f"---\ntitle: {TITLE}\ndate: 2021-05-03\nsource: KCNA\ntags: [fairs]\n---\n"
    return f"{front}\n{BODY}\n".encode()


def pdf(*lines: str) -> bytes:
    """Write a document of one page by hand; the reader mends the table of its objects."""
    shown = " ".join(
        f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) '" for line in lines
    )
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("cp1252")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    body = b"".join(b"%d 0 obj%s endobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


def test_a_pdf_gives_its_text_without_the_breaks_of_its_lines():
    lines = (
        "Fair Opens",
        "Pyongyang, May 3 (KCNA) -- A fair of made-up goods opened at the Hall of",
        "Fairs in Sariwon, the biggest there is.",
        "Pak Made Up spoke there.",
    )
    (one,) = captures("2012-05-03.pdf", pdf(*lines))
    assert one.title == "Fair Opens"
    assert one.text == f"{lines[1]} {lines[2]}\n{lines[3]}"
    assert one.published == date(2012, 5, 3)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.4 and nothing else", "damaged, or locked"),
        (pdf(""), "pictures of pages"),
    ],
)
def test_a_pdf_without_text_is_refused_in_words(content, why):
    with pytest.raises(Unreadable, match=why):
        captures("a.pdf", content)


FORMATS: dict[str, Callable[[], bytes]] = {
    "page.html": html,
    "single.html": single_file,
    "page.mhtml": mhtml,
    "mail.eml": mail,
    "page.webarchive": webarchive,
    "xml.webarchive": lambda: webarchive(plistlib.FMT_XML),
    "table.xlsx": xlsx,
    "document.docx": docx,
    "document.hwpx": hwpx,
    "document.rtf": rtf,
    "note.md": markdown,
    "page.pdf": lambda: pdf(TITLE, *BODY.split("\n"), "www.kcna.kp (Juche110.5.3.)"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_dispatch(name):
    (one,) = captures(name, FORMATS[name]())
    assert (one.title, one.text) == (TITLE, BODY)
    assert one.published == date(2021, 5, 3)
    assert (one.outlet, one.language) == ("KCNA", "en")
    assert one.dateline is not None


@pytest.mark.parametrize("name", ["page.html", "single.html", "page.mhtml", "page.webarchive"])
def test_saved_pages_keep_their_address(name):
    (one,) = captures(name, FORMATS[name]())
    assert (one.url, one.site, one.address_is_its_own) == (ADDRESS, "kcna.kp", True)
    assert one.published_from is DayFrom.JUCHE


@pytest.mark.parametrize("name", ["single.html", "page.mhtml"])
def test_saved_pages_that_say_when_keep_their_capture_time(name):
    (one,) = captures(name, FORMATS[name]())
    assert one.captured_at == datetime(2025, 11, 24, 1, 11, 12, tzinfo=UTC)


def warc() -> bytes:
    """Write a web archive by hand: three answers, each compressed by itself."""
    made = b""
    for address, mime, status, content in (
        (ADDRESS, "text/html; charset=utf-8", "200 OK", PAGE.encode()),
        ("http://www.kcna.kp/a.png", "image/png", "200 OK", b"\x89PNG"),
        ("http://www.kcna.kp/gone", "text/html", "404 Not Found", b"<html>gone</html>"),
    ):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2025-11-24T01:11:12Z\r\nWARC-Record-ID: <urn:made-up:{len(made)}>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        made += gzip.compress(head.encode() + answer + b"\r\n\r\n")
    return made


@pytest.mark.parametrize("form", ["crawl.warc.gz", "crawl.warc", "crawl.wacz"])
def test_a_web_archive_gives_its_pages_with_address_and_time(library, tmp_path, form):
    content = warc()
    if form == "crawl.warc":
        content = gzip.decompress(content)
    if form == "crawl.wacz":
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("archive/data.warc.gz", content)
        content = made.getvalue()
    (tmp_path / form).write_bytes(content)
    report = import_paths(library, [tmp_path / form], Job())
    assert report.totals.new == 1
    assert sum("not a page" in one.reason for one in report.entries) == 2
    (number,) = library.find(Query()).ids.tolist()
    article = library.article(number)
    assert (article.row.title, article.row.published) == (TITLE, date(2021, 5, 3))
    (capture,) = article.captures
    assert (capture.url, capture.captured_at) == (
        ADDRESS,
        datetime(2025, 11, 24, 1, 11, 12, tzinfo=UTC),
    )
    stored = b"".join(library.original(capture.original_sha256))
    assert PAGE.encode() in stored


def test_a_saved_page_in_a_code_page_is_read_by_what_it_declares(tmp_path: Path):
    page = (
        '<html><head><meta charset="euc-kr"><title>로동신문</title></head>'
        "<body><h2>지어낸 제목</h2>"
        "<p>지어낸 소식이 여기에 있다. 전람회가 평양에서 열리였다고 한다.</p></body></html>"
    )
    (one,) = captures("page.html", page.encode("cp949"))
    assert "전람회가 평양에서" in one.text
    assert one.language == "ko"


def test_an_unknown_site_is_read_by_general_rules_and_says_so():
    text = "A long made-up paragraph about nothing in particular. " * 6
    page = (
        "<html><head><title>Some Words | A Site</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<div class='sidebar'><p>{'Buy this now. ' * 30}</p></div><div><h1>Some Words</h1>"
        f"<p>{text}</p><p>{text}</p></div><footer>Copyright</footer></body></html>"
    )
    (one,) = captures("page.html", page)
    assert one.title == "Some Words"
    assert "Buy this" not in one.text
    assert any("general rules" in doubt for doubt in one.doubts)


def test_what_cannot_be_read_is_named(library, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4)
    (tmp_path / "b.hwp").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "c.epub").write_bytes(zipped(mimetype="application/epub+zip", a="b"))
    report = import_paths(library, [tmp_path / n for n in ("a.pdf", "b.hwp", "c.epub")], Job())
    reasons = [one.reason for one in report.entries]
    assert "PDF" in reasons[0]
    assert "HWPX" in reasons[1]
    assert reasons[2]


def test_xml_that_defines_entities_is_not_expanded():
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        "<plist><dict><key>WebMainResource</key><string>&b;</string></dict></plist>"
    )
    with pytest.raises(Exception, match="no page"):
        refused("a.webarchive", bomb)
