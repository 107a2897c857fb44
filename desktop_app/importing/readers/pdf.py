"""PDF: the text of its pages, with lines that only the width of the page broke joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.importing.readers.text import address_line
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source, Unreadable
from desktop_app.messages import message

LOCKED = message("The PDF is damaged, or locked with a password.")
PICTURES = message("The PDF holds pictures of pages and no text.")
TOO_LONG = message("The PDF has more pages than a dispatch or a paper has.")
_MOST_PAGES = 2_000
_FULL = 0.72  # of the widest line: what is shorter ended by itself
_ENDS = re.compile(r"[.!?。！？:;…\"”’」』》)\]]\s*$")
_HYPHEN = re.compile("[\ufffe\x02\u00ad]\r?\n?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def sniff(head: bytes, _suffix: str) -> bool:
    return head[:1024].lstrip().startswith(b"%PDF-")


def read(source: Source) -> Iterator[Piece]:
    """Yield the text of ``source`` as one page of text."""
    import pypdfium2

    content = read_whole(source)
    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > _MOST_PAGES:
                raise Unreadable(TOO_LONG)
            pages = [_text(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(LOCKED) from error
    text = "\n".join(paragraphs(page) for page in pages)
    if not text.strip():
        raise Unreadable(PICTURES)
    text, url = address_line(text)
    yield Page("", text=text, url=url)


def _text(page: object) -> str:
    return str(page.get_textpage().get_text_range())  # type: ignore[attr-defined]


def paragraphs(page: str) -> str:
    """Return the lines of a page, each that ran to the margin joined with the next."""
    page = _CONTROL.sub("", _HYPHEN.sub("", page).replace("\r\n", "\n"))
    lines = [line.strip() for line in page.split("\n")]
    width = max(map(len, lines), default=0)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        goes_on = len(line) >= width * _FULL and not _ENDS.search(line)
    return "\n".join(joined)
