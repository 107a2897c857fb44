"""Holds a leaf's bytes while they are read: what is parsed is what was hashed."""

from __future__ import annotations

import contextlib
import hashlib
import io
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

from desktop_app.importing.inflating import counted
from desktop_app.importing.leaves import Leaf

_HELD = 32 << 20


@contextlib.contextmanager
def held(leaf: Leaf) -> Iterator[tuple[Callable[[], BinaryIO], str, int]]:
    """Read a leaf once, hash it, and hold it: in memory while small, else in a file.

    What is parsed is what was hashed, whatever happens to the file meanwhile.
    """
    digest = hashlib.sha256()
    size = 0
    with tempfile.SpooledTemporaryFile(max_size=_HELD) as spool:
        with leaf.opened() as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
                size += len(piece)
                spool.write(piece)
        if size <= _HELD:
            spool.seek(0)
            content = spool.read()
            yield partial(io.BytesIO, content), digest.hexdigest(), size
            return
        spool.flush()

        def opened() -> BinaryIO:
            spool.seek(0)
            return counted(_NotClosed(spool))  # type: ignore[arg-type]

        yield opened, digest.hexdigest(), size


class _NotClosed(io.RawIOBase):
    """Lends a stream out; closing the loan leaves it open."""

    def __init__(self, inner: BinaryIO) -> None:
        super().__init__()
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._inner.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
