"""A table shows how it is understood before it is imported."""

from __future__ import annotations

import json
import zipfile

import pytest

from desktop_app.importing.preview import preview
from tests.core.importing.test_import import record


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "kopf,tag,worte\nFair Opens,2012-05-03,Some words.\n" * 1),
        (
            "a.jsonl",
            json.dumps({"kopf": "Fair Opens", "tag": "2012-05-03", "worte": "Some words."}),
        ),
    ],
)
def test_a_table_shows_its_columns_and_rows(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    found = preview(tmp_path / name)
    assert found is not None
    assert found.names == ("kopf", "tag", "worte")
    assert found.by_field["day"] == "tag"
    assert found.rows == (("Fair Opens", "2012-05-03", "Some words."),)


def test_a_member_of_an_archive_shows_its_own(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.jsonl", json.dumps({"q": 1}) + "\n")
        archive.writestr("two.jsonl", "".join(json.dumps(record(n)) + "\n" for n in range(90)))
    found = preview(tmp_path / "a.zip", "two.jsonl")
    assert found is not None
    assert found.by_field == {"title": "title", "day": "date", "text": "body"}
    assert len(found.rows) == 20


def test_what_is_no_table_shows_none(tmp_path):
    (tmp_path / "a.txt").write_text("Pyongyang, May 3 (KCNA) -- A fair opened.\n")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 no archive")
    assert preview(tmp_path / "a.txt") is None
    assert preview(tmp_path / "b.zip") is None
    assert preview(tmp_path / "none at all") is None
