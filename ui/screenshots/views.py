"""Every main view of the window, and how one comes to it in the sample library."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop_app.library import correcting, marking, noting
from desktop_app.model.shelf import Shelf
from desktop_app.query.grammar import parse
from ui import language
from ui.manual import Manual
from ui.screenshots.studio import DESK, Sitting, Studio, View
from ui.shortcuts import ShortcutSheet


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
    _browser(studio)
    _text(studio)
    studio.window.palette_box.open()
    studio.window.palette_box.edit.setText("da")


def _keys(studio: Studio) -> QWidget:
    _browser(studio)
    studio.window.palette_box.hide()
    sheet = ShortcutSheet(studio.window)
    sheet.show()
    return sheet


def _export(studio: Studio) -> QWidget | None:
    _browser(studio)
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
    _browser(studio)
    studio.window.importer.show_reports()
    return studio.window.importer.report_window


def _rules(studio: Studio) -> QWidget | None:
    _browser(studio)
    studio.window.commands.show_rules()
    dialog = studio.window.commands.rules
    if dialog is not None:
        dialog.form.name.setText("Edited with Chon Ryong Su")
        dialog.form.question.setText('person:"Chon Ryong Su" versions:>1')
        dialog.form.star.setChecked(True)
        dialog.form.tags.setText("to check")
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
    _browser(studio)
    window = studio.window.commands.ledger
    if window is not None:
        window.hide()
    studio.ask("is:edited")
    studio.window.list.step(0)
    studio.settle()
    studio.window.article.step_change(1)
    studio.settle()


def _counterparts(studio: Studio) -> None:
    _browser(studio)
    library, ids = studio.window.state.library, studio.window.state.result.ids
    assert library is not None
    told_twice = (int(one) for one in ids if library.article(int(one)).counterparts)
    studio.window.state.choose(next(told_twice))
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
