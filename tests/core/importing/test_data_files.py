"""Data files are read record by record, and a broken record costs itself alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.importing.limits import LIMITS
from desktop_app.importing.readers import json_stream
from desktop_app.importing.records import Unreadable
from desktop_app.model.capture import Capture
from desktop_app.model.days import DayFrom
from tests.core.importing.conftest import captures, read, refused

TEXT = "Pyongyang, May 3 (KCNA) -- A fair of made-up goods opened at the Hall of Fairs. It goes on."
RECORD = {"title": "Fair Opens", "date": "2012-05-03", "body": TEXT}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps([RECORD, RECORD])),
        ("a.jsonl", json.dumps(RECORD) + "\n" + json.dumps(RECORD) + "\n"),
        ("a.json", json.dumps({"articles": {"x1": RECORD, "x2": RECORD}})),
        ("a.json", json.dumps({"x1": RECORD, "x2": RECORD})),
        ("a.json", json.dumps({"date": "2012-05-03", "articles": [RECORD, RECORD]})),
        ("a.json", json.dumps({"2012-05-03": {"articles": [RECORD, RECORD]}})),
        ("a.json", json.dumps([{"day": "2012-05-03", "items": [RECORD]}, {"items": [RECORD]}])),
        (
            "a.csv",
            f'title,date,body\nFair Opens,2012-05-03,"{TEXT}"\nFair Opens,3/5/2012,"{TEXT}"\n',
        ),
        (
            "a.tsv",
            f"headline\tdate\ttext\nFair Opens\t2012-05-03\t{TEXT}\n"
            f"Fair Opens\t1336003200000\t{TEXT}",
        ),
        ("a.csv", f'Fair Opens;2012-05-03;"{TEXT}"\nFair Opens;May 3, 2012;"{TEXT}"\n'),
    ],
)
def test_every_shape_of_data_file_gives_the_same_two_dispatches(name, content):
    both = captures(name, content)
    assert [(c.title, c.published, c.text) for c in both] == [
        ("Fair Opens", date(2012, 5, 3), TEXT)
    ] * 2
    assert len({c.locator for c in both}) == 2


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ({"headline": "title", "story_text": "text", "date": "day"}, 1336003200000),
        ({"제목": "title", "본문": "text", "날짜": "day"}, "2012년 5월 3일"),
        ({"Title": "title", "Content": "text", "Published": "day"}, "May 03, 2012"),
        ({"": "nothing", "title": "title", "story": "text", "date": "day"}, "2012-05-03 10:00:00"),
    ],
)
def test_columns_are_known_by_many_names(names, written):
    values = {"title": "Fair Opens", "text": TEXT, "day": written, "nothing": "7"}
    row = {column: values[meant] for column, meant in names.items()}
    (one,) = captures("a.json", json.dumps([row]))
    assert (one.title, one.published, one.published_from) == (
        "Fair Opens",
        date(2012, 5, 3),
        DayFrom.RECORD,
    )


def test_a_named_column_whose_content_does_not_fit_is_not_believed():
    row = {"date": "unknown to us", "published": "2012-05-03", "title": "Fair Opens", "body": TEXT}
    (one,) = captures("a.json", json.dumps([row]))
    assert one.published == date(2012, 5, 3)


def test_a_table_of_strange_columns_is_refused_until_they_are_named():
    table = "q0,q1,q2\n1,5,6\n"
    with pytest.raises(Unreadable, match="--map"):
        read("a.csv", table)
    (named,) = captures("a.csv", table, title="q1")
    assert named.title == "5"


def test_a_table_of_other_things_gives_no_dispatches():
    table = "name,office\nPak Made Up,minister of fairs\nRi Made Up,his deputy of long standing\n"
    with pytest.raises(Unreadable, match="No column is recognised"):
        read("people.csv", table)


def test_names_beside_days_of_office_are_no_dispatches():
    table = "who,posts,since\nPak Made Up,Minister of Fairs,2012-05-03\n" * 3
    with pytest.raises(Unreadable, match="No column is recognised"):
        read("officials.csv", table)


@pytest.mark.parametrize("title", ["title", "subject"])
def test_a_title_alone_is_no_dispatch(title):
    with pytest.raises(Unreadable, match="No column is recognised"):
        read("posts.csv", f"name,{title}\nPak Made Up,Minister\nRi Made Up,Deputy\n")


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([RECORD, None, RECORD]),
        json.dumps({"articles": {"x1": RECORD, "x2": RECORD}}, indent=1),
        json.dumps({"x1": RECORD, "x2": RECORD}),
        json.dumps({"date": "2012-05-03", "articles": [RECORD, RECORD], "count": 2}),
        json.dumps([{"day": "2012-05-03", "items": [RECORD]}, {"items": [RECORD]}]),
        json.dumps({"2012-05-03": {"articles": [RECORD]}, "2012-05-04": {"articles": [RECORD]}}),
        json.dumps([RECORD, {"title": "Bad"}, RECORD]).replace('"Bad"', "oops"),
        json.dumps([RECORD, RECORD, {"title": "Cut", "body": TEXT}])[:-9],
    ],
)
def test_json_larger_than_may_be_read_at_once_gives_the_same(content):
    at_once, streamed = read("a.json", content), read("a.json", content, SMALL)
    assert len(streamed) == len(at_once)
    assert [known_of(c) for c in streamed] == [known_of(c) for c in at_once]
    assert sum(isinstance(c, Capture) and c.text != "" for c in streamed) == 2


SMALL = replace(LIMITS, whole=10)


def known_of(one: Any) -> tuple[Any, ...]:
    if isinstance(one, Capture):
        return one.locator, one.title, one.text, one.published
    return one.locator, str(one.reason)


@given(st.integers(1, 400), st.integers(1, 300))
def test_a_record_may_lie_across_the_edge_of_what_is_looked_at(piece, cut):
    records = [{**RECORD, "title": f"Fair {n}", "number": n * 1000} for n in range(8)]
    content = json.dumps(records)[:-cut]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_PIECE", piece)
        found = captures("a.json", content, limits=SMALL)
    assert found == captures("a.json", content)


def test_content_alone_tells_the_long_column():
    (one,) = captures("a.csv", f"q1,q2,q3\nFair Opens Today,7,{TEXT.replace(',', '') * 4}\n")
    assert (one.title, one.text[:9]) == ("Fair Opens Today", "Pyongyang")


@given(st.sets(st.integers(0, 9), max_size=9))
def test_broken_lines_cost_themselves_alone(broken):
    lines = [json.dumps({**RECORD, "title": f"Fair {n}"}) for n in range(10)]
    for n in broken:
        lines[n] = lines[n][:-20]
    found = read("a.jsonl", "\n".join(lines)) if len(broken) < 10 else []
    assert [c.title for c in found if hasattr(c, "title")] == [
        f"Fair {n}" for n in range(10) if n not in broken
    ]
    assert len(found) == 10


@given(st.integers(1, 400))
def test_half_a_json_keeps_the_records_that_are_whole(cut):
    records = [{**RECORD, "title": f"Fair {n}"} for n in range(20)]
    content = json.dumps(records)
    found = read("a.json", content[:-cut])
    whole = content[:-cut].count('"}')
    assert [c.title for c in found if hasattr(c, "title")] == [f"Fair {n}" for n in range(whole)]


def test_a_broken_record_inside_an_array_costs_itself_alone():
    good = json.dumps(RECORD)
    content = f'[{good}, {{"title": "Bad", "date": oops}}, {good}]'
    assert len(captures("a.json", content)) == 2
    assert len(refused("a.json", content)) == 1


def test_empty_entries_of_a_day_page_are_told():
    page = {"date": "2013-08-01", "articles": [None, RECORD, {"title": "Only a Headline"}]}
    found = read("a.json", json.dumps(page))
    assert str(found[0].reason) == "The entry is empty."
    assert found[2].title == "Only a Headline"
    assert found[2].text == ""
    assert found[2].published == date(2013, 8, 1)


def test_ragged_rows_are_told_with_their_line():
    text = TEXT[:60].replace(",", "")
    rows = f"title,date,body\nA,2012-05-03,{text}\nB,too,many,cells\nC,2012-05-04\n"
    found = read("a.csv", rows)
    assert [getattr(one, "title", "") for one in found] == ["A", "", "C"]
    assert found[1].locator == "line 3"


def test_missing_values_are_none():
    rows = "title,text,date,url\nFair Opens,NA,2012-05-03,NA\n"
    (one,) = captures("a.csv", rows)
    assert (one.text, one.url) == ("", None)


def test_a_title_with_commas_is_divided_from_the_right():
    lines = (
        "제목: Fair Opens, Crowd, and All, 연도: July 01, 2011, "
        "URL: https://kcnawatch.xyz/newstream/1451890016-1/fair\n"
        "no such line\n"
    )
    one, other = read("a.txt", lines)
    assert (one.title, one.published, one.site) == (
        "Fair Opens, Crowd, and All",
        date(2011, 7, 1),
        "kcnawatch.org",
    )
    assert other.locator == "line 2"


def test_old_kcna_xml_joins_parallel_columns_by_place():
    def column(name: str, *values: str) -> str:
        return "".join(f"<{name}><![CDATA[{value}]]></{name}>" for value in values)

    xml = (
        "<?xml version='1.0' encoding='UTF-8'?><xsync><NMultiData>"
        + column("articleCode", "AR0000001", "AR0000002")
        + column("dispTitle", "<nobr><strong><font>某氏</font></strong></nobr>が視察", "夜会")
        + column("fCreateDate", "2017-07-07 07:20:35", "2017-07-08 07:20:35")
        + "</NMultiData></xsync>"
    )
    first, second = captures("a.xml", xml)
    assert (first.title, first.published, first.language) == ("某氏が視察", date(2017, 7, 7), "ja")
    assert second.published == date(2017, 7, 8)
    assert first.locator != second.locator
    assert second.language == "ja"  # told by the other titles: it has no kana of its own
    uneven = xml.replace("<fCreateDate><![CDATA[2017-07-08 07:20:35]]></fCreateDate>", "")
    assert len(refused("a.xml", uneven)) == 2


def test_an_article_of_old_kcna_xml_keeps_names_in_tags():
    xml = (
        "<xsync><NData><articleCode>AR0000009</articleCode><dispTitle><![CDATA[Fair]]></dispTitle>"
        "<articleCreateDate>2017.07.05</articleCreateDate><content><![CDATA[Pyongyang, July 5 "
        "(KCNA) -- <nobr><strong>Pak Made Up</strong></nobr> opened a fair.<br>It goes on. -0-]]>"
        "</content></NData></xsync>"
    )
    (one,) = captures("a.xml", xml)
    assert "Pak Made Up opened a fair." in one.text
    assert one.text.endswith("It goes on.")
    assert one.published == date(2017, 7, 5)


def test_lone_surrogates_and_zero_bytes_do_not_stop_a_record():
    (one,) = captures("a.jsonl", '{"title": "Fair \\ud83d opens", "text": "A\\u0000B \\udc00."}\n')
    assert one.title.encode()
    assert "\0" in one.text
