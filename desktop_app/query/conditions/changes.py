"""What an edit took out or put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop_app.messages import Message, message
from desktop_app.query.conditions.words import Part, all_of_matches, matches_of
from desktop_app.query.query import SqlCondition, Where
from desktop_app.query.quoting import written


@dataclass(frozen=True, slots=True)
class Changed(SqlCondition):
    """Words that one capture has and a later one of the same publishing site lacks.

    ``added`` asks the other way round. Only complete texts captured at known times tell.
    """

    phrase: str
    added: bool = False
    field: ClassVar[str] = "changed"

    def where(self) -> Where:
        hits = all_of_matches(matches_of(self.phrase, Part.ANY))
        had, lacks = ("later", "earlier") if self.added else ("earlier", "later")
        return Where(
            f"WITH hit(id) AS MATERIALIZED ({hits.sql})"
            " SELECT DISTINCT earlier.article FROM capture earlier"
            " JOIN capture later ON later.article = earlier.article"
            " AND later.lineage = earlier.lineage AND later.captured_at > earlier.captured_at"
            " JOIN version before ON before.id = earlier.version AND before.complete"
            " JOIN version after ON after.id = later.version AND after.complete"
            " WHERE earlier.article IN (SELECT a.id FROM hit JOIN version v ON v.id = hit.id"
            " JOIN article a ON a.id = v.article WHERE a.versions > 1)"
            f" AND {had}.version IN (SELECT id FROM hit)"
            f" AND {lacks}.version NOT IN (SELECT id FROM hit)",
            hits.parameters,
        )

    def words(self) -> Message:
        if self.added:
            return message("“{phrase}” was put in later", phrase=self.phrase)
        return message("“{phrase}” was taken out later", phrase=self.phrase)

    def text(self) -> str:
        return f"{'added' if self.added else 'removed'}:{written(self.phrase)}"
