"""Every row can say why it is there: its rule has an example, and reads that example."""

from __future__ import annotations

import pytest

from desktop_app.messages import Translator
from desktop_app.paths import resources
from desktop_app.reading.dispatch import read_dispatch
from desktop_app.reading.verbs import verbs
from desktop_app.reading.why import examples, why

STANDS_IN = "Pak Sun Il"
BY_VERB = {
    rule
    for verb in verbs()
    for form, role in (
        ("", verb.subject),
        (": object", verb.object),
        (": to", verb.to),
        (": from", verb.source),
        (": also", verb.also),
    )
    if role is not None
    for rule in [verb.rule + form]
}


@pytest.mark.parametrize("rule", [rule for rule in examples() if not rule.startswith("Korean")])
def test_each_example_is_read_by_the_rule_that_it_explains(rule):
    text = f"Pyongyang, May 3 (KCNA) -- {examples()[rule].replace('X', STANDS_IN)}"
    language = "es" if "spanish" in rule else "en"
    rows = read_dispatch(text, language=language).participants
    assert rule in [row.rule for row in rows if row.name == STANDS_IN]


def test_every_verb_of_the_grammar_has_an_example():
    assert not BY_VERB - set(examples())


@pytest.mark.parametrize("rule", ["Korean, after a title, present", "met: object", "met: known"])
def test_the_reason_is_said_in_english_and_in_korean(rule):
    korean = Translator("ko", resources() / "translations")
    assert "X" in str(why(rule))
    assert "X" in korean.say(why(rule))
    assert korean.say(why(rule)) != str(why(rule))


def test_a_rule_that_is_gone_says_its_own_name():
    assert "was beheaded" in str(why("was beheaded"))
