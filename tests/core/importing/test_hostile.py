"""Files made to hurt are told apart, cost what the limits allow, and call nobody."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.importing.limits import LIMITS
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.health import check
from tests.core.importing.test_import import lines, outcomes, record

DEEP = 1_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "hostile"
    made.mkdir()
    (made / "zz good.jsonl").write_text(lines(range(2)))
    return made


@pytest.fixture
def canary() -> Iterator[tuple[int, list[object]]]:
    """Listen on loopback; whoever calls is kept in the list."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                with contextlib.suppress(TimeoutError):
                    connection, address = server.accept()
                    calls.append(address)
                    connection.close()

        listening = threading.Thread(target=listen)
        listening.start()
        yield server.getsockname()[1], calls
        over.set()
        listening.join()


def test_nothing_in_a_page_is_loaded(library, folder, canary):
    port, calls = canary
    url = f"http://127.0.0.1:{port}"
    page = (
        f'<!DOCTYPE html><html><head><base href="{url}/"><link rel="stylesheet" href="{url}/a.css">'
        f'<script src="{url}/a.js"></script><meta http-equiv="refresh" content="0; url={url}">'
        f'<style>@import "{url}/b.css";</style></head><body onload="fetch(\'{url}\')">'
        f'<img src="{url}/a.png"><iframe src="{url}/f"></iframe><object data="{url}/o"></object>'
        f'<form action="{url}"><input></form><p>Pyongyang, May 3 (KCNA) -- A fair opened here.</p>'
        f"<p>It goes on.</p></body></html>"
    )
    (folder / "page.html").write_text(page)
    (folder / "a.xml").write_text(
        f'<!DOCTYPE x SYSTEM "{url}/x.dtd"><xsync><NData></NData></xsync>'
    )
    report = import_paths(library, [folder], Job())
    assert outcomes(report)["page.html"].startswith("new")
    assert calls == []


def hostile_files(folder: Path) -> None:
    """Write made-up files of many kinds that break naive readers."""
    pages = "<html><body><p>Pyongyang, May 3 (KCNA) -- A fair.</p></body></html>"
    written: dict[str, bytes] = {
        "deep.json": b"[" * DEEP,
        "deep objects.json": b'{"a":' * DEEP,
        "deep.html": b"<html><body>" + b"<div>" * DEEP + b"x",
        "deep inline.html": b"<html><body>" + b"<b><i>" * (DEEP // 4) + b"x",
        "attributes.html": b"<html><body " + b"a=b " * 300_000 + b">x</body></html>",
        "open comment.html": b"<html><!--" + b"-" * 3_000_000,
        "nul.txt": b"Pyongyang, May 3 (KCNA) -- A\0fair\0of\0made-up goods opened. It goes on.\n"
        * 9,
        "nul.json": b'[{"title": "A\\u0000B", "text": "C\\u0000D is a text of its own."}]',
        "surrogates.json": b'[{"title": "\\ud800 x", "text": "\\udfff is half a letter."}]',
        "bidi.json": '[{"title": "\u202egnp.exe", "text": "Turned round by a mark."}]'.encode(),
        "numbers.json": b"[" + b"1," * 100_000 + b"1]",
        "huge number.json": b'[{"title": "a", "date": 1e400, "text": "b"}, ' + b"9" * 50_000 + b"]",
        "years.json": b'[{"title": "Long ago", "date": "99999-01-01", "text": "b"}]',
        "strings.json": b'["a", "b"]',
        "null.json": b"null",
        "quotes.csv": b'title,date,body\n"' + b"x" * 200_000,
        "columns.csv": b",".join(b"c%d" % n for n in range(20_000)) + b"\n1\n",
        "same.csv": b"title,title,title\na,b,c\n",
        "fields.csv": b"title,date,body\n" + b'a,"2012-01-01",' + b"y" * 300_000 + b"\n",
        "lone.tsv": b"\t\t\t\n\t\t\n",
        "front.md": b"---\n" + b"a: b\n" * 50_000 + b"no end",
        "groups.rtf": b"{\\rtf1 " + b"{" * 500_000,
        "bad.rtf": b"{\\rtf1\\ansicpg99999 \\u99999999? \\'zz text}",
        "bad.mhtml": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n--b",
        "nested.eml": b"MIME-Version: 1.0\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(400)
        ),
        "headers.eml": b"Subject: =?utf-8?B?////?=\nMIME-Version: 1.0\n\nwords\n",
        "bad.webarchive": b"bplist00" + b"WebMainResource" + b"\xff" * 200,
        "bad.xlsx": b"PK\x03\x04" + b"xl/" * 100,
        "bad.warc": b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx",
        "bad.warc.gz": gzip.compress(b"WARC/1.0\r\n\r\n" * 50)[:-9],
        "bad.tar": b"a" * 257 + b"ustar" + b"\xff" * 600,
        "bad.gz": b"\x1f\x8b" + b"\xff" * 90,
        "bad.bz2": b"BZh9" + b"\xff" * 90,
        "bad.xz": b"\xfd7zXZ\x00" + b"\xff" * 90,
        "dates.txt": b"2011-13-45\n" * 20_000,
        "datelines.txt": b"Pyongyang, May 3 (KCNA) -- A.\n\n" * 3_000,
        "brackets.txt": b"(" * 400_000,
        "words.txt": b"Pyongyang, " * 60_000,
        "spaces.txt": b" " * 900_000 + b"x",
        "lines.txt": b"\n" * 900_000 + b"x",
        "nbsp.txt": b"&nbsp;" * 100_000 + b"x",
        "utf16.txt": b"\xff\xfe" + b"a\0" * 1000 + b"\x00\xd8",
        "utf32.txt": b"\xff\xfe\0\0" + b"\xff" * 401,
        "latin.txt": bytes(range(128, 256)) * 50,
        "more from.txt": b"More From KCNA.kp (En)\n" * 20_000,
        "bars.txt": b"| " * 200_000 + b"\nx y z\n" + b" |" * 200_000,
        "watch.html": b'<div class="article-desc"><a href="' + b"x" * 100_000 + b'">t</a></div>',
        "links.html": b"<html><body>" + b'<a href="javascript:1">a</a>' * 20_000,
        "address.html": b"<!-- saved from url=(9)http://[::bad --><html><body>x y z</body></html>",
        "tables.html": b"<table><tr><td>" * 20_000,
        "entities.html": b"<html><body>" + b"&#1114112;&#xD800;&bad;" * 5_000,
        "meta.html": b'<html><meta charset="no-such-encoding">' + pages.encode(),
        "xsync.xml": b"<xsync><NMultiData>" + b"<dispTitle><![CDATA[" * 20_000,
        "many.xml": b"<xsync><NMultiData><dispTitle>a</dispTitle><fCreateDate>x</fCreateDate>",
        "lines.listing": "제목: a, 연도: b, URL: c\n".encode() * 3_000,
        "one byte": b"\xff",
        "brace.jsonl": b"{" * 300_000,
        "keys.json": b'{"' + b'a":{"' * 100_000,
        "emoji.txt": "😀".encode() * 90_000,
        "space": b" ",
    }
    for name, content in written.items():
        (folder / name).write_bytes(content)
    with zipfile.ZipFile(folder / "names.zip", "w") as archive:
        for name in ("a\x00b.txt", "con", "..", "/", "é.txt", "e\u0301.txt", "x" * 3_000, "\u202e"):
            archive.writestr(name or "x", "words of text")
    with zipfile.ZipFile(folder / "office.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", "<w:p>" * 100_000)


@pytest.mark.timeout(240)
def test_sixty_hostile_files_are_all_accounted_for(library, folder):
    hostile_files(folder)
    names = {path.name for path in folder.iterdir()}
    assert len(names) > 60
    report = import_paths(library, [folder], Job(), limits=replace(LIMITS, record_seconds=8.0))
    told = {Path(one.path).name for one in report.entries}
    assert told == names
    assert not report.cancelled
    assert outcomes(report)["zz good.jsonl"] == "new"
    assert all(one.reason for one in report.entries if one.outcome == "skipped")
    assert not check(library.path, Job())
    again = import_paths(library, [folder], Job(), limits=replace(LIMITS, record_seconds=8.0))
    assert again.totals.new == again.totals.new_version == 0


def test_a_line_without_end_costs_itself_alone(library, folder):
    limits = replace(LIMITS, line=1 << 20)
    long = json.dumps(record(7, body="x" * (3 << 20)))
    (folder / "a.jsonl").write_text(lines(range(2, 4)) + long + "\n" + lines(range(4, 6)))
    report = import_paths(library, [folder], Job(), limits=limits)
    assert outcomes(report)["a.jsonl"].startswith("new: line 3: The line is longer")
    assert report.totals.new == 6


def test_a_file_too_large_for_its_format_is_told(library, folder):
    limits = replace(LIMITS, whole=1 << 20)
    (folder / "a.txt").write_text("Pyongyang, May 3 (KCNA) -- " + "word " * 400_000)
    report = import_paths(library, [folder], Job(), limits=limits)
    assert "larger than the 1 MB" in outcomes(report)["a.txt"]


def test_a_file_that_grows_while_it_is_read_is_read_as_it_was(library, folder):
    path = folder / "growing.jsonl"
    path.write_text(lines(range(10, 3_000)))
    written = threading.Event()

    def grow() -> None:
        with path.open("a") as stream:
            while not written.is_set():
                stream.write(lines(range(5_000, 5_003)))
                stream.flush()
                written.wait(0.01)

    growing = threading.Thread(target=grow)
    growing.start()
    try:
        report = import_paths(library, [folder], Job())
    finally:
        written.set()
        growing.join()
    assert outcomes(report)["growing.jsonl"].startswith("new")
    assert report.totals.new >= 2_990
    assert not check(library.path, Job())


def test_a_folder_removed_during_the_import_is_told(library, folder):
    for n in range(120):
        (folder / f"{n:03}.jsonl").write_text(lines(range(n * 5, n * 5 + 5)))
    removed: list[str] = []

    def told(progress):
        if progress.what == "Importing" and not removed:
            for path in sorted(folder.glob("[01]*.jsonl"))[60:]:
                path.unlink()
                removed.append(path.name)

    report = import_paths(library, [folder], Job(told))
    said = outcomes(report)
    gone = [name for name in removed if "is gone now" in said[name]]
    assert gone
    assert all(said[name] in ("new", "duplicate") or name in gone for name in said)
