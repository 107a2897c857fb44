"""The title of somebody who acts without one: it may stand elsewhere in the dispatch."""

from __future__ import annotations

import re
from itertools import islice

from desktop_app.reading.item import Named
from desktop_app.reading.items import read_items
from desktop_app.reading.lexicon import lexicon
from desktop_app.reading.passages import Sentence
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import Kind, Token
from desktop_app.reading.wording import Wording

_INNER = frozenset(("of", "the", "and", "for"))
_OCCURRENCES = 8


def recalled(
    text: str, sentences: list[Sentence], name: str
) -> tuple[str, list[tuple[int, int]]] | None:
    """Return the first title that ``text`` gives ``name`` anywhere, and where it stands."""
    spelt = re.compile(r"\b" + r"\s+".join(map(re.escape, name.split(" "))) + r"\b")
    for match in islice(spelt.finditer(text), _OCCURRENCES):
        place = match.start()
        for sentence in sentences:
            if sentence.start <= place < sentence.end:
                found = _title_at(text, sentence, place)
                if found is not None:
                    return found
    return None


def _title_at(
    text: str, sentence: Sentence, place: int
) -> tuple[str, list[tuple[int, int]]] | None:
    tokens = Wording(text, sentence.start, sentence.end).between(sentence.start, sentence.end)
    for at, token in enumerate(tokens):
        if token.kind is Kind.NAME and token.start <= place < token.end:
            before = _before(tokens[:at])
            named = Named(token)
            if before:
                named.before = before[0].start, before[-1].end
            items = read_items(tokens[at:])
            if items and isinstance(items[0], Named) and not items[0].shared:
                named.after = items[0].after
            title = named.title(text)
            return (title, named.stretches()) if title else None
    return None


def _before(tokens: list[Token]) -> list[Token]:
    """Return the office right before a name: the longest that begins with a capital."""
    words: list[Token] = []
    for token in reversed(tokens):
        office = token.low in lexicon().offices and not words
        honorific = token.low in lexicon().honorifics and not words
        if honorific:
            continue
        if not (token.kind is Kind.WORD and (token.capital or office)) and not (
            words and token.low in _INNER
        ):
            break
        words.insert(0, token)
    while words and (not words[0].capital or head_of(words) is not Head.ONE):
        if head_of(words) is Head.ONE and words[0].low in lexicon().offices:
            break
        words = words[1:]
    return words
