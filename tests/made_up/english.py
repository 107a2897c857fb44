"""English made-up prose: the scene that a dispatch opens with, and sentences to fill it up."""

# ruff: noqa: E501 (sentences read better whole)

from __future__ import annotations

import random
from functools import cache

from tests.made_up import words
from tests.made_up.people import Population
from tests.made_up.roster import HOME, Chance, Row, Scene, country_of, guests, named, rows, some

SENTENCES = 6000


def unit(chance: Chance) -> str:
    first, last = words.UNIT_FIRST, words.UNIT_LAST
    return f"{first[int(chance() * len(first))]} {last[int(chance() * len(last))]}"


def pick(choices: tuple[str, ...] | list[str], chance: Chance) -> str:
    return choices[int(chance() * len(choices))]


def headline(thing: str) -> str:
    """Write a thing as headlines do: "Excavation of Tunnels"."""
    return thing.title().replace(" Of ", " of ").replace(" And ", " and ")


@cache
def sentences(seed: int = 1) -> tuple[str, ...]:
    """Make the sentences that fill dispatches up; the first of them are used most."""
    chance = random.Random(seed).random
    return tuple(_sentence(number, chance) for number in range(SENTENCES))


def _sentence(number: int, chance: Chance) -> str:
    doers, thing = pick(words.DOERS, chance), pick(words.THINGS, chance)
    deeds, manner = pick(words.DEEDS, chance), pick(words.MANNERS, chance)
    quality, fruit = pick(words.QUALITIES, chance), pick(words.FRUITS, chance)
    other, place = pick(words.THINGS, chance), unit(chance)
    share = int(chance() * 90) + 5
    forms = (
        f"The {doers} of the {place} {deeds} {thing} {manner}.",
        f"At the {place} a {quality} method of {thing} was worked out, and its {doers} {fruit}.",
        f"Some {share} percent of the work on {thing} has been finished at the {place}.",
        f"Noting that {thing} and {other} are linked with each other, they stressed the need to go ahead {manner}.",
        f"The {doers} {fruit} by paying attention to {thing}.",
        f"It is of {quality} significance for {thing}, the {doers} of the {place} said.",
        f"In the past {share} days the {place} {fruit}.",
        f"Under the slogan of doing {thing} {manner}, the {doers} turned out to a man.",
        f"A {quality} exhibition showed {share} items of {thing}, {other} and others.",
        f"The reporter heard at the {place} that {thing} will be finished {manner}.",
        f"There were {share} participants who told of {quality} experience in {thing}.",
        f"Machines for {thing} arrived at the {place} by rail, and {doers} set them up {manner}.",
    )
    return forms[number % len(forms)]


def scene(people: Population, chance: Chance, year: int, day: str) -> Scene:
    """Make the opening of one dispatch; the kinds come as often as in the real archives."""
    luck = chance()
    for share, maker in _MAKERS:
        if luck < share:
            return maker(people, chance, year, day)
        luck -= share
    return _economy(people, chance, year, day)


def _talks(people: Population, chance: Chance, year: int, day: str) -> Scene:
    row = country_of(chance)
    land, adjective, capital = words.COUNTRIES[row][:3]
    host, *ours = some(people, chance, 7)
    head, *theirs = guests(people, chance, row, 8)
    if chance() < 0.4 and people.leader not in ours:
        ours, host = [host, *ours], people.leader
    ours, theirs = ours or [people.home[1]], theirs or [people.abroad[row][-1]]
    after = chance() < 0.5
    forms = (
        f"Present at the talks from the DPRK side were {named(ours, year, after)}.",
        f"From the DPRK side there were present {named(ours, year, after)}.",
        f"On hand from the DPRK side were {named(ours, year, after, 'officials concerned')}.",
    )
    which = int(chance() * len(forms))
    told = (
        f"{host.name}, {host.title(year)}, had talks with {head.name}, {head.title(year)}, in {capital} on {day}.",
        forms[which],
        f"Present from the {adjective} side were {named(theirs, year, not after, 'other senior officials')}.",
        "The talks proceeded in a friendly atmosphere.",
    )
    groups = ((("officials concerned", HOME, "present"),) if which == 2 else ()) + (
        ("other senior officials", land, "present"),
    )
    who = (
        rows([host, head], year, "principal")
        + rows(ours, year, "present", HOME)
        + rows(theirs, year, "present", land)
    )
    return Scene(f"{host.name} Has Talks with {head.name} of {land}", told, "talks", who, groups)


def _inspection(people: Population, chance: Chance, year: int, day: str) -> Scene:
    place = unit(chance)
    chief = people.leader if chance() < 0.5 else some(people, chance, 1)[0]
    with_him = [person for person in some(people, chance, 6) if person is not chief]
    told = [f"{chief.name}, {chief.title(year)}, inspected the {place} on {day}."]
    if with_him:
        told.append(f"He was accompanied by {named(with_him, year, chance() < 0.5)}.")
    told.append(f"He went round several workshops to learn about {pick(words.THINGS, chance)}.")
    who = rows([chief], year, "principal") + rows(with_him, year, "accompanied")
    return Scene(f"{chief.name} Inspects {place}", tuple(told), "inspection", who)


def _meeting(people: Population, chance: Chance, year: int, day: str) -> Scene:
    thing, place = pick(words.THINGS, chance), pick(words.PLACES, chance)
    there = some(people, chance, 6)
    told = [
        f"A national meeting on {thing} took place at the {place} on {day}.",
        f"Present there were {named(there, year, chance() < 0.5, 'officials concerned')}.",
    ]
    who = rows(there, year, "present")
    if chance() < 0.5:
        told.append(f"{there[0].name} made a report.")
        who += rows(there[:1], year, "speaker")
    groups = (("officials concerned", None, "present"),)
    return Scene(f"Meeting on {headline(thing)} Held", tuple(told), "meeting", who, groups)


def _message(people: Population, chance: Chance, year: int, day: str) -> Scene:
    row = country_of(chance)
    land = words.COUNTRIES[row][0]
    head = guests(people, chance, row, 1)[0]
    leader = people.leader
    pair = (leader, head) if chance() < 0.6 else (head, leader)
    told = (
        f"{pair[0].name}, {pair[0].title(year)}, sent a message of greetings to {pair[1].name},"
        f" {pair[1].title(year)}, on {day}.",
        f"The message wished {pick(words.QUALITIES, chance)} successes in the work for {pick(words.THINGS, chance)}.",
    )
    who = rows([pair[0]], year, "sender") + rows([pair[1]], year, "recipient")
    return Scene(
        f"Greetings between {pair[0].name} and {pair[1].name} of {land}", told, "message", who
    )


def _arrival(people: Population, chance: Chance, year: int, day: str) -> Scene:
    row = country_of(chance)
    adjective = words.COUNTRIES[row][1]
    head = guests(people, chance, row, 1)
    met = some(people, chance, 4)
    told = (
        f"A {adjective} delegation led by {named(head, year, True)}, arrived here by air on {day}.",
        f"It was met at the airport by {named(met, year, chance() < 0.5)}.",
    )
    who = rows(head, year, "principal") + rows(met, year, "greeted")
    return Scene(f"{adjective} Delegation Arrives Here", told, "arrival_departure", who)


def _performance(people: Population, chance: Chance, year: int, day: str) -> Scene:
    place, there = pick(words.PLACES, chance), some(people, chance, 5)
    told = (
        f"An art performance of the {unit(chance)} was given at the {place} on {day}.",
        f"It was enjoyed by {named(there, year, chance() < 0.5)}.",
    )
    return Scene(
        f"Art Performance Given at {place}", told, "performance", rows(there, year, "present")
    )


def _statement(people: Population, chance: Chance, year: int, day: str) -> Scene:
    author = some(people, chance, 1)[0]
    thing = pick(words.THINGS, chance)
    if chance() < 0.5:
        told = f"{author.name}, {author.title(year)}, released a press statement on {day}."
        return Scene(
            f"{author.name} Releases Press Statement",
            (told,),
            "statement",
            rows([author], year, "principal"),
        )
    told = f"A spokesman for the Ministry of Foreign Affairs on {day} gave an answer about {thing}."
    return Scene(f"Spokesman Answers Question on {headline(thing)}", (told,), "statement")


def _sports(people: Population, chance: Chance, year: int, day: str) -> Scene:
    player = some(people, chance, 1)[0]
    told = (
        f"{player.name} of the {unit(chance)} won the final of the women's table tennis on {day}."
    )
    return Scene(
        "Table Tennis Final Held", (told,), "sports", (Row(player.name, "", None, "performer"),)
    )


def _appointment(people: Population, chance: Chance, year: int, day: str) -> Scene:
    chosen = some(people, chance, 3)
    told = f"The session elected on {day} {named(chosen, year, True)}."
    return Scene(
        "Organizational Matter Dealt With", (told,), "appointment", rows(chosen, year, "appointed")
    )


def _economy(people: Population, chance: Chance, year: int, day: str) -> Scene:
    place, thing = unit(chance), pick(words.THINGS, chance)
    told = f"The {place} {pick(words.FRUITS, chance)}, news that came on {day} says."
    return Scene(f"{place} Succeeds in {headline(thing)}", (told,), "other")


_MAKERS = (
    (0.07, _talks),
    (0.09, _inspection),
    (0.11, _meeting),
    (0.11, _message),
    (0.06, _arrival),
    (0.03, _performance),
    (0.13, _statement),
    (0.02, _sports),
    (0.02, _appointment),
)
