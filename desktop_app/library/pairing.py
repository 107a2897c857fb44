"""Who is one person in two scripts, as dispatches that report one event in both tell.

Names are paired, not persons, so that the answer is a function of the dispatches alone. Two
names link where nothing speaks against it: neither is paired with a second one (김영철 and
김용철 are both Kim Yong Chol), no list of people knows them, their titles part nobody, and the
user has not said otherwise.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop_app.library import awaiting, counterparts
from desktop_app.library.authority import Authority, surest_key
from desktop_app.library.decisions import Decisions
from desktop_app.library.linked_rosters import Linked, Looked, links_of, rosters_of
from desktop_app.library.parting import Bearing, may_part, part
from desktop_app.library.people import plain_uuid
from desktop_app.model.counterpart import Link
from desktop_app.model.rosters import pairs

ENOUGH = 0.8
"""What the events must weigh together: one whose names sound alike is enough."""
_IN = "IN (SELECT value FROM json_each(?))"
_KEY = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Paired:
    """Whom a name in Hangul means by its counterparts: the lasting id, and how sure that is."""

    uuid: str
    name: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """Everybody who is paired, by the lasting id of the name in Hangul."""

    of: Mapping[str, Paired] = field(default_factory=dict)

    def meant(self, uuid: str) -> str:
        """Return who stands for ``uuid``."""
        paired = self.of.get(uuid)
        return paired.uuid if paired else uuid


def certainty_of(weight: float) -> float:
    """Return how sure a link by counterparts is: as of so many of four more that were right."""
    return (weight + 3) / (weight + 4)


def linked(
    connection: sqlite3.Connection,
    links: Mapping[int, Iterable[Link]],
    changed: Container[int] | None,
) -> None:
    """Keep the ``links`` of whole days; whom they pair, or paired, awaits being settled.

    That is whoever stands in dispatches whose link is another now, or which ``changed``
    themselves (None: all of them).
    """
    before = counterparts.between_languages(connection, links)
    counterparts.store(connection, links)
    after = counterparts.between_languages(connection, links)
    concerned = {
        article
        for link in before | after
        if changed is None or (link in before) != (link in after) or _in(changed, link)
        for article in link[:2]
    }
    # By the versions: events have no index of their articles.
    awaiting.wait(
        connection,
        "SELECT p.person FROM version v JOIN event e ON e.version = v.id"
        f" JOIN participant p ON p.event = e.id WHERE v.article {_IN}",
        (json.dumps(sorted(concerned)),),
    )


def _in(changed: Container[int], link: tuple[int, int, float]) -> bool:
    return link[0] in changed or link[1] in changed


def together(connection: sqlite3.Connection, one: int, other: int) -> int:
    """Return how many pairs of counterparts name one person in one, the other in the other."""
    own = "(SELECT e.article FROM participant p JOIN event e ON e.id = p.event WHERE p.person = ?)"
    (count,) = connection.execute(
        f"SELECT count(*) FROM counterpart WHERE (article IN {own} AND other IN {own})"
        f" OR (other IN {own} AND article IN {own})",
        (one, other, one, other),
    ).fetchone()
    return int(count)


class Pairing:
    """Finds who is paired with those about whom `settling` asks."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        known: Authority,
        decided: Decisions,
        looked: Looked,
    ) -> None:
        self._connection, self._looked = connection, looked
        self._known, self._decided = known, decided

    def of(self, persons: Iterable[int]) -> tuple[list[int], Pairs]:
        """Return ``persons`` with everybody who bears a name paired with theirs, and the pairs."""
        wanted = sorted(set(persons))
        links = self._links_of(wanted)
        weights = self._weights(links)
        if not weights:
            return wanted, Pairs()
        partners = self._bearers({name for two in weights for name in two})
        # A second name that somebody is paired with may stand in dispatches of his alone.
        links |= self._links_of(sorted(partners.difference(wanted)))
        return sorted({*wanted, *partners}), Pairs(dict(self._linked(self._weights(links))))

    def _links_of(self, persons: list[int]) -> set[Linked]:
        """Return the links of the dispatches in which those of ``persons`` stand whom we ask of."""
        return links_of(self._connection, self._looked, self._unknown(persons))

    def _unknown(self, persons: list[int]) -> list[int]:
        """Return those of ``persons`` whom no list knows: the most frequent are left out."""
        names: dict[int, set[str]] = defaultdict(set)
        for person, name in self._connection.execute(
            f"SELECT person, name FROM person_name WHERE person {_IN}", (json.dumps(persons),)
        ):
            names[person].add(name)
        return [one for one in persons if any(not self._known.of(name) for name in names[one])]

    def _weights(self, links: set[Linked]) -> dict[_KEY, float]:
        """Return what the events of ``links`` weigh for each two names, by their surest keys."""
        articles = {article for link in links for article in link[:2]}
        rosters = rosters_of(self._connection, self._looked, articles)
        told: dict[_KEY, dict[int, float]] = defaultdict(dict)
        for link in sorted(links):
            sides = {rosters[article][1]: article for article in link[:2]}
            if len(sides) < 2:
                continue
            hangul = sides[True]
            for two in pairs(rosters[sides[False]][0], rosters[hangul][0]):
                if not self._known.of(two.latin) and not self._known.of(two.hangul):
                    of_two = told[surest_key(two.latin), surest_key(two.hangul)]
                    # English and Spanish of one event are no two witnesses.
                    of_two[hangul] = max(of_two.get(hangul, 0.0), link[2] * two.weight)
        return {two: sum(events.values()) for two, events in told.items()}

    def _bearers(self, keys: Iterable[str]) -> set[int]:
        return {
            int(row[0])
            for row in self._connection.execute(
                f"SELECT person FROM person_name WHERE surest AND key {_IN}",
                (json.dumps(sorted(keys)),),
            )
        }

    def _linked(self, weights: Mapping[_KEY, float]) -> Iterator[tuple[str, Paired]]:
        """Yield who links, by the lasting id of the name in Hangul."""
        partners: dict[str, set[str]] = defaultdict(set)
        strong = {two: weight for two, weight in sorted(weights.items()) if weight >= ENOUGH}
        for latin, hangul in strong:
            partners[latin].add(hangul)
            partners[hangul].add(latin)
        spelt = self._spelt(partners)
        for (latin, hangul), weight in strong.items():
            if len(partners[latin]) > 1 or len(partners[hangul]) > 1:
                continue
            here, there = spelt[latin], spelt[hangul]
            if not here or not there or not self._may_link(here[0], there[0]):
                continue
            one_person = self._looked.one_person
            if latin not in one_person:
                one_person[latin] = self._is_one(latin, here)
            if one_person[latin]:
                yield (
                    plain_uuid(there[0]),
                    Paired(plain_uuid(here[0]), here[0], certainty_of(weight)),
                )

    def _may_link(self, latin: str, hangul: str) -> bool:
        """Tell whether the user has said nothing else: his word stands above."""
        one, other = plain_uuid(latin), plain_uuid(hangul)
        if self._decided.kept(other) != other:
            return False
        return not self._decided.told_apart(self._decided.kept(one), other)

    def _spelt(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Return the spellings of each of ``keys``."""
        names: dict[str, list[str]] = defaultdict(list)
        for key, name in self._connection.execute(
            f"SELECT DISTINCT key, name FROM person_name WHERE surest AND key {_IN}"
            " ORDER BY key, name",
            (json.dumps(sorted(keys)),),
        ):
            names[key].append(name)
        return names

    def _is_one(self, key: str, names: list[str]) -> bool:
        """Tell whether one person bears a name in all of its rows."""
        said = awaiting.titles_of(self._connection, names).values()
        if not may_part([title for titles in said for title in titles]):
            return True
        rows = self._connection.execute(
            "SELECT p.id, a.id, p.name, p.title, coalesce(a.published, e.happened_first)"
            " FROM participant p JOIN event e ON e.id = p.event JOIN article a ON a.id = e.article"
            " WHERE p.person IN (SELECT person FROM person_name WHERE surest AND key = ?)"
            f" AND p.name {_IN} ORDER BY a.day_told, a.public_id, p.id",
            (key, json.dumps(names)),
        ).fetchall()
        bearings = [
            Bearing(
                number,
                article,
                name,
                title or "",
                date.fromisoformat(day).toordinal() if day else None,
            )
            for number, article, name, title, day in rows
        ]
        return not any(bearer.mark for bearer in part(bearings))
