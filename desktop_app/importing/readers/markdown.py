"""Markdown, with or without front matter: notes and clippings of other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.importing.columns import guess
from desktop_app.importing.encodings import decode
from desktop_app.importing.readers.fields import record_of
from desktop_app.importing.readers.text import BROKEN_LETTERS
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<fields>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S
)
_FIELD = re.compile(r"^(?P<name>[^\s:#][^:\n]{0,60}?)\s*:[ \t]*(?P<value>.*)$")
_HEADING = re.compile(r"\A\s*#{1,2}[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\r?\n|\Z)")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_MARKS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LINE_MARK = re.compile(r"(?m)^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)")


def sniff(head: bytes, suffix: str) -> bool:
    if suffix in (".md", ".markdown", ".mdown"):
        return True
    text = decode(head).text
    front = _FRONT.match(text)
    return front is not None and any(_FIELD.match(line) for line in front["fields"].splitlines())


def read(source: Source) -> Iterator[Piece]:
    """Yield the note: a record where front matter names its fields, else a page of text."""
    found = decode(read_whole(source))
    front = _FRONT.match(found.text)
    body = found.text[front.end() :] if front else found.text
    heading = _HEADING.match(body)
    title = heading["title"] if heading else ""
    plain = without_marks(body[heading.end() :] if heading else body)
    fields = _fields(front["fields"]) if front else {}
    columns = guess(list(fields), [fields], source.mapping)
    if not fields:
        yield Page("", text=plain, title=title, doubts=(BROKEN_LETTERS,) if found.doubtful else ())
        return
    record = record_of(fields, columns, "")
    yield Page(
        "",
        text=plain,
        title=record.title or title,
        day=record.day,
        url=record.url,
        outlet=record.outlet,
        doubts=(BROKEN_LETTERS,) if found.doubtful else (),
    )


def _fields(written: str) -> dict[str, object]:
    """Read the plain lines of front matter; lists and nested parts are none of ours."""
    fields: dict[str, object] = {}
    for line in written.splitlines():
        match = _FIELD.match(line)
        if match and match["value"].strip():
            fields[match["name"].strip()] = match["value"].strip().strip("\"'")
    return fields


def without_marks(body: str) -> str:
    """Take marks of emphasis, headings, quotations and links off."""
    return _LINE_MARK.sub("", _MARKS.sub(r"\2", _LINK.sub(r"\1", body)))
