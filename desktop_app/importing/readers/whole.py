"""Reading a leaf whole, and line by line: both counted, both with an end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from desktop_app.importing.records import Source, Unreadable
from desktop_app.messages import message

_PIECE = 1 << 20


def too_large(limit: int) -> Unreadable:
    return Unreadable(
        message(
            "The file is larger than the {megabytes} MB that its format is read at once.",
            megabytes=limit >> 20,
        )
    )


def read_whole(source: Source) -> bytes:
    """Return all bytes of ``source``; raises `Unreadable` past the limit."""
    limit = source.limits.whole
    with source.opened() as stream:
        pieces = []
        size = 0
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > limit:
                raise too_large(limit)
            pieces.append(piece)
    return b"".join(pieces)


def lines_in(stream: BinaryIO, limit: int) -> Iterator[tuple[bytes, bool]]:
    """Yield the lines of ``stream``; a line past ``limit`` comes cut, with True beside it."""
    while line := stream.readline(limit):
        if line.endswith(b"\n") or len(line) < limit:
            yield line, False
            continue
        while (rest := stream.readline(_PIECE)) and not rest.endswith(b"\n"):
            pass
        yield line, True
