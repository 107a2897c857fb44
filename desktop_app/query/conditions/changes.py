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
    """Words that a text has and one that the same publishing site showed first later lacks.

    ``added`` asks the other way round. Only complete texts captured at known times tell.
    """

    phrase: str
    added: bool = False
    field: ClassVar[str] = "changed"

    def where(self) -> Where:
        hits = all_of_matches(matches_of(self.phrase, Part.ANY))
        had, lacks = ("later", "earlier") if self.added else ("earlier", "later")
        # Few articles have several versions: their pairs first, then what of them is hit. The
        # other way round a frequent word reads the row of every version that has it.
        return Where(
            "WITH seen(article, lineage, version, first) AS MATERIALIZED ("
            " SELECT c.article, c.lineage, c.version, min(c.captured_at) FROM article several"
            " CROSS JOIN capture c ON c.article = several.id"
            " CROSS JOIN version v ON v.id = c.version"
            " WHERE several.versions > 1 AND v.complete AND c.captured_at IS NOT NULL"
            " GROUP BY c.article, c.lineage, c.version),"
            " pair(article, earlier, later) AS MATERIALIZED ("
            " SELECT one.article, one.version, other.version FROM seen one JOIN seen other"
            " ON other.article = one.article AND other.lineage = one.lineage"
            " AND other.first > one.first),"
            f" hit(id) AS MATERIALIZED ({hits.sql})"
            f" SELECT DISTINCT article FROM pair WHERE {had} IN (SELECT id FROM hit)"
            f" AND {lacks} NOT IN (SELECT id FROM hit)",
            hits.parameters,
        )

    def words(self) -> Message:
        if self.added:
            return message("“{phrase}” was put in later", phrase=self.phrase)
        return message("“{phrase}” was taken out later", phrase=self.phrase)

    def text(self) -> str:
        return f"{'added' if self.added else 'removed'}:{written(self.phrase)}"
