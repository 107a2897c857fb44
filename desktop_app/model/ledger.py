"""The ledger of changes: what became of a dispatch between one capture and a later one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What the captures allow to be said, surest first."""

    EDITED = "edited"
    DELETED = "deleted"
    NOT_SEEN_AGAIN = "not_seen_again"
    ORDER_UNKNOWN = "order_unknown"
    VARIANT = "variant"


KIND_SAYS = {
    ChangeKind.EDITED: "edited",
    ChangeKind.DELETED: "no longer on a complete listing of its day",
    ChangeKind.NOT_SEEN_AGAIN: "not seen again",
    ChangeKind.ORDER_UNKNOWN: "differs, order unknown",
    ChangeKind.VARIANT: "variant",
}
"""Each kind in words, as message texts."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One change, or one disappearance, as far as captures prove it.

    ``site`` is the lineage on which it was noticed, ``other_site`` that of a variant.
    ``earlier`` and ``later`` are versions. ``last_seen`` is when the earlier state was last
    captured, ``noticed`` when the later one (or a listing or crawl that lacks the dispatch)
    first was; None where it is not known. ``seen_since`` is a capture of the earlier text
    after that. A crawl that lacks it has ``again`` of ``others`` dispatches of those days.
    """

    kind: ChangeKind
    article: int
    site: str
    other_site: str = ""
    earlier: int | None = None
    later: int | None = None
    last_seen: datetime | None = None
    noticed: datetime | None = None
    seen_since: datetime | None = None
    others: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class VersionState:
    """One version as it is compared: its title, its text and the names that were read from it."""

    title: str
    text: str
    names: tuple[str, ...]
