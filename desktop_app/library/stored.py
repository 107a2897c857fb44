"""Stored originals as streams, for whoever reads them again."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.library import originals
from desktop_app.library.connections import connect


@dataclass(frozen=True, slots=True)
class StoredOriginal:
    """An original in the order of import: what to call it, and how the user had it read."""

    sha256: str
    path: str
    size: int
    mapping: tuple[tuple[str, str], ...]


def stored_originals(folder: Path) -> list[StoredOriginal]:
    """List the originals of a library that are stored to their last byte, oldest first."""
    connection = connect(folder / "originals.db", writing=False)
    try:
        return [
            StoredOriginal(
                sha256, path, size, tuple((f, c) for f, c in json.loads(mapping or "[]"))
            )
            for sha256, path, size, mapping in connection.execute(
                "SELECT o.sha256, o.path, o.size, m.columns FROM original o"
                " LEFT JOIN mapping m ON m.original = o.id"
                " WHERE o.size = (SELECT sum(size) FROM chunk WHERE original = o.id)"
                " ORDER BY o.id"
            )
        ]
    finally:
        connection.close()


def stored_bytes(folder: str, sha256: str) -> BinaryIO:
    """Open the original ``sha256`` of the library in ``folder``; may raise `Damaged`."""
    return io.BufferedReader(_Stored(_content(Path(folder), sha256)), 1 << 18)


def _content(folder: Path, sha256: str) -> Iterator[bytes]:
    connection = connect(folder / "originals.db", writing=False)
    try:
        number = originals.id_of(connection, sha256)
        if number is None:
            raise originals.Damaged(sha256)
        yield from originals.content(connection, number)
    finally:
        connection.close()


class _Stored(io.RawIOBase):
    """Chunks one after the other, as one stream."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks = chunks
        self._piece = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._piece:
            try:
                self._piece = memoryview(next(self._chunks))
            except StopIteration:
                return 0
        size = min(len(buffer), len(self._piece))
        buffer[:size] = self._piece[:size]
        self._piece = self._piece[size:]
        return size
