"""The inflected forms of an English word, for ``~word``; nothing is ever stemmed unasked."""

from __future__ import annotations

import re

_IRREGULAR = (
    "be am is are was were been being",
    "have has had having",
    "do does did done doing",
    "go goes went gone going",
    "say says said saying",
    "make makes made making",
    "take takes took taken taking",
    "give gives gave given giving",
    "see sees saw seen seeing",
    "meet meets met meeting",
    "hold holds held holding",
    "send sends sent sending",
    "lead leads led leading",
    "leave leaves left leaving",
    "speak speaks spoke spoken speaking",
    "write writes wrote written writing",
    "build builds built building",
    "pay pays paid paying",
    "lay lays laid laying",
    "win wins won winning",
    "fight fights fought fighting",
    "stand stands stood standing",
    "sing sings sang sung singing",
    "begin begins began begun beginning",
    "bring brings brought bringing",
    "know knows knew known knowing",
    "come comes came coming",
    "become becomes became becoming",
    "shoot shoots shot shooting",
    "fly flies flew flown flying",
    "man men",
    "woman women",
    "child children",
    "army armies",
)
_BY_FORM = {form: forms.split() for forms in _IRREGULAR for form in forms.split()}
_VOWELS = "aeiou"
_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgmnprt]")


def forms_of(word: str) -> tuple[str, ...]:
    """Return ``word`` and its forms; one whose word cannot be told is tried both ways."""
    word = word.casefold().replace("’", "'")
    if word in _BY_FORM:
        return tuple(dict.fromkeys([word, *_BY_FORM[word]]))
    if not word.isascii() or not word.isalpha() or len(word) < 3:
        return (word,)
    found = [word]
    for base in _bases(word):
        found += [base, *_inflected(base)]
    return tuple(dict.fromkeys(found))


def _bases(word: str) -> list[str]:
    """Return the words that ``word`` may be a form of."""
    bases = [word]
    if word.endswith(("ies", "ied")) and len(word) > 4:
        bases = [word[:-3] + "y"]
    elif word.endswith("ing") and len(word) > 5:
        bases = [*_without(word[:-3]), word]
    elif word.endswith("ed") and len(word) > 4:
        bases = _without(word[:-2])
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        bases = [word[:-2]]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        bases = [word[:-1]]
    return bases


def _without(stem: str) -> list[str]:
    """Return the words whose -ed or -ing leaves ``stem``: visit, make, stop."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return [stem[:-1]]
    if stem[-1] in _VOWELS + "wxy" or stem.endswith(("ss", "ll", "sh", "ch")):
        return [stem]
    return [stem, stem + "e"]


def _inflected(word: str) -> list[str]:
    if word.endswith("y") and word[-2] not in _VOWELS:
        stem = word[:-1]
        return [stem + "ies", stem + "ied", word + "ing"]
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return [word + "es", word + "ed", word + "ing"]
    if word.endswith("e"):
        return [word + "s", word + "d", word[:-1] + "ing"]
    doubled = word + word[-1] if _DOUBLING.fullmatch(word[-3:]) else word
    return list(
        dict.fromkeys([word + "s", word + "ed", word + "ing", doubled + "ed", doubled + "ing"])
    )
