"""Korean made-up prose, spelled as in the North."""

# ruff: noqa: E501 (Hangul counts double, and sentences read better whole)

from __future__ import annotations

import random
import re
from functools import cache

from tests.made_up.english import pick
from tests.made_up.people import Population
from tests.made_up.roster import HOME, Chance, Scene, country_of, guests, rows_ko, some
from tests.made_up.words import COUNTRIES, words_of

SENTENCES = 3000

PLACES = words_of(
    "새솔세멘트련합기업소 은평방직공장 룡흥협동농장 칠성기계공장 옥포탄광 무봉수산사업소 상남식료공장 "
    "백송신발공장 태룡중학교 홍와광업련합기업소 장수양묘장 석연목장 금란남새농장 송하제강소 벽산화학공장 "
    "은성조선소 림천피복공장 청수제3호발전소 월봉타일공장 향산온실농장 덕포아동병원 봉화철도차량공장"
)
DOERS = words_of(
    "일군들과 로동자들|과학자,기술자들|농업근로자들|건설자들|탄부들|어로공들|교원들과 학생들|돌격대원들|"
    "녀성들|청년들|의료일군들|설계가들|직포공들|운전사들|봉사자들|혁신자들|군인건설자들|연구사들"
)
THINGS = words_of(
    "광석생산|원료보장|제품의 질제고|생산공정의 현대화|양수설비보수|전력공급|통나무수송|부속품생산|모내기|가을걷이|"
    "나무심기|하천정리|큰물피해방지대책|산림복구|간석지건설|도로건설|살림집건설|문화후생시설건설|종자선별|촉매생산|"
    "절약투쟁|교구비품생산|약초재배|누에치기|양어|버섯재배|소금생산|벽돌생산|겨울철물고기잡이|거름생산|두벌농사|"
    "기능공양성|대중체육|갱도굴진|강재생산|천짜기|포장|기상관측|토양분석|수문공사|언제콩크리트치기|변압기제작"
)
DEEDS = words_of(
    "힘있게 내밀고있다|성과적으로 결속하였다|적극 다그치고있다|높은 수준에서 진행하고있다|련일 확대하고있다|앞당겨 끝냈다"
)
MANNERS = words_of(
    "과학적으로|한사람같이 떨쳐나|자체의 힘과 기술로|계획적으로|경쟁열의드높이|절기에 맞게|주인답게|밤낮을 이어"
)


_PARTICLES = {"을": "를", "은": "는", "이": "가", "과": "와"}
_PLACE_FOR_PARTICLE = re.compile(r"(.)\((을|은|이|과)\)")


def particles(text: str) -> str:
    """Write 을 or 를 for (을), and so on, by the syllable before it."""
    return _PLACE_FOR_PARTICLE.sub(_particle, text)


def _particle(found: re.Match[str]) -> str:
    syllable, particle = found.groups()
    closed = (ord(syllable) - 0xAC00) % 28
    return syllable + (particle if closed else _PARTICLES[particle])


@cache
def sentences(seed: int = 1) -> tuple[str, ...]:
    """Make the Korean sentences that fill dispatches up."""
    chance = random.Random(seed).random
    return tuple(particles(_sentence(number, chance)) for number in range(SENTENCES))


def _sentence(number: int, chance: Chance) -> str:
    doers, thing, place = pick(DOERS, chance), pick(THINGS, chance), pick(PLACES, chance)
    deed, manner = pick(DEEDS, chance), pick(MANNERS, chance)
    other, share = pick(THINGS, chance), int(chance() * 90) + 5
    forms = (
        f"{place}의 {doers}(이) {thing}(을) {manner} {deed}.",
        f"{place}에서 {thing}(과) {other}에서 제기되는 문제들을 {manner} 풀어나가고있다.",
        f"{thing}(은) {share}%계선에서 추진되고있다.",
        f"{doers}(은) {thing}(이) 가지는 의의를 깊이 자각하고 {manner} 일해나가고있다.",
        f"{place}에서는 {thing}에 힘을 넣어 {share}일동안에 많은 일을 해놓았다.",
        f"보고자는 {thing}(을) {manner} 진행할데 대하여 강조하였다.",
        f"참가자들은 {thing}(과) 관련한 경험을 나누었다.",
        f"{place}의 현대화공사가 {manner} 추진되고있다.",
    )
    return forms[number % len(forms)]


def scene(people: Population, chance: Chance, year: int, day: str) -> Scene:
    """Make the opening of one Korean dispatch."""
    luck = chance()
    for share, maker in _MAKERS:
        if luck < share:
            return maker(people, chance, year, day)
        luck -= share
    place, thing = pick(PLACES, chance), pick(THINGS, chance)
    return Scene(
        f"{place}에서 {thing} 추진", (particles(f"{place}에서 {thing}(을) 다그치고있다."),), "other"
    )


def _talks(people: Population, chance: Chance, year: int, day: str) -> Scene:
    row = country_of(chance)
    land, land_ko = COUNTRIES[row][0], COUNTRIES[row][3]
    host, ours = people.home[1], [p for p in some(people, chance, 5) if p is not people.home[1]]
    head, *theirs = guests(people, chance, row, 5)
    told = [
        f"{host.title_ko(year)} {host.name_ko}동지와 {land_ko} {head.title_ko(year)} {head.name_ko}사이의 회담이 {day} 진행되였다."
    ]
    if ours:
        named = ", ".join(f"{p.title_ko(year)} {p.name_ko}동지" for p in ours)
        told.append(f"회담에는 우리측에서 {named}와 관계부문 일군들이 참가하였다.")
    if theirs:
        came = ", ".join(f"{p.title_ko(year)} {p.name_ko}" for p in theirs)
        told.append(particles(f"{land_ko}측에서는 {came}(이) 참가하였다."))
    told.append("회담은 친선적인 분위기속에서 진행되였다.")
    groups = (("관계부문 일군들", HOME, "present"),) if ours else ()
    who = (
        rows_ko([host, head], year, "principal")
        + rows_ko(ours, year, "present", HOME)
        + rows_ko(theirs, year, "present", land)
    )
    return Scene(
        f"{host.name_ko}동지와 {land_ko} {head.title_ko(year)}사이의 회담 진행",
        tuple(told),
        "talks",
        who,
        groups,
    )


def _guidance(people: Population, chance: Chance, year: int, day: str) -> Scene:
    place, chief = pick(PLACES, chance), people.leader
    with_him = [person for person in some(people, chance, 5) if person is not chief]
    told = [particles(f"국가평의회 위원장 천룡수동지께서 {day} {place}(을) 현지지도하시였다.")]
    if with_him:
        told.append(
            ", ".join(f"{p.title_ko(year)} {p.name_ko}동지" for p in with_him) + "가 동행하였다."
        )
    who = rows_ko([chief], year, "principal") + rows_ko(with_him, year, "accompanied")
    return Scene(
        particles(f"천룡수동지께서 {place}(을) 현지지도하시였다"), tuple(told), "inspection", who
    )


def _meeting(people: Population, chance: Chance, year: int, day: str) -> Scene:
    thing, there = pick(THINGS, chance), some(people, chance, 5)
    told = (
        f"{thing}부문 일군회의가 {day} 진행되였다.",
        ", ".join(f"{p.title_ko(year)} {p.name_ko}동지" for p in there)
        + "와 관계부문 일군들이 참가하였다.",
    )
    groups = (("관계부문 일군들", None, "present"),)
    return Scene(
        f"{thing}부문 일군회의 진행", told, "meeting", rows_ko(there, year, "present"), groups
    )


_MAKERS = ((0.08, _talks), (0.12, _guidance), (0.15, _meeting))
