"""Pages saved as text give their dispatches, without what the page printed round them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop_app.importing.outlets.settle import DAYS_DIFFER, TITLES_DIFFER
from desktop_app.model.days import DayFrom, MonthDay
from tests.core.importing.conftest import captures, read

BODY = "A fair of made-up goods opened at the Hall of Fairs.\nPak Made Up spoke there."
DISPATCH = f"Pyongyang, May 3 (KCNA) -- {BODY}"
TEASERS = (
    "More From KCNA.kp (En)\n"
    "Pyongyang, March 16 (KCNA) -- Trees were planted by the\nMarch 16, 2026\n"
    "Pyongyang, March 16 (KCNA) -- Trees were planted by the\n"
    "Pyongyang, March 15 (KCNA) -- A bridge of the\nMarch 15, 2026\n"
    "Pyongyang, March 15 (KCNA) -- A bridge of the\nMore Articles\n"
)


def test_a_bare_capture_of_kcna_watch_is_one_dispatch_with_mentions():
    text = f"{DISPATCH} -0-\nwww.kcna.kp (Juche112.5.3.)\n{TEASERS}"
    (one,) = captures("saved.txt", text)
    assert one.text == DISPATCH
    assert (one.published, one.published_from) == (date(2023, 5, 3), DayFrom.JUCHE)
    assert (one.outlet, one.site, one.title) == ("KCNA", "kcnawatch.org", "")
    assert [m.day for m in one.mentions] == [date(2026, 3, 16), date(2026, 3, 15)]
    assert (one.captured_at, one.captured_from) == (datetime(2026, 3, 16, tzinfo=UTC), "teasers")
    assert one.dateline is not None
    assert one.dateline.place == "Pyongyang"


def test_without_the_line_of_the_day_the_year_stays_unknown():
    (one,) = captures("saved.txt", f"{DISPATCH} -0-\n{TEASERS}")
    assert one.published is None
    assert one.dateline is not None
    assert one.dateline.day == MonthDay(5, 3)


def test_a_headed_capture_of_kcna_watch_gives_title_outlet_and_both_days():
    text = (
        "December 09, 20239 December 2023\nKCNA Minju Choson (EN)\n\nFair Opens\n\n"
        "Date: 03/05/2021 | Source: Minju Choson (EN) | Read original version at source\n\n"
        f"{DISPATCH}\n"
    )
    (one,) = captures("saved.txt", text)
    assert (one.title, one.outlet, one.text) == ("Fair Opens", "Minju Joson", DISPATCH)
    assert (one.published, one.published_from) == (date(2021, 5, 3), DayFrom.PAGE)
    assert one.captured_at == datetime(2023, 12, 9, tzinfo=UTC)


@pytest.mark.parametrize("bars", ["", " |"])
def test_a_page_of_the_tokyo_mirror_gives_the_day_of_its_calendar(bars):
    text = (
        f"calendar>>May 4. 2014 Juche 103{bars}\nFair Opens\n{bars}\n{DISPATCH}{bars}\n"
        f"Copyright (C) KOREA NEWS SERVICE(KNS) All Rights Reserved.\n{bars}\n"
    )
    (one,) = captures("saved.txt", text)
    assert (one.title, one.text, one.site) == ("Fair Opens", DISPATCH, "kcna.co.jp")
    assert (one.published, one.published_from) == (date(2014, 5, 4), DayFrom.PAGE)


def test_a_korean_page_names_its_outlet_and_day_above_the_title():
    text = (
        "주체110(2021)년 1월 14일 《우리 민족끼리》\n지어낸 제목\n지어낸 글이 여기에 있다.\n"
        "둘째 줄도 있다.\n목록으로\n"
    )
    (one,) = captures("saved.txt", text)
    assert (one.outlet, one.title, one.language) == ("Uriminzokkiri", "지어낸 제목", "ko")
    assert one.published == date(2021, 1, 14)
    assert one.text == "지어낸 글이 여기에 있다.\n둘째 줄도 있다."


def test_the_editors_note_of_a_new_year_collection_is_not_the_text():
    note = "해 제\n\n남의 설명이다.\n\n원 문\n\n"
    text = f"지어낸 길로\n\n- 1960년 01월 01일 \n{note}동지들! 새해를 축하한다.\n"
    (one,) = captures("1960.txt", text)
    assert (one.title, one.text) == ("지어낸 길로", "동지들! 새해를 축하한다.")
    assert one.published == date(1960, 1, 1)


def test_several_dispatches_in_one_file_part_at_their_titles():
    text = "\n\n".join(
        f"Fair {n} Opens\n\nPyongyang, May {n} (KCNA) -- Fair {n} opened.\nIt goes on."
        for n in (1, 2, 3)
    )
    found = captures("2011/all.txt", text)
    assert [(c.title, c.published) for c in found] == [
        (f"Fair {n} Opens", date(2011, 5, n)) for n in (1, 2, 3)
    ]
    assert [c.text.splitlines()[-1] for c in found] == ["It goes on."] * 3
    assert len({c.locator for c in found}) == 3


def test_a_second_dateline_inside_a_text_divides_nothing():
    text = f"{DISPATCH}\nPyongyang, May 3 (KCNA) -- Another report was made in the same text."
    assert len(captures("saved.txt", text)) == 1


@pytest.mark.parametrize(
    ("name", "day", "day_from"),
    [
        ("2011/x.txt", date(2011, 5, 3), DayFrom.DATELINE),
        ("2011-05-05.txt", date(2011, 5, 3), DayFrom.DATELINE),
        ("x.txt", None, None),
    ],
)
def test_a_folder_or_file_name_may_give_a_dateline_its_year(name, day, day_from):
    (one,) = captures(name, DISPATCH)
    assert (one.published, one.published_from) == (day, day_from)


def test_titles_that_differ_and_days_that_differ_are_doubts():
    record = (
        '[{"title": "Bridge Built in the North", "date": "2011-07-01", "text": '
        '"Fair Opens\\n' + DISPATCH.replace("\n", "\\n") + '"}]'
    )
    (one,) = captures("a.json", record)
    assert (one.title, one.second_title) == ("Fair Opens", "Bridge Built in the North")
    assert set(one.doubts) == {TITLES_DIFFER, DAYS_DIFFER}


def test_words_of_a_page_inside_a_paragraph_are_text():
    text = f"{DISPATCH}\nThey sang HOME and read Browse and went BACK HOME together.\nBACK\nHOME\n"
    (one,) = captures("saved.txt", text)
    assert one.text.endswith("went BACK HOME together.")


def test_a_text_that_stops_in_a_sentence_is_cut_short():
    (one,) = captures(
        "saved.txt", DISPATCH + "\nIn the evening the guests of the fair were shown to"
    )
    assert not one.complete
    (other,) = captures("saved.txt", DISPATCH)
    assert other.complete


def test_chrome_alone_is_refused():
    (one,) = read("saved.txt", "BACK\nHOME\n\nPAST NEWS\n")
    assert "no dispatch" in str(one.reason)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fair opened in the hall.", "en"),
        ("Se abrio la feria en la capital y hablaron los dirigentes.", "es"),
        ("Se efectuo exposicion nacional", "es"),
        ("전람회가 열리였다.", "ko"),
        ("展覧会が開かれた。", "ja"),
        ("展览会在平壤开幕", "zh"),
        ("Открылась выставка", "ru"),
        ("김정은이 Fair를 보시였다", "ko"),
    ],
)
def test_the_language_is_told_by_the_text(text, language):
    (one,) = captures("a.json", f'[{{"title": "", "text": "{text}", "language": "en"}}]')
    assert one.language == language
