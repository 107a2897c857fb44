"""The ledger follows the search, filters by kind, and a click shows what changed."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.library.library import Library
from tests.conftest import capture_of, take
from tests.ui.conftest import Search, settled
from tests.ui.test_changes import TEXT
from ui.ledger.ledger_window import LedgerWindow
from ui.main_window import MainWindow


@pytest.fixture
def ledger(window: MainWindow, library: Library, qtbot: QtBot) -> LedgerWindow:
    """The window over three changed dispatches: two edits and a variant."""
    for place, title in enumerate(("Visit", "Tour", "Walk")):
        day = 4 + 8 * place
        text = TEXT.replace("May 4", f"May {day}")
        site = "copies.example" if title == "Walk" else "kcna.kp"
        first = capture_of(f"2023-05-{day:02} {title}", text, captured_at=at(2023))
        later = text.replace(" and Ryom Kwang Jo", "")
        second = capture_of(first_line(first), later, captured_at=at(2024), site=site)
        take(library, f"{title} 1", [first])
        take(library, f"{title} 2", [second])
    window.commands.show_ledger()
    settled(window, qtbot)
    assert window.commands.ledger is not None
    return window.commands.ledger


def at(year: int) -> datetime:
    return datetime(year, 6, 1, tzinfo=UTC)


def first_line(capture: object) -> str:
    return f"{capture.published.isoformat()} {capture.title}"  # type: ignore[attr-defined]


def cells(ledger: LedgerWindow) -> list[list[str]]:
    model = ledger.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_rows_say_what_changed_and_sort_and_filter(
    window: MainWindow, ledger: LedgerWindow, search: Search, qtbot: QtBot
) -> None:
    assert [row[2] for row in cells(ledger)] == ["variant", "edited", "edited"]
    settled(window, qtbot)
    assert {row[3] for row in cells(ledger)} == {"Ryom Kwang Jo removed from the roster"}
    ledger.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in cells(ledger)] == ["Tour", "Visit", "Walk"]
    ledger.kind.setCurrentIndex(ledger.kind.findData("edited"))
    ledger.kind.activated.emit(ledger.kind.currentIndex())
    assert [row[1] for row in cells(ledger)] == ["Tour", "Visit"]
    search("date:2023-05-04")
    assert [row[1] for row in cells(ledger)] == ["Visit"]


def test_a_click_opens_the_two_versions(
    window: MainWindow, ledger: LedgerWindow, qtbot: QtBot
) -> None:
    ledger.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    ledger.table.setCurrentIndex(ledger.rows.index(1, 0))
    ledger.table.clicked.emit(ledger.rows.index(1, 0))
    settled(window, qtbot)
    assert window.article.heading.title.text() == "Visit"
    assert window.article.changes.isVisible()
    assert "until 2023-06-01" in ledger.known.text()
    assert "[−and Ryom Kwang Jo]" in window.article.changes.text.toPlainText()


def test_what_is_filtered_is_what_is_saved(
    window: MainWindow, ledger: LedgerWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    ledger.kind.setCurrentIndex(ledger.kind.findData("variant"))
    ledger.save(tmp_path / "changes.csv")
    settled(window, qtbot)
    with (tmp_path / "changes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["what"] for row in csv.DictReader(file)] == ["variant"]


def test_a_ledger_without_a_line_says_what_it_would_take(
    ledger: LedgerWindow, search: Search
) -> None:
    assert ledger.known.text().startswith("Choose a row")
    search("nobody")
    assert ledger.rows.rowCount() == 0
    assert ledger.known.text().startswith("Nothing of it was changed")
