"""Cuts a text into sentences and words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# No sentence ends before a figure, nor in 씨.피.마이날리: its last word is a verb.
_SENTENCE = re.compile(
    r"[^\n.!?。]+(?:(?:[.!?。](?=\d)|(?<![다까요자라오음임함됨끝)])\.(?=[가-힣]))[^\n.!?。]*)*[.!?。]?"
)
_POINTED = re.compile(r"(?<![가-힣.])[가-힣]{2,4}(?:\.[가-힣]{2,4})+(?![가-힣])")
_WORD = re.compile(r"([^\s,，、·ㆍ]+)\s?([,，、·ㆍ]?)")
_COMMA_APART = tuple(f" {comma}" for comma in ",，、·ㆍ")
_WORD_AND_ASIDE = re.compile(r"([^\s,，、·ㆍ]+)(?:\s*([,，、·ㆍ]))?")
_QUOTED = re.compile(r"《[^《》\n]{0,2000}》|<[^<>\n]{0,200}>|[【\[][^【】\[\]\n]{0,60}[】\]]")
# The South quotes whole dispatches so; the North's own quotations stand in 《》.
_MARKS = re.compile(r"[“”\"‘’▲△■●◆]")
_PARTICLES = frozenset(["이", "가", "은", "는", "을", "를", "과", "와", "의", "에게", "께서"])
_PARENTHESES = re.compile(r"[(（][^()（）\n]{0,200}[)）]")
# 현철해(玄哲海) 박재경(朴在慶)대장: the South lists names with their Hanja without a comma.
_LISTED = re.compile(r"\([\u4e00-\u9fff][^()\n]{0,60}\)(?= [가-힣]{2,5}\()")
_HANJA = re.compile(r"(?<![가-힣])([가-힣]{2,6})[(（][\u4e00-\u9fff]{2,4}[)）·,]")
_END = re.compile(r"\(끝\)|（끝）|-0-|[－‐―]{2,}")
# 정래민 기자 = and, at the end, 정래민기자 with his address.
_REPORTER = re.compile(r"[가-힣]{2,4} ?(?:기자|특파원)(?: =|\s+[\w.]+@|\s*$)", re.MULTILINE)
_SMALL_PRINT = re.compile(r"(?m)^(?:Copyright|www\.|https?:|※|ⓒ).*$")


LONGEST_SENTENCE = 1_200  # letters


class Word(NamedTuple):
    """One word: [start, end) in the text, with the comma that follows it."""

    text: str
    start: int
    end: int
    comma: bool


def masked(text: str) -> str:
    """Blank out quotations, asides and the end mark: nobody in them takes part. Offsets stay."""
    text = _MARKS.sub(" ", _QUOTED.sub(_blank, text))
    if is_southern(text):
        text = _REPORTER.sub(_blank, text)
        text = _POINTED.sub(lambda found: found[0].replace(".", "·"), text)  # 최태복.김국태 비서
    text = _END.sub(lambda found: "." + " " * (len(found[0]) - 1), text)
    return _SMALL_PRINT.sub(_blank, text)


def without_asides(text: str, start: int) -> str:
    """Blank out what stands in parentheses from ``start`` on: 습근평(시진핑)동지."""
    rest = text[start:]
    if is_southern(text):
        rest = _LISTED.sub(lambda found: "," + " " * (len(found[0]) - 1), rest)
    return text[:start] + _PARENTHESES.sub(_blank, rest)


def named_in_hanja(text: str) -> list[str]:
    """Return the words whose Hanja follow in parentheses: names of people, for the most part."""
    return _HANJA.findall(text) if is_southern(text) else []


def is_southern(text: str) -> bool:
    """Tell whether a text is spelt as in the South, whose papers render dispatches."""
    return "했다" in text or "됐다" in text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def sentences(text: str, start: int) -> list[tuple[int, int]]:
    """Return the sentences of ``text`` from ``start`` on as [start, end)."""
    found = []
    for match in _SENTENCE.finditer(text, start):
        first, last = match.span()
        # No writer goes on so long: what does is cut, since a clause is read in its square.
        for piece in range(first, last, LONGEST_SENTENCE):
            if text[piece : min(piece + LONGEST_SENTENCE, last)].strip():
                found.append((piece, min(piece + LONGEST_SENTENCE, last)))
    return found


def words(text: str, start: int, end: int) -> list[Word]:
    """Return the words of one sentence; a full stop is no part of the last."""
    said = text[start:end]
    if "  " in said:
        return _words_around_asides(text, start, end)
    if any(map(said.__contains__, _COMMA_APART)):
        cut = _cut.__wrapped__(said)  # a whole sentence is not kept
        return [Word(told, start + at, start + to, comma) for told, at, to, comma in cut]
    found: list[Word] = []
    add, make = found.append, tuple.__new__  # half the time of Word(…)
    place = start
    for stretch in said.split(" "):
        for told, at, to, comma in _cut(stretch):
            add(make(Word, (told, place + at, place + to, comma)))
        place += len(stretch) + 1
    return found


@lru_cache(32_768)
def _cut(stretch: str) -> tuple[Word, ...]:
    """Cut a stretch between blanks; the same few thousand come again and again."""
    found: list[Word] = []
    for match in _WORD.finditer(stretch):
        told = match[1].rstrip(".!?。)")
        if told:
            found.append(Word(told, match.start(), match.start() + len(told), match[2] != ""))
    return tuple(found)


def _words_around_asides(text: str, start: int, end: int) -> list[Word]:
    """Return the words where asides were blanked, with what an aside parted: 상(장관)이."""
    found: list[Word] = []
    ended = start
    for match in _WORD_AND_ASIDE.finditer(text, start, end):
        told = match[1].rstrip(".!?。)")
        first, comma = match.start(), match[2] is not None
        if first > ended + 1 and told in _PARTICLES and found and not found[-1].comma:
            whole = found.pop()
            found.append(Word(whole.text + told, whole.start, first + len(told), comma))
        elif told:
            found.append(Word(told, first, first + len(told), comma))
        ended = match.end(1)
    return found
