"""Which names several people may bear: told by their titles, without reading their rows."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict

from desktop_app.library.authority import surest_key
from desktop_app.library.bearers import IN, Words
from desktop_app.library.parting import may_part
from desktop_app.library.people import plain_uuid
from desktop_app.library.spellings import uuids_of


def contested(
    connection: sqlite3.Connection, keys: dict[str, list[int]], words: Words
) -> tuple[list[str], list[int]]:
    """Part the names that several people may bear from the persons whose link stands."""
    everybody = sorted({person for bearers in keys.values() for person in bearers})
    titles: dict[int, list[str]] = defaultdict(list)
    names: dict[int, set[str]] = defaultdict(set)
    for person, name, title in connection.execute(
        f"SELECT DISTINCT person, name, title FROM participant WHERE person {IN}",
        (json.dumps(everybody),),
    ):
        titles[person].append(title or "")
        names[person].add(name)
    uuids = uuids_of(connection, everybody)
    open_to_several = []
    for key, bearers in keys.items():
        said = [title for person in bearers for title in titles[person]]
        spelt = {name for person in bearers for name in names[person] if surest_key(name) == key}
        if not _stands(spelt, {uuids[person] for person in bearers}, words) or may_part(said):
            open_to_several.append(key)
    settled = {person for key in open_to_several for person in keys[key]}
    return open_to_several, [person for person in everybody if person not in settled]


def _stands(names: set[str], bearers: set[str], words: Words) -> bool:
    """Tell whether one person bears all ``names``, who is whom each alone means, and living."""
    of = words.known.of
    meant = {words.pairs.meant(plain_uuid(name)) for name in names if not of(name)}
    meant |= {one.uuid for name in names for one in of(name)}
    mortal = any(one.died for name in names for one in of(name))
    decided = meant & words.decided.concerned
    return meant == bearers and len(meant) == 1 and not mortal and not decided
