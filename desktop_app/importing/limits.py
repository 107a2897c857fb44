"""How much a stranger's file may ask of this machine before it is put aside."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; declared sizes lie, so everything is counted as it comes.

    ``ratio`` is bytes out for each byte in, looked at from ``ratio_from`` bytes on: honest
    text of the same line over and over inflates a thousandfold, too, while it is small.
    """

    archive_depth: int = 2
    members: int = 200_000
    inflated: int = 16 << 30
    ratio: int = 300
    ratio_from: int = 64 * MEBIBYTE
    whole: int = 96 * MEBIBYTE
    line: int = 16 * MEBIBYTE
    record_seconds: float = 20.0
    opening_seconds: float = 60.0
    memory: int = 3 << 30


LIMITS = Limits()
