"""The made-up pages hold what is expected of them, so that readers of pages can be tried."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "data" / "pages"
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8"))


def shown(page):
    """Return the page's text in the roughest way: tags out, spaces folded."""
    data = (FOLDER / page["file"]).read_bytes()
    raw = data.decode("cp932" if "2001" in page["file"] else "utf-8")
    text = re.sub(r"<!\[CDATA\[|\]\]>", "", raw)
    return raw, re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", text.replace("<br>", " "))))


def test_every_page_has_its_expectation_and_every_outlet_a_page():
    files = {path.name for path in FOLDER.iterdir()} - {"expected.json", "README.md"}
    assert files == {page["file"] for page in EXPECTED}
    assert len({page["outlet"] for page in EXPECTED if page["outlet"]}) >= 9


@pytest.mark.parametrize("page", EXPECTED, ids=lambda page: page["file"])
def test_a_page_holds_what_is_expected_of_it(page):
    raw, text = shown(page)
    for article in [page, *page.get("articles", [])] if page["kind"] == "day" else [page]:
        for key in ("title", "first", "last"):
            words = article.get(key, "")
            if key == "first":  # glued to the name before it on some pages
                words = words.replace("Comrade ", "Comrade").replace(" Chon", "Chon")
                assert words.replace(" ", "") in text.replace(" ", "").replace("（", "(").replace(
                    "）", ")"
                )
            else:
                assert words in text
    # What must stay out of the body is there to be kept out.
    assert all(chrome in raw or chrome in text for chrome in page.get("not_in_body", []))
    assert all(words in text for words in page.get("in_body", []))
    if page.get("url") and page["kind"] != "not_found":
        assert page["url"] in raw


def test_canaries_stand_in_scripts_styles_frames_and_pictures():
    raws = "".join(shown(page)[0] for page in EXPECTED)
    for place in ('src="', 'href="', "url(", "fetch(", "<iframe src=", 'content="0; url='):
        assert re.search(re.escape(place) + r"[\"']?http://canary\.invalid", raws), place
