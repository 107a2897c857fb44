"""Gives out the participants of a result, row by row, each with its sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from desktop_app.jobs import Job
from desktop_app.library.listed import rows
from desktop_app.library.rows import events
from desktop_app.model.article import Appearance
from desktop_app.model.participant import Part, Participant
from desktop_app.model.sentences import sentence_at
from desktop_app.query.query import Versions
from desktop_app.query.result import Result

_PAGE = 200


def appearances(
    connection: sqlite3.Connection, result: Result, job: Job, what: str
) -> Iterator[Appearance]:
    """Yield every participant of every article of ``result``, in the result's order."""
    chosen = "latest_version" if result.query.versions is Versions.LATEST else "reading_version"
    ids = [int(one) for one in result.ids]
    for start in range(0, len(ids), _PAGE):
        job.report(what, start, len(ids))
        for row in rows(connection, ids[start : start + _PAGE]):
            version = connection.execute(
                f"SELECT v.id, v.text, (SELECT o.sha256 FROM capture c JOIN original o"
                f" ON o.id = c.original WHERE c.article = a.id AND c.version = v.id"
                f" ORDER BY c.id LIMIT 1)"
                f" FROM article a JOIN version v ON v.id = a.{chosen} WHERE a.id = ?",
                (row.id,),
            ).fetchone()
            if version is None:
                continue
            number, text, sha256 = version
            for event_number, event in enumerate(events(connection, number), start=1):
                for position, participant in enumerate(event.participants, start=1):
                    yield Appearance(
                        row,
                        event,
                        event_number,
                        position,
                        participant,
                        sentence_of(text, participant),
                        sha256 or "",
                    )
    job.report(what, len(ids), len(ids))


def sentence_of(text: str, participant: Participant) -> str:
    """Return the sentence that names ``participant``; "" where no span does."""
    name = next((span for span in participant.spans if span.part is Part.NAME), None)
    if name is None:
        return ""
    start, end = sentence_at(text, name.start, name.end)
    return " ".join(text[start:end].split())
