"""How soon a question is answered: list, total and counts per day, from a library at rest.

Counted is the time that the asking thread works: a question waits for nothing else.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path

from desktop_app.analysis.persons import find_person, person_page
from desktop_app.jobs import Cancelled, Job
from desktop_app.library.library import Library
from desktop_app.query.grammar import parse
from tests.bench.figures import WORKED, Figure, resident_mb, seconds, spread
from tests.made_up import words

QUESTIONS = {
    "rare word": words.WORD_RARE,
    "phrase": f'"{words.PHRASE}"',
    "prefix": f"{words.PREFIX}*",
    "two words": f"{words.WORD_FREQUENT} harvest",
    "word in 4 of 5": words.WORD_FREQUENT,
    "Korean, two syllables": words.KOREAN_WORD,
    "Korean name": words.KOREAN_PERSON,
    "one day": "date:2014-04-15",
    "one year": "date:2014",
    "person": f'person:"{words.PERSON_COMMON}"',
    "person in a role": f'person:"{words.PERSON_COMMON}" role:present',
    "everything": "",
}
FLOOR_MS = 20.0  # below this nobody can tell; the limit is 3 x SQL, or this


def measure(path: Path, size: int) -> list[Figure]:
    """Ask each question of the library at ``path``; every answer is a whole `Result`."""
    figures: list[Figure] = []
    with Library.open(path) as library:
        cold, _ = spread(lambda: library.find(parse("").query), times=1)
        for name, text in QUESTIONS.items():
            query = parse(text).query
            median, worst = spread(lambda query=query: library.find(query), clock=WORKED)  # type: ignore[misc]
            same = _plain(path, text)
            against = max(FLOOR_MS / 3, same)
            figures.append(
                Figure(
                    size, f"{name}: whole result", median, "ms", against,
                    "count(*) of the same match" if same > FLOOR_MS / 3 else "floor 20 ms / 3", 3.0,
                    note=f"p95 {worst:.1f} ms, {len(library.find(query)):,} found",
                )
            )  # fmt: skip
        figures.extend(_facets(library, path, size))
        figures.append(_overtaken(library, size))
        figures.append(_person_page(library, size))
        newest, _ = spread(
            lambda: library.rows(library.find(parse("").query).ids[:200]), clock=WORKED
        )
        figures.append(Figure(size, "first 200 rows of everything", newest, "ms"))
        figures.append(
            Figure(size, "memory after all questions", resident_mb(), "MB", note="no window")
        )
        figures.append(Figure(size, "first question, warm", cold, "ms"))
    return figures


def _overtaken(library: Library, size: int) -> Figure:
    """Cancel slow questions at different moments; return the longest that one went on."""
    query = parse(f"a* OR {words.WORD_FREQUENT} OR {words.KOREAN_WORD} sort:title").query
    went_on = []
    for wait in (0.0, 0.001, 0.003, 0.01, 0.03) * 3:
        job = Job()

        def ask(job: Job = job) -> None:
            with suppress(Cancelled):
                library.find(query, job)

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(wait)
        job.cancel()
        went_on.append(seconds(asking.join) * 1000)
    went_on.sort()
    median = went_on[len(went_on) // 2]
    return Figure(
        size, "an overtaken question goes on for", went_on[-1], "ms", 10.0, "limit", 1.0,
        note=f"median {median:.1f} ms",
    )  # fmt: skip


def _person_page(library: Library, size: int) -> Figure:
    """Time the page of whoever is in most dispatches: a tenth of a second feels at once."""
    most = library.facet(library.find(parse("").query), "person")[0]
    person = find_person(library, most.value)[0]
    page, _ = spread(lambda: person_page(library, person.uuid, Job()), times=5, clock=WORKED)
    return Figure(
        size, "page of the most frequent person", page, "ms", 100.0, "a tenth of a second", 2.0,
        note=f"in {most.count:,} dispatches",
    )  # fmt: skip


def _facets(library: Library, path: Path, size: int) -> list[Figure]:
    everything = library.find(parse("").query)
    person, _ = spread(lambda: library.facet(everything, "person", Job()), 5, WORKED)
    connection = sqlite3.connect(path / "library.db")
    in_sql, _ = spread(
        lambda: connection.execute(
            "SELECT p.person, count(DISTINCT a.id) FROM article a"
            " JOIN event e ON e.version = a.reading_version JOIN participant p ON p.event = e.id"
            " GROUP BY p.person ORDER BY 2 DESC LIMIT 200"
        ).fetchall(),
        3,
        WORKED,
    )
    connection.close()
    return [
        Figure(size, "facet by person of everything", person, "ms", in_sql, "the same in SQL", 0.2)
    ]


def _plain(path: Path, text: str) -> float:
    """Return the milliseconds of ``SELECT count(*) … MATCH`` for the same words; 0 for none."""
    match = {
        QUESTIONS["rare word"]: ("words", words.WORD_RARE),
        QUESTIONS["phrase"]: ("words", f'"{words.PHRASE}"'),
        QUESTIONS["prefix"]: ("words", f"{words.PREFIX}*"),
        QUESTIONS["two words"]: ("words", f"{words.WORD_FREQUENT} harvest"),
        QUESTIONS["word in 4 of 5"]: ("words", words.WORD_FREQUENT),
        QUESTIONS["Korean, two syllables"]: ("pairs", words.KOREAN_WORD),
    }.get(text)
    if match is None:
        return 0.0
    table, expression = match
    connection = sqlite3.connect(path / "library.db")
    try:
        median, _ = spread(
            lambda: connection.execute(
                f"SELECT count(*) FROM {table} WHERE {table} MATCH ?",
                (expression,),
            ).fetchone(),
            clock=WORKED,
        )
    finally:
        connection.close()
    return median
