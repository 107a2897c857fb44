"""Builds what the window holds: views, menus, who hears whom; imported after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.action_rows import FACET, LIST, MENUS, PERSON, ROWS, SEARCH, TEXT
from ui.actions import Actions
from ui.article.article_pane import ArticlePane
from ui.article_list.list_pane import ListPane
from ui.calendar.calendar import Calendar
from ui.commands import Commands
from ui.exporting.exporter import Exporter
from ui.facets.facets import Facets
from ui.filter_bar.filter_bar import FilterBar
from ui.importing.dropping import Dropping
from ui.importing.importer import Importer
from ui.importing.watcher import Watcher
from ui.jobs import Jobs
from ui.language import say
from ui.libraries import Libraries
from ui.mending import Mending
from ui.notices import NoticeLine, Notices
from ui.own.marks import Marks
from ui.own.rereading import Rereading
from ui.own.rows import Rows
from ui.own.steps import Steps
from ui.palette import Palette
from ui.panes import TOOL_ROW, Panes
from ui.people.people import People
from ui.printing.printing import Printing
from ui.remembering import come_back, keep
from ui.searches.saved_searches import SavedSearches
from ui.searches.search_pane import SearchPane
from ui.state import BrowserState
from ui.status_line import StatusLine
from ui.timeline.timeline import Timeline
from ui.welcome import Welcome

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def build(window: MainWindow) -> None:
    """Fill ``window`` with everything that it shows and does."""
    for step in STEPS:
        step(window)


def _build_core(window: MainWindow) -> None:
    window.jobs = Jobs(window)
    window.notices = Notices(window)
    window.state = BrowserState(window.jobs, window)
    window.jobs.failed.connect(window.notices.fail)
    window.libraries = Libraries(window.state, window.notices, window.paths, window.shelf, window)
    window.mending = Mending(window.state, window.notices, window)
    window.importer = Importer(
        window.state, window.notices, window.appearance, window.paths, window
    )
    window.dropping = Dropping(window.state, window.importer, window)
    window.watcher = Watcher(window.state, window.importer, window)
    window.exporter = Exporter(window)
    window.searches = SavedSearches(window.state, window.notices, window)
    window.printing = Printing(window)
    window.commands = Commands(window)
    window.steps = Steps(window.state, window.notices, window)
    window.marks = Marks(window)
    window.rereading = Rereading(window)


def _build_views(window: MainWindow) -> None:
    state, appearance = window.state, window.appearance
    window.filter_bar = FilterBar(state, appearance)
    window.calendar = Calendar(state, appearance)
    window.search_pane = SearchPane(window.searches, appearance)
    window.facets = Facets(state, appearance)
    window.list_pane = ListPane(state, appearance)
    window.list = window.list_pane.list
    window.article = ArticlePane(state, appearance)
    window.people = People(window)
    window.reading = QStackedWidget()
    for page in (window.article, window.people.pane):
        window.reading.addWidget(page)
    window.timeline = Timeline(state, appearance)
    window.status = StatusLine(state, appearance)
    window.welcome = Welcome(appearance)
    window.back_button, window.forward_button = QToolButton(), QToolButton()
    window.save_button, window.export_button = QPushButton(), QPushButton()


def _lay_out(window: MainWindow) -> None:
    """Put the views where they stand, from the outside in.

    Whatever is moved is styled anew with all that it holds: so nothing is moved twice. The Tab
    key goes in the order in which they are put.
    """
    window.views = middle = QWidget(window)
    middle.setObjectName("frame")
    window.pages = QStackedWidget(middle)
    window.browser_page = page = QWidget()
    window.pages.addWidget(window.welcome)
    window.pages.addWidget(page)
    tools = QWidget(page)
    _fill_tool_row(window, tools)
    window.left_pane = left = QWidget(page)
    left.setObjectName("leftPane")
    _stack(left, (window.calendar, window.search_pane, window.facets), 2)
    window.panes = Panes(left, window.list_pane, window.reading, window.timeline, page)
    _stack(page, (tools, window.panes.down), 1)
    window.notice_line = NoticeLine(window.notices, window.appearance, middle)
    _stack(middle, (window.pages, window.notice_line, window.status), 0)


def _stack(inside: QWidget, rows: tuple[QWidget, ...], stretched: int) -> None:
    """Put ``rows`` one below the other, without room between; one takes what is left."""
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, row in enumerate(rows):
        column.addWidget(row, int(place == stretched))


def _build_actions(window: MainWindow) -> None:
    window.rows = Rows(window)
    window.palette_box = Palette(window)
    window.actions_made = Actions(window)
    window.actions_made.make()
    _build_menus(window)


def _fill_tool_row(window: MainWindow, row: QWidget) -> None:
    row.setObjectName("toolRow")
    row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    inside = QHBoxLayout(row)
    inside.setContentsMargins(*TOOL_ROW)
    inside.setSpacing(6)
    for button, name in (
        (window.back_button, say("Back")),
        (window.forward_button, say("Forward")),
    ):
        button.setAccessibleName(name)
        inside.addWidget(button)
    inside.addWidget(window.filter_bar, 1)
    window.save_button.setText(say("Save search"))
    window.export_button.setText(say("Export…"))
    inside.addSpacing(2)
    inside.addWidget(window.save_button)
    inside.addWidget(window.export_button)


def _build_menus(window: MainWindow) -> None:
    for name in MENUS:
        menu = window.menu(name)
        window.actions_made.fill(menu, (row for row in ROWS if row.menu == name))
        menu.aboutToShow.connect(window.actions_made.refresh)
        if name == "Library":
            _add_recent(window, menu)


def _add_recent(window: MainWindow, menu: QMenu) -> None:
    recent = QMenu(say("Open recent"), menu)

    def fill() -> None:
        recent.clear()
        for path in window.libraries.recent():
            action = recent.addAction(path.name.removesuffix(".dateline"))
            action.triggered.connect(lambda _=False, at=path: window.libraries.open(at))
        recent.setEnabled(not recent.isEmpty())

    menu.aboutToShow.connect(fill)
    menu.insertMenu(window.actions_made.made["sample_library"], recent)


def _connect(window: MainWindow) -> None:
    state, welcome = window.state, window.welcome
    window.back_button.clicked.connect(state.back)
    window.forward_button.clicked.connect(state.forward)
    window.export_button.clicked.connect(lambda: window.exporter.ask())
    window.save_button.clicked.connect(lambda: window.commands.save_search())
    welcome.sample_wanted.connect(window.libraries.open_sample)
    welcome.import_wanted.connect(window.importer.ask_folder)
    welcome.new_wanted.connect(window.libraries.ask_new)
    welcome.open_wanted.connect(window.libraries.ask_open)
    welcome.recent_wanted.connect(window.libraries.open)
    window.list_pane.import_wanted.connect(window.importer.ask_folder)
    window.list.menu_wanted.connect(lambda at: window.show_menu(LIST, window.list, at))
    window.article.text_menu_wanted.connect(lambda at: window.show_menu(TEXT, window.article, at))
    window.article.person_menu_wanted.connect(
        lambda at: window.show_menu(PERSON, window.article, at)
    )
    window.search_pane.list.menu_wanted.connect(
        lambda at: window.show_menu(SEARCH, window.search_pane, at)
    )
    window.article.participants.person_chosen.connect(lambda _: window.refresh_actions())
    window.article.text.selectionChanged.connect(window.refresh_actions)
    window.article.shown.connect(lambda _: window.refresh_actions())
    window.importer.back_wanted = window.marks.take_back
    window.article.notes.steps = window.steps
    window.list.painter.tag_colour = window.steps.colour_of
    window.list.star_clicked.connect(lambda article: window.marks.toggle_star([article]))
    window.steps.changed.connect(window.refresh_actions)
    window.article.heading.tag_colour = window.steps.colour_of
    window.steps.coloured.connect(window.list.viewport().update)
    window.steps.coloured.connect(window.article.heading.show_tags)
    window.search_pane.list.stood_elsewhere.connect(window.refresh_actions)
    window.facets.person_menu_wanted.connect(lambda at: window.show_menu(FACET, window.facets, at))
    window.libraries.leaving = lambda: keep(window)
    window.libraries.take_in = window.importer.take
    window.libraries.opened.connect(lambda: come_back(window))
    window.libraries.opened.connect(lambda: _go_on(window))
    window.importer.library_wanted = window.libraries.open_default
    state.library_changed.connect(window.turn)
    for signal in (state.query_changed, state.article_chosen):
        signal.connect(lambda _: window.refresh_actions())
    state.selection_changed.connect(window.refresh_actions)
    window.appearance.changed.connect(window.restyle)
    window.restyle()


def _go_on(window: MainWindow) -> None:
    """Watch the library's folders and finish what was broken off, in its first window only."""
    if window.libraries.number == 0:
        window.importer.go_on()
        window.watcher.begin()


def _finish(window: MainWindow) -> None:
    window.turn()
    window.built = True


STEPS = (_build_core, _build_views, _lay_out, _build_actions, _connect, _finish)
"""In turns, so that a window which is being filled goes on answering."""
