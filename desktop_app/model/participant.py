"""Who took part in what: the rows that the reader makes of a roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a person did in the reported event."""

    PRINCIPAL = "principal"
    PRESENT = "present"
    ACCOMPANIED = "accompanied"
    GREETED = "greeted"
    SAW_OFF = "saw_off"
    SPEAKER = "speaker"
    SIGNATORY = "signatory"
    SENDER = "sender"
    RECIPIENT = "recipient"
    APPOINTED = "appointed"
    DISMISSED = "dismissed"
    PERFORMER = "performer"
    OTHER = "other"


class EventKind(StrEnum):
    """What sort of event a dispatch reports."""

    TALKS = "talks"
    MEETING = "meeting"
    VISIT = "visit"
    INSPECTION = "inspection"
    ARRIVAL_DEPARTURE = "arrival_departure"
    MESSAGE = "message"
    STATEMENT = "statement"
    CEREMONY = "ceremony"
    PERFORMANCE = "performance"
    SPORTS = "sports"
    APPOINTMENT = "appointment"
    REPORT_MEETING = "report_meeting"
    EXHIBITION = "exhibition"
    OTHER = "other"


class Part(StrEnum):
    """What a span of the text says about a row."""

    NAME = "name"
    TITLE = "title"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) in code points of the stored text."""

    start: int
    end: int
    part: Part


DOUBTFUL_BELOW = 0.85
"""A row less certain than this says so wherever it is shown."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """What the reader had read, where the user has said otherwise or confirmed it."""

    name: str
    title: str
    side: str | None
    role: Role
    certainty: float
    rule: str


@dataclass(frozen=True, slots=True)
class Participant:
    """One named person in one role of one event.

    ``name`` and ``title`` are as the annotation guide defines them; ``side`` is a country
    or body as a noun, or None where the text sets no sides out; ``certainty`` is the
    probability that name and role are right; ``rule`` names what read the row. ``key`` is by
    what its library knows it; ``by_user`` and ``confirmed`` are the user's work, over what the
    reader had ``read_as``.
    """

    name: str
    title: str
    side: str | None
    role: Role
    spans: tuple[Span, ...]
    certainty: float
    rule: str
    key: str = ""
    by_user: bool = False
    confirmed: bool = False
    read_as: AsRead | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Unnamed participants listed beside the named ("other senior officials")."""

    label: str
    side: str | None
    role: Role
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """When an event took place, both days included, and the words that say so."""

    first: date
    last: date
    how: str


@dataclass(frozen=True, slots=True)
class EventAsRead:
    """What the reader had read of an event that the user has corrected; "" is not known."""

    kind: str
    place: str
    happened_first: str
    happened_last: str


@dataclass(frozen=True, slots=True)
class Event:
    """What a dispatch reports, with everybody who took part, in the order of the text.

    ``kind_from`` says what the kind was told by (a verb, the title); ``spans`` are the
    sentences of the event.
    """

    kind: EventKind
    kind_from: str
    happened: Happened | None = None
    place: str | None = None
    host: str | None = None
    spans: tuple[Span, ...] = ()
    participants: tuple[Participant, ...] = ()
    groups: tuple[Group, ...] = ()
    read_as: EventAsRead | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader concluded from one text, and which reader it was."""

    reader: str
    events: tuple[Event, ...] = ()

    @property
    def participants(self) -> tuple[Participant, ...]:
        return tuple(row for event in self.events for row in event.participants)
