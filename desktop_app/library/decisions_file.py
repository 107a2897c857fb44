"""Decisions about persons as a small file that colleagues share and people can read."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.errors import UserError
from desktop_app.library import deciding
from desktop_app.library.decisions import (
    Decision,
    Say,
    pair,
    parted_uuid,
    rows_read,
    rows_written,
)
from desktop_app.library.library import Library
from desktop_app.messages import message

SUFFIX = ".decisions.toml"
_HEAD = """\
# Who is who: decisions taken in Dateline. Take them over with "dateline decisions import FILE",
# or in the window by Library > Take over decisions. Ids are the same in every library; names are
# there for you to read. "same": person and other are one; "different": they are not; "part": the
# rows of person that fit all of names, titles, dispatches, first and last are somebody else's.
"""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What became of the decisions of a file: yours stay where they say otherwise."""

    new: tuple[Decision, ...]
    known: tuple[Decision, ...]
    refused: tuple[Decision, ...]


def write_decisions(library: Library, target: Path) -> int:
    """Write every decision that stands to ``target``; return how many."""
    every = deciding.decided(library).every
    try:
        target.write_text(_HEAD + "".join(map(_written, every)), "utf-8")
    except OSError as error:
        raise UserError(
            message("“{path}” cannot be written.", path=str(target)),
            message("Choose another place. ({why})", why=str(error)),
        ) from error
    return len(every)


def _written(decision: Decision) -> str:
    lines = [
        "[[decision]]",
        f"say = {_toml(str(decision.say))}",
        f"person = {{ id = {_toml(decision.person)}, name = {_toml(decision.name)} }}",
        f"other = {{ id = {_toml(decision.other)}, name = {_toml(decision.other_name)} }}",
    ]
    lines += [f"{name} = {_toml(value)}" for name, value in rows_written(decision.rows).items()]
    return "\n" + "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    # A JSON string or list of strings is one of TOML too, but for DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """Read a file of decisions; `UserError` says what is wrong with it."""
    try:
        told = tomllib.loads(file.read_text("utf-8"))
        return tuple(_read(entry) for entry in told.get("decision", ()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            message("“{path}” is no file of decisions that can be read.", path=str(file)),
            message("Ask for it again; nothing was changed. ({why})", why=str(error)),
        ) from error


def _read(entry: Mapping[str, Any]) -> Decision:
    say, person = Say(entry["say"]), _id(entry["person"])
    rows = rows_read(entry)
    if say is Say.PART:
        other = parted_uuid(person, rows)
    else:
        other, rows = _id(entry["other"]), rows_read({})
    if person == other:
        raise ValueError(f"{person} is named as two persons")
    name = str(entry["person"].get("name", ""))
    return Decision(say, person, other, name, str(entry.get("other", {}).get("name", "")), rows)


def _id(told: Mapping[str, Any]) -> str:
    """Return the id of a person; what may stand in a register of the log, and nothing else."""
    found = str(told["id"])
    if not found or not all(letter.isalnum() or letter == "-" for letter in found):
        raise ValueError(f"“{found}” is no id of a person")
    return found


def take_over(library: Library, decisions: Iterable[Decision]) -> TakenOver:
    """Take ``decisions`` as one step; where one of your own says otherwise, yours stays."""
    own = {_about(one): one for one in deciding.decided(library).every}
    new: dict[str, Decision] = {}
    known, refused = [], []
    for one in decisions:
        mine = own.get(_about(one)) or new.get(_about(one))
        if mine is None:
            new[_about(one)] = one
        elif mine.change() == one.change() or mine.say is one.say:
            known.append(one)
        else:
            refused.append(one)
    if new:
        says = message("take over {count} decisions about persons", count=len(new))
        deciding.take(library, new.values(), says)
    return TakenOver(tuple(new.values()), tuple(known), tuple(refused))


def _about(decision: Decision) -> str:
    """Return what two decisions about the same thing have in common."""
    if decision.say is Say.PART:
        return f"{decision.say} {decision.person} {decision.other}"
    return pair(decision.person, decision.other)
