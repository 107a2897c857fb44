"""Reads a Korean dispatch: its event, its people, and the groups beside them."""

from __future__ import annotations

import re
from datetime import date

from desktop_app.model.participant import (
    Event,
    EventKind,
    Group,
    Happened,
    Part,
    Participant,
    Role,
    Span,
)
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.korean.clauses import Acting, Clause, acting, clauses, country_of, role_of
from desktop_app.reading.korean.groups import group_spans
from desktop_app.reading.korean.kinds import kind_of
from desktop_app.reading.korean.mentions import Mention, mentions
from desktop_app.reading.korean.tokens import Word, masked, sentences, words
from desktop_app.reading.korean.words import korean_words

# People are dead from these days on, and take part in nothing any more.
_DEAD = (("김일성", date(1994, 7, 8)), ("김정일", date(2011, 12, 17)))
_CERTAINTY = {"marked": 0.95, "after a title": 0.85}
_ROSTER = frozenset({Role.PRESENT, Role.ACCOMPANIED, Role.GREETED, Role.SAW_OFF})
_MANY = re.compile("들|일행|림시대리대사")
_SPEECH = re.compile(r"다음과 같(?:이|다)")
_DAY = re.compile(r"(?:(\d{1,2})월 )?(\d{1,2})일")


def read_korean(text: str, title: str, published: date | None) -> list[Event]:
    """Read one dispatch; it is one event of which everybody takes part."""
    plain = masked(text)
    dateline = find_dateline(plain)
    start = dateline.end if dateline else 0
    told = [(first, last, words(plain, first, last)) for first, last in sentences(plain, start)]
    first_words = " ".join(plain[first:last] for first, last, _ in told[:2])
    kind, kind_from = kind_of(title, first_words)
    country = _other_country(title, first_words)
    known: dict[str, str] = {}
    rows: list[Acting] = []
    groups: list[Group] = []
    for _, last, each in told:
        if not each:
            continue
        people = [one for one in mentions(plain, each, known) if not _dead(one.name, published)]
        known.update({one.name.split()[-1]: one.name for one in people if " " in one.name})
        here = acting(plain, each, people, country) if people else []
        rows += here
        if any(_MANY.search(word.text) for word in each):
            groups += _groups(plain, each, people, here)
        if kind is EventKind.STATEMENT and _SPEECH.search(plain, max(0, last - 60), last):
            break
    participants = _participants(rows, known)
    return [
        Event(
            kind=kind,
            kind_from=kind_from,
            happened=_happened(plain, told[0][0], told[0][1], published) if told else None,
            spans=tuple(Span(first, last, Part.TRIGGER) for first, last, _ in told[:1]),
            participants=participants,
            groups=tuple(groups) if participants else (),
        )
    ]


def _dead(name: str, published: date | None) -> bool:
    day = published or date.max
    return any(name == who and day > died for who, died in _DEAD)


def _other_country(title: str, first: str) -> str | None:
    """Return the country that "the opposite side" means."""
    for name in sorted(korean_words().countries, key=len, reverse=True):
        if len(name) > 1 and name not in ("우리", "조선", "남측") and name in f"{title} {first}":
            return country_of(name)
    return None


def _participants(rows: list[Acting], known: dict[str, str]) -> tuple[Participant, ...]:
    titles = _fullest_titles(rows, known)
    seen: set[tuple[str, Role]] = set()
    found: list[Participant] = []
    for row in rows:
        one = row.mention
        name = known.get(one.name, one.name)
        if (name, row.role) in seen:
            continue
        seen.add((name, row.role))
        title = titles.get(name, "")
        if row.title:
            title = f"{one.title}; {row.title}" if one.title else row.title
        found.append(
            Participant(
                name,
                title,
                row.side,
                row.role,
                _spans(one, row.trigger),
                _CERTAINTY.get(one.rule, 0.8),
                f"Korean, {one.rule}, {row.role}",
            )
        )
    return tuple(found)


def _spans(one: Mention, trigger: tuple[int, int]) -> tuple[Span, ...]:
    spans = [Span(*one.name_span, Part.NAME)]
    if one.title_span:
        spans.append(Span(*one.title_span, Part.TITLE))
    spans.append(Span(*trigger, Part.TRIGGER))
    return tuple(spans)


def _fullest_titles(rows: list[Acting], known: dict[str, str]) -> dict[str, str]:
    """Return the longest title of each name; a shared plural reaches the names after it."""
    titles: dict[str, str] = {}
    for row in rows:
        one = row.mention
        name = known.get(one.name, one.name)
        if len(one.title) > len(titles.get(name, "")):
            titles[name] = one.title
    return titles


def _groups(text: str, told: list[Word], people: list[Mention], rows: list[Acting]) -> list[Group]:
    found: list[Group] = []
    for clause in clauses(text, told):
        here = [row for row in rows if clause.start <= row.mention.name_span[0] < clause.end]
        role = _roster_role(clause, here)
        if role is None:
            continue
        for start, end, place in group_spans(told, people, clause.first, clause.last):
            side = None
            for row in here:
                if row.mention.last < place:
                    side = row.side
            found.append(
                Group(
                    " ".join(text[start:end].split()),
                    side,
                    role,
                    (Span(start, end, Part.NAME),),
                )
            )
    return found


def _roster_role(clause: Clause, here: list[Acting]) -> Role | None:
    """Return the role of the unnamed in a clause; None where it is no roster."""
    verb = role_of(clause.text)
    role = next((row.role for row in here if row.role in _ROSTER), verb[0] if verb else None)
    if role in _ROSTER:
        return role
    beside = "비롯한" in clause.text or re.search(r"일행을 (?:만나|접견)", clause.text)
    return Role.PRINCIPAL if beside and any(r.role is Role.PRINCIPAL for r in here) else None


def _happened(text: str, start: int, end: int, published: date | None) -> Happened | None:
    """Return the day that the first sentence says, in the year of the dispatch or before."""
    found = _DAY.search(text, start, end)
    if found is None or published is None:
        return None
    months = [int(found[1])] if found[1] else [published.month, (published.month - 2) % 12 + 1]
    for year, month in ((y, m) for y in (published.year, published.year - 1) for m in months):
        try:
            day = date(year, month, int(found[2]))
        except ValueError:
            continue
        if day <= published:
            return Happened(day, day, found[0])
    return None
