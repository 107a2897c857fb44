"""Pictures of every main view, from the made-up sample library, without a screen."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QPoint,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from desktop_app.errors import UserError
from desktop_app.library import correcting, marking, noting
from desktop_app.messages import message
from desktop_app.model.shelf import Shelf
from desktop_app.paths import Paths
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from ui import language
from ui.app import Application
from ui.main_window import MainWindow
from ui.manual import Manual
from ui.sample import sample_texts
from ui.shortcuts import ShortcutSheet

LAPTOP, DESK = QSize(1280, 800), QSize(1920, 1080)
PATIENCE = 120.0  # seconds for the sample to be read on a slow machine


@dataclass(frozen=True, slots=True)
class View:
    """One picture: what is done to the window before it is taken, and at which size."""

    name: str
    prepare: Callable[[Studio], QWidget | None]
    size: QSize = LAPTOP
    sharp: tuple[int, ...] = (1, 2)  # at 100 and at 200 %


@dataclass(frozen=True, slots=True)
class Sitting:
    """Which views are taken in which theme and language."""

    theme: str
    language: str
    views: tuple[View, ...]

    def named(self, view: View, only: Collection[str]) -> dict[str, int]:
        """Return the pictures of ``view`` with their sharpness; of them ``only`` these, if any."""
        every = {
            f"{view.name}-{self.theme}-{self.language}{'@2x' if sharp > 1 else ''}": sharp
            for sharp in view.sharp
        }
        return {name: sharp for name, sharp in every.items() if not only or name in only}


def write(target: Path, only: Collection[str] = ()) -> int:
    """Write every picture into ``target``, or ``only`` those of these names."""
    if not all(path.exists() for path in sample_texts()):
        raise UserError(
            message("The sample library did not come with this Dateline."),
            message("Install Dateline again."),
        )
    target.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(leave_out_what_no_screen_means)
    application = Application()
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        home = Path(folder)
        for number, sitting in enumerate(SITTINGS):
            views = [view for view in sitting.views if sitting.named(view, only)]
            if not views:
                continue
            paths = Paths(home / "config", home / "libraries", home / f"state-{number}")
            application.speak(sitting.language)
            application.appearance.choose(sitting.theme)
            studio = Studio(application, paths)
            for view in views:
                names = sitting.named(view, only)
                studio.take(view, {target / f"{name}.png": names[name] for name in names})
            studio.close()
    return 0


def leave_out_what_no_screen_means(_: QtMsgType, __: QMessageLogContext, text: str) -> None:
    """Pass Qt's messages on, but for the one that it repeats where there is no screen."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


class Studio:
    """A window to be photographed."""

    def __init__(self, application: Application, paths: Paths) -> None:
        self.application = application
        self.window = MainWindow(paths, application.appearance)
        self.window.build()
        self.window.resize(LAPTOP)
        self.window.show()

    def settle(self, least: float = 0.15) -> None:
        """Let the window answer everything it was asked."""
        start = time.monotonic()
        while time.monotonic() - start < PATIENCE:
            self.application.processEvents()
            quiet = self.window.jobs.idle and not self.window.state.refreshing
            if quiet and time.monotonic() - start > least:
                return
            time.sleep(0.005)

    def take(self, view: View, files: Mapping[Path, int]) -> None:
        """Prepare one view and photograph it, into each file with its sharpness."""
        self.window.resize(view.size)
        shown = view.prepare(self) or self.window
        self.settle()
        for file, sharp in files.items():
            picture = QPixmap(shown.size() * sharp)
            picture.setDevicePixelRatio(sharp)
            picture.fill(Qt.GlobalColor.transparent)
            shown.render(picture, QPoint())
            picture.save(str(file))
        if shown is not self.window and shown.isWindow():
            shown.close()

    def ask(self, text: str) -> None:
        """Ask a query and read the first dispatch with a roster that it finds."""
        self.window.state.ask(parse(text).query if text else Query())
        self.settle()
        self.window.list.scrollToTop()
        self._read_a_roster()

    def _read_a_roster(self) -> None:
        rows = self.window.list.rows
        for place in range(min(40, rows.rowCount())):
            row = rows.row_at(place)
            if row is not None and row.people >= 6 and row.language == language.spoken():
                self.window.list.setCurrentIndex(rows.index(place, 1))
                break
        else:
            self.window.list.step(0)
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.application.processEvents()


def _welcome(studio: Studio) -> None:
    studio.window.libraries.close()


def _browser(studio: Studio) -> None:
    if not studio.window.libraries.sample_is_open:
        studio.window.libraries.open_sample()
        studio.settle(0.5)
        studio.window.notice_line.hide()
    studio.ask("")


def _search(studio: Studio) -> None:
    _browser(studio)
    _text(studio)
    people = studio.window.state.library
    assert people is not None
    first = people.facet(studio.window.state.result, "person")[0]
    studio.ask(f'person:"{first.value}" date:2023')
    table = studio.window.article.participants
    rows = [at for at, line in enumerate(table.lines.lines) if line.row is not None]
    if len(rows) > 2:
        table.setCurrentIndex(table.lines.index(rows[2], 1))


def _person(studio: Studio) -> None:
    _browser(studio)
    library = studio.window.state.library
    assert library is not None
    first = library.facet(studio.window.state.result, "person")[0]
    studio.window.people.open_named(first.value)
    studio.settle()


def _same(studio: Studio) -> QWidget | None:
    _person(studio)
    library = studio.window.state.library
    assert library is not None
    second = library.facet(studio.window.state.result, "person")[1]
    studio.window.people.deciding.weigh_named(second.value)
    studio.settle()
    return studio.window.people.deciding.dialog


def _part(studio: Studio) -> QWidget | None:
    _person(studio)
    studio.window.people.deciding.ask_part()
    dialog = studio.window.people.deciding.dialog
    studio.settle()
    return dialog


def _saved(studio: Studio) -> None:
    _browser(studio)
    if not studio.window.searches.all:
        for text in ("kind:talks date:2023", 'text:"Karland" OR title:Karland', "is:edited"):
            studio.window.state.ask(parse(text).query)
            studio.settle()
            studio.window.searches.save()
            studio.settle()
            studio.window.list.setFocus()
    studio.ask("is:edited")


def _day(studio: Studio) -> None:
    _browser(studio)
    day = max(studio.window.state.result.by_day)
    studio.ask(f"date:{day.isoformat()}")


def _nothing(studio: Studio) -> None:
    _browser(studio)
    studio.ask("spaceport xylophone")


def _original(studio: Studio) -> None:
    _browser(studio)
    studio.window.article.show_tab("original")
    studio.settle()


def _text(studio: Studio) -> None:
    studio.window.article.show_tab("text")


def _own_work(studio: Studio) -> None:
    """Stars, tags, a note and a confirmed row: what a user leaves on dispatches."""
    _browser(studio)
    library, shown = studio.window.state.library, studio.window.article.article
    assert library is not None
    assert shown is not None
    ids = [int(one) for one in studio.window.state.result.ids[:4]]
    rows = [row for event in shown.events for row in event.participants]
    marking.star(library, ids[:2])
    marking.label(library, Shelf.TAG, [*ids[1:], shown.row.id], add=["nuclear", "to check"])
    marking.colour_tag(library, "nuclear", "#A3241A")
    if not shown.notes:
        noting.add_note(library, shown.row.id, "Compare with the Rodong version of the day.")
    correcting.confirm_rows(library, shown, rows[:2])
    studio.settle(1.5)
    studio.window.article.show_tab("notes")


def _tags(studio: Studio) -> QWidget | None:
    _own_work(studio)
    studio.window.marks.tag()
    return studio.window.marks.box


def _palette(studio: Studio) -> None:
    _text(studio)
    _browser(studio)
    studio.window.palette_box.open()
    studio.window.palette_box.edit.setText("da")


def _keys(studio: Studio) -> QWidget:
    studio.window.palette_box.hide()
    sheet = ShortcutSheet(studio.window)
    sheet.show()
    return sheet


def _export(studio: Studio) -> QWidget | None:
    studio.window.exporter.ask()
    return studio.window.exporter.dialog


def _print(studio: Studio) -> QWidget | None:
    _browser(studio)
    studio.window.printing.ask()
    return studio.window.printing.dialog


def _settings(studio: Studio) -> QWidget:
    studio.window.commands.show_settings()
    return studio.window.commands.settings


def _set_keys(studio: Studio) -> QWidget:
    studio.window.commands.show_settings()
    dialog = studio.window.commands.settings
    dialog.turn_to(dialog.keys)
    return dialog


def _manual(studio: Studio) -> QWidget:
    manual = Manual(studio.window.appearance, studio.window)
    manual.show()
    manual.search.setText("Ctrl+S")
    return manual


def _report(studio: Studio) -> QWidget | None:
    studio.window.importer.show_reports()
    return studio.window.importer.report_window


def _rules(studio: Studio) -> QWidget | None:
    _browser(studio)
    studio.window.commands.show_rules()
    dialog = studio.window.commands.rules
    if dialog is not None:
        dialog.name.setText("Edited with Kim Jong Un")
        dialog.question.setText('person:"Kim Jong Un" versions:>1')
        dialog.star.setChecked(True)
        dialog.tags.setText("to check")
        dialog.try_out.click()
    return dialog


def _ledger(studio: Studio) -> QWidget | None:
    _browser(studio)
    studio.window.commands.show_ledger()
    studio.settle()
    window = studio.window.commands.ledger
    if window is not None and window.rows.rowCount():
        window.table.selectRow(0)
        studio.settle()
    return window


def _changes(studio: Studio) -> None:
    window = studio.window.commands.ledger
    if window is not None:
        window.hide()
    studio.ask("is:edited")
    studio.window.list.step(0)
    studio.settle()
    studio.window.article.step_change(1)
    studio.settle()


def _counterparts(studio: Studio) -> None:
    studio.ask("title:leaves outlet:KCNA")
    studio.window.list.step(0)
    studio.settle()
    studio.window.article.show_tab("counterparts")
    studio.settle()


_ALL = (
    View("1-welcome", _welcome),
    View("2-browser", _browser),
    View("3-search", _search),
    View("4-day", _day),
    View("5-nothing-found", _nothing),
    View("6-original", _original),
    View("7-palette", _palette),
    View("8-keys", _keys),
    View("9-import-report", _report),
    View("10-export", _export),
    View("12-print", _print),
    View("18-manual", _manual),
    View("13-settings", _settings),
    View("14-settings-keys", _set_keys),
    View("11-saved-searches", _saved),
    View("17-person", _person),
    View("17-person-same", _same),
    View("17-person-part", _part),
    View("15-ledger", _ledger),
    View("16-changes", _changes),
    View("17-counterparts", _counterparts),
    View("18-own-work", _own_work),
    View("19-tags", _tags),
    View("20-import-rules", _rules),
    View("3-search-1920x1080", _search, DESK, (1,)),
    View("3-search-900x600", _search, QSize(900, 600), (1,)),
    View("3-search-3840x2160", _search, QSize(3840, 2160), (1,)),
)
_FEW = (
    View("1-welcome", _welcome),
    View("2-browser", _browser),
    View("3-search", _search),
)
SITTINGS = (
    *(
        Sitting(theme, spoken, _ALL)
        for spoken in language.LANGUAGES
        for theme in ("light", "dark", "contrast-light")
    ),
    Sitting("contrast-dark", "en", _FEW),
    Sitting("contrast-dark", "ko", _FEW),
)
