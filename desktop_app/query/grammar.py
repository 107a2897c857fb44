"""Reads the query language: any string gives a query, and hints about what made no sense."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from desktop_app.messages import Message, message
from desktop_app.query.binding import Item, bound
from desktop_app.query.conditions.days import DaysIn
from desktop_app.query.conditions.people import About, Trait, Who
from desktop_app.query.conditions.words import NEAR_UNLESS_SAID, Near
from desktop_app.query.dates_written import Span, read_span
from desktop_app.query.fields import FIELDS, TEXT_FIELDS, Setting, read_field, trait_of, words
from desktop_app.query.link import text_of_link
from desktop_app.query.query import Axis, Everything, Lies, Or, Query, Versions
from desktop_app.query.quoting import ISO_DAY
from desktop_app.query.scanning import Kind, Token, phrases_of_near, scan

LONGEST: Final = 5_000
MOST_TOKENS: Final = 500
DEEPEST: Final = 40
_TRAITS = frozenset(About)


@dataclass(frozen=True, slots=True)
class Hint:
    """What made no sense, and where: [start, end) in the text that was typed.

    ``stops`` is False for a remark beside an answer that is sound: a quotation that was
    read to the end, a dash that was left out.
    """

    message: Message
    start: int
    end: int
    stops: bool = True


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was understood. With a hint that stops, the last good answer should stay."""

    query: Query
    hints: tuple[Hint, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether ``query`` is what was meant, as far as can be told."""
        return not any(hint.stops for hint in self.hints)


def parse(text: str) -> Parsed:
    """Read ``text``, or the query in a ``dateline://`` line.

    Never raises, and never leaves anything out without a hint.
    """
    in_link = text_of_link(text)
    if in_link is not None:
        parsed = _read(in_link)
        whole = tuple(replace(hint, start=0, end=len(text)) for hint in parsed.hints)
        return Parsed(parsed.query, whole)
    return _read(text)


def _read(text: str) -> Parsed:
    # A lone half of a character pair cannot be stored or searched for.
    text = text.encode("utf-8", "replace").decode("utf-8")
    return _Parser(text).parsed()


class _Parser:
    """Goes through the tokens once; `hints` collects what makes no sense."""

    def __init__(self, text: str) -> None:
        self._tokens = scan(text[:LONGEST], frozenset(FIELDS))
        self._place = 0
        self._depth = 0
        self._hints: list[Hint] = []
        self._query = Query()
        if len(text) > LONGEST:
            self._hint(message("the question is too long"), LONGEST, len(text))
        if len(self._tokens) > MOST_TOKENS:
            last = self._tokens[MOST_TOKENS]
            self._hint(message("the question has too many words"), last.start, len(text))
            del self._tokens[MOST_TOKENS:]

    def parsed(self) -> Parsed:
        items: list[Item] = []
        while self._place < len(self._tokens):
            items += self._sequence("")
            if (token := self._next()) is not None:
                self._hint_at(token, message("a closing parenthesis too many"))
        node = bound(items)
        query = replace(self._query, where=Everything() if node is None else node)
        if node is None and self._tokens and query == Query() and not self._said_everything():
            self._hint(
                message("there is nothing to look for in this"),
                self._tokens[0].start,
                self._tokens[-1].end,
            )
        return Parsed(query, tuple(sorted(self._hints, key=lambda hint: hint.start)))

    def _said_everything(self) -> bool:
        return any(token.field in ("is", "by", "as", "sort") for token in self._tokens)

    # Tokens

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self._place + ahead
        return self._tokens[place] if place < len(self._tokens) else None

    def _next(self) -> Token | None:
        token = self._peek()
        self._place += token is not None
        return token

    def _at(self, *kinds: Kind, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token is not None and token.kind in kinds

    def _hint(self, what: Message, start: int, end: int, *, stops: bool = True) -> None:
        self._hints.append(Hint(what, start, end, stops))

    def _hint_at(self, token: Token, what: Message, *, stops: bool = True) -> None:
        self._hint(what, token.start, token.end, stops=stops)

    # Sequences of what all must hold, up to a closing parenthesis or the end

    def _sequence(self, field: str) -> list[Item]:
        items: list[Item] = []
        while self._peek() is not None and not self._at(Kind.CLOSE):
            if self._at(Kind.OR, Kind.AND):
                self._stray_operator(items)
                continue
            item = self._alternatives(field)
            if item is not None:
                items.append(item)
        return items

    def _stray_operator(self, items: list[Item]) -> None:
        token = self._next()
        assert token is not None
        if token.kind is Kind.OR or not items or self._at(Kind.CLOSE) or self._peek() is None:
            self._hint_at(token, message("OR and AND want something on both sides"))

    def _alternatives(self, field: str) -> Item | None:
        """Read one term, or several joined by OR, which binds closer than a space."""
        found = [self._with_its_traits(self._operand(field))]
        while self._at(Kind.OR):
            token = self._next()
            assert token is not None
            if self._peek() is None or self._at(Kind.CLOSE, Kind.OR, Kind.AND):
                self._hint_at(token, message("OR and AND want something on both sides"))
                break
            found.append(self._with_its_traits(self._operand(field)))
        items = [item for item in found if item is not None]
        if len(items) <= 1:
            return items[0] if items else None
        if all(len(item.traits) == 1 and not item.traits[0].excluded for item in items):
            return Item(traits=tuple(item.traits[0] for item in items))
        people = all(item.is_person for item in items)
        return Item(node=Or(tuple(item.alone() for item in items)), is_person=people)

    def _with_its_traits(self, item: Item | None) -> Item | None:
        """Bind the traits right after a person, so that each side of an OR has its own."""
        if item is None or not item.is_person:
            return item
        together = [item]
        while self._at_trait() and not self._trait_is_alternative():
            trait = self._operand("")
            if trait is not None:
                together.append(trait)
        if len(together) == 1:
            return item
        node = bound(together)
        return None if node is None else Item(node=node, is_person=True)

    def _at_trait(self) -> bool:
        ahead = 1 if self._at(Kind.NOT) else 0
        token = self._peek(ahead)
        return (
            token is not None
            and token.kind is Kind.TERM
            and token.field in _TRAITS - {About.PERSON}
        )

    def _trait_is_alternative(self) -> bool:
        """Whether the trait ahead is the first of "role:x OR role:y"."""
        ahead = 2 if self._at(Kind.NOT) else 1
        after = self._peek(ahead + 1)
        return (
            self._at(Kind.OR, ahead=ahead)
            and after is not None
            and after.field in _TRAITS - {About.PERSON}
        )

    # Single terms

    def _operand(self, field: str) -> Item | None:
        token = self._next()
        if token is None:
            return None
        if token.kind is Kind.NOT:
            return self._negated(token, field)
        if token.kind in (Kind.OPEN, Kind.FIELD_OPEN):
            return self._group(token, token.field or field)
        if token.kind is Kind.WHO_OPEN:
            return self._who(token)
        if token.kind is Kind.NEAR:
            return self._near(token, field)
        return self._term(token, field)

    def _negated(self, token: Token, field: str) -> Item | None:
        if self._peek() is None or self._at(Kind.CLOSE, Kind.OR, Kind.AND):
            self._hint_at(token, message("there is nothing after the “not”"))
            return None
        if self._depth >= DEEPEST:
            self._hint_at(token, message("too many parentheses inside each other"))
            return self._operand_below(field)
        item = self._operand_below(field)
        return None if item is None else item.negated()

    def _operand_below(self, field: str) -> Item | None:
        self._depth += 1
        try:
            if self._depth > 2 * DEEPEST:
                self._place = len(self._tokens)
                return None
            return self._operand(field)
        finally:
            self._depth -= 1

    def _group(self, token: Token, field: str) -> Item | None:
        if self._depth >= DEEPEST:
            self._hint_at(token, message("too many parentheses inside each other"))
            self._place = len(self._tokens)
            return None
        self._depth += 1
        items = self._sequence(field)
        self._depth -= 1
        if self._next() is None:
            self._hint_at(token, message("this parenthesis is not closed"), stops=False)
        if not items:
            self._hint_at(token, message("there is nothing between the parentheses"))
            return None
        if len(items) == 1:
            return items[0]
        node = bound(items)
        return None if node is None else Item(node=node)

    def _who(self, opening: Token) -> Item | None:
        traits: list[Trait] = []
        while self._peek() is not None and not self._at(Kind.CLOSE):
            excluded = self._at(Kind.NOT)
            self._place += excluded
            token = self._peek()
            if token is None or token.kind is not Kind.TERM or token.field not in _TRAITS:
                self._not_for_who(token)
                continue
            self._place += 1
            trait, problem = trait_of(token, excluded=excluded)
            if problem is not None:
                self._hint_at(token, problem)
            traits.append(trait)
        if self._next() is None:
            self._hint_at(opening, message("this parenthesis is not closed"), stops=False)
        if not traits:
            self._hint_at(opening, message("who(…) wants person:, role:, side: or office:"))
            return None
        return Item(node=Who(tuple(traits)))

    def _not_for_who(self, token: Token | None) -> None:
        if token is not None and token.kind is not Kind.CLOSE:
            self._hint_at(token, message("who(…) takes person:, role:, side: and office: only"))
            self._place += 1

    def _near(self, token: Token, field: str) -> Item | None:
        if token.unclosed:
            self._hint_at(token, message("this parenthesis is not closed"), stops=False)
        part = TEXT_FIELDS.get(token.field or field)
        phrases, distance = phrases_of_near(token.value)
        if part is None or len(phrases) < 2:
            self._hint_at(token, message("write NEAR(one other, 5), in text or title"))
            return None
        near = Near(tuple(phrases), NEAR_UNLESS_SAID if distance is None else distance, part)
        if not near.in_one_script:
            self._hint_at(token, message("NEAR works for words of one script only"))
        elif not all(any(c.isalnum() for c in phrase) for phrase in phrases):
            self._hint_at(token, message("each part of NEAR wants a letter or number"))
        return Item(node=near)

    def _term(self, token: Token, field: str) -> Item | None:
        if token.unclosed:
            self._hint_at(token, message("this quotation is not closed"), stops=False)
        if not token.field and field:
            token = replace(token, field=field)
        if token.field:
            return self._field(token)
        if not token.quoted and not any(letter.isalnum() for letter in token.value):
            self._hint_at(
                token,
                message("“{value}” was left out: it has no letter", value=token.value),
                stops=False,
            )
            return None
        if not token.quoted and ISO_DAY.fullmatch(token.value):
            return self._bare_day(token)
        if not token.quoted:
            self._remark_on(token)
        read = words(token, TEXT_FIELDS[""])
        if read.problem is not None:
            self._hint_at(token, read.problem)
        assert read.node is not None
        return Item(node=read.node)

    def _bare_day(self, token: Token) -> Item | None:
        span = read_span(token.value)
        if not isinstance(span, Span):
            self._hint_at(token, span)
            return None
        return Item(node=DaysIn(span.first, span.last))

    def _remark_on(self, token: Token) -> None:
        """Say where a bare word looks as if more was meant."""
        name, colon, _ = token.value.partition(":")
        if colon and name.isalpha() and name.isascii():
            close = get_close_matches(name.casefold()[:20], FIELDS, n=1)
            what = message("there is no “{name}:”; it is looked for as words", name=name)
            if close:
                what = message(
                    "there is no “{name}:”; did you mean {close}:?", name=name, close=close[0]
                )
            self._hint_at(token, what, stops=bool(close))
        elif len(token.value) == 4 and token.value.isdecimal() and token.value[:2] in ("19", "20"):
            self._hint_at(
                token,
                message("looked for as a word; for the year write date:{year}", year=token.value),
                stops=False,
            )

    def _field(self, token: Token) -> Item | None:
        read = read_field(token)
        if read.problem is not None:
            self._hint_at(token, read.problem)
        if read.setting is not None:
            self._set(token, read.setting)
            return None
        if read.node is None:
            return None
        if token.field in _TRAITS - {About.PERSON}:
            return Item(traits=(trait_of(token)[0],))
        return Item(node=read.node, is_person=token.field == About.PERSON)

    def _set(self, token: Token, setting: Setting) -> None:
        if self._depth:
            self._hint_at(token, message("{field}: stands outside parentheses", field=token.field))
            return
        if isinstance(setting, Axis):
            self._query = replace(self._query, axis=setting)
        elif isinstance(setting, Versions):
            self._query = replace(self._query, versions=setting)
        elif isinstance(setting, Lies):
            self._query = replace(self._query, lies=setting)
        else:
            self._query = replace(self._query, order=setting)
