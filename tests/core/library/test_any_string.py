"""Whatever is typed: results or a hint, never an error, never a silent wrong answer."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.query.conditions.words import Words
from desktop_app.query.fields import FIELDS
from desktop_app.query.grammar import LONGEST, parse
from desktop_app.query.query import Not
from tests.core.library.test_finding import MADE_UP
from tests.made_up.read import take_read

PIECES = (
    *(f"{field}:" for field in FIELDS),
    *"()\"'“”«»-+*~:^{}[]\\/|&!?.,;=<>%_#@$`\0\t\n\r\x0b\x1f\x7f\u200b\u202e\ufeff\ufffd",
    " OR ", " AND ", " NOT ", " NEAR(", "NEAR/3", "who(", "..", ">=", "<", "juche:0", "juche:112",
    "date:2023-02-30", "date:99999999999", "2023-13-40", "before:", "after:0000-00-00", "unknown",
    "talks", "Hong Ryong Sae", "현지지도", "지", "김정은", "平壤", "9월9일", "~visit", "nucle*",
    "'; DROP TABLE article; --", '" OR 1=1 --', "{title} : x", "title : ^talks", "x NEAR y",
    "rowid", "words MATCH", "(a+)+$", "(?:a|a)*b", "%s%n", "../../etc/passwd", "\ud800", "\udfff",
    "é", "e\u0301", "ﬁ", "İ", "ß", "𝒯𝒶𝓁𝓀𝓈", "🇰🇵", "👩‍👩‍👧",
)  # fmt: skip
SLOW = 2.0  # seconds of a processor: a bomb takes minutes


def any_string(chosen: random.Random) -> str:
    """Return a string as nobody would type it: syntax, markup, every plane of Unicode."""
    kind = chosen.random()
    if kind < 0.7:
        return "".join(chosen.choice(PIECES) for _ in range(chosen.randrange(1, 14)))
    if kind < 0.97:
        planes = [chosen.randrange(17) * 0x10000 for _ in range(chosen.randrange(1, 30))]
        return "".join(chr(plane + chosen.randrange(0x10000)) for plane in planes)
    piece: str = chosen.choice(PIECES)
    return (piece * (1 + LONGEST // max(1, len(piece))))[: chosen.choice((LONGEST, LONGEST + 1))]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("any") / "Any.dateline") as library:
        take_read(library, "made up", MADE_UP)
        yield library


def ask(library, typed):
    """Ask everything that the window asks about a typed line, and hold the answers to laws."""
    parsed = parse(typed)
    query = parsed.query
    again = parse(query.text())  # which may be too long, as quotes and brackets are added: told
    assert again.query == query or any(hint.stops for hint in again.hints)
    for hint in parsed.hints:
        assert str(hint.message)
        assert 0 <= hint.start <= hint.end <= len(typed)
    found = library.find(query)
    others = library.find(replace(query, where=Not(query.where)))
    assert len(found) + len(others) == found.in_library
    assert not set(found.ids.tolist()) & set(others.ids.tolist())
    assert len(found) == found.by_day.total + found.undated
    library.snippets(found.ids[:20].tolist(), query)
    library.widened(query)
    library.suggest("person", typed[:50], Job())
    if not len(found):
        library.did_you_mean(query)
    str(query.words())


def ask_many(library, count, seed):
    chosen = random.Random(seed)
    for number in range(count):
        typed = any_string(chosen)
        began = time.process_time()
        try:
            ask(library, typed)
        except Exception as error:
            error.add_note(f"string {number} of seed {seed}: {typed[:200]!r}")
            raise
        assert time.process_time() - began < SLOW, typed[:200]


def test_a_thousand_strings_are_answered(filled):
    ask_many(filled, 1_000, seed=5)


@pytest.mark.torture
def test_ten_thousand_strings_are_answered(filled):
    ask_many(filled, 10_000, seed=6)


@pytest.mark.parametrize("letter", ["a", "지", '"', "(", "-", "*", "𝒯", "\0", "a ", '" ', "a OR "])
def test_a_hundred_thousand_characters_are_answered_with_a_hint(filled, letter):
    typed = (letter * 100_000)[:100_000]
    began = time.process_time()
    assert parse(typed).hints
    ask(filled, typed)
    assert time.process_time() - began < SLOW


def test_words_that_are_typed_as_syntax_stand_for_themselves(filled):
    assert parse('"DROP TABLE article"').query.where == Words("DROP TABLE article")
    assert len(filled.find(parse("'; DROP TABLE article; --").query)) == 0
    assert len(filled.find(parse("").query)) == len(MADE_UP)
