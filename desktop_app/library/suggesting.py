"""What the library knows that begins as typed, and what was probably meant where nothing is."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from rapidfuzz import fuzz, process

from desktop_app.jobs import Job
from desktop_app.library import labels
from desktop_app.library.facets import codes_of, distinct_articles
from desktop_app.library.find import Masks
from desktop_app.model.names import folded_name, name_keys
from desktop_app.model.shelf import Shelf
from desktop_app.query.arrays import Arrays
from desktop_app.query.conditions.people import About, Trait, Who, escaped
from desktop_app.query.conditions.words import Words
from desktop_app.query.query import And, Condition, Node, Not, Or, Query, leaves
from desktop_app.query.result import FacetCount

_COLUMNS = {"lang": "language"}
_ALIKE = 80  # of 100: one letter in five may differ
_A_TENFOLD = 4  # being ten times as frequent is worth 4 of 100 in likeness
_MOST_NAMES = 2_000


def suggest(
    connection: sqlite3.Connection, arrays: Arrays, field: str, typed: str, most: int
) -> tuple[FacetCount, ...]:
    """Return the values of ``field`` with a word that begins as ``typed``, most frequent first."""
    typed = typed.encode("utf-8", "replace").decode("utf-8")  # half a pair has no UTF-8
    if field == "person":
        return _people(connection, arrays, typed, most)
    if field in ("role", "side"):
        words = arrays.roles if field == "role" else arrays.sides
        codes = arrays.pairs.role if field == "role" else arrays.pairs.side
        counts = distinct_articles(
            arrays.pairs.article, codes.astype(np.int64), arrays.alive, len(words)
        )
    elif field in tuple(Shelf):
        counted = labels.counts(connection, Shelf(field), arrays.alive)
        words, counts = tuple(counted), np.array([*counted.values()], dtype=np.int64)
    else:
        column = codes_of(arrays, _COLUMNS.get(field, field))
        words = column.words
        counts = np.bincount(column.code[arrays.alive], minlength=len(words))
    wanted = f" {folded_name(typed)}"
    lines = [
        FacetCount(word, word, int(counts[code]))
        for code, word in enumerate(words)
        if word and counts[code] and wanted in f" {folded_name(word)}"
    ]
    return tuple(sorted(lines, key=lambda line: -line.count)[:most])


def _people(
    connection: sqlite3.Connection, arrays: Arrays, typed: str, most: int
) -> tuple[FacetCount, ...]:
    keys = name_keys(typed)
    marks = ",".join("?" * len(keys))
    like = escaped(" ".join(typed.split()))
    anywhere = "%" if any("가" <= letter <= "힣" for letter in typed) else ""
    rows = connection.execute(
        "SELECT DISTINCT p.id, p.name FROM person_name n JOIN person p ON p.id = n.person"
        f" WHERE n.key IN ({marks}) OR ' ' || n.name LIKE ? ESCAPE '\\' LIMIT {_MOST_NAMES:d}",
        (*keys, f"% {anywhere}{like}%" if not anywhere else f"%{like}%"),
    ).fetchall()
    if not rows:
        return ()
    persons = arrays.pairs.person
    size = int(max(persons.max(initial=0), *(number for number, _ in rows))) + 1
    meant = np.zeros(size, dtype=np.bool_)
    meant[[number for number, _ in rows]] = True
    here = meant[persons]
    counts = distinct_articles(arrays.pairs.article[here], persons[here], arrays.alive, size)
    lines = [FacetCount(name, name, int(counts[number])) for number, name in rows if counts[number]]
    return tuple(sorted(lines, key=lambda line: -line.count)[:most])


def spellings(connection: sqlite3.Connection, phrase: str) -> tuple[str, ...]:
    """Return the other spellings, in any script, of the name that ``phrase`` is; else nothing."""
    keys = name_keys(phrase)
    if not keys:
        return ()
    marks = ",".join("?" * len(keys))
    rows = connection.execute(
        "SELECT DISTINCT name FROM person_name WHERE person IN"
        f" (SELECT person FROM person_name WHERE key IN ({marks})) ORDER BY name",
        keys,
    )
    written = folded_name(phrase)
    return tuple(name for (name,) in rows if folded_name(name) != written)


def widened(connection: sqlite3.Connection, node: Node) -> Node | None:
    """Return ``node`` with every name in it in all its spellings; None where there is no other."""
    changed = _changed(node, lambda leaf: _wider(connection, leaf))
    return None if changed == node else changed


def _wider(connection: sqlite3.Connection, leaf: Condition) -> Node:
    if not isinstance(leaf, Words) or leaf.prefix:
        return leaf
    others = spellings(connection, leaf.phrase)
    if not others:
        return leaf
    return Or((leaf, *(replace(leaf, phrase=other) for other in others[:12])))


def did_you_mean(
    connection: sqlite3.Connection, arrays: Arrays, query: Query, job: Job
) -> tuple[Query, ...]:
    """Return queries that find something, for one in which a word or name finds nothing."""
    masks = Masks(connection, arrays, query.versions, job)
    found: list[Query] = []
    for leaf in dict.fromkeys(leaves(query.where)):
        if masks.of(leaf).any():
            continue
        for other in meant(connection, leaf):
            better = replace(query, where=replaced(query.where, leaf, other))
            if masks.of(better.where).any():
                found.append(better)
    return tuple(found)


def meant(connection: sqlite3.Connection, leaf: Condition) -> tuple[Condition, ...]:
    """Return what ``leaf``, which finds nothing, may have meant: a word or name like it."""
    if isinstance(leaf, Words):
        words = _words_like(connection, leaf.phrase)
        return tuple(replace(leaf, phrase=word) for word in words)
    if isinstance(leaf, Who):
        found: list[Condition] = []
        for trait in leaf.traits:
            if trait.about is About.PERSON:
                found += [_with(leaf, trait, name) for name in _names_like(connection, trait.value)]
        return tuple(found)
    return ()


def _with(who: Who, trait: Trait, name: str) -> Who:
    return Who(tuple(replace(one, value=name) if one is trait else one for one in who.traits))


def _names_like(connection: sqlite3.Connection, name: str) -> list[str]:
    names = connection.execute("SELECT DISTINCT name FROM person_name")
    return _like(name, {row[0]: 0 for row in names})


def _words_like(connection: sqlite3.Connection, phrase: str) -> list[str]:
    """Return indexed words like ``phrase``, where it is one word; names where it is more."""
    word = folded_name(phrase)
    if not word:
        return []
    if " " in word or not word.isascii():
        return _names_like(connection, phrase)
    first = word[:1]
    terms = {
        term: documents
        for term, documents in connection.execute(
            "SELECT term, doc FROM words_known WHERE term >= ? AND term < ?",
            (first, chr(ord(first) + 1)),
        )
        if abs(len(term) - len(word)) <= 2
    }
    return _like(word, terms)


def _like(wanted: str, known: Mapping[str, int]) -> list[str]:
    """Return the likest of ``known``; among those nearly as like, what more dispatches have."""
    found = process.extract(
        wanted, list(known), scorer=fuzz.ratio, processor=folded_name, limit=20, score_cutoff=_ALIKE
    )
    found.sort(key=lambda one: one[1] + _A_TENFOLD * math.log10(1 + known[one[0]]), reverse=True)
    return [name for name, _, _ in found if folded_name(name) != folded_name(wanted)][:3]


def replaced(node: Node, old: Condition, new: Condition) -> Node:
    """Return ``node`` with ``new`` in every place of ``old``."""
    return _changed(node, lambda leaf: new if leaf == old else leaf)


def _changed(node: Node, change: Callable[[Condition], Node]) -> Node:
    if isinstance(node, Condition):
        return change(node)
    if isinstance(node, Not):
        return Not(_changed(node.part, change))
    if isinstance(node, And | Or):
        return type(node)(tuple(_changed(part, change) for part in node.parts))
    return node
