"""How many: words of the text, participants, versions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from desktop_app.messages import Message, message
from desktop_app.query.arrays import Arrays, Ints, Mask
from desktop_app.query.query import ArrayCondition

_MOST = int(np.iinfo(np.int32).max)


class Counted(StrEnum):
    """What of a dispatch is counted."""

    WORDS = "words"
    PARTICIPANTS = "participants"
    VERSIONS = "versions"

    def of(self, arrays: Arrays) -> Ints:
        return {
            Counted.WORDS: arrays.words,
            Counted.PARTICIPANTS: arrays.participants,
            Counted.VERSIONS: arrays.versions,
        }[self]


_SAYS = {
    Counted.WORDS: "{count} words",
    Counted.PARTICIPANTS: "{count} participants",
    Counted.VERSIONS: "{count} versions",
}


@dataclass(frozen=True, slots=True)
class CountIs(ArrayCondition):
    """At least ``least`` and at most ``most`` (None: no bound), both included."""

    counted: Counted
    least: int = 0
    most: int | None = None

    @property
    def field(self) -> str:
        return self.counted.value

    def mask(self, arrays: Arrays) -> Mask:
        counts = self.counted.of(arrays)
        mask = counts >= min(self.least, _MOST)
        if self.most is not None:
            mask &= counts <= min(self.most, _MOST)
        return np.asarray(mask)

    def words(self) -> Message:
        return message(_SAYS[self.counted], count=self._count())

    def _count(self) -> Message | str:
        if self.most is None:
            return message("at least {number}", number=self.least)
        if self.least == self.most:
            return str(self.most)
        if not self.least:
            return message("at most {number}", number=self.most)
        return message("{least} to {most}", least=self.least, most=self.most)

    def text(self) -> str:
        if self.most is None:
            return f"{self.counted}:>={self.least}"
        if self.least == self.most:
            return f"{self.counted}:{self.most}"
        if not self.least:
            return f"{self.counted}:<={self.most}"
        return f"{self.counted}:{self.least}..{self.most}"
