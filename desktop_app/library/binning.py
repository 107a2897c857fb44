"""The bin: out of every result and count, and back again, each as a step."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.errors import UserError
from desktop_app.library.library import Library
from desktop_app.library.marks import BIN
from desktop_app.library.steps import Done, do, named
from desktop_app.library.work import Change
from desktop_app.messages import message


def move_to_bin(library: Library, articles: Sequence[int]) -> Done:
    """Move ``articles`` to the bin; what is imported of them again stays there and says so."""
    says = message("move {what} to the bin", what=named(library, articles))
    return do(library, says, [Change(BIN, one, True) for one in library.public_ids(articles)])


def restore(library: Library, articles: Sequence[int]) -> Done:
    """Take ``articles`` out of the bin."""
    says = message("take {what} out of the bin", what=named(library, articles))
    return do(library, says, [Change(BIN, one, None) for one in library.public_ids(articles)])


def undo_import(library: Library, run: int) -> Done:
    """Move to the bin what only the import ``run`` brought; the rest stays."""
    chosen = next((one for one in library.import_runs() if one.id == run), None)
    articles = library.read(
        lambda connection: [
            int(row[0])
            for row in connection.execute(
                "SELECT article FROM capture WHERE article IN"
                " (SELECT article FROM capture WHERE run = ?)"
                " GROUP BY article HAVING min(run) = ? AND max(run) = ?",
                (run, run, run),
            )
        ]
    )
    if chosen is None or not articles:
        raise UserError(
            message("No dispatch came by this import alone."),
            message("What a rebuild made anew is no longer told apart by import."),
        )
    says = message("undo the import of {source}", source=chosen.source)
    return do(library, says, [Change(BIN, one, True) for one in library.public_ids(articles)])
