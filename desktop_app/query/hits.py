"""Where in a text the words of a query stand, by the same rules by which they were found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

from desktop_app.query.conditions.changes import Changed
from desktop_app.query.conditions.words import Forms, Near, Part, Words
from desktop_app.query.english import forms_of
from desktop_app.query.pairs import BETWEEN, SCRIPT, runs_of, words_of
from desktop_app.query.query import And, Condition, Node, Not, Or, Query

# Hangul and ideographs part words, because the index of words leaves them out.
_LETTER = rf"[^\W_{SCRIPT}]"
_APART = rf"[\W_{SCRIPT}]+"
_BEFORE, _AFTER = rf"(?<![^\W_{SCRIPT}])", rf"(?![^\W_{SCRIPT}])"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text around its first hit, on one line; ``hits`` are [start, end) in it."""

    text: str
    hits: tuple[tuple[int, int], ...]


def hits_in(text: str, query: Query, part: Part = Part.TEXT) -> tuple[tuple[int, int], ...]:
    """Return [start, end) in code points of ``text`` for every word that ``query`` asks for.

    ``part`` says whether ``text`` is a title or a text; what a query excludes is no hit.
    """
    pattern = _pattern(query, part)
    if pattern is None:
        return ()
    folded, places = _folded(text)
    found = [
        (places[match.start()], places[match.end() - 1] + 1) for match in pattern.finditer(folded)
    ]
    return tuple(found)


def snippet(text: str, hits: tuple[tuple[int, int], ...], length: int = 160) -> Snippet | None:
    """Return ``length`` letters of ``text`` around the first of ``hits``; None without any."""
    if not hits:
        return None
    start = max(0, hits[0][0] - length // 3)
    if start:
        space = text.find(" ", start, hits[0][0])
        start = space + 1 if space >= 0 else start
    end = min(len(text), max(start + length, hits[0][1]))
    ahead, after = "… " if start else "", " …" if end < len(text) else ""
    # One letter for one keeps the hits where they are.
    piece = "".join(" " if letter.isspace() else letter for letter in text[start:end])
    moved = len(ahead) - start
    inside = tuple((a + moved, b + moved) for a, b in hits if a >= start and b <= end)
    return Snippet(f"{ahead}{piece}{after}", inside)


@lru_cache(maxsize=32)
def _pattern(query: Query, part: Part) -> re.Pattern[str] | None:
    """Return what matches any word that is asked for, longest first; None where there is none."""
    written = {one for leaf in _asked_for(query.where) for one in _written(leaf, part)}
    if not written:
        return None
    return re.compile("|".join(sorted(written, key=len, reverse=True)))


def _asked_for(node: Node) -> Iterator[Condition]:
    if isinstance(node, Condition):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _asked_for(part)
    elif isinstance(node, Not) and isinstance(node.part, Not):
        yield from _asked_for(node.part.part)


def _written(leaf: Condition, part: Part) -> Iterator[str]:
    if isinstance(leaf, Words | Forms | Near) and leaf.part not in (Part.ANY, part):
        return
    if isinstance(leaf, Words):
        yield from _phrase(leaf.phrase, prefix=leaf.prefix)
    elif isinstance(leaf, Forms):
        for form in forms_of(leaf.word):
            yield from _phrase(form)
    elif isinstance(leaf, Near):
        for phrase in leaf.phrases:
            yield from _phrase(phrase)
    elif isinstance(leaf, Changed):
        yield from _phrase(leaf.phrase)


def _phrase(phrase: str, *, prefix: bool = False) -> Iterator[str]:
    if runs_of(phrase) and re.search(_LETTER, words_of(phrase)):
        yield _in_one_piece(_folded(phrase)[0], prefix=prefix)
        return
    for run in runs_of(phrase):
        yield BETWEEN.join(map(re.escape, run))
    words = re.findall(r"[^\W_]+", _folded(words_of(phrase))[0])
    if words:
        yield _BEFORE + _APART.join(map(re.escape, words)) + ("" if prefix else _AFTER)


def _in_one_piece(phrase: str, *, prefix: bool) -> str:
    """Return what matches a phrase of two scripts: 9월9일."""
    pieces = re.findall(rf"[{SCRIPT}]|{_LETTER}+", phrase)
    pattern = r"[\s·-]*".join(map(re.escape, pieces))
    before = _BEFORE if re.match(_LETTER, pieces[0]) else ""
    after = _AFTER if re.match(_LETTER, pieces[-1]) and not prefix else ""
    return before + pattern + after


def _folded(text: str) -> tuple[str, list[int]]:
    """Return ``text`` without case and accents, and where each of its letters came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        base = _base(letter)
        if base:
            letters.append(base)
            places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _base(letter: str) -> str:
    """Return one letter for one, so that places stay countable; "" for a combining mark."""
    if letter.isascii():
        return letter.lower()
    if category(letter) == "Mn":
        return ""
    if "가" <= letter <= "힣":
        return letter
    base = normalize("NFKD", letter)[:1].lower()
    return base[:1] or letter
