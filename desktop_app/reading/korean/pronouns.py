"""Who is meant by 그는, 그이께서 and 그에게: whoever the sentence before spoke of."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.model.participant import Role
from desktop_app.reading.korean.cases import SUBJECT
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.roles import Acting
from desktop_app.reading.korean.tokens import Word

_HE = ("그는", "그가", "그이께서", "그이께서는")
_TO_HIM = ("그에게", "그이께")
# What the leader is called where his name is not said.
EPITHETS = (
    "최고령도자동지",
    "원수님",
    "총비서동지",
    "위원장동지",
    "제1비서동지",
    "최고사령관동지",
    "장군님",
)
_EPITHET = re.compile(rf"(?:국무)?({'|'.join(EPITHETS)})(께서|께서는|께서와|께|를|을|와|과)")
_OPENING = frozenset(("이어", "또한", "계속하여", "한편", "그리고", "다음"))
# What somebody does who is only taken up again; all else was said where he was named.
TAKEN_UP = frozenset(
    (Role.SPEAKER, Role.RECIPIENT, Role.SENDER, Role.SIGNATORY, Role.PERFORMER, Role.APPOINTED)
)


def pronoun_in(told: list[Word]) -> int | None:
    """Return the word that takes up somebody named before; None where none does."""
    opening = True
    for at, word in enumerate(told):
        if word.text[0] == "그" and (word.text in _TO_HIM or (opening and word.text in _HE)):
            return at
        opening = opening and word.text in _OPENING
    return None


def epithet_in(told: list[Word], *, mourned: bool) -> int | None:
    """Return the word that calls the leader by his title alone: 최고령도자동지께서는.

    ``mourned`` tells that 장군님 is by now a dead one.
    """
    for at, word in enumerate(told):
        found = _EPITHET.fullmatch(word.text) if "님" in word.text or "동지" in word.text else None
        if found and not (mourned and found[1] == "장군님"):
            return at
    return None


def called(one: Mention, place: int, told: list[Word], *, titled: bool) -> Mention:
    """Return the leader ``one`` as a mention at word ``place``, by what he is called there.

    ``titled`` tells that only the headline names him: then that word stands for his name.
    """
    word = told[place]
    particle = _EPITHET.sub(r"\2", word.text)
    here = replace(one, first=place, last=place, particle=particle, shared="")
    span = (word.start, word.end - len(particle))
    return replace(here, name_span=span, title_span=None) if titled else here


def taken_up(one: Mention, place: int, told: list[Word]) -> Mention:
    """Return ``one`` as a mention at word ``place``; his name stands where it stood."""
    said = told[place].text
    pronoun = "그이" if said.startswith("그이") else "그"
    particle = said.removeprefix(pronoun)
    return replace(one, first=place, last=place, particle=particle, shared="")


def known_rows(rows: list[Acting], one: Mention) -> list[Acting]:
    """Return ``rows`` without what a pronoun alone does not make of ``one``."""
    kept = [row for row in rows if row.mention is not one or row.role in TAKEN_UP]
    return [replace(row, known=True) if row.mention is one else row for row in kept]


def subject_of(people: list[Mention]) -> Mention | None:
    """Return of whom a sentence speaks, for the sentence after it."""
    for one in people:
        if one.particle in SUBJECT:
            return one
    return None
