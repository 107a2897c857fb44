"""Where a sentence names a person: Korean by syllables, others by what no other word is."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.namelike import ARABIC, INITIAL, class_of, class_of_word
from desktop_app.reading.tokens import Kind, Token

_ROMAN = re.compile(r"[IVX]{1,4}|[Ⅰ-Ⅻ]+")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")  # N.T. Khankhup


def with_names(tokens: list[Token]) -> list[Token]:
    """Return ``tokens`` with the words of each person's name made one token."""
    merged: list[Token] = []
    families = lexicon().family_names
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.capital or token.kind is not Kind.WORD:
            small = token.low in families and _is_small(tokens, at)
            merged.append(_joined(tokens[at : at + 3]) if small else token)
            at += 3 if small else 1
            continue
        opens = _may_open(token.text, token.low)
        length = (_korean_at(tokens, at) or _foreign_at(tokens, at)) if opens else 0
        if length > 0:
            merged.append(_joined(tokens[at : at + length]))
            at += length
        else:
            skip = max(1, -length)
            merged += tokens[at : at + skip]
            at += skip
    return merged


@lru_cache(maxsize=30_000)
def _may_open(text: str, low: str) -> bool:
    """Say whether a capital word may be the first of a name: most are not."""
    lists = lexicon()
    if low in lists.family_names or low in lists.first_names or class_of_word(text) == "N":
        return True
    return bool(INITIAL.fullmatch(text) or _INITIALS.fullmatch(text))


def _is_small(tokens: list[Token], at: int) -> bool:
    """Say whether a Korean name stands in small letters, as pages of 2001 print some."""
    three = [token.low for token in tokens[at : at + 3] if not token.capital]
    if len(three) < 3 or not (_is_syllable(three[1]) and _is_syllable(three[2])):
        return False
    return sum(low == "ri" or low not in lexicon().ordinary for low in three) > 1


def _joined(words: list[Token]) -> Token:
    text = " ".join(word.text for word in words)
    return Token(Kind.NAME, text, words[0].start, words[-1].end, text.casefold(), True)


def _korean_at(tokens: list[Token], at: int) -> int:
    """Return how many words the name at ``at`` has, 0 for none, less for a run to skip."""
    lists = lexicon()
    if tokens[at].low not in lists.family_names or _is_two_word_place(tokens, at):
        return 0
    given = 0
    for token in tokens[at + 1 : at + 3]:
        if not ((token.capital or _is_leaders(tokens, at, token)) and _is_given(token.low)):
            break
        if token.low in word_class("days"):
            break
        given += 1
        if not _is_syllable(token.low):
            break
    # A word before a longer run of capitals is not yet the whole name: Ho Chi Minh, Yu Gong Bank.
    while given:
        following = tokens[at + 1 + given] if at + 1 + given < len(tokens) else None
        if given == 2 and following is not None and following.text == "-":
            return -(1 + given)  # the Kim Il Sung-Kim Jong Il Foundation
        if following is None or not _continues(following):
            return 1 + given
        if given == 2 and class_of(following) != "N":
            return -(1 + given)  # a building, a prize, a league of that name
        if given == 1 and class_of(following) in "OG":
            return -2
        return 0
    return 0


def _is_two_word_place(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and f"{tokens[at].low} {tokens[at + 1].low}" == "hong kong"


def _is_leaders(tokens: list[Token], at: int, token: Token) -> bool:
    """Say whether a small letter stands in a leader's name by mistake: Kim Jong il."""
    return tokens[at].low == "kim" and token.low in ("il", "un") and tokens[at + 1].low == "jong"


def _is_syllable(low: str) -> bool:
    return low in lexicon().syllables


@lru_cache(maxsize=20_000)
def _is_given(low: str) -> bool:
    """Say whether a word is a given syllable, or two in one word (Jinsong, Ki-moon)."""
    syllables = lexicon().syllables
    if low in syllables:
        return True
    if low in lexicon().ordinary or low in lexicon().geographic:  # China
        return False
    if "-" in low:
        first, _, second = low.partition("-")
        return first in syllables and second in syllables
    return any(low[:cut] in syllables and low[cut:] in syllables for cut in range(2, len(low) - 1))


def _continues(token: Token) -> bool:
    return token.kind is Kind.WORD and token.capital and token.low not in word_class("days")


def _foreign_at(tokens: list[Token], at: int) -> int:
    if _is_initialled(tokens, at):
        return 2
    if not _may_begin(tokens, at):
        return 0
    end = at + 1
    while end < len(tokens):
        token = tokens[end]
        if token.kind is not Kind.WORD:
            break
        if token.capital and _is_korean_whole(tokens, end):
            return -(end - at)  # Quarterback Kim Myong Guk: an unknown word before a name
        if (
            _belongs(token)
            or _is_inside(tokens, end)
            or (_is_particle(token) and _particle_leads_on(tokens, end))
        ):
            end += 1
            continue
        break
    if end < len(tokens) and _continues(tokens[end]) and class_of(tokens[end]) in "OAG":
        if _is_surname(tokens, at, end) or _is_place_surname(tokens, at, end):
            return end + 1 - at  # John Evans Atta Mills
        return -(end - at)  # Sinphung Farm, Jilin Yuwen Middle School
    return end - at


def _is_korean_whole(tokens: list[Token], at: int) -> bool:
    length = _korean_at(tokens, at)
    return length == 3 or (length == 2 and "-" in tokens[at + 1].text)  # Ri Son-gwon


def _is_initialled(tokens: list[Token], at: int) -> bool:
    """Say whether an ordinary word is a surname behind an initial: N. Bold, chairman of …"""
    if not INITIAL.fullmatch(tokens[at].text) or at + 2 >= len(tokens):
        return False
    return (
        _continues(tokens[at + 1])
        and class_of(tokens[at + 1]) == "O"
        and tokens[at + 2].text == ","
    )


def _is_place_surname(tokens: list[Token], at: int, end: int) -> bool:
    """Say whether a country's name closes a person's: Madav Kumar Nepal, leader of …"""
    if end - at < 2 or class_of(tokens[end]) != "G" or end + 1 == len(tokens):
        return False
    return tokens[end + 1].text == "," and tokens[end - 1].text.isalpha()


def _is_surname(tokens: list[Token], at: int, end: int) -> bool:
    """Say whether an ordinary word closes a name that began with a first name."""
    token = tokens[end]
    last = end + 1 == len(tokens) or not _continues(tokens[end + 1])
    if last and end - at == 1 and token.low in lexicon().family_names:
        return class_of(token) == "O" and (
            token.low == "son" or token.low not in lexicon().offices  # Yos Son
        )
    if tokens[at].low not in lexicon().first_names or token.low in word_class("institutions"):
        return False
    if class_of(token) != "O" or token.low in lexicon().offices or "'" in token.text:
        return False
    return last


def _may_begin(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in word_class("days"):
        return False
    if class_of(token) == "N":
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind is not Kind.WORD or not following.capital:
        return False
    if len(token.text) > 1 and token.text.isalpha() and token.text.isupper():
        return False
    if _INITIALS.fullmatch(token.text) and token.low not in word_class("lettered"):
        return class_of(following) == "N"
    if INITIAL.fullmatch(token.text):
        return class_of(following) == "N" or INITIAL.fullmatch(following.text) is not None
    return token.low in lexicon().first_names and (
        class_of(following) == "N" or following.low in lexicon().first_names
    )


def _belongs(token: Token) -> bool:
    if not token.capital:
        prefixed = token.low.startswith(ARABIC) and token.text[3:4].isupper()
        return prefixed or (token.low.startswith("d'") and token.text[2:3].isupper())
    if token.low in word_class("days"):
        return False
    return (
        class_of(token) == "N"
        or (_is_syllable(token.low) and class_of(token) == "G")  # Hor Nam Hong
        or INITIAL.fullmatch(token.text) is not None
        or _ROMAN.fullmatch(token.text) is not None
        or token.low in lexicon().first_names
    )


def _is_inside(tokens: list[Token], at: int) -> bool:
    """Say whether an ordinary word stands inside a name: Desak Made Lestari."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not token.capital or not following.capital or len(token.text) > 5:
        return False
    lists = lexicon()
    if (token.low in lists.offices or token.low in lists.plurals) and token.low != "man":
        return False  # but Narayan Man Bijukchhe
    if class_of(token) != ("G" if len(token.text) < 5 else "O") and class_of(token) != "O":
        return False  # Pham Viet Hung
    named = class_of(following) == "N" or following.low in lists.first_names
    return named and following.kind is Kind.WORD and "'" not in token.text


def _is_particle(token: Token) -> bool:
    return token.low in word_class("particles")


def _particle_leads_on(tokens: list[Token], at: int) -> bool:
    for token in tokens[at + 1 : at + 3]:
        if _is_particle(token):
            continue
        classes = "NG" if tokens[at].low in ("da", "dos", "do") else "N"  # Pinto Da Costa
        return token.kind is Kind.WORD and token.capital and class_of(token) in classes
    return False
