"""What one verb or noun of a sentence says: persons in one role, and where it is said."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.model.participant import Role
from desktop_app.reading.clauses import objects
from desktop_app.reading.item import Item, Named
from desktop_app.reading.wording import Wording

Post = tuple[tuple[int, int], ...]
"""An office in the text: one stretch, or its head and the rest that it shares with another."""


@dataclass(frozen=True, slots=True)
class Act:
    """Persons in one role, what said so, and where; ``posts`` are the appointees' offices.

    One post is that of all of them, several are theirs in turn.
    """

    role: Role
    items: tuple[Item, ...]
    trigger: tuple[int, int]
    rule: str
    posts: tuple[Post, ...] = ()
    pronoun: bool = False
    office: str = ""

    @property
    def introduces(self) -> bool:
        """Say whether somebody is named with his office, as at the first mention."""
        return any(isinstance(i, Named) and (i.before or i.after) for i in self.items)


def first_after(
    marker: str, wording: Wording, start: int, end: int, role: Role, rule: str
) -> list[Act]:
    """Read the persons behind the pattern ``marker``, where it first stands before any."""
    for match in wording.finditer(marker, start, end):
        persons = objects(wording, match.end())
        if role is Role.SENDER:  # a delegation's gift is not its leader's
            persons = [p for p in persons if not (isinstance(p, Named) and p.leads)]
        if persons:
            return [Act(role, tuple(persons), match.span(), rule)]
    return []
