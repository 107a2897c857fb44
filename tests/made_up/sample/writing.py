"""Writes a staged dispatch of the sample library out, in English or Korean."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.made_up.dispatches import MONTHS
from tests.made_up.korean import particles
from tests.made_up.roster import Row
from tests.made_up.sample.cast import Player
from tests.made_up.sample.stage import Staged
from tests.made_up.sample.template import Part, before_name, chosen, in_headline, plural

_FIELD = re.compile(r"\{(\w+)(?:\.(\w))?(?::([^}]*))?\}")


@dataclass(frozen=True)
class Written:
    """A headline, paragraphs and who took part."""

    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[Row, ...]
    groups: tuple[tuple[str, str | None, str], ...]


def written(staged: Staged, language: str, *, without: str = "", seed: str = "") -> Written:
    """Write the dispatch; ``without`` leaves one name out, all else staying as it was."""
    template = staged.template
    chance = random.Random(f"{staged.seed} {language} {seed}")
    title = chosen(template.title if language == "en" else template.title_ko, chance, staged.seed)
    text = [
        chosen(line, chance, staged.seed)
        for line in (template.text if language == "en" else template.text_ko)
    ]
    writer = _Writer(staged, language, chance, without)
    paragraphs = [writer.filled(line) for line in text]
    headline = _Writer(staged, language, chance, without).filled(title, headline=True)
    return Written(
        headline,
        tuple(p[:1].upper() + p[1:] for p in paragraphs if p),
        writer.rows(),
        tuple(writer.groups),
    )


class _Writer:
    """Fills one text's fields and keeps account of who was named, under which title."""

    def __init__(self, staged: Staged, language: str, chance: random.Random, without: str) -> None:
        self.staged, self.language, self.chance = staged, language, chance
        self.parts = {part.letter: part for part in staged.template.parts}
        self.people = {
            letter: tuple(player for player in players if player.name != without)
            for letter, players in staged.people.items()
        }
        self.titles: dict[tuple[str, str], str] = {}  # (letter, name) -> as written
        self.groups: list[tuple[str, str | None, str]] = []
        self.drawn: dict[str, int] = {}

    def filled(self, text: str, *, headline: bool = False) -> str:
        done = _FIELD.sub(lambda found: self._field(found, headline), text)
        done = particles(done)
        # Adjacent sentences may begin with a filling.
        return re.sub(r"([.!?] )(the|a) ", lambda m: m[1] + m[2].capitalize() + " ", done)

    def rows(self) -> tuple[Row, ...]:
        """Return a row for each person named, in the order of naming, by role and side."""
        rows: dict[tuple[str, str], Row] = {}
        for (letter, name), title in self.titles.items():
            part = self.parts[letter]
            rows.setdefault((name, part.role), Row(name, title, self._side(part), part.role))
        fullest: dict[str, str] = {}
        for row in rows.values():
            fullest[row.name] = max(fullest.get(row.name, ""), row.title, key=len)
        return tuple(Row(r.name, fullest[r.name], r.side, r.role) for r in rows.values())

    def _side(self, part: Part) -> str | None:
        return {"home": "DPRK", "away": self.staged.land.name}.get(part.side)

    def _field(self, found: re.Match[str], headline: bool) -> str:
        name, form, extra = found.groups()
        if name == "n":
            low, high = extra.split("-")
            return str(self.chance.randint(int(low), int(high)))
        if name in self.parts:
            person = self._person(self.parts[name], form)
            return f"{person}({extra})" if extra else person
        value = self._value(name)
        if headline and self.language == "en":
            value = in_headline(value)
        return f"{value}({extra})" if extra else value

    def _value(self, name: str) -> str:
        staged, english = self.staged, self.language == "en"
        if name in staged.fillings:
            return staged.fillings[name][0 if english else 1]
        if name == "day":
            return (
                f"{MONTHS[staged.day.month - 1]} {staged.day.day}"
                if english
                else f"{staged.day.day}일"
            )
        if name in ("look", "look2", "ask", "ask2", "done"):
            return self._said(name)
        ends = "" if english else "_ko"
        plain = {
            "land": staged.land.name + "|" + staged.land.name_ko,
            "cap": staged.land.capital + "|" + staged.land.capital_ko,
            "unit": staged.unit.name + "|" + staged.unit.name_ko,
            "province": staged.unit.province + "|" + staged.unit.province_ko,
        }
        return plain[name].split("|")[1 if ends else 0]

    def _said(self, name: str) -> str:
        key = name.rstrip("2") + ("" if self.language == "en" else "_ko")
        says = self.staged.unit.says[key]
        if key not in self.drawn:
            self.drawn[key] = self.chance.randrange(len(says))
        if name == "ask2":
            return (
                " and " + says[(self.drawn[key] + 1) % len(says)]
                if self.chance.random() < 0.6
                else ""
            )
        self.drawn[key] += 1  # the next asker gets the next sentence
        return says[self.drawn[key] % len(says)]

    def _person(self, part: Part, form: str | None) -> str:
        players = self.people[part.letter]
        if form is None and (part.most > 1 or part.group):
            return self._roster(part, players)
        if not players:
            return ""
        player = players[0]
        name = player.name if self.language == "en" else player.name_ko
        office = self._office(part, player)
        if form == "t":
            self._named(part, name, office)
            return office
        if form == "T":
            self._named(part, name, before_name(office))
            return f"{before_name(office)} {name}" if self.language == "en" else f"{office} {name}"
        self._named(part, name, part.title and office)
        return name

    def _office(self, part: Part, player: Player) -> str:
        if part.title:
            return (
                _FIELD.sub(lambda found: self._value(found[1]), part.title)
                if self.language == "en"
                else ""
            )
        return player.office(self.staged.day, self.language)

    def _named(self, part: Part, name: str, title: str) -> None:
        before = self.titles.get((part.letter, name), "")
        self.titles[(part.letter, name)] = max(before, title, key=len)

    def _roster(self, part: Part, players: Iterable[Player]) -> str:
        style = random.Random(f"{self.staged.seed} {part.letter} {self.language}").random()
        told = (
            self._korean(part, players)
            if self.language == "ko"
            else self._english(part, players, style < 0.45)
        )
        group = part.group if self.language == "en" else part.group_ko
        if group:
            self.groups.append((group, self._side(part), part.role))
        if self.language == "ko":
            whole = [*told, group] if group else told
            return ", ".join(whole[:-1]) + ("(과) " if len(whole) > 1 else "") + whole[-1] + "(이)"
        commas = style < 0.45
        whole = [*told, group] if group else told
        if len(whole) == 1:
            return whole[0]
        return ", ".join(whole[:-1]) + (", and " if commas else " and ") + whole[-1]

    def _korean(self, part: Part, players: Iterable[Player]) -> list[str]:
        told = []
        for player in players:
            office = self._office(part, player)
            self._named(part, player.name_ko, office)
            told.append(f"{office} {player.name_ko}" + ("" if player.land else "동지"))
        return told

    def _english(self, part: Part, players: Iterable[Player], after: bool) -> list[str]:
        by_office: dict[str, list[str]] = {}
        for player in players:
            by_office.setdefault(self._office(part, player), []).append(player.name)
        told = []
        for office, names in by_office.items():
            shown = office if after else before_name(office)
            for name in names:
                self._named(part, name, shown)
            title = plural(shown) if len(names) > 1 else shown
            joined = (
                " and ".join(names)
                if len(names) < 3
                else ", ".join(names[:-1]) + " and " + names[-1]
            )
            told.append(f"{joined}, {title}" if after else f"{title} {joined}")
        return told
