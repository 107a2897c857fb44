"""JSON too large to be read at once: its records one by one, through a window over the text.

A file of 2 GB holds one array, or one object of records by their ids; only one record and
a few megabytes of text are in memory at a time.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from desktop_app.importing.encodings import encoding_of
from desktop_app.importing.records import Source

_PIECE = 4 << 20
_SPACE = re.compile(r"[\s,]*")
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")
_DECODER = json.JSONDecoder(strict=False)
BROKEN = object()
"""Stands for a record that is broken."""


class _Window:
    """The part of the text that is looked at; what lies before ``at`` is forgotten."""

    def __init__(self, stream: io.TextIOBase, longest: int) -> None:
        self._stream = stream
        self._longest = longest
        self._text = ""
        self._at = 0

    def _more(self) -> bool:
        piece = self._stream.read(_PIECE)
        self._text = self._text[self._at :] + piece
        self._at = 0
        return bool(piece)

    def mark(self) -> str:
        """Return the next letter that is neither space nor comma, "" at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def step(self) -> None:
        self._at += 1

    def value(self) -> Any:
        """Return the value that begins here; `BROKEN`, and stand behind it, where it is none."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError):
                if len(self._text) - self._at <= self._longest and self._more():
                    continue
                return self._behind_what_is_broken()
            # A number may go on behind the window; everything else ends by a mark of its own.
            if end < len(self._text) or not self._more():
                self._at = end if end <= len(self._text) else len(self._text)
                return value

    def _behind_what_is_broken(self) -> object:
        resume = _NEXT.search(self._text, self._at)
        while resume is None and self._more():
            resume = _NEXT.search(self._text)
            if resume is None:
                self._at = max(0, len(self._text) - 100)
        self._at = resume.end() if resume else len(self._text)
        return BROKEN


def elements_of(source: Source, nested: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield place and value of each record: the outermost array's, or an object's values.

    An array or object under one of the keys ``nested`` is gone into; a key's plain value
    (a date, a count) is none.
    """
    with source.opened() as raw:
        encoding = encoding_of(raw.read(65536))
    with source.opened() as raw, io.TextIOWrapper(raw, encoding, errors="replace") as text:
        window = _Window(text, source.limits.line)
        if window.mark() == "\ufeff":
            window.step()
        yield from _inside(window, "", nested)


def _inside(window: _Window, at: str, nested: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    if window.mark() == "[":
        window.step()
        number = 0
        while window.mark() not in ("]", ""):
            yield f"{at}[{number}]", window.value()
            number += 1
        window.step()
    elif window.mark() == "{":
        window.step()
        yield from _by_key(window, at, nested)


def _by_key(window: _Window, at: str, nested: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    while window.mark() not in ("}", ""):
        key = window.value()
        if not isinstance(key, str) or window.mark() != ":":
            if key is not BROKEN:
                window.step()
            continue
        window.step()
        place = f"{at}.{key}".lstrip(".")
        if window.mark() == "[" or (key in nested and window.mark() == "{"):
            yield from _inside(window, place, nested)
            continue
        value = window.value()
        if isinstance(value, dict) or value is BROKEN or value is None:
            yield place, value
    window.step()
