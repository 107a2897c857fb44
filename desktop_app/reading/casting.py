"""Who takes part: the rows that rosters and acts give, added to the cast of a dispatch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.model.participant import Role
from desktop_app.reading.act import Act, Post
from desktop_app.reading.bearing import Bearing
from desktop_app.reading.beside import BESIDE
from desktop_app.reading.cast import LEADERS, Cast, GroupRow, Row, is_dead, name_key
from desktop_app.reading.groups import beside_named, group_stretches, label, others_among
from desktop_app.reading.item import Item, Named, Unnamed
from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.passages import Sentence
from desktop_app.reading.patterns import pattern
from desktop_app.reading.rosters import Roster
from desktop_app.reading.sides import side_of
from desktop_app.reading.titles import Head, head_of, singular, written

# The party led by a leader and the address made by him are mentioned in passing.
_PASSING = frozenset(("led by", "report by"))


class Casting:
    """The cast of one dispatch while it is read, and whom its pronouns mean."""

    def __init__(self, text: str, published: date | None, bearing: Bearing) -> None:
        self.text = text
        self.published = published
        self.bearing = bearing
        self.title = bearing.title
        self.lead = bearing.lead
        self.cast = Cast()
        self.scene = 0
        self.he = ""
        # Of whom was last spoken as of several.
        self.they = Role.PRINCIPAL if pattern("act.came").search(self.lead) else Role.PRESENT
        if pattern("act.several_sent").search(self.lead):
            self.they = Role.SENDER

    def add_roster(self, roster: Roster, sentence: Sentence) -> None:
        loose = roster.rule == "they included"
        role = self._of_them(sentence) if loose else roster.role
        if loose and "peakers" in self.text[slice(*roster.trigger)]:
            role = Role.SPEAKER  # "Speakers included …"
        bare = role in (Role.SPEAKER, Role.APPOINTED)  # these may be named without a title
        self.they, side = role, None
        if roster.sided:
            inside = self.text[roster.span[0] : roster.span[1]]
            side = side_of(roster.side, (self.title, self.lead, inside))
        for item in roster.items:
            if isinstance(item, Named) and (not loose or bare or item.before or item.after):
                leads = roster.rule == "present: subject" and name_key(item.name.text) in LEADERS
                own = Role.PRINCIPAL if leads else role
                self._add(item, own, side, roster.rule, roster.trigger, sentence)
        if not loose:
            items = [item for item in roster.items if not self._is_known(item, roster, sentence)]
            self._add_groups(items, side, role, roster.trigger)

    def _of_them(self, sentence: Sentence) -> Role:
        """Return what the sentence before says of those whom this one names."""
        before = self.text[max(0, sentence.start - 200) : sentence.start]
        if pattern("act.were_appointed").search(before):
            return Role.APPOINTED
        return self.they

    def _is_known(self, item: Item, roster: Roster, sentence: Sentence) -> bool:
        """Say whether an office of the list is that of somebody named before; add him if so."""
        if not isinstance(item, Unnamed) or head_of(item.words) is not Head.ONE:
            return False
        known = self.cast.called(self.text[item.words[0].start : item.words[-1].end])
        if known is not None:
            self._add_again(known, roster.role, roster.rule, roster.trigger, sentence)
        return known is not None

    def _add_again(
        self, known: Row, role: Role, rule: str, trigger: tuple[int, int], sentence: Sentence
    ) -> None:
        self.cast.add(
            replace(
                known,
                scene=self.scene,
                role=role,
                rule=f"{rule}: known",
                trigger=trigger,
                sentence=(sentence.start, sentence.end),
            )
        )

    def _add_groups(
        self, items: Sequence[Item], side: str | None, role: Role, trigger: tuple[int, int]
    ) -> None:
        for _, start, end in group_stretches(items):
            words = label(self.text[start:end], acting=role in (Role.PRINCIPAL, Role.SPEAKER))
            if words:
                self.cast.groups.append(
                    GroupRow(words, side, role, (start, end), trigger, self.scene)
                )

    def add_act(self, act: Act, sentence: Sentence) -> None:
        role = self.bearing.role_of(act, sentence, self.cast)
        if role is None:
            return
        if act.pronoun or act.office:
            self._add_known(act, role, sentence)
            return
        if role is Role.SPEAKER:
            self._add_groups(others_among(act.items), None, role, act.trigger)
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
        if named and ":" not in act.rule and (act.rule not in BESIDE or not self.he):
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
        if act.rule == "said in" and not self.bearing.in_speech(sentence):
            return
        if role is Role.PRINCIPAL and self.scene == 0:
            return
        known = self.cast.called(act.office) if act.office else self.cast.of(self.he)
        if known is not None:
            self._add_again(known, role, act.rule, act.trigger, sentence)

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
            office = singular(written(" ".join(self.text[start:end] for start, end in post)))
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
        if re.search(r"\b(?:late|deceased)\b", before) or f"late {item.name.text}" in self.text:
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
