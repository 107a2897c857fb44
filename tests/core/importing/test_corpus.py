"""Real samples are read right, on machines that have them; none of their text is kept here."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections import Counter
from datetime import date

import pytest

from desktop_app.importing.records import Refused
from desktop_app.model.capture import Capture
from desktop_app.model.days import DayFrom
from tests.core.importing.conftest import captures, read


def test_the_seed_capture(corpus):
    (one,) = captures("kcna-watch-page.txt", corpus("kcna-watch-page-2023-09-14.txt"))
    assert (one.published, one.published_from) == (date(2023, 9, 14), DayFrom.JUCHE)
    assert (one.outlet, one.site, one.language) == ("KCNA", "kcnawatch.org", "en")
    assert len(one.mentions) == 20
    assert one.text.endswith("constructive atmosphere.")


@pytest.mark.parametrize(
    ("name", "published", "outlet", "language", "site", "complete"),
    [
        ("cap-01.txt", None, "KCNA", "en", "kcnawatch.org", True),
        ("cap-02.txt", date(2024, 5, 25), "KCNA", "en", "kcnawatch.org", True),
        ("cap-03.txt", date(2021, 6, 5), "KCNA", "en", "kcnawatch.org", False),
        ("cap-04.txt", date(2014, 2, 21), "KCNA", "en", "kcna.co.jp", True),
        ("cap-05.txt", date(2018, 1, 25), "KCNA", "en", "kcna.co.jp", True),
        ("cap-06.txt", None, "KCNA", "en", "", False),
        ("cap-07.txt", date(2021, 1, 14), "Uriminzokkiri", "ko", "", False),
        ("cap-08.txt", None, "KCNA", "en", "", True),
    ],
)
def test_page_captures(corpus, name, published, outlet, language, site, complete):
    (one,) = captures(name, corpus(f"pages/{name}"))
    assert (one.published, one.outlet, one.language, one.site, one.complete) == (
        published,
        outlet,
        language,
        site,
        complete,
    )
    for chrome in ("More From", "Copyright", "calendar", "|", "Related posts", "Image credit"):
        assert chrome not in one.text


def test_day_pages_of_the_tokyo_mirror(corpus):
    counts: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(corpus("kcna-cojp-days-odd-years.zip"))) as days:
        for name in days.namelist()[::7]:
            for one in read(name, days.read(name)):
                if isinstance(one, Refused):
                    counts["refused"] += 1
                    continue
                assert isinstance(one, Capture)
                assert one.published == date.fromisoformat(name[:10])
                assert one.title
                counts[one.language] += 1
                counts["with text"] += bool(one.text)
                counts["with dateline"] += one.dateline is not None
    assert counts["en"] > 1_000
    assert counts["es"] > 100
    assert counts["with dateline"] > 0.99 * counts["with text"]


@pytest.mark.parametrize(
    ("name", "count", "with_text"),
    [
        ("kcna-2011.jsonl.gz", 11_362, 11_362),
        ("headlines_2024-08-31.json", 749, 666),
        ("kcna-kp-2017-list.xml", 10, 0),
        ("kcna-kp-2026-ko.json", 6, 6),
        ("kcna-watch-listing-2011-07.txt.gz", 2_592, 0),
    ],
)
def test_data_files(corpus, name, count, with_text):
    raw = corpus(name)
    raw = gzip.decompress(raw) if name.endswith(".gz") else raw
    found = captures(name.removesuffix(".gz"), raw)
    assert len(found) == count
    assert sum(1 for one in found if one.text) == with_text
    assert all(one.published and one.language and (one.title or one.text) for one in found)
    assert len({one.locator for one in found}) == count


def test_new_year_addresses(corpus):
    found = {}
    with zipfile.ZipFile(io.BytesIO(corpus("newyear-ko-odd-years.zip"))) as years:
        for name in years.namelist():
            (found[name],) = captures(name, years.read(name))
    assert len(found) == 36
    assert {one.language for one in found.values()} == {"ko"}
    dated = [one for one in found.values() if one.published]
    assert len(dated) > 25
    days = {(one.published.month, one.published.day) for one in dated if one.published}
    assert days == {(1, 1), (12, 30)}  # in 1987 a speech of two days before stood for it
    noted = [one for one in found.values() if one.published and one.published.year < 2002]
    assert not any(one.text.startswith("해 제") for one in noted)
