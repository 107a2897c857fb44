"""What sort of event a dispatch reports, told by its title and its first sentences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.model.participant import EventKind
from desktop_app.paths import resources
from desktop_app.reading.hints import Hints
from desktop_app.reading.needles import Pattern
from desktop_app.reading.wording import plain

# The points of words cut short, which end no sentence.
_SHORT = re.compile(
    r"\.(?:(?<=\b[a-z]\.)|(?<=\b(?:dr|mr|no)\.)|(?<=\bsept\.)"
    r"|(?<=\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|gen)\.))"
)
_OPENING = 4  # sentences in which the event itself is told
_LONGEST = 1_500  # letters


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: EventKind
    where: str
    pattern: Pattern
    unless: Pattern | None
    lead: Pattern | None
    opening: Pattern | None
    words: frozenset[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    table = tomllib.loads((resources() / "grammar" / "kinds.toml").read_text("utf-8"))
    return tuple(
        _Rule(
            EventKind(row["kind"]),
            row["where"],
            Pattern(row["pattern"]),
            _compiled(row, "unless"),
            _compiled(row, "lead"),
            _compiled(row, "opening"),
            frozenset(row.get("words", "").split()),
        )
        for row in table["kind"]
    )


@cache
def _tried() -> tuple[tuple[_Rule, ...], Hints[int], Hints[int], frozenset[int]]:
    """Return the rules, what tells which of those of title and lead may fit, and the others."""
    rules = _rules()
    by_title, by_lead = (
        Hints({at: r.pattern.compiled.pattern for at, r in enumerate(rules) if r.where == part})
        for part in ("title", "lead")
    )
    others = frozenset(at for at, r in enumerate(rules) if r.where not in ("title", "lead"))
    return rules, by_title, by_lead, others


def _compiled(row: Mapping[str, str], key: str) -> Pattern | None:
    return Pattern(row[key]) if key in row else None


def kind_of(title: str, lead: str, told: Sequence[str] = ()) -> tuple[EventKind, str]:
    """Return the kind of event and the words that told it.

    ``lead`` is what the first sentence says itself, ``told`` the first few sentences: what a
    paper writes is often said to be the paper's only behind its first words.
    """
    said = _Said(title, lead, told)
    words = set(plain(said["lead"]).split())
    rules, by_title, by_lead, others = _tried()
    fitting = by_title.among(set(said["title"].split())) | by_lead.among(words) | others
    for rule in map(rules.__getitem__, sorted(fitting)):
        if rule.where == "lead" and rule.words and words.isdisjoint(rule.words):
            continue
        match = rule.pattern.search(said[rule.where])
        if match and _holds(rule, said):
            return rule.kind, " ".join(match[0].split())
    return EventKind.OTHER, ""


class _Said(dict[str, str]):
    """What a dispatch says in each place; the opening is made only for the rules that ask."""

    def __init__(self, title: str, lead: str, told: Sequence[str]) -> None:
        super().__init__(title=title.lower(), lead=lead.lower().replace(".", ""))
        self._told = told or (lead,)

    def __missing__(self, where: str) -> str:
        told = self._told[:_OPENING] if where == "opening" else self._told
        self[where] = said = _joined(told)
        return said


def _joined(sentences: Sequence[str]) -> str:
    return _SHORT.sub("", " ".join(sentences)[:_LONGEST].lower())


def _holds(rule: _Rule, said: Mapping[str, str]) -> bool:
    """Say whether nothing speaks against a rule whose pattern fits."""
    if rule.unless and rule.unless.search(said[rule.where]):
        return False
    if rule.opening and not rule.opening.search(said["opening"]):
        return False
    return rule.lead is None or rule.lead.search(said["lead"]) is not None
