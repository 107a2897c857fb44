"""The rosters of dispatches that are linked between two languages: what pairing looks at."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.library import counterparts
from desktop_app.library.authority import surest_key
from desktop_app.library.people import script_of
from desktop_app.model.rosters import Listed

Linked = tuple[int, int, float]
"""Two dispatches, and how sure it is that they report one event."""
Roster = tuple[list[Listed], bool]
"""Who is listed, and whether that is in Hangul."""
_MOST = 40_000  # links: of more, those of each turn are looked up alone
_IN = "IN (SELECT value FROM json_each(?))"
# Whose dispatches these are is found once: a frequent name has thousands.
_LINKS_OF = (
    "WITH own AS MATERIALIZED (SELECT DISTINCT e.article AS id FROM participant p"
    f" JOIN event e ON e.id = p.event WHERE p.person {_IN})"
    f" {counterparts.TWO_LANGUAGES} c.id IN (SELECT x.id FROM own JOIN counterpart x"
    " ON x.article = own.id UNION SELECT x.id FROM own JOIN counterpart x ON x.other = own.id)"
)
_ROSTERS = (
    "SELECT e.article, p.name, p.role FROM participant p JOIN event e ON e.id = p.event"
    " JOIN article a ON a.id = e.article AND a.reading_version = e.version"
    f" WHERE e.article {_IN} ORDER BY e.article, e.position, p.position, p.id"
)


@dataclass(slots=True)
class Looked:
    """What was looked up, as long as nobody changes anything.

    Where many turns follow, the links of everybody are read ``all_at_once``: what a frequent
    name stands in is a hundred times as much as what of it is linked.
    """

    all_at_once: bool = False
    one_person: dict[str, bool] = field(default_factory=dict)
    rosters: dict[int, Roster] = field(default_factory=dict)
    by_key: dict[str, set[Linked]] | None = None


def links_of(connection: sqlite3.Connection, looked: Looked, persons: Sequence[int]) -> set[Linked]:
    """Return the links of the dispatches in which ``persons`` stand."""
    (most,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM counterpart LIMIT ?)", (_MOST + 1,)
    ).fetchone()
    if not most:
        return set()
    told = json.dumps(list(persons))
    if not looked.all_at_once or most > _MOST:
        return _as_links(connection.execute(_LINKS_OF, (told,)))
    if looked.by_key is None:
        looked.by_key = _by_key(connection, looked)
    keys = connection.execute(
        f"SELECT DISTINCT key FROM person_name WHERE surest AND person {_IN}", (told,)
    )
    return {link for (key,) in keys.fetchall() for link in looked.by_key.get(key, ())}


def rosters_of(
    connection: sqlite3.Connection, looked: Looked, articles: set[int]
) -> dict[int, Roster]:
    """Return the rosters of ``articles``, among others."""
    asked = articles - looked.rosters.keys()
    listed: dict[int, list[Listed]] = defaultdict(list)
    for article, name, role in connection.execute(_ROSTERS, (json.dumps(sorted(asked)),)):
        listed[article].append(Listed(name, role or ""))
    for article in asked:
        hangul = any(script_of(one.name) == "hangul" for one in listed[article])
        looked.rosters[article] = listed[article], hangul
    return looked.rosters


def _by_key(connection: sqlite3.Connection, looked: Looked) -> dict[str, set[Linked]]:
    """Return all links between two languages by the names of their rosters."""
    links = _as_links(connection.execute(f"{counterparts.TWO_LANGUAGES} true"))
    rosters = rosters_of(connection, looked, {article for link in links for article in link[:2]})
    found: dict[str, set[Linked]] = defaultdict(set)
    for link in links:
        for article in link[:2]:
            for one in rosters[article][0]:
                found[surest_key(one.name)].add(link)
    return found


def _as_links(rows: sqlite3.Cursor) -> set[Linked]:
    return {(int(article), int(other), float(sure)) for article, other, sure in rows}
