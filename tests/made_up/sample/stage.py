"""Casts a template of the sample library: its day, its people, its other fillings."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from tests.made_up.people import population
from tests.made_up.sample.cast import Land, Player, home, lands
from tests.made_up.sample.lists import LISTS
from tests.made_up.sample.template import Part, Template
from tests.made_up.sample.units import Unit, units

_HELD_NOW = {"fm": "foreign minister", "premier": "premier of the Cabinet"}


@dataclass
class Bags:
    """Lists drawn from without putting back, until they are empty and filled anew."""

    chance: random.Random
    left: dict[str, list[int]] = field(default_factory=dict)

    def draw(self, name: str, size: int) -> int:
        bag = self.left.setdefault(name, [])
        if not bag:
            bag.extend(self.chance.sample(range(size), size))
        return bag.pop()


@dataclass(frozen=True)
class Staged:
    """A template with its day, its people and whatever else is filled in."""

    template: Template
    day: date  # of the event
    land: Land
    unit: Unit
    people: dict[str, tuple[Player, ...]]
    fillings: dict[str, tuple[str, str]]
    seed: str


def stage(
    template: Template, day: date, bags: Bags, land: Land | None = None, seed: str = ""
) -> Staged:
    """Choose people and fillings for one event."""
    chance = bags.chance
    wanted = {
        part.who.removeprefix("abroad:").split(",")[0]
        for part in template.parts
        if "abroad:" in part.who
    }
    if land is None:
        fit = [one for one in lands() if all(any(w in p.tags for p in one.people) for w in wanted)]
        land = fit[bags.draw(f"land {','.join(sorted(wanted))}", len(fit))]
    unit = units()[bags.draw(f"unit {template.name}", len(units()))]
    people: dict[str, tuple[Player, ...]] = {}
    for part in template.parts:
        people[part.letter] = _cast(part, template, day, land, unit, people, chance)
    fillings = {
        name: pairs[bags.draw(name, len(pairs))]
        for name, pairs in LISTS.items()
        if _uses(template, name)
    }
    return Staged(template, day, land, unit, people, fillings, seed or f"{template.name} {day}")


def _uses(template: Template, name: str) -> bool:
    everything = (template.title, *template.text, template.title_ko, *template.text_ko)
    return any(f"{{{name}" in text for text in everything) or any(
        f"{{{name}" in p.title for p in template.parts
    )


def _cast(
    part: Part, template: Template, day: date, land: Land, unit: Unit,
    people: dict[str, tuple[Player, ...]], chance: random.Random,
) -> tuple[Player, ...]:  # fmt: skip
    if part.who.startswith("ref:"):
        return (people[part.who[4:]][0],)
    if part.who == "minor":
        return (chance.choice(_minor()),)
    if part.who == "manager":
        name, name_ko = unit.manager(day.year, "en"), unit.manager(day.year, "ko")
        return (Player(name, name_ko, frozenset(), ((day, "manager of the unit", "지배인"),)),)
    where, _, tags = part.who.rpartition(":")
    everybody = land.people if where == "abroad" else home()
    taken = {player.name for players in people.values() for player in players}
    fit = [
        player for player in everybody
        if player.name not in taken and any(_has(player, tag, day) for tag in tags.split(","))
        and _at_hand(player, day, land, template)
    ]  # fmt: skip
    least, most = min(part.least, len(fit)), min(part.most, len(fit))
    picked = chance.sample(fit, chance.randint(least, most))
    return tuple(player for player in everybody if player in picked)


def _has(player: Player, tag: str, day: date) -> bool:
    if tag in _HELD_NOW and not player.land:
        return player.office(day, "en") == _HELD_NOW[tag]
    return tag in player.tags


def _at_hand(player: Player, day: date, land: Land, template: Template) -> bool:
    office = player.office(day, "en")
    if player.land or not office.startswith("ambassador"):
        return True
    return template.name in ("talks_leader", "leader_tour") and office.endswith(land.name)


@cache
def _minor() -> tuple[Player, ...]:
    """Return people without an office, few enough to come again."""
    known = {player.name for player in home()}
    born = [one for one in population().home[400:900] if one.name not in known][:90]
    return tuple(
        Player(p.name, p.name_ko, frozenset(), ((date(2019, 1, 1), "", ""),)) for p in born
    )


def told_on(day: date, template: Template, chance: random.Random) -> date:
    """Return the day of the event that a dispatch of ``day`` reports: mostly the day before."""
    return day - timedelta(1 if chance.random() < 0.8 else 0)
