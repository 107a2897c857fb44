"""Gives persons out: who is meant, how dispatches write and title them, who may be the same."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from desktop_app.library.facets import ALONE, distinct_articles
from desktop_app.library.people import script_of
from desktop_app.model.names import folded_name
from desktop_app.model.participant import Participant
from desktop_app.model.person import Held, Linked, Person, Spelling
from desktop_app.query.arrays import NO_DAY, Arrays, Ids
from desktop_app.query.conditions.people import person_ids, value_of
from desktop_app.query.result import EPOCH, FacetCount, Result

_PERSON = "SELECT id, uuid, name, coalesce(name_ko, '') FROM person"
_ROWS = (
    "SELECT p.name, coalesce(p.linked_by, 'spelling'), coalesce(p.link_certainty, 0.7),"
    " group_concat(e.version) FROM participant p JOIN event e ON e.id = p.event"
    " WHERE p.person = ? GROUP BY 1, 2, 3"
)
_SMALL_WORDS = frozenset(("the", "of", "and", "a", "dprk", "s", "del", "de", "la", "y", "el"))


def person(connection: sqlite3.Connection, uuid: str) -> Person | None:
    """Return the person who is known for good as ``uuid``."""
    row = connection.execute(f"{_PERSON} WHERE uuid = ?", (uuid,)).fetchone()
    return Person(*row) if row else None


def meant(connection: sqlite3.Connection, value: str) -> tuple[Person, ...]:
    """Return whom ``person:value`` finds, whoever is in most rows first."""
    ids, parameters = person_ids(value)
    found = connection.execute(
        f"{_PERSON} q WHERE id IN ({ids}) ORDER BY"
        " (SELECT count(*) FROM participant p WHERE p.person = q.id) DESC, uuid LIMIT 50",
        parameters,
    )
    return tuple(Person(*row) for row in found)


def of_row(connection: sqlite3.Connection, version: int, row: Participant) -> Person | None:
    """Return whom a row of a version's participants means."""
    found = connection.execute(
        f"{_PERSON} WHERE id = (SELECT p.person FROM participant p JOIN event e ON e.id = p.event"
        " WHERE e.version = ? AND p.name = ?"
        " ORDER BY coalesce(p.title, '') = ? DESC, e.position, p.position LIMIT 1)",
        (version, row.name, row.title),
    ).fetchone()
    return Person(*found) if found else None


def asked_of_row(connection: sqlite3.Connection, version: int, row: Participant) -> str:
    """Return how a query calls whom a row means, as the facets do: this one, no homonym."""
    one = of_row(connection, version, row)
    if one is None:
        return row.name
    alone = connection.execute(f"SELECT {ALONE} FROM person WHERE id = ?", (one.id,)).fetchone()[0]
    return value_of(one.uuid, one.name, alone=alone)


@dataclass(frozen=True, slots=True)
class Facts:
    """How dispatches write and title a person, and what linked the rows."""

    spellings: tuple[Spelling, ...]
    titles: tuple[Held, ...]
    linked: tuple[Linked, ...]


def facts(connection: sqlite3.Connection, arrays: Arrays, number: int) -> Facts:
    """Gather what the rows of a person say; the most frequent has tens of thousands.

    Names and links come in a line for each of few, which SQLite puts together; the rest
    stands in the arrays.
    """
    written: dict[str, list[Ids]] = defaultdict(list)
    links: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for name, by, certainty, versions in connection.execute(_ROWS, (number,)):
        articles = _read_as(arrays, np.fromstring(versions, dtype=np.int64, sep=","))
        if len(articles):
            written[name].append(articles)
            links[by].append((len(articles), certainty))
    spellings = {name: len(_distinct(each)) for name, each in written.items()}
    linked = [
        Linked(by, rows, sum(count * certainty for count, certainty in each) / rows)
        for by, each in links.items()
        if (rows := sum(count for count, _ in each))
    ]
    return Facts(
        tuple(
            Spelling(name, script_of(name), spellings[name])
            for name in sorted(spellings, key=lambda one: (-spellings[one], one))
        ),
        _titles(arrays, number),
        tuple(sorted(linked, key=lambda one: (-one.count, one.by))),
    )


def _read_as(arrays: Arrays, versions: Ids) -> Ids:
    """Return the articles whose reading versions these are, what lies in the bin aside."""
    known = versions[versions < len(arrays.article_of_version)]
    articles = arrays.article_of_version[known]
    return articles[arrays.alive[articles]]


def _titles(arrays: Arrays, number: int) -> tuple[Held, ...]:
    """Make writings of one title a line, in the order of first being seen."""
    borne = _borne(arrays, number)
    lines: dict[frozenset[str], list[str]] = defaultdict(list)
    for title in sorted(borne, key=lambda one: (-len(borne[one]), one)):
        lines[_content(title)].append(title)
    held = []
    for writings in lines.values():
        articles = _distinct([borne[title] for title in writings])
        days = arrays.published[articles]
        days = days[days != NO_DAY]
        first, last = (_day(days.min()), _day(days.max())) if len(days) else (None, None)
        held.append(Held(writings[0], first, last, len(articles), tuple(writings)))
    return tuple(sorted(held, key=lambda one: (one.first or date.max, one.title)))


def _day(number: np.int32) -> date:
    return EPOCH + timedelta(days=int(number))


def _borne(arrays: Arrays, number: int) -> dict[str, Ids]:
    """Return the dispatches in which the person has each title."""
    pairs = arrays.pairs
    own = np.flatnonzero(pairs.person == number)
    own = own[arrays.alive[pairs.article[own]]]
    own = own[np.argsort(pairs.office[own], kind="stable")]
    begins = np.flatnonzero(np.diff(pairs.office[own], prepend=-1))
    borne = {}
    for rows in np.split(own, begins[1:]) if len(own) else ():
        if title := arrays.offices[pairs.office[rows[0]]]:
            borne[title] = _distinct([pairs.article[rows]])
    return borne


def _distinct(articles: Sequence[Ids]) -> Ids:
    """Return every article once; these are nearly sorted, where `np.unique` would hash them."""
    ordered = np.sort(np.concatenate(articles), kind="stable")
    return ordered[np.diff(ordered, prepend=-1) > 0]


def _content(title: str) -> frozenset[str]:
    """Return the words by which writings of one title are one."""
    words = folded_name(re.sub(r"\bC\.\s?C\.,?", "Central Committee", title)).split()
    return frozenset(words) - _SMALL_WORDS


def roles(arrays: Arrays, result: Result, number: int) -> tuple[FacetCount, ...]:
    """Count the result's dispatches by the roles of this person in them."""
    pairs = arrays.pairs
    own = pairs.person == number
    counts = distinct_articles(
        pairs.article[own],
        pairs.role[own].astype(np.int64),
        arrays.mask_of(result.ids),
        len(arrays.roles),
    )
    lines = [
        FacetCount(role, role, int(count))
        for role, count in zip(arrays.roles, counts, strict=True)
        if count
    ]
    return tuple(sorted(lines, key=lambda line: -line.count))
