"""Doing, undoing and redoing: every change of the user's is a step with words of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.errors import UserError
from desktop_app.library import layer, work
from desktop_app.library.library import Library
from desktop_app.library.work import Change, History, Step
from desktop_app.messages import Message, message


@dataclass(frozen=True, slots=True)
class Done:
    """A step taken: ``step`` is None where everything was so already."""

    step: Step | None
    articles: frozenset[int] = frozenset()


def do(
    library: Library, says: Message, changes: Iterable[Change], *, undoable: bool = True
) -> Done:
    """Make ``changes`` as one step; ``says`` tells it in the imperative ("star 14 articles").

    What is not ``undoable`` is kept in the log all the same, but nobody is offered its undoing.
    """
    return library.change(
        lambda connection: _do(connection, says, changes, None, undoable)
    ).result()


def undo(library: Library, step: int | None = None) -> Done:
    """Undo the last step, or ``step``; `UserError` where its target has changed since."""
    return library.change(lambda connection: _undo(connection, step)).result()


def redo(library: Library) -> Done:
    """Do again what was undone last."""
    return library.change(_redo).result()


def history(library: Library) -> History:
    """Return what can be undone and done again, the next one last."""
    return library.history() if library.writable else History()


def named(library: Library, articles: Sequence[int]) -> Message:
    """Say which articles are meant: one by its title, more by their number."""
    if len(articles) != 1:
        return message("{count} articles", count=len(articles))
    rows = library.rows(articles)
    title = (rows[0].title or rows[0].first_words) if rows else ""
    return message("“{title}”", title=title if len(title) < 60 else title[:57] + "…")


def _do(
    connection: sqlite3.Connection,
    says: Message,
    changes: Iterable[Change],
    undoes: int | None,
    undoable: bool,
) -> Done:
    written = work.write(connection, changes, says, undoes=undoes, undoable=undoable)
    if not written:
        return Done(None)
    touched = layer.put(connection, written)
    return Done(work.newest_step(connection), frozenset(touched))


def _undo(connection: sqlite3.Connection, number: int | None) -> Done:
    undo = work.history(connection).undo
    step = work.step_of(connection, number) if number else (undo[-1] if undo else None)
    if step is None:
        raise UserError(message("There is nothing to undo."))
    return _inverse(connection, step)


def _redo(connection: sqlite3.Connection) -> Done:
    redo = work.history(connection).redo
    if not redo:
        raise UserError(message("There is nothing to do again."))
    return _inverse(connection, redo[-1])


def _inverse(connection: sqlite3.Connection, step: Step) -> Done:
    """Take the step that brings back what was before ``step``; redoing is undoing an undo."""
    entries = work.of_step(connection, step.number)
    if any(work.state(connection, one.action, one.target) != one.after for one in entries):
        raise UserError(
            message("“{step}” cannot be undone: it has been changed since.", step=step.says),
            message("Undo what came after it first, or change it by hand."),
        )
    changes = [Change(one.action, one.target, one.before) for one in entries]
    return _do(connection, step.says, changes, step.number, True)
