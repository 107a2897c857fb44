"""What is kept once in the tables is told as often as ever."""

from datetime import UTC, datetime

from tests.conftest import capture_of, take

BODY = "Pyongyang, May 4 (KCNA) -- The premier saw a fish farm near the town of Sinpho. {more}"
LONGER = "He spoke with its workers about nets, boats and the weather of the coming summer months."


def captured(title, more, day, **known):
    text = BODY.format(more=LONGER + more)
    at = datetime(2023, 5, day, tzinfo=UTC)
    known = {"url": f"http://kcna.kp/{day}", **known}
    return capture_of(f"2023-05-04 {title}", text, captured_at=at, captured_from="file", **known)


def test_each_text_keeps_its_title_when_the_article_takes_that_of_an_earlier_capture(library):
    later = captured("Premier Sees Farm", " It was his second visit.", 9)
    earlier = captured("Premier at Fish Farm", " It was his first visit.", 5)
    ((one,), (other,)) = (take(library, "9", [later]), take(library, "5", [earlier]))
    assert one.article == other.article
    article = library.article(one.article)
    assert article.row.title == "Premier at Fish Farm"
    assert [version.title for version in article.versions] == [
        "Premier at Fish Farm",
        "Premier Sees Farm",
    ]


def test_an_article_has_the_address_of_its_first_capture(library):
    capture = captured("Premier Sees Farm", "", 5)
    (one,) = take(library, "5", [capture])
    take(library, "9", [captured("Premier Sees Farm", "", 9)])
    (row,) = library.rows([one.article])
    assert row.url == capture.url
    assert [c.url for c in library.article(one.article).captures] == [
        "http://kcna.kp/5",
        "http://kcna.kp/9",
    ]
