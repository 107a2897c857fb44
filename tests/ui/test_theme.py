"""Every pair of text and ground that the window uses can be read in every theme."""

from __future__ import annotations

import re

import pytest

from desktop_app.paths import resources
from ui.app import Application
from ui.theme import THEMES, contrast, load_theme, style_sheet

GROUNDS = ("ground", "pane", "hover", "accent_ground")
TEXTS = ("ink", "soft", "faint", "accent", "unsure", "sure", "danger")
TINTS = ("side_a", "side_b", "principal")
READABLE = 4.5


@pytest.mark.parametrize("name", THEMES)
def test_every_text_reads_on_every_ground(name: str) -> None:
    theme = load_theme(name)
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    # A chosen row of a participant stands on its tint's ground.
    pairs += [(text, f"{tint}_ground") for tint in TINTS for text in ("ink", "soft", "faint", tint)]
    pairs += [(tint, "pane") for tint in TINTS]
    pairs += [("on_accent", "accent"), ("on_hit", "hit"), ("unsure", "side_a_ground")]
    weak = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(theme.colours[pair[0]], theme.colours[pair[1]])) < READABLE
    }
    assert weak == {}


@pytest.mark.parametrize("name", THEMES)
def test_a_number_reads_on_every_step_of_heat(name: str) -> None:
    theme = load_theme(name)
    assert len(theme.heat) == 5
    for step, ground in enumerate(theme.heat):
        assert contrast(theme.on_heat(step).name(), ground) >= READABLE


@pytest.mark.parametrize("name", THEMES)
def test_high_contrast_is_higher_and_sides_differ(name: str) -> None:
    theme = load_theme(name)
    if name.startswith("contrast"):
        assert contrast(theme.colours["ink"], theme.colours["pane"]) >= 20
        assert contrast(theme.colours["faint"], theme.colours["pane"]) >= 7
    assert theme.colours["side_a"] != theme.colours["side_b"]


def test_the_style_sheet_uses_only_tokens_that_every_theme_has(qapp: Application) -> None:
    template = (resources() / "themes" / "window.qss").read_text(encoding="utf-8")
    used = set(re.findall(r"\$\{(\w+)\}", template))
    assert "accent" in used
    for name in THEMES:
        assert "${" not in style_sheet(load_theme(name))


def test_the_colours_follow_the_wish_at_once(qapp: Application) -> None:
    appearance = qapp.appearance
    appearance.choose("dark")
    dark = qapp.palette().window().color().name()
    appearance.choose("light")
    light = qapp.palette().window().color().name()
    assert (dark.upper(), light.upper()) == (
        load_theme("dark").colours["ground"],
        load_theme("light").colours["ground"],
    )
