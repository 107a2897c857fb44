"""Words and phrases in title and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from desktop_app.messages import Message, message
from desktop_app.query.english import forms_of
from desktop_app.query.pairs import pairs_match, runs_of, words_match, words_of
from desktop_app.query.query import TextCondition, Where
from desktop_app.query.quoting import written

NEAR_UNLESS_SAID = 10
FARTHEST = 1_000
SYLLABLES_A_WORD = 3

Match = tuple[str, str]
"""A full-text table and the FTS5 expression to ask it."""


class Part(StrEnum):
    """Where in a dispatch words are looked for."""

    ANY = ""
    TITLE = "title"
    TEXT = "text"

    @property
    def prefix(self) -> str:
        """What stands before the words in the query language."""
        return f"{self.value}:" if self.value else ""

    def narrow(self, expression: str) -> str:
        """Restrict an FTS5 expression to this column."""
        return f"{{{self.value}}} : ({expression})" if self.value else expression

    def says(self, what: Message) -> Message:
        if self is Part.TITLE:
            return message("title has {what}", what=what)
        return message("text has {what}", what=what) if self is Part.TEXT else what


@dataclass(frozen=True, slots=True)
class Words(TextCondition):
    """The words stand there one after the other; with ``prefix`` the last one may go on."""

    phrase: str
    part: Part = Part.ANY
    prefix: bool = False
    field: ClassVar[str] = "text"

    def where(self) -> Where:
        piece = one_piece(self.phrase)
        # A single syllable is in half of all texts, and the piece is looked for anyway.
        matches = matches_of(self.phrase, self.part, prefix=self.prefix, singles=piece is None)
        found = all_of_matches(matches)
        return found if piece is None else together(found, piece, self.part)

    def words(self) -> Message:
        star = "*" if self.prefix else ""
        return self.part.says(message("“{phrase}”", phrase=self.phrase + star))

    def text(self) -> str:
        return self.part.prefix + written(self.phrase) + ("*" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Forms(TextCondition):
    """The English word or any of its inflected forms: ~visit finds visited and visiting."""

    word: str
    part: Part = Part.ANY
    field: ClassVar[str] = "text"

    def where(self) -> Where:
        forms = [words_match(form) for form in forms_of(self.word)]
        english = " OR ".join(form for form in forms if form is not None)
        matches = _pairs_of(self.word, self.part)
        if english:
            matches.append(("words", self.part.narrow(english)))
        return all_of_matches(matches)

    def words(self) -> Message:
        return self.part.says(message("forms of “{word}”", word=self.word))

    def text(self) -> str:
        return f"{self.part.prefix}~{written(self.word)}"


@dataclass(frozen=True, slots=True)
class Near(TextCondition):
    """All of ``phrases``, at least two, with at most ``distance`` words between them."""

    phrases: tuple[str, ...]
    distance: int = NEAR_UNLESS_SAID
    part: Part = Part.ANY
    field: ClassVar[str] = "text"

    def where(self) -> Where:
        found = [matches_of(phrase, Part.ANY) for phrase in self.phrases]
        tables = {table for matches in found for table, _ in matches}
        if len(tables) != 1 or not all(found):
            return Where("SELECT id FROM version WHERE 0")
        table = tables.pop()
        far = min(self.distance, FARTHEST) * (SYLLABLES_A_WORD if table == "pairs" else 1)
        phrases = " ".join(expression for matches in found for _, expression in matches)
        return all_of_matches([(table, self.part.narrow(f"NEAR({phrases}, {far})"))])

    @property
    def in_one_script(self) -> bool:
        """Whether it can be answered at all: nearness is not known across the two tables."""
        tables = {t for phrase in self.phrases for t, _ in matches_of(phrase, Part.ANY)}
        return len(tables) < 2

    def words(self) -> Message:
        phrases = tuple(message("“{phrase}”", phrase=phrase) for phrase in self.phrases)
        near = message("{phrases} within {distance} words", phrases=phrases, distance=self.distance)
        return self.part.says(near)

    def text(self) -> str:
        phrases = " ".join(written(phrase) for phrase in self.phrases)
        return f"{self.part.prefix}NEAR({phrases}, {self.distance})"


def matches_of(
    phrase: str, part: Part, *, prefix: bool = False, singles: bool = True
) -> list[Match]:
    """Return what to ask of which table so that all of ``phrase`` is found.

    Without ``singles`` syllables that stand alone between other letters are left out.
    """
    matches = _pairs_of(phrase, part, singles=singles)
    words = words_match(phrase, prefix=prefix)
    if words is not None:
        matches.append(("words", part.narrow(words)))
    return matches


def _pairs_of(phrase: str, part: Part, *, singles: bool = True) -> list[Match]:
    runs = [run for run in runs_of(phrase) if singles or len(run) > 1]
    return [("pairs", part.narrow(pairs_match(run))) for run in runs]


def match_in(table: str) -> str:
    """Return the SQL that asks one full-text table; several such can be asked together."""
    return f"SELECT rowid FROM {table} WHERE {table} MATCH ?"


def all_of_matches(matches: Sequence[Match]) -> Where:
    """Return the versions that every one of ``matches`` finds; none where there is none."""
    if not matches:
        return Where("SELECT id FROM version WHERE 0")
    # The table is one of two names of ours; what was typed travels as a parameter.
    sql = " INTERSECT ".join(match_in(table) for table, _ in matches)
    return Where(sql, tuple(expression for _, expression in matches))


_DROPPED = (" ", "\n", "\t", "-", "·", "\xa0", "\u3000")


def one_piece(phrase: str) -> str | None:
    """Return a phrase of two scripts without its spaces, as in 9월9일; None for any other."""
    piece = phrase
    for letter in _DROPPED:
        piece = piece.replace(letter, "")
    mixed = bool(runs_of(piece)) and words_match(piece) is not None
    if not mixed or not all(c.isalnum() for c in piece) or not words_of(piece).isascii():
        return None
    return "".join(c.lower() if c.isascii() else c for c in piece)


def together(found: Where, piece: str, part: Part) -> Where:
    """Keep of ``found`` what has ``piece``, of which each of the tables knows only half.

    Texts with full-width letters, which are indexed as usual ones, are let through.
    """
    # A version without a title of its own bears the article's.
    of_part = {Part.TITLE: "coalesce(v.title, a.title)", Part.TEXT: "v.text"}
    columns = [sql for one, sql in of_part.items() if part in (Part.ANY, one)]
    tests = " OR ".join(
        f"instr({column}, ?) OR instr({_squeezed(column)}, ?)"
        f" OR {column} GLOB '*[０-９Ａ-Ｚａ-ｚ]*'"
        for column in columns
    )
    sql = (
        f"WITH hit(id) AS MATERIALIZED ({found.sql})"
        f" SELECT v.id FROM hit JOIN version v ON v.id = hit.id"
        f" JOIN article a ON a.id = v.article WHERE {tests}"
    )
    parameters = (*found.parameters, *[piece] * (2 * len(columns)))
    if part is not Part.TEXT:
        sql += (
            " UNION ALL SELECT hit.id FROM hit JOIN article a ON a.id = -hit.id"
            f" WHERE hit.id < 0 AND instr({_squeezed('a.title')}, ?)"
        )
        parameters = (*parameters, piece)
    return Where(sql, parameters)


def _squeezed(column: str) -> str:
    sql = f"lower({column})"
    for letter in _DROPPED:
        sql = f"replace({sql}, char({ord(letter)}), '')"
    return sql
