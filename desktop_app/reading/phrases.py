"""Phrases of a list that hold no name: what they are headed by, and what they lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.reading.item import Named
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.titles import Head, head_noun, head_of
from desktop_app.reading.tokens import Kind, Token
from desktop_app.reading.verbs import verb_words

# "Senior party, state and army officials", but "he and his party".
_POWERS = frozenset(("party", "state", "government", "army", "economic", "administrative"))
_POSSESSIVE = frozenset(("his", "her", "their", "its", "the", "a"))


@dataclass(slots=True)
class Phrase:
    """Words between two names; ``joint`` tells what stood before them."""

    joint: str
    words: list[Token]
    head: Head

    @property
    def stretch(self) -> tuple[int, int]:
        return self.words[0].start, self.words[-1].end


def post_in(rest: list[Token]) -> tuple[int, int] | None:
    """Return the post in "as head of …" and "upon his election as president"."""
    for at, token in enumerate(rest[:9]):
        if token.low == "as" and head_of(rest[at + 1 :]) is Head.ONE:
            return rest[at + 1].start, rest[-1].end
    return None


def is_tail(word: Token) -> bool:
    """Say whether a chunk that begins so tells when, where or what they did."""
    return word.low in word_class("tails") or (not word.capital and word.low in verb_words())


def is_adjective(phrase: Phrase) -> bool:
    """Say whether a phrase is but a few words without a head: Military, Naval and Air …"""
    first, last = phrase.words[0], phrase.words[-1]
    powers = last.text in _POWERS and first.low not in _POSSESSIVE
    return ((phrase.head is Head.NONE and len(phrase.words) <= 3) or powers) and not any(
        word.low in word_class("prepositions") or word.kind is Kind.NAME or word.low[0].isdigit()
        for word in phrase.words
    )


def is_capital(phrase: Phrase) -> bool:
    noun = head_noun(phrase.words)
    return noun is not None and phrase.words[0].capital


def stronger(earlier: Phrase, own: Phrase) -> Head:
    return earlier.head if own.head is Head.NONE else own.head


def read_rest(person: Named, rest: list[Token]) -> None:
    """Read what follows a name without a comma: of the embassy, who is, as head of."""
    if not rest:
        return
    low = rest[0].low
    stretch = (rest[0].start, rest[-1].end)
    if low == "of" and person.before and not person.shared and len(rest) > 1:
        person.after, person.open = stretch, rest[-1].low in ("c.c.", "committee")
    elif low in ("as", "upon", "on", "over") and post_in(rest) is not None:
        person.after, person.open = post_in(rest), True
    elif low == "who" and len(rest) > 2 and rest[1].low in ("is", "was", "doubles"):
        if head_of(rest[2:]) is Head.ONE or rest[1].low == "doubles":
            person.after = stretch
    elif (
        head_of(rest) is Head.ONE
        and low not in word_class("prepositions")
        and not is_tail(rest[0])
        and rest[0].kind is Kind.WORD
    ):
        person.after = stretch
    else:
        person.rest = tuple(rest)


def closes(rest: Sequence[Token]) -> bool:
    """Say whether words behind a name let no title follow: an office by B, A also received."""
    if not rest:
        return False
    acts = any(word.low in verb_words() and not word.capital for word in rest[:2])
    return acts or rest[0].low in ("by", "from")


def share_people(phrase: Phrase, chain: Sequence[Named]) -> bool:
    """Say whether "A, B and C, leading officials of …" ends the list: a title of each."""
    return (
        phrase.head is Head.PEOPLE
        and len(chain) > 1
        and "&" in chain[-1].joint
        and phrase.joint == ","
        and any(word.low == "of" for word in phrase.words)
    )


def shares_office(phrase: Phrase, chain: Sequence[Named]) -> bool:
    """Say whether an office in the plural is that of each before it: A and B, secretaries of …

    "A, B and C, and members of the commission" opens a group.
    """
    fresh = phrase.words[0].low in word_class("determiners")
    return len(chain) > 1 and not fresh and "&" not in phrase.joint


def share_relative(person: Named, chain: Sequence[Named], *, bare: bool) -> None:
    """Read "A and B who are members of …": what follows is the office of each.

    ``bare`` are those whose title before the names is but that of all "including" them.
    """
    rest = person.rest
    if len(rest) > 2 and rest[0].low == "who" and rest[1].low in ("are", "were"):
        office = rest[2:]
    elif len(chain) > 1 and rest and rest[0].low not in word_class("prepositions"):
        office = () if is_tail(rest[0]) else rest  # A and B vice-chairmen of the assembly
    else:
        return
    if office and head_of(office) not in (Head.NONE, Head.ONE):
        person.rest = ()
        for each in {id(each): each for each in (*chain, person)}.values():
            each.before = None if bare else each.before
            each.after, each.shared = (office[0].start, office[-1].end), True


def is_title_of_all(people: Phrase) -> bool:
    """Say whether people "including" somebody tell his title, too; "50 people" do not."""
    return people.head is not Head.NONE and not people.words[0].low[0].isdigit()


def is_known_from(phrase: Phrase) -> bool:
    """Say whether an office has one holder: the chairman of …, North Korea's foreign minister."""
    if phrase.words[0].low in ("the", "its", "his", "their"):
        return True
    return any(word.low.endswith(("'s", "’s")) and word.capital for word in phrase.words[:3])


def is_office_of_all(phrase: Phrase) -> bool:
    """Say whether an office in the plural is known from before: the department directors."""
    return phrase.head is Head.OFFICES and phrase.words[0].low in ("the", "its", "his", "their")


def opens_list(pending: Sequence[Phrase]) -> bool:
    """Say whether a list begins "senior officials of the party and army, A, B and C"."""
    return (
        len(pending) == 1
        and pending[0].head is Head.PEOPLE
        and pending[0].words[0].low in ("senior", "leading")
    )
