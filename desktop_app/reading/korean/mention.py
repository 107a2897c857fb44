"""A person as named in a sentence, built of the words of his name and of the title around it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.reading.korean.cuts import Cut
from desktop_app.reading.korean.shapes import Shape
from desktop_app.reading.korean.titles import (
    body_before,
    newly_held,
    plain_title,
    title_begins,
)
from desktop_app.reading.korean.tokens import Word

_PARTIES = ("일행", "내외분", "내외")
_SUCH = ("등이", "등은", "등과", "등을", "등에게")


@dataclass(frozen=True, slots=True)
class Mention:
    """One person as named: words [first, last] of the sentence.

    ``particle`` is of the last word; ``shared`` is a plural title said for several
    ("비서들인"); ``rule`` says how the person is named.
    """

    name: str
    title: str
    name_span: tuple[int, int]
    title_span: tuple[int, int] | None
    first: int
    last: int
    particle: str
    rule: str
    shared: str = ""

    @property
    def honoured(self) -> bool:
        """Tell whether the sentence speaks of a leader."""
        return "께서" in self.particle


class Words:
    """The words of one sentence and the shape of each."""

    def __init__(self, text: str, told: list[Word], shapes: list[Shape]) -> None:
        self.text, self.told, self.shapes = text, told, shapes

    def between(self, first: int, end: int) -> str:
        """Return the text of words [first, end)."""
        return self.text[self.told[first].start : self.told[end - 1].end] if first < end else ""

    def word(self, place: int) -> str:
        """Return the word at ``place``; "" behind the last."""
        return self.told[place].text if 0 <= place < len(self.told) else ""


def person(
    words: Words,
    name: tuple[int, int],
    cut: Cut,
    rule: str,
    *,
    floor: int,
    last: int | None = None,
    cut_office: bool = False,
) -> Mention:
    """Build the person whose ``name`` is words [first, last], with the title around it.

    No title reaches back before ``floor``; ``last`` is the last word of an office behind the
    name; ``cut_office`` tells that the name stands inside of the office: 외무성 김영일부상.
    """
    first, place = name
    told, shapes = words.told, words.shapes
    start, end = told[first].start, told[place].start + len(cut.name)
    opens = title_begins(told, shapes, first, floor)
    tie = shapes[first - 1].tie if first else ""
    if opens == first and cut_office:
        opens = body_before(told, shapes, first, floor)
    if cut_office and first - opens == 1 and told[opens].text == "북한":
        opens = first  # the South's word for where he is from
    title = plain_title(words.between(opens, first))
    newly = newly_held(told, shapes, first, floor) if opens == first else None
    if newly is not None:
        opens, title = newly
    if cut.behind:
        body = opens < first and not shapes[first - 1].office
        glue = " " if cut_office and not tie and body else "; "
        behind = " ".join(cut.behind.split())
        title = f"{title}{glue}{behind}" if title else behind
    last = place if last is None else last
    particle = cut.particle
    for party in _PARTIES:
        particle = particle.removeprefix(party)
    following = words.word(last + 1)
    if not particle and following in _SUCH:  # 박경선 등과 관계부문 일군들이
        last, particle = last + 1, following[1:]
    span = (told[opens].start, told[first - 1].end) if opens < first else None
    if span is None and cut.behind and cut_office:
        span = (end, end + len(cut.behind))
    written = " ".join(words.text[start:end].split())
    shared = title if tie == "들인" else ""
    return Mention(written, title, (start, end), span, opens, last, particle, rule, shared)
