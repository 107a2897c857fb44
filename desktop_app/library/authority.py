"""The authority file: who is known by which names and offices, and where that comes from.

Dateline brings ``resources/people/*.toml``; ``people.toml`` in a library's own folder lies on
top of it, and an entry of the same ``id`` there takes the place of ours.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop_app import paths
from desktop_app.errors import UserError
from desktop_app.messages import message
from desktop_app.model.names import folded_name, name_keys
from desktop_app.model.person import KnownPerson, Office

OWN_FILE = "people.toml"
_SOUTH = "South Korea"
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Authority:
    """Finds who is known by a name: by a spelling that an entry holds, else by its surest key."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self.by_uuid = {person.uuid: person for person in people}
        self._spelt: dict[str, list[KnownPerson]] = defaultdict(list)
        self._keyed: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in self.by_uuid.values():
            for name in dict.fromkeys(folded_name(name) for name in person.names):
                self._spelt[name].append(person)
            # The South's leaders are met under their own spelling alone: by its sounds Kim
            # Young Sam would be every Kim Yong Sam.
            if person.nation != _SOUTH:
                for key in dict.fromkeys(surest_key(name) for name in person.names):
                    self._keyed[key].append(person)

    def of(self, name: str) -> tuple[KnownPerson, ...]:
        """Return who may be meant by ``name``, in the order of the file."""
        spelt = self._spelt.get(folded_name(name))
        return tuple(spelt if spelt else self._keyed.get(surest_key(name), ()))

    def spelt(self, name: str) -> bool:
        """Tell whether an entry holds ``name`` as it is written."""
        return folded_name(name) in self._spelt


def surest_key(name: str) -> str:
    """Return the key by which spellings of one script link; the name itself where it has none."""
    keys = name_keys(name)
    return keys[0] if keys else name


def authority(folder: Path | None) -> Authority:
    """Return what is known, with the additions in the library's ``folder`` on top."""
    own = folder / OWN_FILE if folder else None
    stamp = own.stat().st_mtime_ns if own is not None and own.is_file() else 0
    return _authority(own if stamp else None, stamp)


def fingerprint(folder: Path | None) -> str:
    """Return what tells the authority file of today from another, at little cost."""
    files = _files(folder / OWN_FILE if folder else None)
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _files(own: Path | None) -> list[Path]:
    files = sorted((paths.resources() / "people").glob("*.toml"))
    return [*files, own] if own is not None and own.is_file() else files


@lru_cache(maxsize=4)
def _authority(own: Path | None, _stamp: int) -> Authority:
    people: dict[str, KnownPerson] = {}
    for file in _files(own):
        people |= {person.id: person for person in read_people(file)}
    return Authority(people.values())


def read_people(file: Path) -> tuple[KnownPerson, ...]:
    """Read an authority file; `UserError` says what is wrong with one that cannot be read."""
    try:
        told = tomllib.loads(file.read_text("utf-8"))
        return tuple(_person(entry) for entry in told.get("person", ()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            message("The list of people “{path}” cannot be read.", path=str(file)),
            message("Mend or remove it; nothing was changed. ({why})", why=str(error)),
        ) from error


def _person(entry: Mapping[str, Any]) -> KnownPerson:
    return KnownPerson(
        id=str(entry["id"]),
        name=str(entry["name"]),
        source=str(entry.get("source", "")),
        name_ko=str(entry.get("name_ko", "")),
        spellings=tuple(str(one) for one in entry.get("spellings", ())),
        nation=str(entry.get("nation", "")),
        died=_last_day(entry["died"]) if "died" in entry else None,
        offices=tuple(
            Office(
                str(office["title"]),
                _first_day(office["from"]) if "from" in office else None,
                _last_day(office["to"]) if "to" in office else None,
            )
            for office in entry.get("office", ())
        ),
    )


def _first_day(said: object) -> date:
    year, month, day = _parts(said)
    return date(year, month or 1, day or 1)


def _last_day(said: object) -> date:
    year, month, day = _parts(said)
    if day:
        return date(year, month, day)
    following = date(year + (month in (0, 12)), (month % 12 + 1) if month else 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _parts(said: object) -> tuple[int, int, int]:
    match = _DAY.fullmatch(str(said))
    if match is None:
        raise ValueError(f"“{said}” is no day, month or year")
    year, month, day = match.groups()
    return int(year), int(month or 0), int(day or 0)
