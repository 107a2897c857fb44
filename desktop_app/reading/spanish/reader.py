"""The Spanish dispatches of the same outlets: their rosters, messages and principals.

The lists are read by the same grammar of names and titles. For it, capitals are kept only
where a name may stand, and "y" is written as "&"; both leave every place where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from desktop_app.model.participant import Event, Part, Role, Span
from desktop_app.reading.cast import (
    Cast,
    GroupRow,
    Row,
    Stored,
    as_group,
    as_participant,
    is_dead,
    name_key,
)
from desktop_app.reading.certainty import certainty_of
from desktop_app.reading.groups import group_stretches
from desktop_app.reading.item import Item, Named
from desktop_app.reading.items import read_items
from desktop_app.reading.lexicon import lexicon
from desktop_app.reading.needles import Pattern
from desktop_app.reading.passages import Sentence, body, sentences
from desktop_app.reading.preparation import prepare
from desktop_app.reading.sides import countries_in
from desktop_app.reading.spanish.grammar import grammar, hints, patterns
from desktop_app.reading.spanish.kinds import kind_of
from desktop_app.reading.spanish.letters import in_usual_letters
from desktop_app.reading.titles import Head, head_of, singular
from desktop_app.reading.tokens import Kind, Token
from desktop_app.reading.wording import Wording

_SIDE = re.compile(r",?\s*(?:& )?por (?:la )?(?:parte )?(?P<side>\w+?)(?: parte)?,?\s")
_LED = Pattern(r"\b(?:encabezad|dirigid|presidid)[oa]s? por\s")
_TO = re.compile(r"\ba (?=[A-Z]|la |su |los )|\bal (?=\w)|\bcon (?=[A-Z]|el |la )")
_FROM = re.compile(r"\bde (?=[A-Z])|\bque (?:le|les) \w+ra(?:n)?\s(?:el d[ií]a \d+ )?")
_ARTICLE = re.compile(r"^(?:el|la|los|las|un|una|unos|al|su|sus)\s+", re.IGNORECASE)
_HONORIFIC = re.compile(r"^(?:respetado|querido|gran|m[aá]ximo)\s+", re.IGNORECASE)
_AROUND = re.compile(
    r"[,\s]+(?:quien(?:es)?|que|en ocasi[oó]n|con motivo|(?:de|en) visita|el d[ií]a|este|hoy)\b.*$",
    re.DOTALL,
)
_CLOSE = 12  # an article and an adjective may stand between
_BEFORE = frozenset(("el", "la", "los", "las", "otros", "otras", "primer"))


def read_spanish(text: str, title: str, published: date | None) -> list[Event]:
    """Read the event of one Spanish dispatch."""
    prepared = prepare(text)
    reader = _Reader(prepared.text, title, published)
    return [reader.event(prepared.stored)]


class _Reader:
    def __init__(self, text: str, title: str, published: date | None) -> None:
        self.said = text
        self.text = in_usual_letters(text)
        self.title = title
        self.published = published
        start, end = body(text)
        self.sentences = sentences(text, start, end, title)
        self.cast = Cast()

    def event(self, stored: Stored) -> Event:
        lead = self.said[self.sentences[0].start : self.sentences[0].end] if self.sentences else ""
        kind, told = kind_of(self.title, lead)
        for number, sentence in enumerate(self.sentences):
            wording = Wording(self.text, sentence.start, sentence.end)
            fitting = hints().among(wording.words)
            if not self._read_roster(sentence, fitting) and not sentence.quoted:
                self._read_acts(wording, sentence, fitting, lead=number == 0)
        self.cast.settle()
        rows = self.cast.rows
        return Event(
            kind,
            told,
            spans=tuple(Span(*stored(s.start, s.end), Part.TRIGGER) for s in self.sentences[:1]),
            participants=tuple(
                as_participant(row, stored, certainty_of(row, kind)) for row in rows
            ),
            groups=tuple(as_group(group, stored) for group in self.cast.groups if rows),
        )

    def _read_roster(self, sentence: Sentence, fitting: AbstractSet[str]) -> bool:
        for role, pattern in patterns("rosters").items():
            if role not in fitting:
                continue
            match = pattern.compiled.search(self.text, sentence.start, sentence.end)
            if match is None:
                continue
            at = match.end()
            side: str | None = None
            for marker in [*_SIDE.finditer(self.text, at, sentence.end), None]:
                word = marker["side"] if marker else ""
                if marker and word not in grammar()["sides"]:
                    continue
                stop = marker.start() if marker else sentence.end
                self._add_list(sentence, at, stop, Role(role), side, match.span())
                if marker:
                    side, at = self._side(word), marker.end()
            return True
        return False

    def _side(self, word: str) -> str:
        side = str(grammar()["sides"][word])
        if side != "opposite":
            return side
        others = [noun for noun in countries_in(self.title) if noun != "DPRK"]
        return others[0] if others else side

    def _add_list(
        self,
        sentence: Sentence,
        start: int,
        end: int,
        role: Role,
        side: str | None,
        trigger: tuple[int, int],
    ) -> None:
        tokens = _from_first_person(Wording(self.text, start, end).between(start, end))
        items = read_items(tokens)
        for item in items:
            if isinstance(item, Named):
                self._add(item, role, side, f"{role}: spanish", trigger, sentence)
        for _, first, last in group_stretches(items):
            words = self._written(first, last)
            if words and words.casefold() not in ("otros", "otras"):
                self.cast.groups.append(GroupRow(words, side, role, (first, last), trigger))

    def _read_acts(
        self, wording: Wording, sentence: Sentence, fitting: AbstractSet[str], *, lead: bool
    ) -> None:
        for key, pattern in patterns("acts").items():
            if key not in fitting or (key == "principal" and not lead):
                continue
            match = pattern.compiled.search(self.text, sentence.start, sentence.end)
            if match is None:
                continue
            before = _from_first_person(wording.between(sentence.start, match.start()))
            persons = [item for item in read_items(before) if isinstance(item, Named)]
            if not persons:
                continue
            for person in persons:
                self._add(person, Role(key), None, f"{key}: spanish", match.span(), sentence)
            for role, person in self._others(key, wording, match.end(), sentence.end):
                self._add(person, role, None, f"{key}: spanish, other", match.span(), sentence)
            break
        for led in _LED.finditer(self.text, sentence.start, sentence.end):
            leader = _first(wording, led.end(), sentence.end)
            if leader is not None and not name_key(leader.name.text).startswith("kimjong"):
                self._add(leader, Role.PRINCIPAL, None, "led by: spanish", led.span(), sentence)

    def _others(
        self, key: str, wording: Wording, start: int, end: int
    ) -> Iterator[tuple[Role, Named]]:
        wanted = {"sender": (_TO, Role.RECIPIENT), "recipient": (_FROM, Role.SENDER)}
        marker, role = wanted.get(key, (None, Role.PRINCIPAL))
        if key == "principal":
            person = _first(wording, start, end)
            if person is not None:
                yield role, person
        if marker is not None:
            for match in marker.finditer(self.text, start, end):
                person = _first(wording, match.end(), end)
                if person is not None:
                    yield role, person
                    return

    def _add(
        self,
        item: Named,
        role: Role,
        side: str | None,
        rule: str,
        trigger: tuple[int, int],
        sentence: Sentence,
    ) -> None:
        if " " not in item.name.text:
            return  # a place or a body that no list knows
        if is_dead(name_key(item.name.text), self.published):
            return
        stretches = tuple(item.stretches())
        parts = [self._written(*stretch) for stretch in stretches]
        if item.shared:
            parts = [singular(part) for part in parts]
        self.cast.add(
            Row(
                item.name.text,
                "; ".join(filter(None, parts)),
                side,
                role,
                rule,
                (item.name.start, item.name.end),
                stretches,
                trigger,
                (sentence.start, sentence.end),
            )
        )

    def _written(self, start: int, end: int) -> str:
        led = [match.end() for match in _LED.finditer(self.said, start, end)]
        words = " ".join(self.said[led[-1] if led else start : end].split()).strip(" ,;.:")
        words = _AROUND.sub("", words)
        return _HONORIFIC.sub("", _ARTICLE.sub("", words))


def _from_first_person(tokens: list[Token]) -> list[Token]:
    """Drop what stands before the first name or office of a list."""
    lists = lexicon()
    for at, token in enumerate(tokens):
        known = token.low in lists.spanish
        if token.kind is Kind.NAME or known:
            first = at
            while first and tokens[first - 1].low in _BEFORE:
                first -= 1
            return tokens[first:]
    return []


def _first(wording: Wording, start: int, end: int) -> Named | None:
    """Return the person that stands right at ``start``, with article and office."""
    tokens = wording.between(start, end)
    for at, token in enumerate(tokens):
        if token.kind is not Kind.NAME:
            continue
        office = tokens[: at - 1]
        if at > 1 and tokens[at - 1].text == "," and head_of(office) is Head.ONE:
            person = Named(token)  # al presidente de Brasil, Luiz …
            person.before = office[0].start, office[-1].end
            return person
        break
    items: list[Item] = read_items(tokens)
    if items and isinstance(items[0], Named):
        person = items[0]
        begin = person.before[0] if person.before else person.name.start
        return person if begin - start < _CLOSE else None
    return None
