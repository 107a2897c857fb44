"""``work.db``: what the user did, as a log that is only ever added to.

It is keyed by what outlives a rebuild (original hash + locator, text hash, public ids), so
that it can be replayed over a library made anew. Each (action, target) is a register: its
present state is the ``after`` of its newest entry. Entries of one step were done together
and are undone together; undoing is a step too, and says which one it ``undoes``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_app.library.sentences import read, written
from desktop_app.messages import Message

SCHEMA = """
CREATE TABLE IF NOT EXISTS log (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL,
    before TEXT, after TEXT, step INTEGER NOT NULL, says TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS log_step ON log (step);
CREATE INDEX IF NOT EXISTS log_target ON log (action, target);
CREATE INDEX IF NOT EXISTS log_about ON log (target);
CREATE TABLE IF NOT EXISTS step (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, says TEXT NOT NULL,
    undoes INTEGER, undoable INTEGER NOT NULL
);
"""
_LOOKED_BACK = 4000  # steps; older ones stay in the log and are not undone any more


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be: the state of one register; ``after`` None is as if never touched.

    ``target`` begins with what it is about (a public id, a text's hash, a person's uuid),
    then a space, so that everything about one thing is found together.
    """

    action: str
    target: str
    after: object


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done: ``before`` and ``after`` are what JSON can hold."""

    id: int
    at: str
    action: str
    target: str
    before: object
    after: object
    step: int


@dataclass(frozen=True, slots=True)
class Step:
    """What was done in one go, in words."""

    number: int
    at: str
    says: Message
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone and what can be done again, the next one last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


def write(
    connection: sqlite3.Connection,
    changes: Iterable[Change],
    says: Message,
    *,
    undoes: int | None = None,
    undoable: bool = True,
) -> tuple[Change, ...]:
    """Add a step with what differs from the present state; return that.

    Of two changes of one register the later counts: a step has one entry a register.
    """
    at, number = _moment(), _next_step(connection)
    written = []
    for change in {(one.action, one.target): one for one in changes}.values():
        before = state(connection, change.action, change.target)
        if before == change.after:
            continue
        _entry(connection, at, change, before, number)
        written.append(change)
    if written:
        _step(connection, number, at, says, undoes=undoes, undoable=undoable)
    return tuple(written)


def take_back(connection: sqlite3.Connection, later: sqlite3.Connection, says: Message) -> None:
    """Note in this log what a ``later`` one, which it replaces, had otherwise."""
    at, step = _moment(), _next_step(connection)
    query = "SELECT action, target, after FROM log WHERE id IN (SELECT max(id) FROM log"
    for action, target, after in later.execute(f"{query} GROUP BY action, target) ORDER BY id"):
        was, now = json.loads(after or "null"), state(connection, action, target)
        if was != now:
            _entry(connection, at, Change(action, target, now), was, step)
    _step(connection, step, at, says, undoes=None, undoable=False)


def state(connection: sqlite3.Connection, action: str, target: str) -> object:
    """Return the present state of one register; None where nothing was done."""
    row = connection.execute(
        "SELECT after FROM log WHERE action = ? AND target = ? ORDER BY id DESC LIMIT 1",
        (action, target),
    ).fetchone()
    return json.loads(row[0]) if row and row[0] else None


def states(
    connection: sqlite3.Connection, action: str, *, since: int = 0
) -> Iterator[tuple[str, object]]:
    """Yield target and present state of every register of ``action``, in the order of doing.

    ``since`` leaves out what has had no entry after that one.
    """
    for target, after in connection.execute(
        "SELECT target, after FROM log WHERE id IN"
        " (SELECT max(id) FROM log WHERE action = ? GROUP BY target HAVING max(id) > ?)"
        " ORDER BY id",
        (action, since),
    ):
        yield target, json.loads(after or "null")


def about(connection: sqlite3.Connection, thing: str) -> list[tuple[str, str, object]]:
    """Return action, target and present state of every register that is about ``thing``."""
    return [
        (action, target, json.loads(after or "null"))
        for action, target, after in connection.execute(
            "SELECT action, target, after FROM log WHERE id IN (SELECT max(id) FROM log"
            " WHERE target = ? OR (target >= ? AND target < ?) GROUP BY action, target)"
            " ORDER BY id",
            (thing, thing + " ", thing + "!"),  # "!" follows the space
        )
    ]


def entries(connection: sqlite3.Connection, action: str | None = None) -> Iterator[Entry]:
    """Yield what was done, oldest first; only of one kind of action where it is given."""
    for number, at, what, target, before, after, of_step in connection.execute(
        "SELECT id, at, action, target, before, after, step FROM log"
        " WHERE ? IS NULL OR action = ? ORDER BY id",
        (action, action),
    ):
        was, is_ = json.loads(before or "null"), json.loads(after or "null")
        yield Entry(number, at, what, target, was, is_, of_step)


def of_step(connection: sqlite3.Connection, step: int) -> list[Entry]:
    """Return what was done in one step, the newest first: the order in which it is undone."""
    return [
        Entry(number, at, action, target, json.loads(before), json.loads(after), step)
        for number, at, action, target, before, after in connection.execute(
            "SELECT id, at, action, target, before, after FROM log WHERE step = ? ORDER BY id DESC",
            (step,),
        )
    ]


def history(connection: sqlite3.Connection) -> History:
    """Return which steps can be undone and which done again, as they now stand."""
    rows = connection.execute(
        "SELECT number, at, says, undoes FROM step WHERE undoable ORDER BY number DESC LIMIT ?",
        (_LOOKED_BACK,),
    ).fetchall()
    undo: dict[int, Step] = {}
    redo: dict[int, Step] = {}
    for number, at, says, undoes in reversed(rows):
        step = Step(number, at, read(json.loads(says)), undoes)
        if undoes in undo:
            del undo[undoes]
            redo[number] = step
        elif undoes in redo:
            del redo[undoes]
            undo[number] = step
        elif undoes is None:
            undo[number] = step
            redo.clear()
    return History(tuple(undo.values()), tuple(redo.values()))


def reword_emptied(connection: sqlite3.Connection, step: int, says: Message) -> None:
    """Let a step of which nothing is left in the log say ``says``, and be undone no more."""
    connection.execute(
        "UPDATE step SET says = ?, undoable = 0 WHERE number = ?"
        " AND NOT EXISTS (SELECT 1 FROM log WHERE step = ?)",
        (_json(written(says)), step, step),
    )


def step_of(connection: sqlite3.Connection, number: int) -> Step | None:
    """Return one step; None where there is none, or where it cannot be undone."""
    row = connection.execute(
        "SELECT at, says, undoes FROM step WHERE number = ? AND undoable", (number,)
    ).fetchone()
    return Step(number, row[0], read(json.loads(row[1])), row[2]) if row else None


def newest_step(connection: sqlite3.Connection) -> Step:
    """Return the step that was taken last."""
    number, at, says, undoes = connection.execute(
        "SELECT number, at, says, undoes FROM step ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return Step(number, at, read(json.loads(says)), undoes)


def newest(connection: sqlite3.Connection) -> int:
    """Return the id of the newest entry; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM log").fetchone()[0])


def _next_step(connection: sqlite3.Connection) -> int:
    return 1 + int(
        connection.execute(
            "SELECT max(coalesce((SELECT max(number) FROM step), 0),"
            " coalesce((SELECT max(step) FROM log), 0))"
        ).fetchone()[0]
    )


def _entry(
    connection: sqlite3.Connection, at: str, change: Change, before: object, step: int
) -> None:
    connection.execute(
        "INSERT INTO log (at, action, target, before, after, step) VALUES (?, ?, ?, ?, ?, ?)",
        (at, change.action, change.target, _json(before), _json(change.after), step),
    )


def _step(
    connection: sqlite3.Connection,
    number: int,
    at: str,
    says: Message,
    *,
    undoes: int | None,
    undoable: bool,
) -> None:
    connection.execute(
        "INSERT INTO step (number, at, says, undoes, undoable) VALUES (?, ?, ?, ?, ?)",
        (number, at, _json(written(says)), undoes, undoable),
    )


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
