"""RTF: its text, code pages and Unicode decoded, tables of fonts and pictures left out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source

_TOKEN = re.compile(
    rb"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-f]{2})"
    rb"|\\(?P<symbol>[^a-z])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.I | re.DOTALL,
)
_SKIPPED = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"header", b"footer", b"object")
)
_BREAKS = {b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t"}
_MARKS = {
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
}


def sniff(head: bytes, _suffix: str) -> bool:
    return head.lstrip().startswith(b"{\\rtf")


def read(source: Source) -> Iterator[Piece]:
    """Yield the document as one page of text."""
    yield Page("", text=_Rtf(read_whole(source)).text())


class _Rtf:
    """A walk over the tokens of a document; groups nest without any recursion."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._encoding = "cp1252"
        self._pieces: list[str] = []
        self._letters = bytearray()
        self._depth = 0
        self._skipped_from: int | None = None
        self._instead = 1
        self._to_skip = 0

    def text(self) -> str:
        for token in _TOKEN.finditer(self._raw):
            if token["brace"]:
                self._brace(token["brace"])
            elif self._skipped_from is None:
                self._token(token)
            elif token["word"] == b"ansicpg":
                self._code_page(token["number"])
        self._flush()
        return "".join(self._pieces)

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self._depth += 1
            return
        if self._skipped_from == self._depth:
            self._skipped_from = None
        self._depth -= 1

    def _token(self, token: re.Match[bytes]) -> None:
        if token["hex"]:
            self._letter(bytes.fromhex(token["hex"].decode()))
        elif token["text"]:
            self._letter(token["text"])
        elif token["symbol"]:
            self._symbol(token["symbol"])
        elif token["word"]:
            self._word(token["word"], token["number"])

    def _letter(self, letters: bytes) -> None:
        skipped = min(self._to_skip, len(letters))
        self._to_skip -= skipped
        self._letters += letters[skipped:]

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._skipped_from = self._depth
        elif symbol in b"\\{}":
            self._letter(symbol)
        elif symbol == b"~":
            self._letter(b" ")

    def _word(self, word: bytes, number: bytes | None) -> None:
        if word in _SKIPPED:
            self._skipped_from = self._depth
        elif word == b"ansicpg":
            self._code_page(number)
        elif word == b"uc":
            self._instead = int(number or 1)
        elif word == b"u" and number:
            self._flush()
            code = int(number) % 65536
            self._pieces.append(chr(code))
            self._to_skip = self._instead
        elif word in _BREAKS or word in _MARKS:
            self._flush()
            self._pieces.append(_BREAKS.get(word) or _MARKS[word])

    def _code_page(self, number: bytes | None) -> None:
        name = f"cp{int(number or 1252)}"
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self._encoding = name

    def _flush(self) -> None:
        if self._letters:
            self._pieces.append(self._letters.decode(self._encoding, "replace"))
            self._letters.clear()
