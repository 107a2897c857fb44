"""The main window: light enough to be on screen at once; `building` fills it after that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from ui import language
from ui.ground import Ground
from ui.habits import Habits
from ui.keys import Keys
from ui.shelf import Shelf
from ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent
    from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QToolButton, QWidget

    from desktop_app.paths import Paths
    from ui.actions import Actions
    from ui.article.article_pane import ArticlePane
    from ui.article_list.article_list import ArticleList
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
    from ui.libraries import Libraries
    from ui.mending import Mending
    from ui.notices import NoticeLine, Notices
    from ui.own.marks import Marks
    from ui.own.rereading import Rereading
    from ui.own.rows import Rows
    from ui.own.steps import Steps
    from ui.palette import Palette
    from ui.panes import Panes
    from ui.people.people import People
    from ui.printing.printing import Printing
    from ui.searches.saved_searches import SavedSearches
    from ui.searches.search_pane import SearchPane
    from ui.state import BrowserState
    from ui.status_line import StatusLine
    from ui.timeline.timeline import Timeline
    from ui.welcome import Welcome

MOMENT = 5  # milliseconds


class MainWindow(QMainWindow):
    """One window on one library. What it holds exists once `build` has run."""

    paths: Paths
    appearance: Appearance
    jobs: Jobs
    notices: Notices
    state: BrowserState
    libraries: Libraries
    mending: Mending
    importer: Importer
    watcher: Watcher
    dropping: Dropping
    exporter: Exporter
    printing: Printing
    commands: Commands
    steps: Steps
    marks: Marks
    rows: Rows
    rereading: Rereading
    actions_made: Actions
    palette_box: Palette
    filter_bar: FilterBar
    calendar: Calendar
    searches: SavedSearches
    search_pane: SearchPane
    facets: Facets
    list_pane: ListPane
    list: ArticleList
    article: ArticlePane
    people: People
    reading: QStackedWidget
    timeline: Timeline
    status: StatusLine
    welcome: Welcome
    notice_line: NoticeLine
    left_pane: QWidget
    panes: Panes
    views: QWidget
    browser_page: QWidget
    pages: QStackedWidget
    back_button: QToolButton
    forward_button: QToolButton
    save_button: QPushButton
    export_button: QPushButton

    closing = Signal()

    def __init__(
        self,
        paths: Paths,
        appearance: Appearance,
        keys: Keys | None = None,
        shelf: Shelf | None = None,
        habits: Habits | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Dateline")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self.paths, self.appearance = paths, appearance
        self.keys = keys or Keys(self)
        self.shelf = shelf or Shelf(self)
        self.habits: Habits = habits or Habits(self)
        # Who keeps all windows answers these; a window alone does what is nearest.
        self.language_wanted: Callable[[str], object] = language.choose
        self.another_wanted: Callable[[Path | None], object] = lambda _: None
        self.quit_wanted: Callable[[], object] = self.close
        self.built = False
        self.placed = False
        self.ground = Ground(self)
        self.setCentralWidget(self.ground)

    def menu(self, name: str) -> QMenu:
        """Return a menu of the bar; the first page has them empty."""
        from PySide6.QtWidgets import QMenu

        made = self.findChild(QMenu, name)
        if made is None:
            made = QMenu(language.say(name), self)
            made.setObjectName(name)
            self.menuBar().addMenu(made)
        return made

    def build(self) -> None:
        """Fill the window: the library's code, numbers and views load only now."""
        from ui.building import build

        build(self)
        self._turn_to_views()

    def show_views(self) -> None:
        """Take the first page away once the views have their answers."""
        if self.jobs.asks("result"):
            QTimer.singleShot(MOMENT, self.show_views)
        else:
            self._turn_to_views()

    def _turn_to_views(self) -> None:
        self.setCentralWidget(self.views)
        self.views.show()  # now: else the window would be painted empty in between
        if self.isVisible():
            QTimer.singleShot(0, self._start_timeline)

    def _start_timeline(self) -> None:
        # The plot library takes half a second to load: the list is asked for and painted first.
        if self.jobs.asks("result"):
            QTimer.singleShot(MOMENT, self._start_timeline)
        else:
            QTimer.singleShot(0, self.timeline.start)

    def _let_go(self) -> None:
        from ui.remembering import keep

        keep(self)
        self.jobs.close()
        self.state.close()

    def restyle(self) -> None:
        """Draw the buttons in the colours of the theme."""
        self.back_button.setIcon(self.appearance.icon("back"))
        self.forward_button.setIcon(self.appearance.icon("forward"))

    def show_menu(self, inside: str, parent: QWidget, at: QPoint) -> None:
        """Open the context menu of a list, a text or a person."""
        menu = self.actions_made.context_menu(inside, parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def turn(self) -> None:
        """Show the welcome page or the views, as there is a library or not."""
        library = self.state.library
        if library is None:
            self.welcome.show_recent(self.libraries.recent())
        elif self.pages.currentWidget() is self.welcome:
            self.filter_bar.focus()  # else the list would have it, and open its first dispatch
        self.pages.setCurrentWidget(self.welcome if library is None else self.browser_page)
        self.setWindowTitle("Dateline" if library is None else f"{library.name} – Dateline")
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Enable what can be done now."""
        self.actions_made.refresh()
        self.back_button.setEnabled(self.state.can_go_back)
        self.forward_button.setEnabled(self.state.can_go_forward)

    # What actions ask of the window

    def has(self, need: str) -> bool:
        """Say whether what an action needs is there."""
        return self.what_is_there()[need]

    def what_is_there(self) -> dict[str, bool]:
        """Say of each thing that actions need whether it is there."""
        state = self.state
        library = state.library
        return {
            "": True,
            "library": library is not None,
            "writable": library is not None and library.writable,
            "importable": library is None or library.writable,
            "sample": self.libraries.sample_is_open,
            "article": state.article is not None,
            "selection": len(state.selection) > 0,
            "person": self.article.chosen_person() is not None,
            "saved_search": self.search_pane.list.chosen is not None,
            "change": self.steps.writable
            and (len(state.selection) > 0 or state.article is not None),
            "binned": self.steps.writable and self.marks.shows_bin and len(state.selection) > 0,
            "row": self.steps.writable and self.article.chosen_person() is not None,
            "rows": self.steps.writable
            and bool(self.article.article and self.article.article.events),
            "marked": self.steps.writable and self.article.text.marked() is not None,
            "undo": self.steps.writable and bool(self.steps.undo_says),
            "redo": self.steps.writable and bool(self.steps.redo_says),
            "back": state.can_go_back,
            "forward": state.can_go_forward,
        }

    def reading_panes(self) -> tuple[QWidget, ...]:
        """Return where single letters are keys rather than text."""
        return (self.list, self.article.text, self.article.participants)

    def pane_shown(self, name: str) -> bool:
        return not self.pane(name).isHidden()

    def toggle_pane(self, name: str) -> None:
        pane = self.pane(name)
        pane.setVisible(pane.isHidden())

    def pane(self, name: str) -> QWidget:
        return self.panes[name]

    def choose_language(self, name: str) -> None:
        """Speak another language; the window is built anew for it."""
        self.language_wanted(name)

    def speaks(self, name: str) -> bool:
        return language.spoken() == name

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.built:
            self._start_timeline()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.built and not self.importer.may_close():
            event.ignore()
            return
        self.closing.emit()
        if self.built:
            self._let_go()
        super().closeEvent(event)
