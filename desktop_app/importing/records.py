"""What a reader of files yields, before anybody asks which outlet wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import BinaryIO

from desktop_app.importing.limits import LIMITS, Limits
from desktop_app.messages import Message

_COMPRESSED = (".gz", ".bz2", ".xz")


class Unreadable(Exception):  # noqa: N818 - an answer about the file, not a fault of ours
    """The whole leaf cannot be read; ``reason`` says why, in words for people."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Guess:
    """How a table was understood: its columns, which of them hold what, its first rows."""

    names: tuple[str, ...]
    by_field: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes to be read: a file, or a member of an archive.

    ``name`` is how people know it, folders included ("saved/2011.zip/days/1.json");
    ``opened`` gives the bytes from the beginning, as often as asked; ``mapping`` holds
    the columns that the user named, by field, and ``remembered`` those named before, by
    header. ``guessed`` is told how a table was
    understood, for whoever only wants to see that.
    """

    name: str
    opened: Callable[[], BinaryIO]
    size: int | None = None
    limits: Limits = LIMITS
    mapping: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    guessed: Callable[[Guess], None] | None = None

    @property
    def suffix(self) -> str:
        """Return the name's ending, that of a compressed file without it."""
        path = PurePosixPath(self.name.casefold())
        return path.with_suffix("").suffix if path.suffix in _COMPRESSED else path.suffix


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that cannot be taken in, alone: the rest of its file goes on."""

    locator: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Record:
    """A dispatch of a data file, field by field as written there.

    ``day`` is the date field, of whatever type the file had; ``has_text_field`` tells a
    headline list from a record whose text is missing.
    """

    locator: str
    title: str = ""
    second_title: str = ""
    text: str = ""
    day: object = None
    url: str = ""
    language: str = ""
    outlet: str = ""
    site: str = ""
    topics: tuple[str, ...] = ()
    captured: object = None
    page_day: object = None
    item: int = 0
    has_text_field: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page or text: one dispatch, several, or a list of them.

    ``html`` is empty where the page came as plain text; ``title``, ``day`` and ``url`` are
    what the container said of it (front matter, a mail's header, a browser archive);
    ``nearest`` is a day close to publication, as a mail's.
    """

    locator: str
    text: str = ""
    html: str = ""
    title: str = ""
    day: object = None
    url: str = ""
    captured_at: datetime | None = None
    captured_from: str | None = None
    doubts: tuple[str, ...] = ()
    item: int = 0
    outlet: str = ""
    nearest: date | None = None


Piece = Record | Page | Refused
