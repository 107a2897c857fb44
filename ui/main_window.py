"""The main window: lays the views out, joins them to the state, and remembers itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.paths import Paths
from desktop_app.query.conditions.days import on_day
from desktop_app.query.grammar import parse
from ui import language
from ui.about import AboutBox
from ui.action_rows import LIST, MENUS, PERSON, ROWS, TEXT
from ui.actions import Actions
from ui.article.article_pane import ArticlePane
from ui.article_list.article_list import ArticleList
from ui.article_list.list_pane import ListPane
from ui.calendar.calendar import Calendar
from ui.exporting.exporter import Exporter
from ui.facets.facet_conditions import facet_condition
from ui.facets.facets import Facets
from ui.filter_bar.filter_bar import FilterBar
from ui.importing.importer import Importer
from ui.jobs import Jobs
from ui.language import say
from ui.libraries import Libraries
from ui.notices import NoticeLine, Notices, versions
from ui.palette import Palette
from ui.shortcuts import ShortcutSheet
from ui.state import BrowserState
from ui.status_line import StatusLine
from ui.theme import Appearance
from ui.timeline.timeline import Timeline
from ui.welcome import Welcome
from ui.window_memory import Memory, recall, remember

PANES = ("left", "list", "article", "timeline")


class MainWindow(QMainWindow):
    """One window on one library."""

    libraries: Libraries
    importer: Importer
    exporter: Exporter
    filter_bar: FilterBar
    state: BrowserState
    list: ArticleList
    palette_box: Palette
    appearance: Appearance
    calendar: Calendar
    article: ArticlePane

    def __init__(self, paths: Paths, appearance: Appearance) -> None:
        super().__init__()
        self.setWindowTitle("Dateline")
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.paths, self.appearance = paths, appearance
        self.jobs = Jobs(self)
        self.notices = Notices(self)
        self.state = BrowserState(self.jobs, self)
        self.jobs.failed.connect(self.notices.fail)
        self.libraries = Libraries(self.state, self.notices, paths, self)
        self.importer = Importer(self.state, self.notices, appearance, self)
        self.exporter = Exporter(self)
        self._build_views()
        self._lay_out()
        self.palette_box = Palette(self)
        self.actions_made = Actions(self)
        self.actions_made.make()
        self._build_menus()
        self._connect()
        self._turn()

    # Building

    def _build_views(self) -> None:
        state, appearance = self.state, self.appearance
        self.filter_bar = FilterBar(state, appearance)
        self.calendar = Calendar(state, appearance)
        self.facets = Facets(state, appearance)
        self.list_pane = ListPane(state, appearance)
        self.list = self.list_pane.list
        self.article = ArticlePane(state, appearance)
        self.timeline = Timeline(state, appearance)
        self.status = StatusLine(state, appearance)
        self.welcome = Welcome(appearance)
        self._back, self._forward = QToolButton(), QToolButton()
        self._export = QPushButton()

    def _lay_out(self) -> None:
        self._left = QWidget()
        self._left.setObjectName("leftPane")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.calendar)
        left.addWidget(self.facets, 1)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        for pane, stretch in ((self._left, 0), (self.list_pane, 1), (self.article, 1)):
            self.across.addWidget(pane)
            self.across.setStretchFactor(self.across.count() - 1, stretch)
        self.down = QSplitter(Qt.Orientation.Vertical)
        self.down.addWidget(self.across)
        self.down.addWidget(self.timeline)
        self.down.setStretchFactor(0, 1)
        for splitter in (self.across, self.down):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._left.setMinimumWidth(236)
        self.list_pane.setMinimumWidth(280)
        self.article.setMinimumWidth(320)
        self.timeline.setMinimumHeight(96)
        self._browser = QWidget()
        browser = QVBoxLayout(self._browser)
        browser.setContentsMargins(0, 0, 0, 0)
        browser.setSpacing(0)
        browser.addWidget(self._tool_row())
        browser.addWidget(self.down, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._browser)
        middle = QWidget()
        middle.setObjectName("frame")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(NoticeLine(self.notices, self.appearance))
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self._set_usual_sizes()

    def _tool_row(self) -> QWidget:
        row = QWidget()
        row.setObjectName("toolRow")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(12, 7, 12, 8)
        inside.setSpacing(6)
        for button, name in ((self._back, say("Back")), (self._forward, say("Forward"))):
            button.setAccessibleName(name)
            inside.addWidget(button)
        inside.addWidget(self.filter_bar, 1)
        self._export.setText(say("Export…"))
        inside.addSpacing(2)
        inside.addWidget(self._export)
        return row

    def _set_usual_sizes(self) -> None:
        self.across.setSizes([252, 560, 628])
        self.down.setSizes([640, 150])

    def _build_menus(self) -> None:
        for name in MENUS:
            menu = self.menuBar().addMenu(say(name))
            self.actions_made.fill(menu, (row for row in ROWS if row.menu == name))
            menu.aboutToShow.connect(self.actions_made.refresh)
            if name == "Library":
                self._add_recent(menu)

    def _add_recent(self, menu: QMenu) -> None:
        recent = QMenu(say("Open recent"), menu)

        def fill() -> None:
            recent.clear()
            for path in self.libraries.recent():
                action = recent.addAction(path.name.removesuffix(".dateline"))
                action.triggered.connect(lambda _=False, at=path: self.libraries.open(at))
            recent.setEnabled(not recent.isEmpty())

        menu.aboutToShow.connect(fill)
        menu.insertMenu(self.actions_made.made["sample_library"], recent)

    def _connect(self) -> None:
        state, welcome = self.state, self.welcome
        self._back.clicked.connect(state.back)
        self._forward.clicked.connect(state.forward)
        self._export.clicked.connect(lambda: self.exporter.ask())
        welcome.sample_wanted.connect(self.libraries.open_sample)
        welcome.new_wanted.connect(self.libraries.ask_new)
        welcome.open_wanted.connect(self.libraries.ask_open)
        welcome.recent_wanted.connect(self.libraries.open)
        self.list_pane.import_wanted.connect(self.importer.ask_folder)
        self.list.menu_wanted.connect(lambda at: self._context(LIST, self.list, at))
        self.article.text_menu_wanted.connect(lambda at: self._context(TEXT, self.article, at))
        self.article.person_menu_wanted.connect(lambda at: self._context(PERSON, self.article, at))
        self.libraries.leaving = self.keep_memory
        self.libraries.take_in = self.importer.take
        self.libraries.opened.connect(self._come_back)
        self.importer.library_wanted = self.libraries.open_default
        state.library_changed.connect(self._turn)
        for signal in (state.query_changed, state.article_chosen):
            signal.connect(lambda _: self._refresh_actions())
        state.selection_changed.connect(self._refresh_actions)
        self.appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._back.setIcon(self.appearance.icon("back"))
        self._forward.setIcon(self.appearance.icon("forward"))

    def _context(self, inside: str, parent: QWidget, at: QPoint) -> None:
        menu = self.actions_made.context_menu(inside, parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _turn(self) -> None:
        """Show the welcome page or the views, as there is a library or not."""
        library = self.state.library
        if library is None:
            self.welcome.show_recent(self.libraries.recent())
        self._pages.setCurrentWidget(self.welcome if library is None else self._browser)
        self.setWindowTitle("Dateline" if library is None else f"{library.name} – Dateline")
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        self.actions_made.refresh()
        self._back.setEnabled(self.state.can_go_back)
        self._forward.setEnabled(self.state.can_go_forward)

    # What actions ask of the window

    def has(self, need: str) -> bool:
        """Say whether what an action needs is there."""
        state = self.state
        library = state.library
        found = {
            "": True,
            "library": library is not None,
            "writable": library is not None and library.writable,
            "sample": self.libraries.sample_is_open,
            "article": state.article is not None,
            "selection": len(state.selection) > 0,
            "person": self.article.chosen_person() is not None,
            "back": state.can_go_back,
            "forward": state.can_go_forward,
        }
        return found[need]

    def reading_panes(self) -> tuple[QWidget, ...]:
        """Return where single letters are keys rather than text."""
        return (self.list, self.article.text, self.article.participants)

    def pane_shown(self, name: str) -> bool:
        return not self._pane(name).isHidden()

    def toggle_pane(self, name: str) -> None:
        pane = self._pane(name)
        pane.setVisible(pane.isHidden())

    def _pane(self, name: str) -> QWidget:
        panes = {
            "left": self._left,
            "list": self.list_pane,
            "article": self.article,
            "timeline": self.timeline,
        }
        return panes[name]

    def next_pane(self, step: int) -> None:
        """Move the keyboard to the next pane, or the previous one."""
        stops = [self.filter_bar.edit, self.calendar.grid, self.facets, self.list]
        stops += [self.article.text, self.article.participants]
        if self.timeline.chart is not None:
            stops.append(self.timeline.chart)
        stops = [stop for stop in stops if stop.isVisible()]
        if not stops:
            return
        here = QApplication.focusWidget()
        place = next((at for at, stop in enumerate(stops) if stop is here), -1 if step > 0 else 0)
        stops[(place + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_out(self) -> None:
        """Take back the last small thing: a notice of typing, then the way back."""
        if self.filter_bar.clear_typed():
            return
        if self.filter_bar.edit.hasFocus():
            self.list.setFocus()
        elif self.state.can_go_back:
            self.state.back()

    def read_on(self, pages: int) -> None:
        """Scroll the text by a page; at its end go to the next dispatch."""
        bar = self.article.text.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() if pages > 0 else bar.value() <= bar.minimum()
        if at_end or not self.article.text.isVisible():
            self.list.step(pages)
        else:
            bar.setValue(bar.value() + pages * round(bar.pageStep() * 0.9))

    def toggle_density(self) -> None:
        self.appearance.set_density(comfortable=not self.appearance.comfortable)

    def toggle_juche(self) -> None:
        self.calendar.toggle_juche()
        self.actions_made.refresh()

    def choose_theme(self, wish: str) -> None:
        self.appearance.choose(wish)
        self.actions_made.refresh()

    def choose_language(self, name: str) -> None:
        """Speak another language; the window is built anew for it."""
        self.language_wanted(name)

    language_wanted = staticmethod(language.choose)

    def speaks(self, name: str) -> bool:
        return language.spoken() == name

    def only_this_day(self) -> None:
        shown = self.article.article
        if shown is not None and shown.row.published is not None:
            self.state.narrow(on_day(shown.row.published))

    def only_this_outlet(self) -> None:
        shown = self.article.article
        if shown is not None and shown.row.outlet:
            self.state.narrow(facet_condition("outlet", shown.row.outlet))

    def only_this_person(self) -> None:
        person = self.article.chosen_person()
        if person is not None:
            self.state.add(facet_condition("person", person.name))

    def without_this_person(self) -> None:
        person = self.article.chosen_person()
        if person is not None:
            self.state.exclude(facet_condition("person", person.name))

    def copy_citation(self) -> None:
        """Put title, outlet, day and address of the article on the clipboard."""
        shown = self.article.article
        if shown is not None:
            row = shown.row
            day = row.published.isoformat() if row.published else say("no date")
            parts = [f"“{row.title}”", row.outlet, day, row.url]
            QGuiApplication.clipboard().setText(", ".join(part for part in parts if part))

    def copy_text(self) -> None:
        shown = self.article.article
        if shown is not None and shown.version is not None:
            QGuiApplication.clipboard().setText(shown.version.text)

    def show_shortcuts(self) -> None:
        ShortcutSheet(self).show()

    def copy_versions(self) -> None:
        QGuiApplication.clipboard().setText(versions())
        self.notices.say(say("The versions are on the clipboard."))

    def about(self) -> None:
        AboutBox(self).show()

    # How it comes back as it was left

    def _come_back(self) -> None:
        library = self.state.library
        if library is None:
            return
        memory = recall(self.paths.state, library.path)
        if memory.geometry:
            self.restoreGeometry(QByteArray.fromBase64(memory.geometry.encode()))
        for name, splitter in self._splitters().items():
            sizes = memory.panes.get(name, [])
            if len(sizes) == splitter.count():
                splitter.setSizes(sizes)
        for place in memory.panes.get("hidden", []):
            self._pane(PANES[place]).hide()
        self.list.restore_layout(memory.columns, memory.hidden)
        self.timeline.restore(memory.timeline, memory.split)
        self.list.come_back_to(memory.top_row)
        self.state.start_with(parse(memory.query).query)
        self.list.setFocus()
        if memory.article:
            self.state.choose(library.article_id(memory.article))

    def keep_memory(self) -> None:
        """Note how the window stands, for the next time this library is opened."""
        library = self.state.library
        if library is None:
            return
        shown = self.article.article
        panes = {name: splitter.sizes() for name, splitter in self._splitters().items()}
        panes["hidden"] = [at for at, name in enumerate(PANES) if not self.pane_shown(name)]
        memory = Memory(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            panes=panes,
            columns=self.list.layout_text(),
            hidden=self.list.hidden_columns(),
            query=self.filter_bar.text(),
            article=shown.row.public_id if shown else "",
            top_row=max(0, self.list.rowAt(0)),
            timeline=self.timeline.days,
            split=self.timeline.split.currentData(),
            month=self.calendar.month.isoformat(),
        )
        remember(self.paths.state, library.path, memory)

    def _splitters(self) -> dict[str, QSplitter]:
        return {"across": self.across, "down": self.down, "article": self.article.split}

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The plot library takes half a second to load: paint first.
        QTimer.singleShot(0, self.timeline.start)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_memory()
        self.jobs.close()
        self.state.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.source() is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.importer.take(paths)
