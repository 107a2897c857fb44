"""Lays the user's corrections over what the reader read from one text.

A correction knows the row as it was read (name, role, the words quoted), so that it finds
that row again after a re-reading, and its place in another version of the text. What the
reader does not read any more but the user vouched for stays as the user's row. Only what
finds no place at all is lost to this version, and says so.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.model.passage import Passage

ROW, ORDER, EVENT = "row", "row_order", "event"

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One participant row; ``columns`` are those that only the tables know, of a row read."""

    key: str
    name: str
    title: str
    side: str | None
    role: str
    spans: tuple[Span, ...] = ()
    certainty: float = 1.0
    rule: str = "user"
    confirmed: bool = False
    by_user: bool = False
    read_as: Mapping[str, object] | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a text with its rows; ``said`` are its own columns that can be corrected."""

    said: Mapping[str, str | None]
    rows: tuple[Row, ...]
    read_as: Mapping[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What the user said of a row, an order of rows or an event; ``state`` as in the log."""

    action: str
    target: str
    state: Mapping[str, Any]

    @property
    def key(self) -> str:
        return self.target.partition(" ")[2]

    @property
    def event(self) -> int:
        return int(self.state.get("event", 0))

    @property
    def passage(self) -> Passage:
        said = self.state
        return Passage(said.get("quote", ""), said.get("before", ""), said.get("after", ""))


def row_key(text_sha256: str, event: int, role: str, name: str, nth: int) -> str:
    """Return by what a row is known that the reader read: its text, place, role and name."""
    said = f"{text_sha256}\n{event}\n{role}\n{nth}\n{name}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def keys_of(text_sha256: str, event: int, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the key of each row of an event, given as name and role."""
    seen: Counter[tuple[str, str]] = Counter()
    for name, role in rows:
        yield row_key(text_sha256, event, role, name, seen[name, role])
        seen[name, role] += 1


def placed(
    read: Sequence[Happening], text_sha256: str, text: str, corrections: Iterable[Correction]
) -> tuple[list[Happening], list[str]]:
    """Return ``read`` with ``corrections`` over it, and the targets that found no place."""
    laid = _Laid(list(read), text_sha256, text)
    order = {ROW: 0, EVENT: 1, ORDER: 2}
    for one in sorted(corrections, key=lambda one: order[one.action]):
        laid.lay(one)
    return laid.events, laid.lost


class _Laid:
    """The events of one text while corrections are laid over them, one after the other."""

    def __init__(self, events: list[Happening], text_sha256: str, text: str) -> None:
        self.events = events
        self.lost: list[str] = []
        self._sha256 = text_sha256
        self._text = text
        self._done: set[str] = set()

    def lay(self, one: Correction) -> None:
        if one.action == ROW:
            self._row(one)
        elif one.event >= len(self.events):
            self.lost.append(one.target)
        elif one.action == EVENT:
            happening = self.events[one.event]
            said = {**happening.said, **one.state.get("set", {})}
            self.events[one.event] = replace(happening, said=said, read_as=happening.said)
        else:
            self._order(one)

    def _row(self, one: Correction) -> None:
        place = None if self._is_own(one) else one.passage.found_in(self._text)
        found = self._find(one, place)
        if found is not None:
            event, row = found
            self._put(event, row, None if one.state.get("removed") else _corrected(row, one))
        elif not one.state.get("removed"):
            place = place or one.passage.found_in(self._text)
            if place is None and (one.passage.quote or not self._is_own(one)):
                self.lost.append(one.target)
            else:
                self._add(one, place)

    def _is_own(self, one: Correction) -> bool:
        return one.state.get("text") == self._sha256

    def _find(self, one: Correction, place: tuple[int, int] | None) -> tuple[int, Row] | None:
        """Return the row that was read as the correction says, or that stands at its place."""
        rows = [(number, row) for number, event in enumerate(self.events) for row in event.rows]
        if one.state.get("read") is None:
            return None
        for number, row in rows:
            if row.key == one.key and row.key not in self._done:
                return number, row
        place = place or one.passage.found_in(self._text)
        if place is None:
            return None
        alike = [
            (number, row)
            for number, row in rows
            if row.key not in self._done
            and any(part == "name" and _meet(place, (s, e)) for s, e, part in row.spans)
        ]
        role = one.state["read"].get("role")
        return min(alike, key=lambda found: found[1].role != role, default=None)

    def _put(self, event: int, old: Row, new: Row | None) -> None:
        self._done.add(new.key if new else old.key)
        rows = (new if row is old else row for row in self.events[event].rows)
        kept = tuple(row for row in rows if row is not None)
        self.events[event] = replace(self.events[event], rows=kept)

    def _add(self, one: Correction, place: tuple[int, int] | None) -> None:
        if not self.events:
            self.lost.append(one.target)
            return
        number = min(one.event, len(self.events) - 1)
        rows = list(self.events[number].rows)
        spans: tuple[Span, ...] = ((*place, "name"),) if place else ()
        new = _corrected(Row(one.key, "", "", None, "other", spans), one)
        before = len(rows)
        if place:
            starts = [min((s for s, _, _ in row.spans), default=0) for row in rows]
            before = next((n for n, start in enumerate(starts) if start > place[0]), len(rows))
        rows.insert(before, new)
        self._done.add(new.key)
        self.events[number] = replace(self.events[number], rows=tuple(rows))

    def _order(self, one: Correction) -> None:
        """Put the rows that are named in their order into the places that they hold together."""
        place = {key: number for number, key in enumerate(one.state.get("rows", ()))}
        rows = self.events[one.event].rows
        named = iter(sorted((r for r in rows if r.key in place), key=lambda r: place[r.key]))
        ordered = tuple(next(named) if row.key in place else row for row in rows)
        self.events[one.event] = replace(self.events[one.event], rows=ordered)


def _corrected(row: Row, one: Correction) -> Row:
    said = one.state["set"]
    cells = {"name": row.name, "title": row.title, "side": row.side, "role": row.role}
    changed = cells != said
    return replace(
        row,
        key=one.key,
        **said,
        certainty=1.0,
        rule="user" if changed else row.rule,
        confirmed=bool(one.state.get("confirmed")),
        by_user=changed,
        read_as={**cells, "certainty": row.certainty, "rule": row.rule} if row.name else None,
    )


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
