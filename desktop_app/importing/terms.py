"""What a reading child is told once, and the memory in which it says where it stands."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.importing.limits import Limits


@dataclass(frozen=True, slots=True)
class Terms:
    """What a child is told once: who it is, what is known, and what a file may cost.

    ``mapping`` names columns by field for this import, ``remembered`` those of tables with
    a header that the user named before. ``dictionary`` is what originals are compressed with.
    ``gives_way`` says that a window is open beside it.
    """

    which: int
    limits: Limits
    known: frozenset[bytes]
    mapping: tuple[tuple[str, str], ...] = ()
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dictionary: bytes = b""
    gives_way: bool = False


class Place:
    """Where a child stands, in memory that whoever watches it can see."""

    def __init__(self, shared: Sequence[int]) -> None:
        self._shared = shared

    def at(self, file: int, leaf: int, record: int) -> None:
        shared = self._shared
        shared[0], shared[1], shared[2] = file, leaf, record  # type: ignore[index]
        shared[3] = time.monotonic_ns()  # type: ignore[index]

    def idle(self) -> None:
        self._shared[3] = 0  # type: ignore[index]
