"""A query as a line that can be mailed and clicked: ``dateline://search?q=…``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

if TYPE_CHECKING:  # start-up reads lines before there is time to load numpy
    from desktop_app.query.query import Query

SCHEME = "dateline"


def link_of(query: Query) -> str:
    """Return the line that opens ``query``."""
    return f"{SCHEME}://search?q={quote(query.text(), safe='')}"


def text_of_link(line: str) -> str | None:
    """Return the query text in ``line``; None where it is no such line."""
    line = line.strip()
    if not line.casefold().startswith(f"{SCHEME}://"):
        return None
    try:
        parts = urlsplit(line)
    except ValueError:
        return None
    if parts.netloc.casefold() != "search":
        return None
    return "".join(parse_qs(parts.query, keep_blank_values=True).get("q", [])[:1])
