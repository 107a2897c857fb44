"""Which captures are one article, and which texts one version of it.

A text finds its article by equal folded text, by an address that is an article's own, or as
a near copy of the same day; never against a conflicting day, and never against conflicting
principals unless the address says so. When unsure there are two articles, linked as
possible copies.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from datetime import date

from desktop_app.library.folding import containment, fold, hashes_in
from desktop_app.library.found import Found, fold_text
from desktop_app.library.shelves import Compared, Shelves
from desktop_app.model.capture import Capture

SAME_TEXT = 0.9  # of the shorter text stands in the longer one
WHOLE = 0.95  # of the longer text: nothing is missing that a cut would take
A_PIECE = 0.6  # of it at most: a piece, wherever it stops
_STOPS = (".", "!", "?", '"', "”", "'", "’", ")", "]", "。", "》", "다", ":")
_END_MARK = re.compile(r"\s*(?:-\s?0\s?-|\(끝\)|[－‐―]{2,3})\s*$")
TOLD_ANEW = 0.5  # of the longer text at most, and no piece of it: a fuller report of its own
DAYS_APART = 4  # between page day and dateline day: no error (measured on 28,800 pages)


def told_day(capture: Capture) -> str:
    """Return the day that blocks comparisons: the dateline's with its year, else the page's.

    ``--MM-DD`` where the year is not known, "" where nothing is.
    """
    said = capture.dateline.day if capture.dateline else None
    if said is None:
        return capture.published.isoformat() if capture.published else ""
    if capture.published is None:
        return str(said)
    # Around New Year the dateline belongs to the year before the page's.
    near = [
        day
        for year in (capture.published.year, capture.published.year - 1)
        if (day := said.in_year(year)) and abs((capture.published - day).days) <= 2 * DAYS_APART
    ]
    return (near[0] if near else capture.published).isoformat()


@dataclass(frozen=True, slots=True)
class Match:
    """What a capture is: of ``article``; ``version`` is set where the text is that version's.

    ``cut_short`` says which side is only the beginning of the other: "this", "that" or "".
    """

    article: int
    version: int | None = None
    cut_short: str = ""


class Identity:
    """Decides for each capture in turn; knows what the same import has just put in."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.shelves = Shelves(connection)

    def match(self, found: Found, day: str, original: int) -> Match | None:
        """Return the article that ``found`` shows; None where it is a new one."""
        if not found.capture.text:
            return self._headline(found, day)
        return (
            self._equal(found, day)
            or self._same_address(found)
            or self._near_copy(found, day, original)
            or self._completes(found, day)
        )

    def _equal(self, found: Found, day: str) -> Match | None:
        capture = found.capture
        for version, article, told, published in self._connection.execute(
            "SELECT v.id, a.id, a.day_told, a.published FROM version v"
            " JOIN article a ON a.id = v.article"
            " WHERE v.folded = ? AND a.outlet = ? AND a.language = ? ORDER BY v.id",
            (found.folded, capture.outlet, capture.language),
        ):
            if not _days_conflict(day, told) and not _far_apart(capture.published, published):
                return Match(article, version)
        return None

    def _same_address(self, found: Found) -> Match | None:
        if found.address is None:
            return None
        capture = found.capture
        for article, version in self._connection.execute(
            "SELECT c.article, a.reading_version FROM capture c JOIN article a ON a.id = c.article"
            " WHERE c.address = ? AND a.language = ? ORDER BY c.id",
            (found.address, capture.language),
        ):
            if version is None:
                return Match(article)
            this = Compared(capture.text, fold_text(capture.text, capture.title))
            other = self._compared(version)
            if containment(this.folded, other.folded) >= SAME_TEXT:
                return Match(article, None, _cut_short(this, other))
        return None

    def _near_copy(self, found: Found, day: str, original: int) -> Match | None:
        if not day:
            return None
        capture = found.capture
        hashes = hashes_in(found.sketch)
        this: Compared | None = None
        best: tuple[float, Match] | None = None
        for other in self.shelves.of(capture.outlet, capture.language, day).near(hashes):
            # Two dispatches of one page are two, however alike; equal ones met above.
            if other.original == original or _strangers(found.principals, other.principals):
                continue
            this = this or Compared(capture.text, fold_text(capture.text, capture.title))
            that = other.compared = other.compared or self._compared(other.version)
            alike = containment(this.folded, that.folded)
            if alike < SAME_TEXT or _told_anew(this, that):
                continue
            if best is None or alike > best[0]:
                best = alike, Match(other.article, None, _cut_short(this, that))
        return best[1] if best else None

    def _completes(self, found: Found, day: str) -> Match | None:
        """Return the headline without text that this text belongs to, one to one."""
        capture = found.capture
        return self._by_title(
            found, capture.published.isoformat() if capture.published else day, "has_text = 0"
        )

    def _headline(self, found: Found, day: str) -> Match | None:
        capture = found.capture
        if found.address is not None:
            row = self._connection.execute(
                "SELECT c.article FROM capture c JOIN article a ON a.id = c.article"
                " WHERE c.address = ? AND a.language = ? ORDER BY c.id LIMIT 1",
                (found.address, capture.language),
            ).fetchone()
            return Match(row[0]) if row else None
        return self._by_title(
            found, capture.published.isoformat() if capture.published else day, "1"
        )

    def _by_title(self, found: Found, day: str, having: str) -> Match | None:
        capture = found.capture
        if not day or not found.folded_title:
            return None
        rows = self._connection.execute(
            "SELECT id, title FROM article WHERE published = ? AND outlet = ? AND language = ?"
            f" AND {having}",
            (day, capture.outlet, capture.language),
        )
        fitting = [article for article, title in rows if fold(title) == found.folded_title]
        return Match(fitting[0]) if len(fitting) == 1 else None

    def _compared(self, version: int) -> Compared:
        text, title = self._connection.execute(
            "SELECT v.text, coalesce(v.title, a.title) FROM version v"
            " JOIN article a ON a.id = v.article WHERE v.id = ?",
            (version,),
        ).fetchone()
        return Compared(text, fold_text(text, title))


def _days_conflict(one: str, other: str) -> bool:
    """Tell whether two told days are of different dispatches; unknown ones conflict with none."""
    if not one or not other:
        return False
    if one.startswith("--") or other.startswith("--"):
        return one[-6:] != other[-6:] if len(one) >= 6 and len(other) >= 6 else False
    return _far_apart(date.fromisoformat(one), other)


def _far_apart(one: date | None, other: str | None) -> bool:
    if one is None or not other:
        return False
    return abs((one - date.fromisoformat(other)).days) > DAYS_APART


def _strangers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether each text has a principal that the other lacks."""
    return bool(one - other) and bool(other - one)


def _cut_short(this: Compared, that: Compared) -> str:
    """Tell which text is only a piece of the other; "" where neither is.

    A piece runs on without a gap. It is cut short, and not edited at its end, when it begins
    or stops in mid-sentence, or when it is not much more than half.
    """
    short, long = sorted((this, that), key=lambda one: len(one.folded))
    share = len(short.folded) / max(1, len(long.folded))
    if share >= WHOLE or (short.folded[10:-20] or short.folded) not in long.folded:
        return ""
    # Nobody takes the first sentences out of a dispatch: a crawl has lost them.
    lost_beginning = long.folded.endswith(short.folded[10:])
    if share > A_PIECE and not lost_beginning and not _in_mid_sentence(short.text):
        return ""
    return "this" if short is this else "that"


def _told_anew(this: Compared, that: Compared) -> bool:
    """Tell whether the longer text says all that the shorter one says, but twice as much more.

    The first news of an event and the full report on the morrow are two dispatches.
    """
    short, long = sorted((this.folded, that.folded), key=len)
    return len(short) < TOLD_ANEW * len(long) and (short[10:-20] or short) not in long


def _in_mid_sentence(text: str) -> bool:
    text = _END_MARK.sub("", text.strip())
    return text[:1].islower() or not text.endswith(_STOPS)
