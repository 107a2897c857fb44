"""Every row's words lie in the stored text: the name is quoted, the sentence says its role."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from desktop_app.reading.lines import read_record

SHARED = Path(__file__).parents[4] / "shared"
DEVELOPMENT = sorted((SHARED / "gold").glob("dev-*.texts.jsonl"))
DAYS = SHARED / "corpus" / "kcna-cojp-days-odd-years.zip"
EVERY_DAY = 40  # one of so many days: some 330 dispatches of ten years

MADE_UP = [
    "Pyongyang, May 3 (KCNA) -- The respected ComradeRi Un Sil1 met HEIvan Petrov here.",
    "Pyongyang, May 3 (KCNA) -- Leader Kim Jong Ilmet  Ivan\r\nPetrov,\tminister of  Forestry.",
    "&nbsp;&nbsp;&nbsp;Pyongyang, May 3 (KCNA) -- Present there were Ri Un Sil, minister of"
    " Forestry,&nbsp;Pak Il Ho = Om Chol=and others.",
    "PYONGYANG, MAY 3 (KCNA) -- SECRETARY RI UN SIL MET\r\nIVAN PETROV, MINISTER OF FORESTRY.",
]


def folded(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())


def check_spans(record: dict[str, str]) -> int:
    """Check the law for each row of a dispatch; return how many rows it has."""
    text = record["text"]
    rows = read_record(record)["participants"]
    for row in rows:
        quoted = {"name": "", "title": "", "trigger": ""}
        for span in row["spans"]:
            assert 0 <= span["start"] < span["end"] <= len(text), row
            quoted[span["part"]] += text[span["start"] : span["end"]]
        assert any(folded(part) in folded(quoted["name"]) for part in row["name"].split()), row
        assert folded(quoted["name"]) in folded(row["sentence"]), row
        assert bool(row["title"]) == bool(quoted["title"].strip()), row
        if not row["from"].endswith(": known"):
            assert folded(quoted["trigger"]) in folded(row["sentence"]), row
    return len(rows)


def test_names_are_quoted_from_text_that_had_to_be_mended():
    rows = [check_spans({"text": text, "date": "2009-05-03"}) for text in MADE_UP]
    assert all(rows)


@pytest.mark.skipif(not DEVELOPMENT, reason="the labelled sets are not beside the checkout")
def test_names_are_quoted_from_every_dispatch_of_the_development_sets():
    records = [json.loads(line) for path in DEVELOPMENT for line in path.read_text().splitlines()]
    assert sum(check_spans(record) for record in records) > 400


@pytest.mark.skipif(not DAYS.is_file(), reason="the corpus is not beside the checkout")
def test_names_are_quoted_from_dispatches_of_twenty_years():
    rows = 0
    with zipfile.ZipFile(DAYS) as days:
        for name in sorted(n for n in days.namelist() if n.endswith(".json"))[::EVERY_DAY]:
            day = json.loads(days.read(name))
            for article in filter(None, day["articles"]):
                if article.get("content"):
                    rows += check_spans({"text": article["content"], "date": day["date"]})
    assert rows > 100
