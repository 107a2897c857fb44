"""A few thousand invented persons whose titles change over the years."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from tests.made_up.words import COUNTRIES, GIVEN, SURNAMES

FIRST_YEAR, LAST_YEAR = 1997, 2026
YEARS = LAST_YEAR - FIRST_YEAR + 1
_PICKS = 1 << 14

# Careers upward, English and Korean; everybody climbs a part of one ladder.
LADDERS = (
    (("department director of the Ministry of Foreign Affairs", "외무성 국장"),
     ("Vice-Minister of Foreign Affairs", "외무성 부상"),
     ("First Vice-Minister of Foreign Affairs", "외무성 제1부상"),
     ("Foreign Minister", "외무상")),
    (("vice department director of the WPK Central Committee", "당중앙위원회 부부장"),
     ("department director of the WPK Central Committee", "당중앙위원회 부장"),
     ("secretary of the WPK Central Committee", "당중앙위원회 비서"),
     ("member of the Presidium of the Political Bureau and secretary of the WPK Central Committee",
      "당중앙위원회 정치국 상무위원회 위원이며 당중앙위원회 비서")),
    (("director of a bureau of the Ministry of Culture", "문화성 국장"),
     ("Vice-Minister of Culture", "문화성 부상"),
     ("Minister of Culture", "문화상")),
    (("Lieut. General of the Korean People's Army", "조선인민군 륙군중장"),
     ("Col. General of the Korean People's Army", "조선인민군 륙군상장"),
     ("General of the Korean People's Army", "조선인민군 륙군대장"),
     ("Minister of National Defence", "국방상")),
    (("manager of the Saesol Cement Complex", "새솔세멘트련합기업소 지배인"),
     ("Vice-Minister of Building-Materials Industry", "건재공업성 부상"),
     ("Minister of Building-Materials Industry", "건재공업상"),
     ("vice-premier of the Cabinet", "내각부총리")),
    (("vice-chairman of the Ryonghung City People's Committee", "룡흥시인민위원회 부위원장"),
     ("chairman of the Ryonghung City People's Committee", "룡흥시인민위원회 위원장"),
     ("chief secretary of the Ryonghung City Committee of the WPK", "룡흥시당위원회 책임비서")),
    (("section chief of the State Academy of Sciences", "국가과학원 실장"),
     ("vice-president of the State Academy of Sciences", "국가과학원 부원장"),
     ("president of the State Academy of Sciences", "국가과학원 원장")),
    (("vice-chairman of the Central Committee of the Youth League", "청년동맹중앙위원회 부위원장"),
     ("chairman of the Central Committee of the Youth League", "청년동맹중앙위원회 위원장")),
    (("vice-minister of Agriculture", "농업성 부상"), ("minister of Agriculture", "농업상")),
    (("chief engineer", "기사장"), ("manager", "지배인")),
    (("coach", "감독"), ("vice-minister of Physical Culture and Sports", "체육성 부상")),
)  # fmt: skip
LEADER = (("chairman of the State Council", "국가평의회 위원장"),)
ABROAD = (
    ("Foreign Minister", "외무상"),
    ("Deputy Prime Minister and concurrently Minister of Industry", "부수상 겸 공업상"),
    ("Minister of Defence", "국방상"),
    ("Minister of Culture", "문화상"),
    ("Ambassador of {adjective} to the DPRK", "우리 나라 주재 {noun_ko}특명전권대사"),
    ("charge d'affaires ad interim of the {adjective} embassy", "{noun_ko}대사관 림시대리대사"),
    ("chairman of the Friendship Association", "친선협회 위원장"),
    ("Deputy Head of the Presidential Administration", "대통령행정부 부장관"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented human being; ``country`` is a row of `COUNTRIES`, None at home."""

    name: str
    name_ko: str
    country: int | None
    titles: tuple[tuple[str, str], ...]  # one pair, English and Korean, for every year

    def title(self, year: int) -> str:
        return self.titles[year - FIRST_YEAR][0]

    def title_ko(self, year: int) -> str:
        return self.titles[year - FIRST_YEAR][1]


@dataclass(frozen=True, slots=True)
class Population:
    """Everybody, and tables from which a person is drawn as often as rank says."""

    home: tuple[Person, ...]
    abroad: tuple[tuple[Person, ...], ...]
    drawn: tuple[Person, ...]  # people at home, each repeated as its share demands

    @property
    def leader(self) -> Person:
        return self.home[0]


@cache
def population(at_home: int = 2400, from_each_country: int = 60, seed: int = 1) -> Population:
    """Make the same people every time; the first are the ones who appear most."""
    chance = random.Random(seed)
    home = [Person("Chon Ryong Su", "천룡수", None, LEADER * YEARS)]
    home += [
        _official(name, ko, LADDERS[i % len(LADDERS)], chance)
        for i, name, ko in _names(at_home, chance)
    ]
    abroad = tuple(
        tuple(_foreigner(row, n, chance) for n in range(from_each_country))
        for row in range(len(COUNTRIES))
    )
    return Population(tuple(home), abroad, _by_rank(home[1:]))


def _names(count: int, chance: random.Random) -> list[tuple[int, str, str]]:
    first = [pair.split(":") for pair in SURNAMES.split()]
    given = [pair.split(":") for pair in GIVEN.split()]
    taken = {"Chon Ryong Su": "천룡수"}
    names = [(0, "Pae Un Sil", "배은실"), (1, "Ryom Kwang Jo", "렴광조")]
    taken |= {name: ko for _, name, ko in names}
    while len(names) < count - 1:
        surname, one, two = chance.choice(first), chance.choice(given), chance.choice(given)
        name = f"{surname[0]} {one[0]} {two[0]}"
        if one == two or name in taken:
            continue
        taken[name] = surname[1] + one[1] + two[1]
        names.append((len(names), name, taken[name]))
    return names


def _official(
    name: str, name_ko: str, ladder: tuple[tuple[str, str], ...], chance: random.Random
) -> Person:
    start = chance.randrange(0, 2)
    steps = [chance.randrange(2, 14) for _ in ladder]
    rungs = list(accumulate(steps))
    titles = tuple(
        ladder[min(len(ladder) - 1, max(start, sum(year >= rung for rung in rungs)))]
        for year in range(YEARS)
    )
    return Person(name, name_ko, None, titles)


def _foreigner(row: int, number: int, chance: random.Random) -> Person:
    _, adjective, _, noun_ko, given, family = COUNTRIES[row]
    givens, families = given.split(), family.split()
    one = givens[number % len(givens)]
    two = families[(number // len(givens) + number) % len(families)].replace("_", " ")
    title, title_ko = ABROAD[chance.randrange(len(ABROAD))]
    said = title.format(adjective=adjective), title_ko.format(noun_ko=noun_ko)
    name_ko = "".join(chance.choice("로마바소르누까벨린쎄도키") for _ in range(4))
    return Person(f"{one} {two}", name_ko, row, (said,) * YEARS)


def _by_rank(people: list[Person]) -> tuple[Person, ...]:
    """Lay people out so that an even draw is Zipf-like, everybody at least once."""
    share = [1 / (rank + 6) for rank in range(len(people))]
    whole = sum(share)
    return tuple(
        person
        for person, part in zip(people, share, strict=True)
        for _ in range(max(1, round(part / whole * _PICKS)))
    )
