"""How sure a row is: signs for and against it, each weighed by rows that people have judged."""

from __future__ import annotations

import math
import tomllib
from functools import cache

from desktop_app.model.participant import EventKind
from desktop_app.paths import resources
from desktop_app.reading.cast import LEADERS, Row, name_key
from desktop_app.reading.lexicon import lexicon

_DEEP = 700  # letters into the text, where features tell of others and speakers quote
_FORMS = {"inverted": "listed", "by": "listed"}


def certainty_of(row: Row, kind: EventKind) -> float:
    """Return the probability that the name and role of ``row`` are right."""
    weights = _weights()
    odds = weights["any"] + sum(
        weights.get(sign, 0.0) for sign in signs_of(row.name, row.rule, kind, row.name_at[0])
    )
    return 1 / (1 + math.exp(-odds))


def signs_of(name: str, rule: str, kind: EventKind, at: int) -> tuple[str, ...]:
    """Return what speaks for or against a row: its rule, how it names, the event, how far down."""
    _, _, form = rule.partition(": ")
    signs = [f"rule {rule}", f"form {_FORMS.get(form, form) or 'verb'}", f"kind {kind}"]
    signs.append(f"name {_manner(name)}")
    if at > _DEEP:
        signs.append("far down")
    return tuple(signs)


def _manner(name: str) -> str:
    """Return how somebody is named: one word is the least sure, a known first name the most."""
    words = name.casefold().split()
    if name_key(name) in LEADERS:
        return "leader"
    if len(words) == 1:
        return "of one word"
    if words[0] in lexicon().family_names:
        return "Korean"
    return "with a known first name" if words[0] in lexicon().first_names else "of other words"


@cache
def _weights() -> dict[str, float]:
    text = (resources() / "grammar" / "certainty.toml").read_text("utf-8")
    return {str(key): float(value) for key, value in tomllib.loads(text)["weights"].items()}
