"""Issues the sample library's dispatches: which news comes when, in which outlet and language."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date

from tests.made_up.addresses import address
from tests.made_up.dispatches import MONTHS, Dispatch
from tests.made_up.sample.cast import lands
from tests.made_up.sample.stage import Bags, Staged, stage, told_on
from tests.made_up.sample.template import Template, templates
from tests.made_up.sample.writing import Written, written

# What September 2023 is about: a visit abroad, seen from day to day.
_PLANNED = (
    (date(2023, 9, 12), "leader_leaves"), (date(2023, 9, 13), "leader_tour"),
    (date(2023, 9, 14), "talks_leader"), (date(2023, 9, 14), "signing"),
    (date(2023, 9, 14), "national_meeting"), (date(2023, 9, 14), "award"),
    (date(2023, 9, 14), "unit_news"), (date(2023, 9, 14), "exhibition"),
    (date(2023, 9, 14), "feature"),
    (date(2023, 9, 16), "greet_back"), (date(2023, 9, 17), "leader_returns"),
)  # fmt: skip
_A_MONTH = {2019: 4, 2020: 5, 2021: 5, 2022: 6, 2023: 8}
_DENSE = {(2023, 8): 14, (2023, 9): 60, (2023, 10): 22}


@dataclass(frozen=True)
class Issued:
    """A dispatch together with what it was written from."""

    dispatch: Dispatch
    staged: Staged
    language: str
    seed: str


def issued() -> list[Issued]:
    """Make every dispatch of the sample, in order of their days."""
    bags = Bags(random.Random(2023))
    done: list[Issued] = []
    titles: set[str] = set()
    for day, template in _calendar(bags.chance):
        land = lands()[0] if (day, template.name) in _PLANNED else None
        staged = stage(template, told_on(day, template, bags.chance), bags, land)
        for outlet, language in _outlets(template, bags.chance):
            done.append(_issue(staged, day, outlet, language, len(done), titles))
    return done


def _calendar(chance: random.Random) -> list[tuple[date, Template]]:
    known = templates()
    usual = [one for one in known.values() if not one.planned]
    plan = [(day, known[name]) for day, name in _PLANNED]
    for year, how_many in _A_MONTH.items():
        for month in range(1, 13 if year < 2023 else 11):
            fit = [one for one in usual if month in one.months]
            rounds = _DENSE.get((year, month), how_many + chance.randrange(-1, 3))
            last = 20 if (year, month) == (2023, 10) else 28
            days = sorted(chance.randint(1, last + (2 if month != 2 else 0)) for _ in range(rounds))
            taken: set[tuple[int, str]] = set()
            for of_month in days:
                left = [one for one in fit if (of_month, one.name) not in taken]
                one = chance.choices(left, [template.weight for template in left])[0]
                taken.add((of_month, one.name))
                plan.append((date(year, month, 1 if one.name == "newyear" else of_month), one))
    return sorted(plan, key=lambda entry: entry[0])


def _outlets(template: Template, chance: random.Random) -> list[tuple[str, str]]:
    """Say who carries the news: often one outlet, now and then two, or both languages."""
    english, korean = bool(template.text), bool(template.text_ko)
    carried = []
    if english:
        carried.append(
            (template.outlet or ("KCNA" if chance.random() < 0.8 else "Rodong Sinmun"), "en")
        )
        if template.name.startswith(("leader", "talks_leader")) and chance.random() < 0.35:
            other = "Rodong Sinmun" if carried[0][0] == "KCNA" else "KCNA"
            carried.append((other, "en"))
    if korean and (not english or template.planned or chance.random() < 0.5):
        carried.append(
            (template.outlet or ("KCNA" if chance.random() < 0.6 else "Rodong Sinmun"), "ko")
        )
    return carried


def _issue(
    staged: Staged, day: date, outlet: str, language: str, number: int, titles: set[str]
) -> Issued:
    """Write the dispatch, again if its headline has been used and another is to be had."""
    for attempt in range(12):
        seed = f"{outlet} {attempt}"
        text = written(staged, language, seed=seed)
        if text.title not in titles:
            break
    titles.add(text.title)
    return Issued(_dispatch(text, staged, day, outlet, language, number), staged, language, seed)


def _dispatch(
    text: Written, staged: Staged, day: date, outlet: str, language: str, number: int
) -> Dispatch:
    paragraphs = list(text.paragraphs)
    if outlet == "KCNA" and language == "en":
        abroad = staged.template.name in ("talks_leader", "leader_tour", "home_event_abroad")
        place = staged.land.capital if abroad else "Ryonghung"
        paragraphs[0] = f"{place}, {MONTHS[day.month - 1]} {day.day} (KCNA) -- {paragraphs[0]}"
        paragraphs[-1] += " -0-"
    elif outlet == "KCNA":
        paragraphs.insert(0, f"(룡흥 {day.month}월 {day.day}일발 조선중앙통신)")
        paragraphs[-1] += "(끝)"
    return Dispatch(
        number, day, text.title, "\n".join(paragraphs), language, outlet,
        address(outlet, language, day, number % 90, number),
        staged.template.kind, text.rows, text.groups,
    )  # fmt: skip


def edited(one: Issued) -> Dispatch | None:
    """Return ``one`` as it stood later, a name gone from its roster; None where it cannot be."""
    names = [
        player.name
        for players in one.staged.people.values()
        if len(players) > 2
        for player in players
    ]
    if not names or one.language != "en":
        return None
    text = written(one.staged, one.language, without=names[-1], seed=one.seed)
    was = one.dispatch
    now = _dispatch(text, one.staged, was.published, was.outlet, was.language, was.number)
    return replace(now, url=was.url) if now.body != was.body else None
