"""The English grammar from end to end: prepared text, sentences, rosters and acts, events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from desktop_app.model.days import Dateline
from desktop_app.model.participant import Event, EventKind, Part, Role, Span
from desktop_app.reading.actions import BESIDE, Act, Post, find_acts
from desktop_app.reading.bearing import Bearing
from desktop_app.reading.capitals import in_usual_letters
from desktop_app.reading.cast import (
    LEADERS,
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
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.framing import Frame, frames
from desktop_app.reading.groups import beside_named, group_stretches, label
from desktop_app.reading.item import Item, Named
from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.passages import Sentence, body_after, sentences
from desktop_app.reading.patterns import pattern
from desktop_app.reading.preparation import prepare
from desktop_app.reading.recall import recalled
from desktop_app.reading.reported import reported
from desktop_app.reading.rosters import Roster, find_rosters
from desktop_app.reading.scenes import Scene, scenes
from desktop_app.reading.sides import side_of
from desktop_app.reading.titles import written
from desktop_app.reading.wording import Wording

_PLAIN = str.maketrans('.,;:"()', "       ")
_LISTED = frozenset(
    f"{role}: {form}" for role in ("present", "accompanied") for form in ("inverted", "by")
)
# The party led by a leader and the address made by him are mentioned in passing.
_PASSING = frozenset(("led by", "report by"))
_TITLE_LENGTH = (8, 250)


def read_english(text: str, title: str, published: date | None) -> list[Event]:
    """Read the events of one English dispatch."""
    prepared = prepare(text)
    return _Reader(in_usual_letters(prepared.text), title, published).events(prepared.stored)


class _Reader:
    def __init__(self, text: str, title: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.dateline = find_dateline(text)
        self.title = title = _own_title(text, self.dateline) or title
        self.scene = 0
        start, end = body_after(text, self.dateline)
        self.sentences = sentences(text, start, end, title)
        self.lead = " ".join(text[s.start : s.end].strip(" .") for s in self.sentences[:1])
        self.kind, self.kind_from = reported(text, title, self.sentences, published)
        self.cast = Cast()
        self.he = ""
        self.they = Role.PRINCIPAL  # of whom was last spoken as of several
        first = self.sentences[0].start if self.sentences else 0
        self.bearing = Bearing(self.kind, self.kind_from, title, self.lead, text, first)

    def events(self, stored: Stored) -> list[Event]:
        parted = scenes(self.text, self.sentences, self.kind, self.kind_from)
        for number, scene in enumerate(parted):
            self.scene = number
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
            participants=tuple(as_participant(row, stored, certainty_of(row)) for row in rows),
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
        )
        if topics and sentence.quoted:
            return
        plain = self.text[sentence.start : sentence.end].lower().translate(_PLAIN)
        words = set(plain.split())
        rosters = find_rosters(self.text, sentence.start, sentence.end, words)
        stop = min((r.trigger[0] for r in rosters), default=sentence.end)
        first, last = self._own_words(sentence, words)
        for roster in rosters:
            if roster.rule.endswith("subject") and self._is_own_act(roster, sentence):
                stop = sentence.end
                continue
            told = first <= roster.trigger[0] < last
            if roster.rule.endswith(("subject", ": by")) and not told:
                continue
            self._add_roster(roster, sentence)
        if topics or (sentence.quoted and self.kind is EventKind.MESSAGE):
            return
        if sentence.quoted and not self.bearing.may_tell_in_report(words):
            return
        if stop > sentence.start:
            wording = Wording(self.text, sentence.start, sentence.end)
            for act in find_acts(wording, words, stop, self.cast.surnames, first=self.scene == 0):
                if not first <= act.trigger[0] < last and act.rule != "said in":
                    continue
                if not sentence.quoted or self.bearing.tells_in_report(act, sentence):
                    self._add_act(act, sentence)

    def _own_words(self, sentence: Sentence, words: AbstractSet[str]) -> tuple[int, int]:
        """Return what of a sentence the dispatch says itself, without what somebody said."""
        start, end = sentence.start, sentence.end
        said = not words.isdisjoint(word_class("reporting"))
        ends = pattern("act.reported").search(self.text, start, end) if said else None
        opens = pattern("act.that").search(self.text, start, end) if "that" in words else None
        if ends:
            return ends.start(), ends.end()
        return start, opens.end() if opens else end

    def _is_own_act(self, roster: Roster, sentence: Sentence) -> bool:
        """Say whether "attended" tells what the dispatch is about, not who was there too."""
        if roster.role is not Role.PRESENT or not re.match(
            r"(?:also )?(?:attend|took|partic|join|enjoy|watch|saw|apprec|was invited)",
            self.text[roster.trigger[0] : roster.trigger[1]],
        ):
            return False
        named = [item for item in roster.items if isinstance(item, Named)]
        return sentence.paragraph == 0 or any(name_key(n.name.text) in LEADERS for n in named)

    def _add_roster(self, roster: Roster, sentence: Sentence) -> None:
        loose = roster.rule == "they included"
        role = self.they if loose else roster.role
        self.they, side = role, None
        if roster.sided:
            inside = self.text[roster.span[0] : roster.span[1]]
            side = side_of(roster.side, (self.title, self.lead, inside))
        for item in roster.items:
            if isinstance(item, Named) and (not loose or item.before or item.after):
                leads = roster.rule == "present: subject" and name_key(item.name.text) in LEADERS
                own = Role.PRINCIPAL if leads else role
                self._add(item, own, side, roster.rule, roster.trigger, sentence)
        if not loose:
            self._add_groups(roster.items, side, role, roster.trigger)

    def _add_groups(
        self, items: Sequence[Item], side: str | None, role: Role, trigger: tuple[int, int]
    ) -> None:
        for _, start, end in group_stretches(items):
            words = label(self.text[start:end], acting=role is Role.PRINCIPAL)
            if words:
                self.cast.groups.append(
                    GroupRow(words, side, role, (start, end), trigger, self.scene)
                )

    def _add_act(self, act: Act, sentence: Sentence) -> None:
        role = self.bearing.role_of(act, sentence, self.cast)
        if role is None:
            return
        if act.pronoun or act.office:
            self._add_known(act, role, sentence)
            return
        if role is Role.PRINCIPAL and act.rule != "led by":
            beside = act.items if act.rule.endswith(": met") else beside_named(act.items)
            self._add_groups(beside, None, role, act.trigger)
            self.they = role
        behind = self._sides_behind(act, sentence)
        for number, item in enumerate(act.items):
            if isinstance(item, Named):
                side = next((said for at, said in behind if at >= item.name.end), None)
                if act.rule in _PASSING and self._only_passing(item, sentence):
                    continue
                post = act.posts[min(number, len(act.posts) - 1)] if act.posts else ()
                self._add(item, role, side, act.rule, act.trigger, sentence, post)
        named = [item for item in act.items if isinstance(item, Named)]
        if named and ":" not in act.rule and act.rule not in BESIDE:
            self.he = named[0].name.text

    def _sides_behind(self, act: Act, sentence: Sentence) -> list[tuple[int, str]]:
        """Return where "A of the DPRK side and B of the Lao side" says whose side it is."""
        if act.rule != "talks between":
            return []
        marks = list(pattern("act.of_side").finditer(self.text, sentence.start, sentence.end))
        inside = self.text[sentence.start : sentence.end]
        contexts = (self.title, self.lead, inside)
        return [(m.start(), side_of(m["side"], contexts)) for m in marks if len(marks) > 1]

    def _only_passing(self, item: Named, sentence: Sentence) -> bool:
        """Say whether a head or speaker is named in passing: a leader, or one of this roster."""
        key = name_key(item.name.text)
        here = (sentence.start, sentence.end)
        return key in LEADERS or any(
            name_key(row.name) == key and row.sentence == here and row.role is Role.PRESENT
            for row in self.cast.rows
        )

    def _add_known(self, act: Act, role: Role, sentence: Sentence) -> None:
        """Give a role to somebody who is called by pronoun or office and was named before."""
        if act.rule == "said in" and not (act.office and self.bearing.in_speech(sentence)):
            return
        if role is Role.PRINCIPAL and self.scene == 0:
            return
        known = self.cast.called(act.office) if act.office else self.cast.of(self.he)
        if known is not None:
            at = act.trigger
            self.cast.add(
                replace(
                    known,
                    scene=self.scene,
                    role=role,
                    rule=f"{act.rule}: known",
                    trigger=at,
                    sentence=(sentence.start, sentence.end),
                )
            )

    def _add(
        self,
        item: Named,
        role: Role,
        side: str | None,
        rule: str,
        trigger: tuple[int, int],
        sentence: Sentence,
        post: Post = (),
    ) -> None:
        name = pattern("name.honorific").sub("", item.name.text)
        # An honorific stands in the token, but not in the name.
        name_start = self.text.find(name.split(" ")[0], item.name.start, item.name.end)
        key = name_key(name)
        surely = "inverted" in rule or rule.endswith((": to", ": from", ": object", "appointed"))
        if self._is_gone(key, item) or not self._is_person(item, name, listed=surely):
            return
        stretches = tuple(item.stretches())
        title = item.title(self.text)
        if post:
            stretches = (*stretches, *post)
            office = written(" ".join(self.text[start:end] for start, end in post))
            title = "; ".join(filter(None, (title, office)))
        self.cast.add(
            Row(
                name,
                title,
                side,
                role,
                rule,
                (name_start, item.name.end),
                stretches if title else (),  # "his counterpart" is no title
                trigger,
                (sentence.start, sentence.end),
                self.scene,
            )
        )

    def _is_gone(self, key: str, item: Named) -> bool:
        """Say whether somebody is dead; one with an office bears a dead woman's name."""
        before = self.text[item.before[0] : item.before[1]] if item.before else ""
        if re.search(r"\b(?:late|deceased)\b", before):
            return True
        living = key == "kimjongsuk" and item.after is not None
        return is_dead(key, self.published) and not living

    def _is_person(self, item: Named, name: str, *, listed: bool) -> bool:
        """Say whether a name is a person's: Korean, with a title, known, or in a roster."""
        words = name.casefold().split()
        if item.rest and item.rest[0].low in word_class("regimes"):
            return False
        if listed and len(words) > 1:
            return True
        if words[0] in lexicon().family_names and len(words) > 1:
            return True
        if item.before or item.after or words[0] in lexicon().first_names:
            return True
        return self.cast.fullest(name) != name or any(r.name == name for r in self.cast.rows)


def _own_title(text: str, dateline: Dateline | None) -> str:
    """Return the title line before the dateline; an index may give another dispatch's title."""
    lines = text[: dateline.start].split("\n") if dateline else []
    written = [line.strip() for line in lines if line.strip()]
    own = len(written) == 1 and _TITLE_LENGTH[0] <= len(written[0]) <= _TITLE_LENGTH[1]
    return written[0] if own else ""
