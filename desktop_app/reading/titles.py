"""Offices and ranks: what heads a title, and what remains of it when it is written down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.patterns import pattern
from desktop_app.reading.tokens import Kind, Token


class Head(Enum):
    """What a noun phrase is headed by."""

    NONE = auto()
    ONE = auto()  # an office in the singular: minister, charge d'affaires
    OFFICES = auto()  # the same office of several: secretaries of the Central Committee
    PEOPLE = auto()  # people who are not named: officials concerned, his party


_HERE = re.compile(r"[\s,]+(?:here|there|today|yesterday)\s*$")
_ARTICLES = frozenset(("the", "a", "an", "its", "another", "visiting"))
_MANNER = re.compile(
    r",\s+[a-z]+ly$|\s+(?:warmly|separately|cordially|courteously|jointly|respectively|personally|solemnly|also|then)$"
)
_SPOUSE = frozenset(("wife", "husband"))
_OF_SIDE = re.compile(r"(?:^|\s+)of the (?:[A-Z]\w+ ){1,2}side$")
_ARTICLE = re.compile(r"^(?:the|an|a|its|his|her|their|both|said|some)\s+", re.IGNORECASE)
_AS = re.compile(r",? as (?:its|the|an?|his) |, as ")
_WHO_IS = re.compile(r"^who (?:is|was) (?:(?:also|concurrently) )?(?!\w+ing\b)|^who doubles as ")


def head_of(words: Sequence[Token]) -> Head:
    """Say what heads the noun phrase, by its last noun before the first preposition."""
    noun = head_noun(words)
    if noun is None:
        return Head.NONE
    lists = lexicon()
    low = noun.low
    if low in lists.plurals:
        single = lists.plurals[low]
        if single == "member" and _are_high_members(words, noun):
            return Head.OFFICES
        return Head.PEOPLE if single in word_class("many") else Head.OFFICES
    if low in lists.offices:
        return Head.ONE
    return Head.PEOPLE


def head_noun(words: Sequence[Token]) -> Token | None:
    """Return the noun that heads the phrase if it means a person or persons."""
    lists = lexicon()
    phrase = _before_preposition(words)
    for word in phrase[:3]:  # miembro suplente del Buro Politico
        if word.low in lists.spanish:
            return word
        if word.low not in _SPANISH_BEFORE:
            break
    while phrase and (phrase[-1].low in word_class("after_head") or phrase[-1].kind is Kind.SIGN):
        if len(phrase) > 1 and phrase[-1].low == "general" and _known(phrase[-2].low):
            phrase = phrase[:-1]
        elif phrase[-1].low == "general":
            break
        else:
            phrase = phrase[:-1]
    if not phrase:
        return None
    last = phrase[-1]
    if last.low in _BODIES and last.capital and len(phrase) > 1:
        return None  # the Workers' Party, the Ghanaian Delegation's Group
    if _known(last.low):
        return last
    part = last.low.rsplit("-", 1)[-1]
    if part != last.low and (part in lists.offices or part in lists.plurals):
        return last._replace(low=part)
    if last.low.endswith(".") and last.low[:-1] in _RANKS:
        return last._replace(low="general")
    return None


_BODIES = frozenset(["party", "group", "delegation", "mission", "team", "suite"])
_SPANISH_BEFORE = frozenset(
    ["el", "la", "los", "las", "un", "una", "otros", "otras", "su", "sus", "primer", "primera"]
)
_RANKS = frozenset(
    ["dr", "rev", "prof", "vmar", "gen", "lieut", "lt", "col", "maj", "capt", "sen", "adm"]
)


def _known(low: str) -> bool:
    lists = lexicon()
    return low in lists.offices or low in lists.plurals or low in lists.people


@lru_cache(maxsize=20_000)
def is_office(low: str) -> bool:
    """Say whether a word in small letters may be an office in the singular."""
    part = low.rsplit("-", 1)[-1]
    return low in lexicon().offices or part in lexicon().offices or low in _RANKS


def _before_preposition(words: Sequence[Token]) -> list[Token]:
    phrase: list[Token] = []
    for word in words:
        if word.low in word_class("prepositions") and phrase:
            break
        phrase.append(word)
    while len(phrase) > 1 and phrase[-1].low in word_class("days"):
        phrase.pop()  # his party Thursday
    return phrase


def _are_high_members(words: Sequence[Token], noun: Token) -> bool:
    lows = [word.low for word in words]
    at = next((i for i, word in enumerate(words) if word.start == noun.start), 0)
    return any(low in word_class("high_members") for low in lows[at + 1 : at + 5])


def starts_with_article(words: Sequence[Token]) -> bool:
    """Say whether the phrase is one of many or known from before: the ambassador, his wife."""
    return bool(words) and words[0].low in ("the", "its", "his", "her", "their", "other", "some")


@lru_cache(maxsize=10_000)  # the same titles come again and again
def written(text: str) -> str:
    """Return a title as it is written down: one line, no article, no honorific, no visit."""
    title = _OF_SIDE.sub("", " ".join(text.split()).strip(" ,;-"))
    title = pattern("title.astray").sub("", title) if not _WHO_IS.match(title) else title
    title = _AS.sub("; ", _WHO_IS.sub("", title))
    title = _MANNER.sub("", _HERE.sub("", title))
    title = _without_honorifics(title)
    if title.endswith("counterpart") or title.removeprefix("his ") in _SPOUSE:
        return ""
    title = re.sub(r"\b([Cc]harge d) ?['’] ?(?=[Aa])", r"\1'", title)
    return _without_point(title.strip(" ,;-"))


def _without_point(title: str) -> str:
    """Drop the sentence's point; "Gen." and "C.C." keep their own."""
    last = title.split(" ")[-1]
    return title[:-1] if len(last) > 6 and last.endswith(".") else title


def _without_honorifics(title: str) -> str:
    lists = lexicon()
    words = title.split(" ")
    while words and (words[0].casefold() in lists.honorifics or words[0].casefold() in _ARTICLES):
        if words[0].casefold() == "supreme" and len(words) > 1 and words[1].casefold() != "comrade":
            break
        words = words[1:]
    while words and words[-1].casefold().strip(",") in ("comrade", "comrades"):
        words = words[:-1]
    return " ".join(words)


def singular(title: str) -> str:
    """Turn the shared title of several persons into that of each."""
    lists = lexicon()
    words = title.split(" ")
    fresh = True
    for at, word in enumerate(words):
        bare = word.strip(",;")
        if bare.casefold() in word_class("prepositions"):
            fresh = False
        if bare.casefold() in ("and", "concurrently", "y", "e"):
            fresh = True
        low = bare.casefold()
        if low in lists.plurals and (fresh or _opens_conjunct(words, at)):
            words[at] = word.replace(bare, _as_written(bare, lists.plurals[low]))
    return " ".join(words)


def _opens_conjunct(words: list[str], at: int) -> bool:
    return at > 0 and words[at - 1].casefold() in ("and", "concurrently", "vice", "first", "y", "e")


def _as_written(plural: str, single: str) -> str:
    shared = 0
    while shared < min(len(plural), len(single)) and plural[shared].casefold() == single[shared]:
        shared += 1
    return plural[:shared] + single[shared:]
