"""What the command palette offers: actions, days, people, saved and earlier searches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.query.conditions.days import on_day
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from desktop_app.query.result import FacetCount
from ui.action_rows import ROWS
from ui.facets.facet_conditions import facet_condition
from ui.filter_bar.asking import query_in_words
from ui.language import counted, long_day, number, say
from ui.searches.saved_searches import Counted

if TYPE_CHECKING:
    from ui.main_window import MainWindow

KNOWN = 5000  # people, or places, that can be jumped to
JUMPS = ("person", "place")
SHOWN_AT_MOST = 200
ASKS_FOR = {
    "": "An action, a person, a saved search, a day such as 2023-09-14",
    "earlier": "A search made before",
    "saved": "A saved search",
    "person": "A person",
    "same": "Who is the same person?",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the palette offers: what it says, what stands beside it, what it does."""

    text: str
    note: str
    act: Callable[[], object]
    words: str = ""


def fit(letters: str, text: str) -> int | None:
    """Say how well ``letters``, in their order, are found in ``text``: less is better.

    Beginnings of words count as near; None where a letter is missing.
    """
    wanted, where = letters.casefold().replace(" ", ""), text.casefold()
    place, cost = 0, 0
    for letter in wanted:
        found = where.find(letter, place)
        if found < 0:
            return None
        at_word = found == 0 or not where[found - 1].isalnum()
        cost += 0 if found == place else 1 if at_word else 3 + (found - place)
        place = found + 1
    return cost * 4 + len(where) // 8


class Offered:
    """Everything that the palette of one window can do, as entries that fit some letters."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._known: dict[str, tuple[FacetCount, ...]] = {}

    def ask(self, answered: Callable[[], None]) -> None:
        """Ask who and which places are in the result, to jump to."""
        library, result = self._window.state.library, self._window.state.result
        if library is None:
            return

        def know(known: dict[str, tuple[FacetCount, ...]]) -> None:
            self._known = known
            answered()

        self._window.jobs.ask(
            "palette",
            lambda job: {each: library.facet(result, each, job, KNOWN) for each in JUMPS},
            know,
        )

    def fitting(self, letters: str, only: str) -> list[Entry]:
        """Return what fits ``letters``, the best first; without letters in its own order."""
        offered = self._all(letters, only)
        if not letters:
            return offered[:SHOWN_AT_MOST]
        fits = ((fit(letters, f"{e.text} {e.words}"), at) for at, e in enumerate(offered))
        good = sorted((cost, at) for cost, at in fits if cost is not None)
        return [offered[at] for _, at in good[:SHOWN_AT_MOST]]

    def _all(self, letters: str, only: str) -> list[Entry]:
        if only == "earlier":
            return self._earlier()
        if only == "saved":
            return self._saved()
        if only in ("person", "same"):
            people = self._window.people
            return self._people(
                people.open_named if only == "person" else people.deciding.weigh_named
            )
        more = (*self._saved(), *self._jumps()) if letters else ()
        return [*self._days(letters), *self._actions(), *more]

    def _actions(self) -> list[Entry]:
        made = self._window.actions_made.made
        return [
            Entry(
                say(row.text),
                self._window.keys.in_words(row),
                made[row.name].trigger,
                f"{row.text} {row.words}",
            )
            for row in ROWS
            if made[row.name].isEnabled() and row.name != "palette"
        ]

    def _jumps(self) -> list[Entry]:
        def go(field: str, one: FacetCount) -> Callable[[], object]:
            return lambda: self._window.state.narrow(facet_condition(field, one.value))

        return [
            Entry(one.label, counted(one.count, "{n} dispatch", "{n} dispatches"), go(field, one))
            for field, values in self._known.items()
            for one in values
        ]

    def _people(self, act: Callable[[str], object]) -> list[Entry]:
        def go(one: FacetCount) -> Callable[[], object]:
            return lambda: act(one.value)

        return [
            Entry(one.label, counted(one.count, "{n} dispatch", "{n} dispatches"), go(one))
            for one in self._known.get("person", ())
        ]

    def _days(self, letters: str) -> list[Entry]:
        try:
            day = date.fromisoformat(letters.strip())
        except ValueError:
            return []
        act = lambda: self._window.state.narrow(on_day(day))  # noqa: E731
        return [Entry(long_day(day), say("this day"), act, letters)]

    def _saved(self) -> list[Entry]:
        searches = self._window.searches

        def go(one: Counted) -> Callable[[], object]:
            return lambda: searches.ask(one.search)

        return [
            Entry(one.search.name, _what_is_found(one), go(one), one.search.text)
            for one in searches.all
        ]

    def _earlier(self) -> list[Entry]:
        def go(query: Query) -> Callable[[], object]:
            return lambda: self._window.state.ask(query)

        asked = [parse(text).query for text in self._window.state.history]
        return [Entry(query_in_words(query), "", go(query), query.text()) for query in asked]


def _what_is_found(one: Counted) -> str:
    if one.found is None:
        return say("saved search")
    said = counted(one.found.total, "{n} dispatch", "{n} dispatches")
    return f"{say('{n} new', n=number(one.found.new))} · {said}" if one.found.new else said
