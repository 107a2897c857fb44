"""What is simply so or not: edited, doubtful, starred, …"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.messages import Message, message
from desktop_app.query.arrays import Arrays, Mask
from desktop_app.query.query import ArrayCondition


class Flag(StrEnum):
    """The claims about a dispatch that can be asked for."""

    UNREAD = "unread"
    STARRED = "starred"
    EDITED = "edited"
    VARIANT = "variant"
    CORRECTED = "corrected"
    VERIFIED = "verified"
    DOUBTFUL = "doubtful"
    ASTRAY = "astray"
    TEXT = "text"

    def of(self, arrays: Arrays) -> Mask:
        return {
            Flag.UNREAD: arrays.unread,
            Flag.STARRED: arrays.starred,
            Flag.EDITED: arrays.edited,
            Flag.VARIANT: arrays.variant,
            Flag.CORRECTED: arrays.corrected,
            Flag.VERIFIED: arrays.verified,
            Flag.DOUBTFUL: arrays.doubtful,
            Flag.ASTRAY: arrays.astray,
            Flag.TEXT: arrays.has_text,
        }[self]


_SAYS = {
    Flag.UNREAD: "unread",
    Flag.STARRED: "starred",
    Flag.EDITED: "edited after publication",
    Flag.VARIANT: "has another variant",
    Flag.CORRECTED: "corrected by you",
    Flag.VERIFIED: "verified by you",
    Flag.DOUBTFUL: "read with doubt",
    Flag.ASTRAY: "has a correction that found no place",
    Flag.TEXT: "has its text",
}


@dataclass(frozen=True, slots=True)
class Is(ArrayCondition):
    """The claim ``flag`` holds."""

    flag: Flag

    @property
    def field(self) -> str:
        return "has" if self.flag is Flag.TEXT else "is"

    def mask(self, arrays: Arrays) -> Mask:
        return self.flag.of(arrays)

    def words(self) -> Message:
        return message(_SAYS[self.flag])

    def text(self) -> str:
        return f"{self.field}:{self.flag}"
