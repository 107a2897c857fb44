"""Correcting what was read of a dispatch: every change of a row or an event is a step."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop_app.errors import UserError
from desktop_app.library.library import Library
from desktop_app.library.placing import EVENT, ORDER, ROW
from desktop_app.library.steps import Done, do, named
from desktop_app.library.work import Change
from desktop_app.messages import Message, message
from desktop_app.model.article import Article
from desktop_app.model.participant import AsRead, EventKind, Part, Participant, Role
from desktop_app.model.passage import Passage, passage_of


@dataclass(frozen=True, slots=True)
class Cells:
    """What a row is to say; None leaves a cell as it is, "" empties title or side."""

    name: str | None = None
    title: str | None = None
    side: str | None = None
    role: Role | None = None

    def over(self, row: Participant) -> Participant:
        """Return ``row`` with these cells."""
        name = row.name if self.name is None else " ".join(self.name.split())
        if not name:
            raise UserError(message("A participant wants a name."))
        return replace(
            row,
            name=name,
            title=row.title if self.title is None else " ".join(self.title.split()),
            side=row.side if self.side is None else " ".join(self.side.split()) or None,
            role=row.role if self.role is None else self.role,
        )


def correct_row(library: Library, article: Article, row: Participant, cells: Cells) -> Done:
    """Set cells of ``row``."""
    new = cells.over(row)
    says = message("correct {name} in {what}", name=row.name, what=_what(library, article))
    return do(library, says, [_row(article, new, row)])


def confirm_rows(
    library: Library, article: Article, rows: Sequence[Participant], *, on: bool = True
) -> Done:
    """Mark ``rows`` as checked, or take the mark away."""
    said = "confirm {names} in {what}" if on else "no longer confirm {names} in {what}"
    says = message(said, names=_names(rows), what=_what(library, article))
    return do(library, says, [_row(article, replace(row, confirmed=on), row) for row in rows])


def remove_rows(library: Library, article: Article, rows: Sequence[Participant]) -> Done:
    """Take ``rows`` away: they took no part."""
    says = message("remove {names} from {what}", names=_names(rows), what=_what(library, article))
    return do(library, says, [_removed(article, row) for row in rows])


def add_row(
    library: Library,
    article: Article,
    cells: Cells,
    *,
    event: int = 0,
    span: tuple[int, int] | None = None,
) -> Done:
    """Add a row to an event; ``span`` is where the text, in code points, names the person.

    Without a name the words of the span are the name.
    """
    text = article.version.text if article.version else ""
    passage = passage_of(text, *span) if span else Passage("")
    name = cells.name or " ".join(passage.quote.split())
    blank = Participant(name or "", "", None, Role.OTHER, (), 1.0, "user")
    new = replace(cells, name=name).over(blank)
    says = message("add {name} to {what}", name=new.name, what=_what(library, article))
    target = f"{article.row.public_id} {uuid.uuid4().hex[:12]}"
    return do(library, says, [Change(ROW, target, _state(article, new, None, event, passage))])


def move_row(library: Library, article: Article, row: Participant, by: int) -> Done:
    """Move ``row`` up (-1) or down (+1) among the rows of its event."""
    event = _event_of(article, row)
    keys = [one.key for one in article.events[event].participants]
    place = keys.index(row.key)
    moved = min(max(place + by, 0), len(keys) - 1)
    keys.insert(moved, keys.pop(place))
    says = message("move {name} in {what}", name=row.name, what=_what(library, article))
    after = {"text": _sha256(article), "event": event, "rows": keys}
    return do(library, says, [Change(ORDER, _event_target(article, event), after)])


def correct_event(
    library: Library,
    article: Article,
    event: int,
    *,
    kind: EventKind | None = None,
    place: str | None = None,
    days: tuple[date, date] | None = None,
) -> Done:
    """Set kind, place ("" is not known) or days of an event; None leaves them as they are."""
    says = message("correct the event of {what}", what=_what(library, article))
    target = _event_target(article, event)
    before = library.work_state(EVENT, target)
    said: dict[str, Any] = dict(before["set"]) if isinstance(before, dict) else {}
    if kind is not None:
        said["kind"] = str(kind)
    if place is not None:
        said["place"] = " ".join(place.split()) or None
    if days is not None:
        said |= {"happened_first": days[0].isoformat(), "happened_last": days[1].isoformat()}
    after = {"text": _sha256(article), "event": event, "set": said}
    return do(library, says, [Change(EVENT, target, after)])


@dataclass(frozen=True, slots=True)
class Astray:
    """A correction that found no place; ``article`` is None where its dispatch is not here."""

    action: str
    target: str
    article: int | None
    says: Message


def astray(library: Library) -> tuple[Astray, ...]:
    """Return the corrections that are to be looked at: none of them is ever dropped."""
    here, lost = library.read(
        lambda connection: (
            dict(connection.execute("SELECT public_id, id FROM article").fetchall()),
            {row[0] for row in connection.execute("SELECT target FROM astray")},
        )
    )
    found = []
    for action in (ROW, EVENT):
        for target, state in library.work_states(action):
            public = target.partition(" ")[0]
            if isinstance(state, dict) and (target in lost or public not in here):
                found.append(Astray(action, target, here.get(public), _told(state)))
    return tuple(found)


def give_up(library: Library, one: Astray) -> Done:
    """Take back a correction that found no place."""
    says = message("give up the correction: {what}", what=one.says)
    return do(library, says, [Change(one.action, one.target, None)])


def _told(state: dict[str, Any]) -> Message:
    said = state.get("set", {})
    if state.get("removed"):
        return message("{name} took no part", name=(state.get("read") or {}).get("name", ""))
    if "name" in said:
        return message("{name}, {role}", name=said["name"], role=said["role"])
    return message("the event: {what}", what=tuple(str(value) for value in said.values()))


def _row(article: Article, new: Participant, row: Participant) -> Change:
    """Return the change that makes ``row`` be as ``new``; none at all where that is as read."""
    target = f"{article.row.public_id} {row.key}"
    quoted = next((s for s in row.spans if s.part is Part.NAME), None)
    text = article.version.text if article.version else ""
    passage = passage_of(text, quoted.start, quoted.end) if quoted else Passage("")
    if row.read_as is None and row.by_user:
        return Change(ROW, target, _state(article, new, None, _event_of(article, row), passage))
    read = _cells(row.read_as or row)
    if _cells(new) == read and not new.confirmed:
        return Change(ROW, target, None)
    return Change(ROW, target, _state(article, new, read, _event_of(article, row), passage))


def _removed(article: Article, row: Participant) -> Change:
    change = _row(article, replace(row, confirmed=True), row)
    if row.read_as is None and row.by_user:
        return Change(ROW, change.target, None)
    assert isinstance(change.after, dict)
    return Change(ROW, change.target, {**change.after, "removed": True, "confirmed": False})


def _state(
    article: Article,
    new: Participant,
    read: dict[str, Any] | None,
    event: int,
    passage: Passage,
) -> dict[str, Any]:
    return {
        "text": _sha256(article),
        "event": event,
        "read": read,
        "set": _cells(new),
        "confirmed": new.confirmed,
        "quote": passage.quote,
        "before": passage.before,
        "after": passage.after,
    }


def _cells(row: Participant | AsRead) -> dict[str, Any]:
    return {"name": row.name, "title": row.title, "side": row.side, "role": str(row.role)}


def _event_of(article: Article, row: Participant) -> int:
    for number, event in enumerate(article.events):
        if any(one.key == row.key for one in event.participants):
            return number
    raise UserError(message("This row is no longer there; look again."))


def _event_target(article: Article, event: int) -> str:
    return f"{article.row.public_id} {_sha256(article)[:12]} {event}"


def _sha256(article: Article) -> str:
    return article.version.text_sha256 if article.version else ""


def _names(rows: Sequence[Participant]) -> Message | str:
    return rows[0].name if len(rows) == 1 else message("{count} rows", count=len(rows))


def _what(library: Library, article: Article) -> Message:
    return named(library, [article.row.id])
