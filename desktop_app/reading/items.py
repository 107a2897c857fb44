"""A list of people as a noun phrase: who is named under which title, and who is not named.

The list is cut into chunks at its separators. Every chunk holds at most one name. What
stands between two names is divided between them: an office that leans on the next name is
its title, an office that follows a name is that one's, people in the plural are a group.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.reading.chunks import Chunk, begins_anew, chunks_of
from desktop_app.reading.item import Item, Named, Unnamed
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.phrases import (
    Phrase,
    closes,
    is_adjective,
    is_capital,
    is_known_from,
    is_office_of_all,
    is_tail,
    is_title_of_all,
    opens_list,
    post_in,
    read_rest,
    share_people,
    share_relative,
    shares_office,
    stronger,
)
from desktop_app.reading.titles import Head, head_of, starts_with_article
from desktop_app.reading.tokens import Token


def read_items(tokens: Sequence[Token]) -> list[Item]:
    """Read a list of people, in the order of the text."""
    reader = _Reader()
    while tokens and tokens[-1].text in (".", ":", "-"):
        tokens = tokens[:-1]
    for chunk in chunks_of(tokens):
        reader.take(chunk)
    reader.close(final=True)
    return reader.items


class _Reader:
    def __init__(self) -> None:
        self.items: list[Item] = []
        self._pending: list[Phrase] = []
        self._last: Named | None = None
        self._chain: list[Named] = []  # names without a title of their own so far
        self._forward: tuple[int, int] | None = None  # a plural title that stood before
        self._group_since = False
        self._included = False
        self._closed = False  # "A, B and C": the list under the forward title is complete

    def take(self, chunk: Chunk) -> None:
        if chunk.joint == "incl":
            self._include()
        elif chunk.joint == "by":
            self.close()
        if chunk.name is None:
            self._add_phrase(chunk)
            return
        before = self._divide(chunk)
        person = Named(chunk.name, leads=chunk.joint == "led", joint=chunk.joint)
        self.items.append(person)
        self._entitle(person, before, chunk)
        read_rest(person, chunk.rest)
        share_relative(person, self._chain, bare=self._included)
        self._last = person
        self._group_since = closes(person.rest)

    def close(self, *, final: bool = False) -> None:
        self._attach(self._pending, final=final)
        self._pending = []

    def _add_phrase(self, chunk: Chunk) -> None:
        if not chunk.words:
            return
        head = head_of(chunk.words)
        open_phrase = self._pending[-1] if self._pending else None
        if chunk.joint == "incl" and head is Head.PEOPLE:
            head = Head.NONE
        turns = chunk.joint == "," and chunk.words[0].low == "of"  # told him, a guest, of it
        if head is Head.NONE and chunk.name is None and (turns or is_tail(chunk.words[0])):
            self._pending.append(Phrase("tail", list(chunk.words), Head.NONE))
            return
        fresh = begins_anew(chunk)
        if head is Head.NONE and open_phrase and open_phrase.joint != "tail" and not fresh:
            open_phrase.words += chunk.words
            return
        headed = head is not Head.NONE and (head is not Head.ONE or chunk.name is None)
        if headed and open_phrase and is_adjective(open_phrase):
            # senior party, state and army officials; economic and commercial councilor
            open_phrase.words += chunk.words
            open_phrase.head = head
            return
        self._pending.append(Phrase(chunk.joint, list(chunk.words), head))

    def _include(self) -> None:
        """People "including" somebody: a group, and each one's title if nothing better comes."""
        self._attach(self._pending)
        people = self._pending[-1] if self._pending else None
        self._pending = []
        self._chain = []
        self._included = True
        self._forward = people.stretch if people and is_title_of_all(people) else None

    def _divide(self, chunk: Chunk) -> Phrase | None:
        """Part what was pending between the last name and this one's own title before it."""
        if not chunk.words:
            own = self._apposition(chunk)  # the chairman of the union, Angel Castro
            if chunk.joint == "," and not self.items and opens_list(self._pending):
                self._include()
                self.items.pop()  # senior officials of the party and army, A, B and C
            elif chunk.joint == "," and self._pending and is_office_of_all(self._pending[-1]):
                own = self._pending.pop()  # as well as the department directors, A, B and C
            self.close(final=True)
            return own
        self._add_phrase(chunk)
        own = self._pending.pop()
        while self._pending and own.joint != "led" and self._leans_on(self._pending[-1], own):
            earlier = self._pending.pop()
            own = Phrase(earlier.joint, earlier.words + own.words, stronger(earlier, own))
        self.close(final=True)
        return own

    def _apposition(self, chunk: Chunk) -> Phrase | None:
        """Take the office with an article that ends at the comma right before a name."""
        if chunk.joint != "," or not self._pending:
            return None
        for at in range(len(self._pending) - 1, -1, -1):
            phrase = self._pending[at]
            if phrase.head is not Head.ONE:
                return None
            low = phrase.words[0].low
            if low in word_class("spanish_articles") or (
                is_known_from(phrase) and at == 0 and not self.items
            ):
                words = [word for later in self._pending[at:] for word in later.words]
                del self._pending[at:]
                return Phrase(phrase.joint, words, Head.ONE)
            if "&" not in phrase.joint:
                return None
        return None

    def _leans_on(self, earlier: Phrase, own: Phrase) -> bool:
        if earlier.words[0].low in word_class("spanish_articles") and own.joint == "&":
            return earlier.head is Head.ONE
        if is_adjective(earlier):
            return own.head is not Head.NONE
        if own.words[0].low in ("concurrently", "doubles") or own.words[0].low == "of":
            return True
        if earlier.head is Head.ONE and own.head is Head.ONE and "&" in own.joint:
            if "," in own.joint or starts_with_article(earlier.words):
                return False
            if self._last is None or self._group_since:
                return True
            return is_capital(earlier) and self._last.before is not None
        if earlier.head is Head.OFFICES and own.head is Head.OFFICES and own.joint == "&":
            return len(self._chain) < 2 and (self._last is None or is_capital(earlier))
        return False

    def _attach(self, phrases: list[Phrase], *, final: bool = False) -> None:
        """Give what follows the last name to it, or to those without a title, or to a group."""
        first = True
        for at, phrase in enumerate(phrases):
            last_phrase = final and all(later.joint == "tail" for later in phrases[at + 1 :])
            if phrase.joint == "tail":
                self._take_post(phrase, first=first)
                self._group_since = True
            elif self._extends_title(phrase, first):
                self._extend(phrase)
            elif (phrase.head is Head.OFFICES and first and shares_office(phrase, self._chain)) or (
                last_phrase and first and share_people(phrase, self._chain)
            ):
                for person in self._chain:
                    person.after, person.shared = phrase.stretch, True
                    if self._included:
                        person.before = None
            elif phrase.head is not Head.NONE:
                self.items.append(Unnamed(phrase.words, phrase.joint, phrase.joint == "led"))
                self._group_since = True
            first = False
        if phrases:
            self._chain = []
            if not self._included:
                self._forward = None

    def _take_post(self, phrase: Phrase, *, first: bool) -> None:
        """Read ", upon his election as president", which says the new office behind a comma."""
        if first and self._last is not None and phrase.words[0].low in ("upon", "on"):
            self._last.after = self._last.after or post_in(phrase.words)

    def _extends_title(self, phrase: Phrase, first: bool) -> bool:
        last = self._last
        if last is None or self._group_since:
            return False
        if phrase.head is Head.ONE:
            if starts_with_article(phrase.words) and (last.before or last.after):
                return False
            if phrase.words[0].low in ("a", "an") and "&" in phrase.joint:
                return False
            return first or last.after is not None
        if phrase.head is Head.OFFICES:
            return last.shared and last.after is not None and phrase.joint == "&" and not first
        return (
            phrase.head is Head.NONE
            and ";" not in phrase.joint
            and last.after is not None
            and (not first or last.open)
            and not is_tail(phrase.words[0])
            and phrase.words[0].low not in ("his", "her", "their")
        )

    def _extend(self, phrase: Phrase) -> None:
        last = self._last
        if last is None:
            return
        if self._included and last.shared and last.before is not None:
            last.before, last.shared = None, False  # its own title is better than the group's
        sharing = [
            p for p in self.items if isinstance(p, Named) and p.after and p.after == last.after
        ]
        start = last.after[0] if last.after else phrase.words[0].start
        for person in sharing if last.shared and last.after else [last]:
            person.after = (start, phrase.words[-1].end)

    def _entitle(self, person: Named, own: Phrase | None, chunk: Chunk) -> None:
        if own is not None and own.head is not Head.NONE:
            person.before = own.stretch
            person.shared = own.head is not Head.ONE
            self._forward = own.stretch if own.head is not Head.ONE else None
            self._included = self._closed = False
            self._chain = []
            return
        if own is not None and self._last is not None and ";" in chunk.joint:
            self._forward = None
        if self._forward is not None and (self._last is None or not self._group_since):
            if self._closed and "&" in chunk.joint:
                self._forward = None
            else:
                person.before, person.shared = self._forward, True
                self._closed = "&" in chunk.joint
        if (chunk.joint not in ("led",) and (self._chain or not self._forward)) or self._included:
            self._chain.append(person)
