"""What a list of people holds: the named, with their titles, and those who are not named."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.reading.titles import singular, written
from desktop_app.reading.tokens import Token


@dataclass(slots=True)
class Named:
    """A person of the list: the name's token and the stretches of text that are the title."""

    name: Token
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    shared: bool = False
    open: bool = False  # the title ran on without a comma and may go on behind one
    leads: bool = False  # named as the leader of a delegation
    joint: str = ""
    rest: tuple[Token, ...] = ()  # words behind the name that are no title

    def stretches(self) -> list[tuple[int, int]]:
        return [stretch for stretch in (self.before, self.after) if stretch is not None]

    def title(self, text: str) -> str:
        parts = [written(text[start:end]) for start, end in self.stretches()]
        if self.shared:
            parts = [singular(part) for part in parts]
        if len(parts) == 2 and self.before and self.after and parts[1].startswith("of "):
            return " ".join(filter(None, parts))
        return "; ".join(filter(None, parts))


@dataclass(slots=True)
class Unnamed:
    """A phrase of people without names; ``joint`` tells what stood before it."""

    words: list[Token]
    joint: str
    leads: bool = False


Item = Named | Unnamed
