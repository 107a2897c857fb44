"""The ledger tells no more than the captures prove."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop_app.analysis.ledger import LedgerRow, ledger_rows
from desktop_app.exporting.ledger import write_ledger_csv
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.messages import ENGLISH
from desktop_app.model.capture import Capture, Listing, Mention
from desktop_app.model.days import DayFrom
from desktop_app.model.ledger import ChangeKind
from desktop_app.query.grammar import parse
from tests.conftest import capture_of, take

TEXT = (
    "Pyongyang, May 4 (KCNA) -- Premier Chon Ryong Su visited the Saesol Cement Complex on Friday."
    " He went round the kilns and the nursery, and asked how the builders of the quarry live."
    "\nHe was accompanied by Pae Un Sil and Ryom Kwang Jo."
)
SHORTER = TEXT.replace(" and Ryom Kwang Jo", "")
EARLY, LATE = datetime(2023, 6, 1, tzinfo=UTC), datetime(2024, 6, 1, tzinfo=UTC)


def ledger(library: Library, query: str = "") -> list[LedgerRow]:
    return list(ledger_rows(library, library.find(parse(query).query), Job()))


def twice(library: Library, first: datetime | None, second: datetime | None, **more: Any) -> None:
    take(library, "first", [capture_of("2023-05-04 Visit", TEXT, captured_at=first)])
    take(library, "second", [capture_of("2023-05-04 Visit", SHORTER, captured_at=second, **more)])


def test_a_later_text_of_one_site_is_an_edit_and_the_lost_name_is_told(library):
    twice(library, EARLY, LATE)
    (row,) = ledger(library)
    assert row.entry.kind is ChangeKind.EDITED
    assert (row.entry.last_seen, row.entry.noticed) == (EARLY, LATE)
    assert str(row.difference.words()) == "Ryom Kwang Jo removed from the roster"
    assert row.difference.removed == ("and Ryom Kwang Jo",)
    assert "until 2023-06-01 00:00 and the later one from 2024-06-01 00:00" in str(row.known)
    assert ledger(library, "is:edited") == [row]
    assert ledger(library, "-is:edited") == []


def test_taken_in_the_other_order_it_is_the_same_edit(library):
    take(library, "second", [capture_of("2023-05-04 Visit", SHORTER, captured_at=LATE)])
    take(library, "first", [capture_of("2023-05-04 Visit", TEXT, captured_at=EARLY)])
    (row,) = ledger(library)
    assert row.difference.left == ("Ryom Kwang Jo",)


@pytest.mark.parametrize("second", [None, EARLY])
def test_without_an_order_no_edit_is_said(library, second):
    twice(library, EARLY, second)
    (row,) = ledger(library)
    assert row.entry.kind is ChangeKind.ORDER_UNKNOWN
    assert not len(library.find(parse("is:edited").query))


def test_another_site_is_a_variant(library):
    twice(library, EARLY, LATE, site="copies.example")
    (row,) = ledger(library)
    assert row.entry.kind is ChangeKind.VARIANT
    assert "kcna.kp and copies.example" in str(row.known)


def test_a_text_that_came_back_is_not_called_the_present_one(library):
    twice(library, EARLY, LATE)
    again = datetime(2025, 6, 1, tzinfo=UTC)
    take(library, "third", [capture_of("2023-05-04 Visit", TEXT + " ", captured_at=again)])
    (row,) = ledger(library)
    assert "captured again on 2025-06-01" in str(row.not_known)


# What is gone

TITLES = ("Fair Opens", "Quarry Widened", "Choir Sings", "Bridge Repaired", "Herons Return")


def saved(number: int, **more: Any) -> Capture:
    values: dict[str, Any] = {
        "locator": f"line {number}",
        "site": "kcna.co.jp",
        "published_from": DayFrom.URL,
        "url": f"http://www.kcna.co.jp/item/2011/201105/news04/20110504-0{number}ee.html",
        "address_is_its_own": True,
        "captured_at": EARLY,
    }
    text = f"The {TITLES[number]} was told of by the {TITLES[number]} people of county {number}."
    return capture_of(f"2011-05-04 {TITLES[number]}", text, **values | more)


def index_of(*numbers: int, at: datetime | None, complete: bool = True) -> Listing:
    return Listing(
        "kcna.co.jp",
        date(2011, 5, 4),
        complete,
        tuple(Mention(TITLES[n], date(2011, 5, 4), str(saved(n).url)) for n in numbers),
        at,
    )


Put = Callable[[Listing], None]


@pytest.fixture
def put(library: Library) -> Put:
    """Five dispatches of a day, captured early; then a listing of that day."""
    take(library, "day", [saved(number) for number in range(5)])

    def puts(listing: Listing) -> None:
        with library.taking("listing") as taking:
            taking.listing(1, listing)

    return puts


def test_deleted_is_said_where_a_later_complete_listing_of_the_day_lacks_it(library, put):
    put(index_of(0, 1, 2, 4, at=LATE))
    (row,) = ledger(library)
    assert (row.entry.kind, row.article.title) == (ChangeKind.DELETED, "Bridge Repaired")
    assert "names 4 others of that day and lacks it: deleted" in str(row.known)


@pytest.mark.parametrize(
    "listing",
    [
        index_of(0, 1, 2, 4, at=None),
        index_of(0, 1, 2, 4, at=datetime(2023, 5, 1, tzinfo=UTC)),
        index_of(0, 1, 2, 4, at=LATE, complete=False),
        index_of(0, 1, at=LATE),
        index_of(0, 1, 2, 3, 4, at=LATE),
    ],
    ids=["no time", "earlier", "not complete", "names too few", "names it"],
)
def test_deleted_is_not_said_where_it_is_not_proved(library, put, listing):
    put(listing)
    assert ledger(library) == []


def test_what_a_later_thorough_crawl_lacks_was_not_seen_again_and_no_more(library):
    take(library, "day", [saved(number) for number in range(5)])
    take(library, "again", [saved(number, captured_at=LATE) for number in (0, 1, 2, 4)])
    (row,) = ledger(library)
    assert (row.entry.kind, row.article.title) == (ChangeKind.NOT_SEEN_AGAIN, "Bridge Repaired")
    assert (row.entry.again, row.entry.others) == (4, 4)
    assert "deleted" not in str(row.known)


@pytest.mark.parametrize("again", [(), (0, 1)])
def test_a_crawl_that_is_not_thorough_says_nothing(library, again):
    take(library, "day", [saved(number) for number in range(5)])
    take(library, "again", [saved(number, captured_at=LATE) for number in again])
    assert ledger(library) == []


def test_the_csv_holds_every_row(library, put, tmp_path):
    twice(library, EARLY, LATE)
    put(index_of(0, 1, 2, 4, at=LATE))
    rows = ledger(library)
    assert write_ledger_csv(rows, tmp_path / "ledger.csv", ENGLISH.say) == 2
    with (tmp_path / "ledger.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert [one["what"] for one in written] == ["edited", "deleted"]
    assert written[0]["names_removed"] == "Ryom Kwang Jo"
