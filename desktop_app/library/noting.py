"""Writing notes: each writing is a step."""

from __future__ import annotations

import uuid

from desktop_app.errors import UserError
from desktop_app.library import notes
from desktop_app.library.library import Library
from desktop_app.library.notes import NOTE, written
from desktop_app.library.steps import Done, do, named
from desktop_app.library.work import Change
from desktop_app.messages import Message, message
from desktop_app.model.own import Note
from desktop_app.model.passage import Passage


def notes_on(library: Library, article: int) -> tuple[Note, ...]:
    """Return the notes on ``article``, in the order of writing."""
    return library.read(lambda connection: notes.notes(connection, article))


def add_note(library: Library, article: int, words: str, passage: Passage | None = None) -> Done:
    """Write a note on ``article``, or on a ``passage`` of its text."""
    words = words.strip()
    if not words and passage is None:
        raise UserError(message("A note wants words."))
    said = "write a note on {what}" if words else "mark a passage of {what}"
    says = message(said, what=named(library, [article]))
    return _write(library, says, article, Note(uuid.uuid4().hex[:12], words, passage))


def change_note(library: Library, article: int, note: Note, words: str) -> Done:
    """Give ``note`` other words."""
    says = message("change a note on {what}", what=named(library, [article]))
    return _write(library, says, article, Note(note.id, words.strip(), note.passage))


def remove_note(library: Library, article: int, note: Note) -> Done:
    """Take ``note`` away."""
    (public,) = library.public_ids([article])
    says = message("remove a note on {what}", what=named(library, [article]))
    return do(library, says, [Change(NOTE, f"{public} {note.id}", None)])


def _write(library: Library, says: Message, article: int, note: Note) -> Done:
    (public,) = library.public_ids([article])
    after = written(note.words, note.passage)
    return do(library, says, [Change(NOTE, f"{public} {note.id}", after)])
