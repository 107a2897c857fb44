"""Is what is found right and whole? Precision and recall of names against the made-up truth."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from desktop_app.library.library import Library
from desktop_app.query.grammar import parse
from tests.bench.figures import Figure
from tests.bench.floor import records
from tests.made_up import dispatches
from tests.made_up.people import population

NAMES = 24
READ_AGAIN = 25_000  # who took part is known by making the dispatches again: a minute at 500,000

Found = tuple[int, int, int]
"""How many were found rightly, found in all, and there in all."""


def measure(path: Path, size: int) -> list[Figure]:
    """Search the library at ``path`` for names, as words and as persons."""
    people = list(dict.fromkeys(population().drawn))[:NAMES]
    with Library.open(path) as library:
        connection = sqlite3.connect(path / "library.db")
        number = dict(connection.execute("SELECT url, article FROM capture"))
        connection.close()
        english, korean = [p.name for p in people], [p.name_ko for p in people]
        standing = _standing(path.parent / "made-up.jsonl", english, korean, number)
        figures = [
            *_figures(size, "an English name in the text", _asked(library, english, standing)),
            *_figures(size, "a Korean name in the text", _asked(library, korean, standing)),
        ]
        if size <= READ_AGAIN:
            took_part = _took_part(size, number)
            persons = {
                f'person:"{p.name}"': took_part[p.name] | took_part[p.name_ko] for p in people
            }
            figures += _figures(size, "a person in both scripts", _asked(library, persons, persons))
    return figures


def _standing(
    source: Path, english: list[str], korean: list[str], number: dict[str, int]
) -> dict[str, set[int]]:
    """Return in which articles each name stands, told by looking at every text."""
    there: dict[str, set[int]] = defaultdict(set)
    whole_word = {name: re.compile(rf"\b{re.escape(name)}\b", re.I) for name in english}
    for record in records(source):
        article = number[record["url"]]
        parts = (record["title"], record["body"])
        text = "\n\n".join(parts)
        squeezed = "\n".join("".join(part.split()) for part in parts)
        lower = text.lower()
        for name, pattern in whole_word.items():
            if name.lower() in lower and pattern.search(text):
                there[name].add(article)
        for name in korean:
            if name in squeezed:
                there[name].add(article)
    return there


def _took_part(size: int, number: dict[str, int]) -> dict[str, set[int]]:
    took_part: dict[str, set[int]] = defaultdict(set)
    for one in dispatches(size, korean_share=0.5):
        for row in one.participants:
            took_part[row.name].add(number[one.url])
    return took_part


def _asked(library: Library, names: Iterable[str], truth: dict[str, set[int]]) -> Found:
    right = found = there = 0
    for name in names:
        ids = set(library.find(parse(name if ":" in name else f'"{name}"').query).ids.tolist())
        right += len(ids & truth[name])
        found += len(ids)
        there += len(truth[name])
    return right, found, there


def _figures(size: int, what: str, counts: Found) -> list[Figure]:
    right, found, there = counts
    note = f"{there:,} there, {found:,} found"
    return [
        Figure(size, f"{what}: {name}", right / max(1, of), "", 1.0, "aim", 1.0, True, note)
        for name, of in (("precision", found), ("recall", there))
    ]
