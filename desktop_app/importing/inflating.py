"""Counting while inflating: declared sizes lie, so only what really comes is believed."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

from desktop_app.importing.limits import Limits
from desktop_app.importing.records import Unreadable
from desktop_app.messages import message

BOMB = message("It inflates to far more than an honest archive would; the rest was not read.")
TOO_MANY = message("The archive holds too many members; the rest was not read.")
TOO_DEEP = message("Archives are opened two deep, not more.")


class Budget:
    """What one dropped file may still inflate to, over all its members."""

    def __init__(self, limits: Limits, compressed: int) -> None:
        self._limits = limits
        self._compressed = max(1, compressed)
        self._inflated = 0
        self._members = 0

    def member(self) -> None:
        """Count a member; raises `Unreadable` past the limit."""
        self._members += 1
        if self._members > self._limits.members:
            raise Unreadable(TOO_MANY)

    def inflated(self, size: int) -> None:
        """Count ``size`` bytes that came out; raises `Unreadable` past the limits."""
        self._inflated += size
        too_dense = self._inflated > self._compressed * self._limits.ratio
        if self._inflated > self._limits.inflated or (
            too_dense and self._inflated > self._limits.ratio_from
        ):
            raise Unreadable(BOMB)


class Counted(io.RawIOBase):
    """A stream that counts what is read from it, or that ends after ``length`` bytes.

    Reading from a damaged stream raises what its format raises; callers name those.
    """

    def __init__(
        self,
        inner: BinaryIO,
        told: Callable[[int], None] | None = None,
        length: int | None = None,
    ) -> None:
        super().__init__()
        self._inner = inner
        self._told = told
        self._left = length

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        wanted = len(buffer) if self._left is None else min(len(buffer), self._left)
        piece = self._inner.read(wanted) if wanted else b""
        if self._left is not None:
            self._left -= len(piece)
        if self._told is not None:
            self._told(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()


def counted(
    inner: BinaryIO, told: Callable[[int], None] | None = None, length: int | None = None
) -> BinaryIO:
    """Return ``inner`` buffered, counted and cut off after ``length``."""
    return io.BufferedReader(Counted(inner, told, length), 1 << 18)
