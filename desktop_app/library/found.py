"""A capture made ready for the library: read, folded, indexed. Made in the reading child."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.library.addresses import address_of
from desktop_app.library.folding import fold, fold_dispatch, number_of, sha256_of, sketch_of
from desktop_app.model.capture import Capture
from desktop_app.model.participant import Reading, Role
from desktop_app.query.pairs import pairs_of, words_of
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.preparation import prepare


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the search index holds of one text: words of all scripts, pairs of syllables."""

    title_words: str
    text_words: str
    title_pairs: str
    text_pairs: str


@dataclass(frozen=True, slots=True)
class Found:
    """A capture with all that can be said of it without the library.

    ``folded`` and ``address`` are numbers by which the tables know its folded text, and its
    address where that is a dispatch's own. ``sketch`` samples the folded text so that near
    copies are found without comparing all; ``principals`` are the folded names of those whom
    the dispatch is about.
    """

    capture: Capture
    reading: Reading
    indexed: Indexed
    text_sha256: str
    folded_sha256: str
    folded_title: str
    folded: int
    address: int | None
    sketch: bytes
    principals: frozenset[str]
    words: int


def indexed(title: str, text: str) -> Indexed:
    """Return what the index holds of a version; the same again when it is taken out."""
    return _indexed(prepare(title).text, prepare(text).text)


def _indexed(shown_title: str, shown: str) -> Indexed:
    return Indexed(words_of(shown_title), words_of(shown), pairs_of(shown_title), pairs_of(shown))


def fold_text(text: str, title: str) -> str:
    """Return the folded text of a version, as identity compares it: broken characters mended."""
    return _folded(prepare(text).text, title)


def _folded(shown: str, title: str) -> str:
    dateline = find_dateline(shown)
    if dateline is None:
        return fold_dispatch(shown, title)
    return fold_dispatch(shown, title, dateline.start, dateline.end)


def folded_sha256(text: str, title: str) -> str:
    """Return what tells a folded text from others: 128 bits do as well as all."""
    return _sha256_of_folded(fold_text(text, title))


def _sha256_of_folded(folded: str) -> str:
    return sha256_of(folded)[:32]


def principals_of(reading: Reading) -> frozenset[str]:
    """Return the folded names of those whom a dispatch is about."""
    return frozenset(
        fold(row.name)
        for event in reading.events
        for row in event.participants
        if row.role is Role.PRINCIPAL
    )


def found(capture: Capture) -> Found:
    """Read, fold and index ``capture``."""
    # The grammar takes a tenth of a second to load, and only importing needs it.
    from desktop_app.reading.dispatch import read_dispatch

    shown = prepare(capture.text).text  # once for all: it is a fifth of the work here
    plain = _folded(shown, capture.title)
    folded = _sha256_of_folded(plain)
    reading = read_dispatch(capture.text, capture.title, capture.published, capture.language)
    return Found(
        capture=capture,
        reading=reading,
        indexed=_indexed(prepare(capture.title).text, shown),
        text_sha256=sha256_of(capture.text),
        folded_sha256=folded,
        folded_title=fold(capture.title),
        folded=number_of(folded),
        address=address_of(capture),
        sketch=sketch_of(plain),
        principals=principals_of(reading),
        words=len(capture.text.split()),
    )
