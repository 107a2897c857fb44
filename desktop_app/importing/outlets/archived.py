"""Copies kept by web archives: the address at the outlet, and when the copy was taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from desktop_app.importing.outlets.drafts import Draft

_ADDRESS = re.compile(
    r"^https?://(?:"
    r"(?:web|wayback|replay)\.?archive\.org/(?:web/)?(?P<taken>\d{4,14})(?:[a-z]{2}_)?/"
    r"|web\.archive\.org/web/\*?/?"
    r"|archive\.(?:is|ph|today|li|fo|vn|md)/(?:o/\w{3,8}/|(?P<day>[\d.-]{8,17})/)"
    r")(?P<url>(?:https?:/{1,2})?[^/\s]+\.[^\s]+)$",
    re.I,
)
_BAR = re.compile(
    r"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->.*?<!--\s*END WAYBACK TOOLBAR INSERT\s*-->",
    re.DOTALL,
)
_FILED = re.compile(r"FILE ARCHIVED ON (?P<at>\d\d:\d\d:\d\d \w{3} \d{1,2}, \d{4})")


@dataclass(frozen=True, slots=True)
class Original:
    """What an archive's address says: where the page stood, and when it was taken."""

    url: str
    taken_at: datetime | None


def original_of(url: str) -> Original | None:
    """Return the address inside an archive's; None for an address of no archive."""
    url = url.strip()
    # Links of the Internet Archive's pages leave its own name out.
    match = _ADDRESS.match(f"https://web.archive.org{url}" if url.startswith("/web/") else url)
    if match is None:
        return None
    plain = re.sub(r"^(https?:)/+", r"\1//", match["url"], flags=re.I)
    inner = plain if plain.lower().startswith("http") else f"http://{plain}"
    return Original(inner, _moment(match["taken"] or match["day"] or ""))


def at_its_outlet(draft: Draft) -> Draft:
    """Give a draft captured from an archive its outlet's address, and the copy's time."""
    original = original_of(draft.url) if "archive." in draft.url else None
    if original is None:
        return draft
    draft = replace(draft, url=original.url)
    if original.taken_at is None:
        return draft
    return replace(draft, captured_at=original.taken_at, captured_from="web archive")


def without_bar(source: str) -> str:
    """Take the bar out that the Internet Archive puts on top of its pages."""
    return _BAR.sub("", source) if "WAYBACK TOOLBAR" in source else source


def filed_at(source: str) -> datetime | None:
    """Return the time that the Internet Archive notes at the end of its pages."""
    filed = _FILED.search(source, max(0, len(source) - 4_000))
    if filed is None:
        return None
    try:
        return datetime.strptime(filed["at"], "%H:%M:%S %b %d, %Y").replace(tzinfo=UTC)
    except ValueError:
        return None


def _moment(written: str) -> datetime | None:
    digits = re.sub(r"\D", "", written)
    for form, length in (("%Y%m%d%H%M%S", 14), ("%Y%m%d%H%M", 12), ("%Y%m%d", 8)):
        if len(digits) >= length:
            try:
                return datetime.strptime(digits[:length], form).replace(tzinfo=UTC)
            except ValueError:
                return None
    return None
