"""Made-up pages of every outlet and era give what their label says."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from desktop_app.importing.records import Refused
from desktop_app.model.capture import Capture, Listing
from desktop_app.reading.preparation import prepare
from tests.core.importing.conftest import read

PAGES = Path(__file__).resolve().parents[2] / "data" / "pages"
EXPECTED: list[dict[str, Any]] = json.loads((PAGES / "expected.json").read_text("utf-8"))


def named(*kinds: str) -> list[Any]:
    return [
        pytest.param(one, id=str(one["file"]))
        for one in EXPECTED
        if one["kind"] in kinds and not one["file"].endswith("list.xml")
    ]


def page(expected: dict[str, Any]) -> list[Any]:
    path = PAGES / expected["file"]  # its name would tell a year
    return read(f"page{path.suffix}", path.read_bytes())


def plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words)


def same(capture: Capture, expected: dict[str, Any]) -> None:
    """Hold one dispatch against its label, where the label says something."""
    dateline = capture.dateline
    got = {
        "outlet": capture.outlet,
        "site": capture.site,
        "url": capture.url,
        "title": capture.title,
        "published": capture.published and capture.published.isoformat(),
        "published_from": capture.published_from,
        "language": capture.language,
        "dateline": dateline
        and dateline.day
        and {"place": dateline.place, "month": dateline.day.month, "day": dateline.day.day},
        "mentions": len(capture.mentions),
        "cut": not capture.complete,
        "has_text": bool(capture.text),
    }
    wanted = {key: expected[key] for key in got if key in expected}
    if expected.get("file", "").endswith(".xml"):
        del wanted["published_from"]  # the answer of a server: record and page in one
    if wanted.get("mentions", 0) is None:
        del wanted["mentions"]
    assert {key: got[key] for key in wanted} == wanted
    shown = plain(prepare(capture.text).text)
    assert shown.startswith(plain(expected.get("first", "")))
    if expected.get("last"):
        _, found, after = shown.rpartition(plain(expected["last"]))
        assert found
        assert len(after) < 25, "only a byline may follow"
    for words in expected.get("not_in_body", ()):
        assert words not in capture.text
    for words in expected.get("in_body", ()):
        assert words in capture.text


@pytest.mark.parametrize("expected", named("article", "headline"))
def test_a_page_gives_its_dispatch(expected):
    (one,) = page(expected)
    assert isinstance(one, Capture)
    same(one, expected)


@pytest.mark.parametrize("expected", named("day"))
def test_a_day_page_gives_all_its_dispatches(expected):
    found = page(expected)
    captures = [one for one in found if isinstance(one, Capture)]
    assert len(captures) == len(expected["articles"])
    shared = {k: v for k, v in expected.items() if k in ("outlet", "site", "published", "language")}
    for capture, one in zip(captures, expected["articles"], strict=True):
        same(capture, {**shared, **one})
        assert not capture.address_is_its_own
    assert len({one.locator for one in captures}) == len(captures)


@pytest.mark.parametrize("expected", named("listing"))
def test_a_list_gives_mentions_and_no_dispatch(expected):
    (one,) = page(expected)
    assert isinstance(one, Listing)
    assert one.site == expected["site"]
    assert len(one.mentions) == expected["mentions"]
    assert all(mention.first_words for mention in one.mentions)


@pytest.mark.parametrize("expected", named("not_found"))
def test_a_page_that_says_there_is_none_is_refused(expected):
    (one,) = page(expected)
    assert isinstance(one, Refused)
