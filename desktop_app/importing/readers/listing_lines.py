"""Lines "제목: …, 연도: …, URL: …": title, day and KCNA Watch address, no text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from desktop_app.importing.encodings import decode, encoding_of
from desktop_app.importing.readers.whole import lines_in
from desktop_app.importing.records import Piece, Record, Refused, Source
from desktop_app.messages import message

# A title may hold commas, so a line is divided from the right.
_LINE = re.compile(
    r"^\s*(?:제목|Title)\s*:\s*(?P<title>.*),\s*(?:연도|날짜|Date|Year)\s*:\s*(?P<day>.*?),"
    r"\s*(?:URL|Link|링크)\s*:\s*(?P<url>\S*)\s*$",
    re.I,
)
NO_LINE = message("The line is not of the form “제목: …, 연도: …, URL: …”.")


def sniff(head: bytes, _suffix: str) -> bool:
    """Say whether the first line has all three parts."""
    if b"URL" not in head and b"url" not in head:
        return False
    first = decode(head).text.lstrip("\ufeff\r\n ").partition("\n")[0]
    return _LINE.match(first) is not None


def read(source: Source) -> Iterator[Piece]:
    """Yield a headline for each line."""
    with source.opened() as raw, io.BufferedReader(raw, 1 << 18) as stream:  # type: ignore[type-var]
        encoding = encoding_of(stream.peek(65536)[:65536])
        for number, (line, _) in enumerate(lines_in(stream, source.limits.line), 1):
            text = line.decode(encoding, "replace").strip("\ufeff\r\n ")
            if not text:
                continue
            match = _LINE.match(text)
            locator = f"line {number}"
            if match is None:
                yield Refused(locator, NO_LINE)
            else:
                yield Record(
                    locator,
                    title=match["title"],
                    day=match["day"],
                    url=match["url"],
                    item=number,
                    has_text_field=False,
                )
