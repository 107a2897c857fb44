"""The word lists of the Korean grammar, loaded once, when first asked for."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop_app.model.participant import EventKind, Role
from desktop_app.paths import resources
from desktop_app.reading.needles import Pattern


@dataclass(frozen=True, slots=True)
class KoreanWords:
    """Every list; ``verbs`` and ``kinds`` in the order in which they are tried."""

    offices: frozenset[str]
    whole_offices: frozenset[str]
    longest_office: int
    ministries: frozenset[str]
    bodies: tuple[str, ...]
    honorifics: frozenset[str]
    hanja_families: frozenset[str]
    hanja_nouns: frozenset[str]
    marks: tuple[str, ...]
    clause_words: frozenset[str]
    of_many: frozenset[str]
    things: frozenset[str]
    native: tuple[str, ...]
    no_names: frozenset[str]
    no_ministers: frozenset[str]
    title_phrases: tuple[str, ...]
    particles: tuple[str, ...]
    ending: frozenset[str]
    clause_ends: tuple[str, ...]
    group_stops: tuple[str, ...]
    nobody: tuple[str, ...]
    thing_plurals: tuple[str, ...]
    families: frozenset[str]
    syllables: frozenset[str]
    verbs: tuple[tuple[Pattern, Role], ...]
    kinds: tuple[tuple[EventKind, Pattern], ...]
    countries: dict[str, str]

    def office_at_end(self, word: str) -> str:
        """Return the longest office that ends ``word``; "" where none does."""
        return _office_at_end(word)


@lru_cache(65_536)  # the same few thousand words come again and again
def _office_at_end(word: str) -> str:
    lists = korean_words()
    if word in lists.whole_offices:
        return word
    for length in range(min(lists.longest_office, len(word)), 1, -1):
        office = word[-length:]
        if office in lists.offices or (office[-1] == "상" and office[:-1] in lists.ministries):
            return f"제1{office}" if word[:-length].endswith("제1") else office
    if word.endswith("대리") and len(word) > 3 and (office := _office_at_end(word[:-2])):
        return f"{office}대리"
    # 공간개척상: every ministry's head, but not 이상 or 정상.
    if len(word) >= 3 and word.endswith("상") and word[-2:] not in lists.no_ministers:
        return "상"
    return ""


@cache
def korean_words() -> KoreanWords:
    """Return the word lists."""
    lists = tomllib.loads((resources() / "grammar" / "korean.toml").read_text("utf-8"))
    offices = frozenset(lists["offices"].split())
    ministries = frozenset(lists["ministries"].split())
    nouns = (resources() / "names" / "korean_nouns.txt").read_text("utf-8")
    return KoreanWords(
        offices=offices,
        whole_offices=frozenset(lists["whole_offices"].split()),
        longest_office=max(map(len, offices | {f"{one}상" for one in ministries})),
        ministries=ministries,
        bodies=tuple(lists["bodies"].split()),
        honorifics=frozenset(lists["honorifics"].split()),
        hanja_families=frozenset(lists["hanja_families"]),
        hanja_nouns=frozenset(lists["hanja_nouns"].split()),
        marks=tuple(lists["leader_marks"].split()),
        clause_words=frozenset(lists["clause_words"].split()),
        of_many=frozenset(lists["of_many"].split()),
        things=frozenset(lists["things"].split()),
        native=tuple(lists["native"].split()),
        no_names=frozenset(lists["no_names"].split()) | frozenset(nouns.split()),
        no_ministers=frozenset(lists["no_ministers"].split()),
        title_phrases=tuple(lists["title_phrases"]),
        particles=tuple(lists["particles"].split()),
        ending=frozenset(lists["ending"].split()),
        clause_ends=tuple(lists["clause_ends"].split()),
        group_stops=tuple(lists["group_stops"].split()),
        nobody=tuple(lists["nobody"].split()),
        thing_plurals=tuple(lists["thing_plurals"].split()),
        families=_hangul("korean_family_names") | frozenset(lists["other_families"].split()),
        syllables=_hangul("korean_syllables") | frozenset(lists["other_syllables"].split()),
        verbs=tuple((_verb(one["stem"]), Role(one["role"])) for one in lists["verbs"]),
        kinds=tuple(
            (EventKind(kind), Pattern(pattern)) for kind, pattern in lists["kinds"]["rules"]
        ),
        countries=dict(lists["countries"]),
    )


def _verb(stem: str) -> Pattern:
    """Compile a verb as the North spells it so that the South's 했다 and 됐다 fit, too."""
    return Pattern(
        stem.replace("하", "(?:[하했]|한(?= 가운데|다))")
        .replace("되", "[되됐]")
        .replace("시였", "(?:시였|시었|셨)")
    )


def _hangul(listed: str) -> frozenset[str]:
    path = resources() / "names" / f"{listed}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["hangul"] for row in csv.DictReader(lines))
