"""Which tint a participant has: principals, the first side, the second side, others."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.model.participant import DOUBTFUL_BELOW, Event, Group, Participant, Role
from ui.kinds import kind_name
from ui.language import counted, say, short_day

TINTS = ("side_a", "side_b")
SURE_FROM = 0.9


@dataclass(frozen=True, slots=True)
class Side:
    """The participants of one side of one event, in the order of the text."""

    name: str
    tint: str
    rows: tuple[Participant, ...]
    groups: tuple[Group, ...]

    def note(self) -> str:
        """Say how many there are, and which unnamed ones beside them."""
        people = counted(len(self.rows), "{n} person", "{n} people")
        if not self.groups:
            return people
        labels = "“" + "”, “".join(group.label for group in self.groups) + "”"
        return say("{people} and {groups}", people=people, groups=labels)


def sides_of(event: Event) -> list[Side]:
    """Return the sides of ``event`` as the text sets them out; one where it sets none."""
    names: list[str | None] = []
    sides = [row.side for row in event.participants] + [group.side for group in event.groups]
    names.extend(dict.fromkeys(sides))
    return [_side(event, name, place, alone=len(names) == 1) for place, name in enumerate(names)]


def _side(event: Event, name: str | None, place: int, *, alone: bool) -> Side:
    rows = tuple(row for row in event.participants if row.side == name)
    groups = tuple(group for group in event.groups if group.side == name)
    unnamed = say("People") if alone else say("Others")
    title = say("{side} side", side=name) if name else unnamed
    return Side(title, TINTS[place % 2], rows, groups)


def tint_of(side: Side, row: Participant) -> str:
    """Return the colour token of ``row``; its ground is the token with ``_ground``."""
    return "principal" if row.role is Role.PRINCIPAL else side.tint


def certainty_word(certainty: float) -> str:
    """Say a certainty; the bar beside it shows the same."""
    if certainty >= SURE_FROM:
        return say("sure")
    return say("likely") if certainty >= DOUBTFUL_BELOW else say("doubtful")


def event_words(event: Event) -> str:
    """Say what, when and where, for the line over an event's tables."""
    parts = [kind_name(str(event.kind))]
    if event.happened is not None:
        first, last = event.happened.first, event.happened.last
        days = short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"
        parts.append(days)
    if event.place:
        parts.append(event.place)
    return ", ".join(parts)
