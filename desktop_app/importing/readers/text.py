"""Plain text: saved captures, dispatches typed off or copied, one or several a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.importing.encodings import decode
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source

BROKEN_LETTERS = "Some letters could not be read: the file's encoding is in doubt."
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ADDRESS = re.compile(r"^(?:URL|Source|Address|Link)?\s*:?\s*(https?://\S+)\s*$", re.I)


def sniff(head: bytes, _suffix: str) -> bool:
    """Say whether bytes are text at all: hardly any control characters, whatever the encoding."""
    if not head:
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = head[:8192]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) * 0.2 and min(even, odd) * 20 < max(even, odd):
        return True  # UTF-16 without its mark: every second byte
    return len(_CONTROL.findall(sample)) * 200 <= len(sample)


def read(source: Source) -> Iterator[Piece]:
    """Yield ``source`` as one page of text."""
    found = decode(read_whole(source))
    text, url = address_line(found.text)
    yield Page("", text=text, url=url, doubts=(BROKEN_LETTERS,) if found.doubtful else ())


def address_line(text: str) -> tuple[str, str]:
    """Take an address that stands on a line of its own at the top out of ``text``."""
    lines = text.split("\n")
    for number, line in enumerate(lines[:4]):
        match = _ADDRESS.match(line.strip("\ufeff\r "))
        if match:
            return "\n".join([*lines[:number], *lines[number + 1 :]]), match[1]
    return text, ""
