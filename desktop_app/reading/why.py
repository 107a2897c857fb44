"""Why a row is there: the rule that read it, said in one plain sentence."""

from __future__ import annotations

import tomllib
from functools import cache

from desktop_app.messages import Message, message
from desktop_app.paths import resources

_KNOWN = ": known"


def why(rule: str) -> Message:
    """Say why a row read by ``rule`` is there; X in the example stands for its person."""
    if rule in ("", "user"):
        return message("Entered by hand.")
    if rule.endswith(_KNOWN):
        return message(
            "A pronoun or an office stands where X does in “{example}”; "
            "who it is was named earlier in the dispatch.",
            example=_example(rule.removesuffix(_KNOWN)),
        )
    return message(
        "The sentence is built like “{example}”, where X is this person.", example=_example(rule)
    )


def _example(rule: str) -> str:
    """Return the example of ``rule``; a rule that the reader has dropped says its own name."""
    if rule.startswith("Korean, "):
        manner, _, role = rule.removeprefix("Korean, ").rpartition(", ")
        example = examples().get(f"Korean, {role}", rule)
        return example.replace("X동지", _sections()["korean_manners"].get(manner, "X동지"))
    return examples().get(rule, rule)


@cache
def examples() -> dict[str, str]:
    """Return for every rule a sentence that is built as it reads them."""
    return dict(_sections()["examples"])


@cache
def _sections() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources() / "grammar" / "examples.toml").read_text("utf-8"))
