"""Which column of a table holds what, as the user named it: kept in the log, by header."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.library import steps
from desktop_app.library.library import Library
from desktop_app.library.work import Change
from desktop_app.messages import message

ACTION = "columns"


def name_columns(library: Library, header: str, by_field: Mapping[str, str]) -> None:
    """Keep the columns of every table with this header; later imports read them so."""
    says = message("name the columns of a table")
    steps.do(library, says, [Change(ACTION, header, dict(by_field))], undoable=False)


def named_columns(library: Library) -> dict[str, dict[str, str]]:
    """Return the columns by field that the user named, by header."""
    return {
        entry.target: entry.after
        for entry in library.work_log(ACTION)
        if isinstance(entry.after, dict)
    }
