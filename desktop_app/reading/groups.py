"""People without names: which phrases of a list are one group, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop_app.reading.item import Item, Named, Unnamed
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.titles import Head, head_noun, head_of
from desktop_app.reading.tokens import Token
from desktop_app.reading.verbs import verb_words

_COUPLES = frozenset(
    [
        ("youth", "students"),
        ("youth", "children"),
        ("men", "women"),
        ("officers", "men"),
        ("generals", "officers"),
        ("actors", "actresses"),
    ]
)
_BARE_OTHERS = frozenset(("others", "other", "etc", "many", "some", "everybody", "participants"))
# Who is meant by these alone was said before.
_KNOWN = frozenset(
    ("the participants", "its participants", "the members", "the audience", "members")
)
# An organization before the noun makes it a phrase that shares nothing with the next.
_OF_A_BODY = frozenset(
    [
        "league",
        "union",
        "embassy",
        "party",
        "ministry",
        "association",
        "committee",
        "society",
        "army",
        "youth",
        "women's",
    ]
)
_CUT = re.compile(
    r"[\s,]+(?:including|such as|led by|headed by|who|whom|which|that had|that have|that are)\b.*$",
    re.DOTALL,
)
_PARTICIPANTS = re.compile(r"(?:the |its |their )?participants\b", re.IGNORECASE)
_KNOWN_FROM = re.compile(
    r"(?:the )?participants (?:in|of|at) (?:the |it\b)"
    r"(?:meeting|ceremony|rally|seminar|event|function|reception|talks)?s?$",
    re.IGNORECASE,
)
_REST = frozenset(("other", "others"))
_EDGES = re.compile(
    r"^(?:the|a|an)\s+|[\s,]+(?:here|there|today|alike|et al|on hand|present|were|was|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$",
    re.IGNORECASE,
)
_PEOPLE_OR_THOSE = re.compile(r"^(?:the )?(?:persons?|those|people)$", re.IGNORECASE)


def group_stretches(items: Sequence[Item]) -> Iterable[tuple[Unnamed, int, int]]:
    """Give every group of a list: its first phrase and [start, end) of its words."""
    run: list[Unnamed] = []
    for item in (*items, None):
        if isinstance(item, Unnamed):
            if item.joint == "incl" and head_of(item.words) is Head.ONE:
                continue  # some members, including the chairman
            run.append(item)
            continue
        yield from _merged(run)
        run = []


def _merged(run: list[Unnamed]) -> Iterable[tuple[Unnamed, int, int]]:
    held: list[Unnamed] = []
    for at, phrase in enumerate(run):
        held.append(phrase)
        following = run[at + 1] if at + 1 < len(run) else None
        if following is not None and _goes_with(phrase, following, run[at + 1 :]):
            continue
        yield held[0], held[0].words[0].start, held[-1].words[-1].end
        held = []


def _goes_with(phrase: Unnamed, following: Unnamed, rest: Sequence[Unnamed]) -> bool:
    if ";" in following.joint or following.joint in ("incl", "led"):
        return False
    last, first = _head_word(phrase.words), _head_word(following.words)
    if following.joint == "&" and (last, first) in _COUPLES and len(following.words[:2]) > 0:
        return not _has_own(phrase.words)
    if _has_own(phrase.words) or following.joint == ",&":
        return False
    sided = any(word.low == "side" for word in following.words)
    if phrase.words[0].low in _REST and (following.joint == "," or sided):
        return False  # "other officials" closes the list of the named
    if len(following.words) == 1 and following.joint == "&" and len(phrase.words) > 1:
        return len(rest) > 1 or following.words[0].low in ("members", "officers")
    # One modifier at the end of the row is shared by all that have none of their own.
    for later in rest:
        if later is not following and (later.joint not in (",", "&")):
            return False
        if _has_modifier(later.words):
            return "&" in later.joint
        if _is_of_a_body(later.words):
            return False
    return False


def _has_own(words: Sequence[Token]) -> bool:
    return _has_modifier(words) or _is_of_a_body(words)


def _has_modifier(words: Sequence[Token]) -> bool:
    return any(
        word.low == "concerned" or word.low in word_class("prepositions") for word in words[1:]
    )


def _is_of_a_body(words: Sequence[Token]) -> bool:
    return len(words) > 1 and any(word.low in _OF_A_BODY for word in words[:-1])


def _head_word(words: Sequence[Token]) -> str:
    for at, word in enumerate(words):
        if at and word.low in word_class("prepositions"):
            return words[at - 1].low
    return words[-1].low


_RECEIVED_AT = re.compile(
    r"\s+(?:in the lobby|at (?:the|an?) (?:[\w'-]+ ){0,4}?"
    r"(?:airport|station|entrance|bridge|port|gate))\b.*$"
)
_WHERE_AND_WHEN = re.compile(r"\s+(?:at|on|in|here|during|after|for|to|from)\b.*$")


def label(text: str, *, acting: bool = False) -> str:
    """Return what a group is called: the noun phrase alone, "" where nothing is said.

    Where the group is ``acting`` in a clause, what tells place and day is cut off, too.
    """
    words = re.sub(r"^(?:others(?:,| and)|[Tt]hen)\s+", "", " ".join(text.split()))
    if words.casefold() in _KNOWN or (acting and _PARTICIPANTS.match(words)):
        return ""
    if _KNOWN_FROM.match(words):
        return ""
    cut = _RECEIVED_AT.sub("", _CUT.sub("", words))
    if acting:
        cut = _WHERE_AND_WHEN.sub("", cut)
    if _PEOPLE_OR_THOSE.match(cut):
        cut = words
    previous = ""
    while cut != previous:
        previous = cut
        cut = _EDGES.sub("", cut).strip(' ,;:.-–—"')
    return "" if cut.casefold() in _BARE_OTHERS else cut


_BODIES = frozenset(["delegation", "delegations", "group", "groups", "team", "teams", "party"])


def beside_named(items: Sequence[Item]) -> list[Item]:
    """Keep the groups that act beside a named person, not the delegations that one leads."""
    return [item for item in items if isinstance(item, Named) or _acts_beside(item)]


def others_among(items: Sequence[Item]) -> list[Item]:
    """Keep the groups that are told to be others than the named: "X and other personages"."""
    return [i for i in items if isinstance(i, Unnamed) and i.words[0].low in _REST]


def _acts_beside(group: Unnamed) -> bool:
    noun = head_noun(group.words)
    own = group.words[0].low in ("his", "her", "their", "its")
    if noun is None or (noun.low in _BODIES and not own) or len(group.words) > 20:
        return False
    return not any(word.low in verb_words() or word.low == "he" for word in group.words[:3])
