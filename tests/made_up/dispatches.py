"""Any number of made-up dispatches, the same for the same seed, in order of their days."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.made_up import english, korean, words
from tests.made_up.addresses import address
from tests.made_up.people import LAST_YEAR, Population, population
from tests.made_up.roster import Chance, Row, Scene

MONTHS = words.words_of(
    "January February March April May June July August September October November December"
)
FIRST_DAY, LAST_DAY = date(1997, 1, 1), date(LAST_YEAR, 6, 30)
# Dispatches a day, thousandths: few at first, most between 2010 and 2016.
_A_DAY = {1997: 9, 2003: 14, 2009: 25, 2012: 33, 2016: 30, 2019: 21, 2026: 22}
_WEEKDAY = (1.0, 1.05, 1.05, 1.05, 1.05, 0.9, 0.55)
_HOLIDAYS = {(2, 16), (4, 15), (9, 9), (10, 10)}
_OUTLETS = (("KCNA", 0.74), ("Rodong Sinmun", 0.2), ("Minju Joson", 0.06))
_LENGTH = {"en": 1170, "ko": 780}  # of bodies on average, the opening included


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One made-up dispatch with what is true of it."""

    number: int
    published: date
    title: str
    body: str  # dateline, paragraphs a line each, -0- or (끝)
    language: str
    outlet: str
    url: str
    kind: str
    participants: tuple[Row, ...]
    groups: tuple[tuple[str, str | None, str], ...]


def dispatches(
    count: int,
    *,
    seed: int = 1,
    korean_share: float = 0.2,
    first: date = FIRST_DAY,
    last: date = LAST_DAY,
) -> Iterator[Dispatch]:
    """Make ``count`` dispatches, spread over the days as the outlets spread theirs."""
    chance = random.Random(seed).random
    people = population()
    number = 0
    for day, how_many in _days(count, first, last):
        for item in range(how_many):
            language = "ko" if chance() < korean_share else "en"
            yield _dispatch(number, day, item, language, chance, people)
            number += 1


def _days(count: int, first: date, last: date) -> Iterator[tuple[date, int]]:
    """Share ``count`` out over the days so that their sum is exact."""
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    weights = [_weight(day) for day in days]
    whole, so_far, given = sum(weights), 0.0, 0
    for day, weight in zip(days, weights, strict=True):
        so_far += weight
        due = count if day == last else int(count * so_far / whole)
        yield day, due - given
        given = due


def _weight(day: date) -> float:
    years = sorted(_A_DAY)
    before = max(year for year in years if year <= max(day.year, years[0]))
    after = min((year for year in years if year > before), default=before)
    part = (day.year - before) / (after - before) if after > before else 0.0
    a_day = _A_DAY[before] + (_A_DAY[after] - _A_DAY[before]) * part
    return a_day * _WEEKDAY[day.weekday()] * (2 if (day.month, day.day) in _HOLIDAYS else 1)


def _dispatch(
    number: int, day: date, item: int, language: str, chance: Chance, people: Population
) -> Dispatch:
    luck, outlet = chance(), _OUTLETS[0][0]
    for name, share in _OUTLETS:
        if luck < share:
            outlet = name
            break
        luck -= share
    told_day = day - timedelta(1)
    if language == "ko":
        scene = korean.scene(people, chance, day.year, f"{told_day.day}일")
        body = _korean_body(scene, number, day, outlet, chance)
    else:
        scene = english.scene(
            people, chance, day.year, f"{MONTHS[told_day.month - 1]} {told_day.day}"
        )
        body = _english_body(scene, number, day, outlet, chance)
    return Dispatch(
        number, day, scene.title, body, language, outlet,
        address(outlet, language, day, item, number), scene.kind, scene.rows, scene.groups,
    )  # fmt: skip


def _english_body(scene: Scene, number: int, day: date, outlet: str, chance: Chance) -> str:
    told = list(scene.sentences)
    if chance() < 0.8:
        told.append(english.pick(words.EVERYWHERE, chance))
    if chance() < 0.2:
        told.append(english.pick(words.NUCLEAR, chance))
    if number % 37 == 5:
        told.append(
            english.pick(words.TIDAL, chance).format(place=english.pick(words.UNIT_FIRST, chance))
        )
    if is_rare(number):
        told.append(words.LIGHTHOUSE)
    _fill(told, english.sentences(), _LENGTH["en"], chance)
    if outlet == "KCNA":
        told[0] = f"Ryonghung, {MONTHS[day.month - 1]} {day.day} (KCNA) -- {told[0]}"
        told[-1] += " -0-"
    return "\n".join(told)


def _korean_body(scene: Scene, number: int, day: date, outlet: str, chance: Chance) -> str:
    told = list(scene.sentences)
    _fill(told, korean.sentences(), _LENGTH["ko"], chance)
    told[-1] += f" 이것은 {number}번째 보도이다.(끝)" if chance() < 0.02 else "(끝)"
    if outlet == "KCNA":
        told.insert(0, f"(룡흥 {day.month}월 {day.day}일발 조선중앙통신)")
    return "\n".join(told)


def is_rare(number: int) -> bool:
    """Say whether dispatch ``number`` holds `WORD_RARE`: 7, 35, 175, 875, …"""
    while number > 7 and number % 5 == 0:
        number //= 5
    return number == 7


def _fill(told: list[str], pool: tuple[str, ...], length: int, chance: Chance) -> None:
    """Add paragraphs until the body is about as long as one of its kind, long ones being rarer."""
    wanted = length * (0.35 + 1.3 * chance() * chance() * 1.5)
    so_far = sum(map(len, told))
    while so_far < wanted:
        paragraph = pool[int(chance() * chance() * len(pool))]
        if chance() < 0.5:
            paragraph += " " + pool[int(chance() * len(pool))]
        told.append(paragraph)
        so_far += len(paragraph)
