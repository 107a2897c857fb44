"""A stored page is shown as words and tables; nothing else of it comes through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.importing.rendering import harmless, page_of
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.query.query import Query
from tests.core.importing import test_formats

HOSTILE = (
    "<html><head><base href='http://canary.invalid/'><style>p{background:url(//canary.invalid/1)}"
    "</style><link rel=stylesheet href='//canary.invalid/2'><meta http-equiv=refresh "
    "content='0;url=//canary.invalid/3'></head><body onload=\"fetch('//canary.invalid/4')\">"
    "<script>fetch('//canary.invalid/5')</script><p style='background:url(//canary.invalid/6)'>"
    "A fair &lt;opened&gt;.</p><img src='//canary.invalid/7' alt='The \"fair\"'><iframe "
    "src='//canary.invalid/8'>x</iframe><form action='//canary.invalid/9'><input></form><table>"
    "<tr><td colspan=2 background='//canary.invalid/10'>Cell</td></tr></table><svg><image "
    "href='//canary.invalid/11'/></svg><a href='//canary.invalid/12'>A link</a><object "
    "data='//canary.invalid/13'></object><video src='//canary.invalid/14'></video></body></html>"
)


def test_only_words_and_plain_tags_are_left():
    shown = harmless(HOSTILE)
    assert "canary" not in shown
    assert "<p>A fair &lt;opened&gt;.</p>" in shown
    assert '<td colspan="2">Cell</td>' in shown
    assert "<i>[The &quot;fair&quot;]</i>" in shown
    assert "A link" in shown


@given(st.text(alphabet="<>/=\"' abiscriptmgonhrf:&;#!-[]", max_size=300))
def test_whatever_a_page_holds_no_attribute_comes_through(source):
    shown = harmless(f"<p>{source}</p>{source}")
    for tag in re.findall(r"<[^>]*>", shown):
        assert re.fullmatch(r'</?[a-z0-9]+(?: (?:col|row)span="\d+")*>', tag)


def test_a_page_nested_without_end_is_not_shown_and_a_long_one_to_a_point():
    assert harmless("<div>" * 100_000) == ""
    assert 3_000_000 < len(harmless("<p>word</p>" * 500_000)) < 3_100_000


@pytest.mark.parametrize("name", ["page.html", "page.mhtml", "page.webarchive"])
def test_a_stored_page_of_every_format_is_shown_and_a_text_is_not(library, tmp_path, name):
    (tmp_path / name).write_bytes(test_formats.FORMATS[name]())
    (tmp_path / "plain.txt").write_text("Pyongyang, May 4 (KCNA) -- A hall opened in Sariwon.")
    import_paths(library, [tmp_path], Job())
    stored = {
        Path(capture.original_name).name: capture.original_sha256
        for number in library.find(Query()).ids.tolist()
        for capture in library.article(number).captures
    }
    assert page_of(library.path, stored["plain.txt"], "plain.txt") is None
    shown = page_of(library.path, stored[name], name)
    assert shown is not None
    assert f"<strong>{test_formats.TITLE}</strong>" in shown
    assert page_of(library.path, "0" * 64, name) is None
