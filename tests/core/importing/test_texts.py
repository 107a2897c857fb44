"""Pages saved as text give their dispatches, without what the page printed round them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop_app.importing.outlets.settle import DAYS_DIFFER, TITLES_DIFFER
from desktop_app.model.capture import Listing
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


def test_a_copy_in_a_web_archive_is_told_by_the_address_inside():
    url = "http://kcna.co.jp/item/2002/200207/news07/09.htm"
    archive = "https://web.archive.org/web/20110902012451/"
    (one,) = captures("saved.txt", f"{archive}{url}\n\nFair Opens\n\n{DISPATCH}\n")
    assert one.url == url
    assert (one.site, one.outlet) == ("kcna.co.jp", "KCNA")
    assert (one.published, one.published_from) == (date(2002, 7, 9), DayFrom.URL)
    assert one.captured_at == datetime(2011, 9, 2, 1, 24, 51, tzinfo=UTC)
    assert one.captured_from == "web archive"


def test_a_page_of_the_internet_archive_is_read_without_its_bar():
    page = (
        "<html><head><link rel='canonical' href='https://web.archive.org/web/20140310101112/"
        "http://www.kcna.kp/fair'></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT -->"
        "<p>12 captures, Pyongyang, May 9 (KCNA) -- a bar</p><!-- END WAYBACK TOOLBAR INSERT -->"
        f"<h2>Fair Opens</h2><p>{DISPATCH.replace(chr(10), '</p><p>')}</p>"
        "<a href='/web/20140310101112/http://www.kcna.kp/en/article/q/facade00facade00facade00"
        "facade00.kcmsf'>Another Fair</a></body></html>"
        "<!-- FILE ARCHIVED ON 10:11:12 Mar 10, 2014 AND RETRIEVED -->"
    )
    (one,) = captures("saved.html", page)
    assert (one.title, one.text) == ("Fair Opens", DISPATCH)
    assert (one.site, one.url) == ("kcna.kp", "http://www.kcna.kp/fair")
    assert one.captured_at == datetime(2014, 3, 10, 10, 11, 12, tzinfo=UTC)
    assert [mention.url for mention in one.mentions] == [
        "http://www.kcna.kp/en/article/q/facade00facade00facade00facade00.kcmsf"
    ]


def test_lines_that_mail_broke_are_paragraphs_again():
    text = (
        "Fair Opens\n\n    Pyongyang, May 3 (KCNA) -- A fair of made-up goods opened at the\n"
        "Hall of Fairs.\n    Pak Made Up, chairman of the\nMade Up Society, spoke there.\n"
    )
    (one,) = captures("saved.txt", text)
    assert one.text.split("\n") == [
        "Pyongyang, May 3 (KCNA) -- A fair of made-up goods opened at the Hall of Fairs.",
        "Pak Made Up, chairman of the Made Up Society, spoke there.",
    ]


def test_a_list_of_headlines_with_days_is_no_dispatch():
    lines = [f"  • Fair Number {n} Opens [2023-01-0{n}]" for n in range(1, 6)]
    (one,) = read("front.txt", "\n".join(["The Front Page", *lines, "A line of its own."]))
    assert isinstance(one, Listing)
    assert [mention.day for mention in one.mentions] == [date(2023, 1, n) for n in range(1, 6)]
    assert one.mentions[0].first_words == "Fair Number 1 Opens"


def test_a_line_between_title_and_text_parts_no_dispatch_from_its_title():
    text = "".join(
        f"Fair {n} Opens\n\nSubmitted by KCNA on\n\nPyongyang, May {n} (KCNA) -- It opened.\n\n"
        for n in (3, 4)
    )
    assert [one.title for one in captures("page.txt", text)] == ["Fair 3 Opens", "Fair 4 Opens"]


def test_the_outlet_and_day_that_close_a_copy_are_read():
    (one,) = captures("copy.txt", f"Fair Opens\n\n{BODY}\n\n(KCNA - October 29, 2019)\n")
    assert (one.outlet, one.published, one.text) == ("KCNA", date(2019, 10, 29), BODY)


def test_the_frame_of_a_board_is_no_text():
    text = (
        "새솔상점이 문을 열었다\n페이지 정보\n"
        "작성자 홍만든 작성일13-02-11 08:27 댓글0건관련링크\n본문\n"
        "새솔상점이 평양에서 문을 열었다. 홍만든이 연설하였다.\n상점은 크다.\n"
    )
    (one,) = captures("board.txt", text)
    assert one.title == "새솔상점이 문을 열었다"
    assert one.text.startswith("새솔상점이 평양에서")


def test_the_moment_at_which_a_headline_was_sent_is_its_day_and_not_its_title():
    (one,) = captures("a.txt", f"Fair Opens<whole text>  2005/01/01 08:17송고\n{BODY}\n")
    assert (one.title, one.published) == ("Fair Opens<whole text>", date(2005, 1, 1))
