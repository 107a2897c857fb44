"""The persons in front of a verb and behind it: a sentence's subject and its objects."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from desktop_app.reading.item import Item, Named, Unnamed
from desktop_app.reading.items import read_items
from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import Kind, Token
from desktop_app.reading.verbs import verb_words
from desktop_app.reading.wording import Wording

_NEARER = frozenset(("i", "we", "you", "it", "they"))
_LEADING = frozenset(("addressing", "saying", "noting", "speaking", "at", "in", "on"))
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


def subject(wording: Wording, start: int, verb: int) -> Subject:
    """Read the subject of the verb at ``verb``; an empty one where it is no person."""
    tokens = _clause(wording.between(start, verb))
    if not tokens:
        return Subject()
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
        return Subject()
    first = items[0]
    behind = [token.low for token in tokens if token.start > named[-1].name.end]
    if not _NEARER.isdisjoint(behind) or "said" in behind:
        return Subject()  # … around Kim Jong Il, when we visited it
    if isinstance(first, Unnamed) and not (named[0].leads or _goes_before(first, named[0])):
        return Subject()
    return Subject(tuple(items)) if _reaches(items) else Subject()


def _shared_subject(tokens: list[Token]) -> list[Token]:
    """Cut "They laid flowers before the graves of A and B and" down to whose act that is."""
    while len(tokens) > 1 and tokens[-1].low in word_class("adverbs"):
        tokens = tokens[:-1]
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
    for at, token in enumerate(tokens[1:], 1):  # Addressing the meeting, the president …
        if token.low in ("the", "its") and tokens[at - 1].text == "," and tokens[0].low in _LEADING:
            tokens = tokens[at:]
            break
    if tokens[0].low in ("the", "its") and len(tokens) <= 24 and head_of(tokens[1:]) is Head.ONE:
        return Subject(office=text[tokens[1].start : tokens[-1].end])
    return Subject()


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


def _clause(tokens: list[Token]) -> list[Token]:
    """Drop what leads in: "On the occasion of …," and what an earlier comma has closed."""
    while tokens and tokens[0].kind in (Kind.SIGN, Kind.SEPARATOR, Kind.AND):
        tokens = tokens[1:]
    if (
        tokens
        and tokens[0].kind is Kind.WORD
        and (tokens[0].low in word_class("openers") or _is_participle(tokens[0].low))
    ):
        if (behind := _behind_place(tokens)) is not None:
            return behind
        if tokens[0].low == "the" and not any(token.kind is Kind.NAME for token in tokens):
            return tokens  # the minister
        behind = 0
        for at, token in enumerate(tokens):
            if token.text == ",":
                if _person_begins(tokens, at + 1):
                    return tokens[at + 1 :]
                behind = behind or at + 1
            elif (
                0 < behind < at
                and token.low in verb_words()
                and tokens[at - 1].kind is Kind.WORD
                and not tokens[at - 1].low.endswith("ly")
            ):
                return tokens[behind:]  # upon their arrival, the marchers laid …
        if tokens[0].low in (
            "when",
            "as",
            "while",
            "meanwhile",
            "then",
            "also",
            "earlier",
            "later",
        ):
            return tokens[1:]
        if behind and behind < len(tokens) and tokens[behind].low in ("the", "he", "she"):
            return tokens[behind:]
        return _behind_day(tokens)
    return tokens


def _behind_place(tokens: list[Token]) -> list[Token] | None:
    """Read "At the meeting Ri Un, …" and "On that day premier Ri Un …": nothing parts them."""
    if tokens[0].low == "the":
        return None
    begin = 2 if len(tokens) > 1 and tokens[1].low == "that" else 1  # on that day
    for at, token in enumerate(tokens[begin:9], begin):
        if token.low in word_class("prepositions") or token.text == ",":
            return None
        if token.kind is Kind.NAME:
            return tokens[at:] if at + 1 < len(tokens) and tokens[at + 1].text == "," else None
        if not token.capital and token.low in word_class("leading_offices"):
            return tokens[at:] if _person_begins(tokens, at) else None
    return None


def _is_participle(low: str) -> bool:
    return low.endswith("ing") and low in lexicon().ordinary and low not in lexicon().offices


def _behind_day(tokens: list[Token]) -> list[Token]:
    """Read "On Monday Kim …" and "At the festival Ri …", where no comma parts them."""
    for at, token in enumerate(tokens[1:9], 1):
        if token.capital and token.low not in word_class("days"):
            last = tokens[at - 1].low
            free = last not in word_class("prepositions") and last != "the"
            free = free and last not in lexicon().offices
            if free and not any(t.low == "of" for t in tokens[:at]):
                return tokens[at:]
            break
    for at, token in enumerate(tokens[:8]):
        if token.kind is Kind.NAME:
            before = tokens[:at]
            light = all(
                t.low in word_class("light") or t.low[0].isdigit() or t.low in lexicon().honorifics
                for t in before
            )
            return tokens[at:] if light else tokens if tokens[0].low == "the" else []
    return []


def _person_begins(tokens: list[Token], at: int) -> bool:
    for token in tokens[at : at + 14]:
        if token.kind is Kind.NAME:
            return True
        if token.kind is Kind.SEPARATOR or token.low in _RELATIVE or token.low in verb_words():
            return False
    return False


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
    return item.joint == "," and not last.rest and item.name.start - last.name.end < 200
