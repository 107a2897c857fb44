"""The small file beside an export from which the same rows come again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from desktop_app import __version__
from desktop_app.errors import UserError
from desktop_app.exporting.choice import Choice, Rows
from desktop_app.exporting.targets import whole_or_nothing
from desktop_app.library.library import Library
from desktop_app.messages import message
from desktop_app.query.grammar import parse

SUFFIX = ".query.json"
_WRITTEN_AS = 1


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was exported, in which format, and how many rows came of it then."""

    choice: Choice
    format: str
    count: int


def recipe_path(target: Path) -> Path:
    """Return where the recipe of the export ``target`` stands."""
    return target.with_name(target.name + SUFFIX)


def write_recipe(
    library: Library, choice: Choice, target: Path, name: str, count: int, footnote: str = ""
) -> Path:
    """Write the recipe of an export beside it; ``footnote`` says what the archive covers."""
    # The grammar takes a tenth of a second to load: not before an export is written.
    from desktop_app.reading.dispatch import READER

    query = choice.query
    text = json.dumps(
        {
            "dateline_export": _WRITTEN_AS,
            "query": query.text(),
            "words": str(query.words()),
            "order": {"column": query.order.column, "descending": query.order.descending},
            "axis": str(query.axis),
            "versions": str(query.versions),
            "rows": str(choice.rows),
            "columns": list(choice.columns),
            "selected": None if choice.selected is None else list(choice.selected),
            "format": name,
            "rows_written": count,
            "library": library.name,
            "footnote": footnote,
            "program": __version__,
            "reader": READER,
        },
        ensure_ascii=False,
        indent=2,
    )
    path = recipe_path(target)
    with whole_or_nothing(path) as unfinished:
        unfinished.write_text(text + "\n", encoding="utf-8")
    return path


def read_recipe(path: Path) -> Recipe:
    """Read a recipe; `UserError` where it is none."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        parsed = parse(said["query"])
        selected = said["selected"]
        choice = Choice(
            parsed.query,
            Rows(said["rows"]),
            tuple(map(str, said["columns"])),
            None if selected is None else tuple(map(str, selected)),
        )
        recipe = Recipe(choice, str(said["format"]), int(said["rows_written"]))
    except OSError as error:
        raise UserError(
            message("“{path}” cannot be read.", path=str(path)), error.strerror or ""
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            message("“{path}” is not the recipe of an export.", path=str(path)),
            message("Such files stand beside exports and end in {suffix}.", suffix=SUFFIX),
        ) from error
    if not parsed.sound:
        raise UserError(
            message("This Dateline does not understand the question in “{path}”.", path=str(path)),
            parsed.hints[0].message,
        )
    return recipe
