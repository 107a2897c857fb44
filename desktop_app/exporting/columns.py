"""The columns of exported tables; adding one is adding a line. Names are for programs to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from desktop_app.model.article import Appearance
from desktop_app.model.article_row import ArticleRow
from desktop_app.model.participant import Role

Cell: TypeAlias = str | int | float | date | None
"""One cell: None where it is not known, never a guess."""


def _yes(claim: bool) -> str:
    return "yes" if claim else "no"


def _marks(row: ArticleRow) -> str:
    claims = (
        ("doubtful", row.doubtful),
        ("edited", row.edited),
        (f"{row.versions} versions", row.versions > 1),
        ("no text", not row.has_text),
    )
    return ", ".join(word for word, holds in claims if holds)


def _spans(appearance: Appearance) -> str:
    spans = appearance.participant.spans
    return " ".join(f"{span.part}:{span.start}-{span.end}" for span in spans)


ARTICLE_COLUMNS: dict[str, Callable[[ArticleRow], Cell]] = {
    "id": lambda row: row.public_id,
    "published": lambda row: row.published,
    "title": lambda row: row.title,
    "kind": lambda row: row.kind or None,
    "people": lambda row: row.people,
    "place": lambda row: row.place or None,
    "outlet": lambda row: row.outlet or None,
    "site": lambda row: row.site or None,
    "language": lambda row: row.language or None,
    "url": lambda row: row.url or None,
    "words": lambda row: row.words,
    "versions": lambda row: row.versions,
    "has_text": lambda row: _yes(row.has_text),
    "doubtful": lambda row: _yes(row.doubtful),
    "edited": lambda row: _yes(row.edited),
    "starred": lambda row: _yes(row.starred),
    "tags": lambda row: "; ".join(row.tags) or None,
}
"""The columns of a row an article, in the order of the command line."""

MORE_ARTICLE_COLUMNS: dict[str, Callable[[ArticleRow], Cell]] = {"marks": _marks}
"""Columns that only the window shows."""

PARTICIPANT_COLUMNS: dict[str, Callable[[Appearance], Cell]] = {
    "id": lambda a: a.article.public_id,
    "published": lambda a: a.article.published,
    "dispatch": lambda a: a.article.title,
    "outlet": lambda a: a.article.outlet or None,
    "language": lambda a: a.article.language or None,
    "event": lambda a: a.event_number,
    "kind": lambda a: str(a.event.kind),
    "happened_first": lambda a: a.event.happened.first if a.event.happened else None,
    "happened_last": lambda a: a.event.happened.last if a.event.happened else None,
    "place": lambda a: a.event.place,
    "order": lambda a: a.position,
    "name": lambda a: a.participant.name,
    "title": lambda a: a.participant.title or None,
    "side": lambda a: a.participant.side,
    "role": lambda a: str(a.participant.role),
    "certainty": lambda a: round(a.participant.certainty, 3),
    "sentence": lambda a: a.sentence or None,
    "spans": lambda a: _spans(a) or None,
    "url": lambda a: a.article.url or None,
    "original_sha256": lambda a: a.original_sha256 or None,
}
"""The columns of a row a participant."""


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody who accompanied the principal of an event."""

    principal: Appearance
    companion: Appearance


def _of_companion(*names: str) -> dict[str, Callable[[Company], Cell]]:
    """Return columns of a participant as they are of a companion."""

    def column(name: str) -> Callable[[Company], Cell]:
        return lambda company: PARTICIPANT_COLUMNS[name](company.companion)

    return {name: column(name) for name in names}


COMPANION_COLUMNS: dict[str, Callable[[Company], Cell]] = {
    **_of_companion("id", "published", "happened_first", "happened_last", "kind", "place"),
    "principal": lambda c: c.principal.participant.name,
    "principal_title": lambda c: c.principal.participant.title or None,
    "companion": lambda c: c.companion.participant.name,
    "companion_title": lambda c: c.companion.participant.title or None,
    "order": lambda c: c.companion.position,
    "certainty": lambda c: round(
        min(c.principal.participant.certainty, c.companion.participant.certainty), 3
    ),
    **_of_companion("sentence", "dispatch", "outlet", "language", "url", "original_sha256"),
}
"""The columns of a row a companion: who accompanied whom, when, where, and what says so."""


def company_of(event: Sequence[Appearance]) -> Iterator[Company]:
    """Pair the principals of one event with those who accompanied them."""
    principals = [one for one in event if one.participant.role is Role.PRINCIPAL]
    for companion in event:
        if companion.participant.role is Role.ACCOMPANIED:
            yield from (Company(principal, companion) for principal in principals)
