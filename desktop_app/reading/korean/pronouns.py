"""Who is meant by 그는, 그이께서 and 그에게: whoever the sentence before spoke of."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.model.participant import Role
from desktop_app.reading.korean.cases import SUBJECT
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.roles import Acting
from desktop_app.reading.korean.tokens import Word

_HE = ("그는", "그가", "그이께서", "그이께서는")
_TO_HIM = ("그에게", "그이께")
_OPENING = frozenset(("이어", "또한", "계속하여", "한편", "그리고", "다음"))
# What somebody does who is only taken up again; all else was said where he was named.
_ROLES = frozenset(
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


def taken_up(one: Mention, place: int, told: list[Word]) -> Mention:
    """Return ``one`` as a mention at word ``place``; his name stands where it stood."""
    said = told[place].text
    pronoun = "그이" if said.startswith("그이") else "그"
    particle = said.removeprefix(pronoun)
    return replace(one, first=place, last=place, particle=particle, shared="")


def known_rows(rows: list[Acting], one: Mention) -> list[Acting]:
    """Return ``rows`` without what a pronoun alone does not make of ``one``."""
    kept = [row for row in rows if row.mention is not one or row.role in _ROLES]
    return [replace(row, known=True) if row.mention is one else row for row in kept]


def subject_of(people: list[Mention]) -> Mention | None:
    """Return of whom a sentence speaks, for the sentence after it."""
    for one in people:
        if one.particle in SUBJECT:
            return one
    return None
