"""The leader of a dispatch: named once, or in the headline alone, and then called by his title."""

from __future__ import annotations

from datetime import date

from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.pronouns import EPITHETS, called, epithet_in
from desktop_app.reading.korean.tokens import Word, words

# People are dead from these days on, and take part in nothing any more.
_DEAD = {
    "김일성": date(1994, 7, 8),
    "金日成": date(1994, 7, 8),
    "김정일": date(2011, 12, 17),
    "金正日": date(2011, 12, 17),
}


def is_dead(name: str, published: date | None) -> bool:
    """Tell whether somebody had died when the dispatch was published."""
    died = _DEAD.get(name)
    return died is not None and (published or date.max) > died


class Leader:
    """Whom the sentences so far have spoken of with reverence."""

    def __init__(self, text: str, title: str, published: date | None) -> None:
        self.published = published
        self.called = any(one in text for one in EPITHETS)
        heading = words(title, 0, len(title)) if self.called else []
        self.one = self._honoured(mentions(title, heading))
        self.headline = self.one is not None

    def add(self, told: list[Word], people: list[Mention]) -> list[Mention]:
        """Add him where a sentence only calls him by his title, and remember him."""
        if not self.called:
            return people
        named = self._honoured(people)
        if named is not None:
            self.one, self.headline = named, False
        elif self.one is not None:
            mourned = is_dead("김정일", self.published)
            place = epithet_in(told, mourned=mourned)
            taken = {at for one in people for at in range(one.first, one.last + 1)}
            if place is not None and place not in taken:
                return [*people, called(self.one, place, told, titled=self.headline)]
        return people

    def _honoured(self, people: list[Mention]) -> Mention | None:
        for one in people:
            if one.honoured and not is_dead(one.name, self.published):
                return one
        return None
