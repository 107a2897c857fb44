"""The English grammar from end to end: prepared text, sentences, rosters and acts, events."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from datetime import date

from desktop_app.model.days import Dateline
from desktop_app.model.participant import Event, EventKind, Part, Role, Span
from desktop_app.reading.act import Act
from desktop_app.reading.actions import find_acts
from desktop_app.reading.bearing import Bearing
from desktop_app.reading.capitals import in_usual_letters
from desktop_app.reading.cast import (
    LEADERS,
    Stored,
    as_group,
    as_participant,
    name_key,
)
from desktop_app.reading.casting import Casting
from desktop_app.reading.certainty import certainty_of
from desktop_app.reading.clauses import subject
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.framing import Frame, frames
from desktop_app.reading.headed import headed_lists
from desktop_app.reading.item import Named, Unnamed
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.passages import Sentence, body_after, sentences
from desktop_app.reading.patterns import pattern
from desktop_app.reading.preparation import prepare
from desktop_app.reading.recall import recalled
from desktop_app.reading.reported import reported
from desktop_app.reading.rosters import Roster, find_rosters
from desktop_app.reading.scenes import Scene, scenes
from desktop_app.reading.wording import Wording, plain

_LISTED = frozenset(
    f"{role}: {form}" for role in ("present", "accompanied") for form in ("inverted", "by")
)
_TITLE_LENGTH = (8, 250)
_TAIL = 160  # letters that hold "…, according to Yonhap News from Seoul"


def read_english(text: str, title: str, published: date | None) -> list[Event]:
    """Read the events of one English dispatch."""
    prepared = prepare(text)
    return _Reader(in_usual_letters(prepared.text), title, published).events(prepared.stored)


class _Reader:
    def __init__(self, text: str, title: str, published: date | None) -> None:
        self.text = text
        self.plain = plain(text)
        self.published = published
        self.dateline = find_dateline(text)
        self.title = title = _own_title(text, self.dateline) or title
        start, end = body_after(text, self.dateline)
        self.sentences = sentences(text, start, end, title)
        self.lead = " ".join(text[s.start : s.end].strip(" .") for s in self.sentences[:1])
        self.kind, self.kind_from = reported(text, title, self.sentences, published)
        first = self.sentences[0].start if self.sentences else 0
        self.bearing = Bearing(self.kind, self.kind_from, title, self.lead, text, first)
        self.casting = Casting(text, published, self.bearing)
        self.cast = self.casting.cast

    def events(self, stored: Stored) -> list[Event]:
        parted = scenes(self.text, self.sentences, self.kind, self.kind_from)
        for number, scene in enumerate(parted):
            self.casting.scene = number
            for sentence in scene.sentences:
                self._read(sentence)
        self.cast.settle()
        self._recall_titles()
        framed = zip(parted, frames(self.text, parted, self.dateline, self.published), strict=True)
        events = [
            self._event(number, scene, frame, stored)
            for number, (scene, frame) in enumerate(framed)
        ]
        return [e for at, e in enumerate(events) if at == 0 or e.participants or e.groups]

    def _event(self, number: int, scene: Scene, frame: Frame, stored: Stored) -> Event:
        rows = [row for row in self.cast.rows if row.scene == number]
        acting = any(row.role not in (Role.SENDER, Role.RECIPIENT) for row in rows)
        groups = [g for g in self.cast.groups if g.scene == number] if acting else []
        hosts = [row.name for row in rows if row.rule == "hosted for"]
        return Event(
            scene.kind,
            scene.kind_from,
            happened=frame.happened,
            place=frame.place,
            host=hosts[0] if hosts else None,
            spans=tuple(Span(*stored(s.start, s.end), Part.TRIGGER) for s in scene.sentences[:1]),
            participants=tuple(
                as_participant(row, stored, certainty_of(row, scene.kind)) for row in rows
            ),
            groups=tuple(as_group(row, stored) for row in groups),
        )

    def _recall_titles(self) -> None:
        """Look for titles of those who act without one; a roster's bare names stay bare."""
        bare = [row for row in self.cast.rows if not row.title and row.rule not in _LISTED]
        for name in dict.fromkeys(row.name for row in bare):
            found = recalled(self.text, self.sentences, name)
            for row in bare:
                if found is not None and row.name == name:
                    row.title, row.titles_at = found[0], tuple(found[1])

    def _read(self, sentence: Sentence) -> None:
        topics = (
            self.kind is EventKind.STATEMENT
            and sentence.paragraph > 0
            and not self.bearing.conference
            and not self.bearing.voices
            and not self._signs(sentence)
        )
        if topics and sentence.quoted:
            return
        words = set(self.plain[sentence.start : sentence.end].split())
        sentence = self._without_source(sentence, words)
        known = self.cast.surnames
        wording = Wording(self.text, sentence.start, sentence.end, words, known)
        rosters = find_rosters(wording) or headed_lists(wording)
        stop = min((r.trigger[0] for r in rosters), default=sentence.end)
        first, last = _own_words(wording) if rosters else (0, 0)
        for roster in rosters:
            if roster.rule.endswith("subject") and self._is_own_act(roster, sentence):
                stop = sentence.end
                continue
            told = first <= roster.trigger[0] < last
            if roster.rule.endswith(("subject", ": by")) and not told:
                continue
            self._add_accompanied(roster, wording, sentence)
            self.casting.add_roster(roster, sentence)
        if topics or (sentence.quoted and self.kind is EventKind.MESSAGE):
            return
        if sentence.quoted and not self.bearing.may_tell_in_report(words):
            return
        if stop > sentence.start:
            acts = find_acts(wording, stop, first=self.casting.scene == 0)
            first, last = _own_words(wording) if acts else (0, 0)
            for act in acts:
                if not first <= act.trigger[0] < last and act.rule != "said in":
                    continue
                if not sentence.quoted or self.bearing.tells_in_report(act, sentence):
                    self.casting.add_act(act, sentence)

    def _add_accompanied(self, roster: Roster, wording: Wording, sentence: Sentence) -> None:
        """Read who is meant by "A, accompanied by B and C, visited …": A stands before his verb."""
        at = roster.trigger[0]
        if not roster.rule.endswith(": by") or self.text[at] != ",":
            return
        who = subject(wording, sentence.start, at)
        if who.items:
            self.casting.add_act(
                Act(Role.PRINCIPAL, who.items, roster.trigger, "visited"), sentence
            )

    def _without_source(self, sentence: Sentence, words: AbstractSet[str]) -> Sentence:
        """Cut off who told it: what a radio reported is not said by whom it names."""
        if words.isdisjoint(word_class("tellers")):
            return sentence
        opening = pattern("kind.sourcing").match(self.text, sentence.start, sentence.end)
        if opening:
            sentence = sentence._replace(start=opening.end())
        tail = max(sentence.start, sentence.end - _TAIL)
        source = pattern("kind.sourced").search(self.text, tail, sentence.end)
        return sentence._replace(end=source.start()) if source else sentence

    def _signs(self, sentence: Sentence) -> bool:
        """Say whether the second sentence tells whose words the first was."""
        second = self.sentences[1:2] == [sentence]
        found = second and pattern("kind.source").search(self.text, sentence.start, sentence.end)
        return bool(found)

    def _is_own_act(self, roster: Roster, sentence: Sentence) -> bool:
        """Say whether "attended" tells what the dispatch is about, not who was there too."""
        if roster.role is not Role.PRESENT or not re.match(
            r"(?:also )?(?:attend|took|partic|join|enjoy|watch|saw|apprec|was invited)",
            self.text[roster.trigger[0] : roster.trigger[1]],
        ):
            return False
        named = [item for item in roster.items if isinstance(item, Named)]
        if not named:  # the Supreme Commander enjoyed
            offices = [item.words for item in roster.items if isinstance(item, Unnamed)]
            said = " ".join(word.text for word in offices[0]) if offices else ""
            return not offices or self.cast.called(said) is not None
        return sentence.paragraph == 0 or any(name_key(n.name.text) in LEADERS for n in named)


def _own_words(wording: Wording) -> tuple[int, int]:
    """Return what of a sentence the dispatch says itself, without what somebody said."""
    said = not wording.words.isdisjoint(word_class("reporting"))
    ends = wording.search("act.reported") if said else None
    opens = wording.search("act.that") if "that" in wording.words else None
    if ends:
        return ends.start(), ends.end()
    return wording.start, opens.end() if opens else wording.end


def _own_title(text: str, dateline: Dateline | None) -> str:
    """Return the title line before the dateline; an index may give another dispatch's title."""
    lines = text[: dateline.start].split("\n") if dateline else []
    written = [line.strip() for line in lines if line.strip()]
    own = len(written) == 1 and _TITLE_LENGTH[0] <= len(written[0]) <= _TITLE_LENGTH[1]
    return written[0] if own else ""
