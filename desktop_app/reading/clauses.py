"""The persons in front of a verb and behind it: a sentence's subject and its objects."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from desktop_app.reading.item import Item, Named, Unnamed
from desktop_app.reading.items import read_items
from desktop_app.reading.leadin import without_lead_in
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import Kind, Token
from desktop_app.reading.verbs import verb_words
from desktop_app.reading.wording import Wording

_NEARER = frozenset(("i", "we", "you", "it", "they"))
_IN_A = frozenset(("a", "an", "the", "his", "her", "their"))
_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what the verb says: named persons, a pronoun, or an office alone."""

    items: tuple[Item, ...] = ()
    pronoun: bool = False
    office: str = ""

    def __bool__(self) -> bool:
        return bool(self.items) or self.pronoun or bool(self.office)


NOBODY = Subject()


def subject(wording: Wording, start: int, verb: int) -> Subject:
    """Read the subject of the verb at ``verb``; an empty one where it is no person."""
    if not wording.may_tell_who(start, verb):
        return NOBODY
    tokens = without_lead_in(wording.between(start, verb))
    if not tokens:
        return NOBODY
    if not any(token.kind is Kind.NAME for token in tokens):
        return _nameless(wording.text, tokens)
    if tokens[-1].low in ("he", "she") and len(tokens) > 1 and tokens[-2].text in ",;":
        return Subject(pronoun=True)  # …, he said
    tokens = _shared_subject(tokens)
    if not any(token.kind is Kind.NAME for token in tokens):
        return _nameless(wording.text, tokens)
    items = read_items(tokens)
    named = [item for item in items if isinstance(item, Named)]
    if not named or tokens[-1].low in _RELATIVE or _in_quotes(tokens, named[0]):
        return NOBODY
    first = items[0]
    behind = [token.low for token in tokens if token.start > named[-1].name.end]
    if not _NEARER.isdisjoint(behind) or "said" in behind:
        return NOBODY  # … around Kim Jong Il, when we visited it
    if isinstance(first, Unnamed) and not (named[0].leads or _goes_before(first, named[0])):
        return NOBODY
    return Subject(tuple(items)) if _reaches(items) else Subject()


def _shared_subject(tokens: list[Token]) -> list[Token]:
    """Cut "They laid flowers before the graves of A and B and" down to whose act that is."""
    while len(tokens) > 1 and tokens[-1].low in word_class("adverbs"):
        tokens = tokens[:-1]
    if len(tokens) > 3 and tokens[-1].low == "who" and tokens[-2].low == "others":
        return tokens[:-3]  # A, head of B, and others who took the floor
    if tokens[-1].kind is not Kind.AND:
        return tokens
    for at, (before, token) in enumerate(pairwise(tokens), 1):
        acted = token.low in verb_words() and before.low != "newly" and tokens[at + 1].low != "by"
        if acted or (before.kind is Kind.NAME and token.low.endswith("ed")):
            return tokens[:at]
    return tokens


def _nameless(text: str, tokens: list[Token]) -> Subject:
    """Read "he" and "the Lao president", who was named before."""
    if tokens[0].low in ("he", "she"):
        return Subject(pronoun=all(token.low in word_class("light") for token in tokens[1:]))
    at = next((at for at, token in enumerate(tokens) if at > 1 and token.low == "at"), len(tokens))
    tokens = tokens[:at]  # the chairman of the union at the ceremony
    if tokens[0].low in ("the", "its") and len(tokens) <= 24 and head_of(tokens[1:]) is Head.ONE:
        return Subject(office=text[tokens[1].start : tokens[-1].end])
    return NOBODY


def _in_quotes(tokens: list[Token], person: Named) -> bool:
    marks = [token for token in tokens if token.text in '"“”' and token.start < person.name.start]
    return len(marks) % 2 == 1


def _goes_before(people: Unnamed, named: Named) -> bool:
    """Say whether people without names stand in one list with the first who is named."""
    if named.before is not None or "incl" in named.joint:
        return True
    plain = not any(word.low in word_class("prepositions") for word in people.words)
    return named.joint == "&" and plain  # foreigners and Ri Un


def _reaches(items: list[Item]) -> bool:
    """Say whether only light words stand between the last person and the verb."""
    last = items[-1]
    if isinstance(last, Unnamed):
        return True
    if any(token.low in _RELATIVE for token in last.rest):
        return False
    bracketed = False
    rest = last.rest
    if rest and rest[0].low == "of":  # Duan Mingjie of China
        rest = tuple(dropwhile(lambda token: token.capital or token.low in ("of", "the"), rest))
    if _in_speech(rest) or _on_a_visit(rest):
        return True
    for token in rest:
        bracketed = token.text == "(" or (bracketed and token.text != ")")
        light = token.low in word_class("light") or token.low[0].isdigit()
        if not (bracketed or light or token.kind is Kind.SIGN):
            return False
    return True


def _on_a_visit(rest: tuple[Token, ...]) -> bool:
    """Say whether the words behind a person are "on a state visit to …"."""
    if len(rest) < 3 or rest[0].low != "on" or any(t.kind is not Kind.WORD for t in rest):
        return False
    return any(token.low in ("visit", "tour", "trip") for token in rest[1:6])


def _in_speech(rest: tuple[Token, ...]) -> bool:
    """Say whether the words behind a person are "in his speech made at the meeting in …"."""
    if len(rest) < 3 or rest[0].low not in ("in", "at") or rest[1].low not in _IN_A:
        return False
    spoken = word_class("speeches") | word_class("gatherings")
    return any(token.low in spoken for token in rest[1:6])


def objects(wording: Wording, start: int) -> list[Item]:
    """Read the persons that stand right at ``start``, with those joined to them."""
    tokens = wording.between(start, wording.end)
    found: list[Item] = []
    last: Named | None = None
    for item in read_items(tokens):
        if isinstance(item, Unnamed):
            if last is not None and "&" in item.joint and not last.rest:
                found.append(item)  # and his party
            if last is not None or item.words[0].start > start + 60:
                break
            continue
        if not _stands_first(tokens, item) if last is None else not _joined(item, last):
            break
        found.append(item)
        last = item
        if any(
            token.low in _RELATIVE or token.low in word_class("prepositions") for token in item.rest
        ):
            break
    return found


def group_met(wording: Wording, start: int) -> Unnamed | None:
    """Return the unnamed people that stand right at ``start``: met members of a delegation."""
    tokens = wording.between(start, wording.end)
    first = next(iter(read_items(tokens)), None)
    if not isinstance(first, Unnamed) or first.words[0].start != tokens[0].start:
        return None
    clause = takewhile(lambda word: word.low not in _RELATIVE, first.words)
    words = list(takewhile(lambda word: word.low not in verb_words(), clause))
    return Unnamed(words, first.joint) if words else None


def listed(wording: Wording, start: int) -> list[Item]:
    """Read all named persons of a list, wherever they stand in it."""
    items = read_items(wording.between(start, wording.end))
    return [item for item in items if isinstance(item, Named)]


def _stands_first(tokens: list[Token], item: Named) -> bool:
    """Say whether nothing but a title or a group's head leads up to the first name."""
    begin = item.before[0] if item.before else item.name.start
    gap = [token for token in tokens if token.start < begin]
    if item.before and any(token.low in ("he", "she", "they") for token in gap):
        return False  # after receiving a salute, he recognized …
    if not item.leads and any(token.low in word_class("prepositions") for token in gap):
        return False
    if item.before and item.shared:
        title = [token for token in tokens if begin <= token.start < item.before[1]]
        if head_of(title) is Head.PEOPLE and any(token.low == "to" for token in title):
            return False  # the greetings of the people to President X
    for token in tokens:
        if token.start >= item.name.start:
            return True
        if token.kind is Kind.NAME or token.text in (";", ":", '"'):
            return False
        if token.text == "," and item.before is None and not item.leads:
            return False
    return False


def _joined(item: Named, last: Named) -> bool:
    if item.leads:
        return True
    if "&" in item.joint:
        return True
    return item.joint in (",", ";") and not last.rest and item.name.start - last.name.end < 200
