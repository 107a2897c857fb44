"""The article pane: title, where and when, tabs, text, and who took part."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.model.article import Article
from desktop_app.model.participant import Participant
from ui.article.article_text import ArticleText
from ui.article.changes import Changes
from ui.article.counterparts import Counterparts
from ui.article.heading import Heading
from ui.article.participants import Participants
from ui.article.sources import Sources
from ui.language import counted, say
from ui.own.notes import Notes
from ui.state import BrowserState
from ui.theme import Appearance

SIDE = 26
TABS = (
    ("text", "Text"),
    ("changes", "Changes"),
    ("counterparts", "Counterparts"),
    ("original", "Original"),
    ("notes", "Notes"),
)


class ArticlePane(QFrame):
    """Shows the chosen article; text and participants answer each other's clicks."""

    text_menu_wanted = Signal(QPoint)
    person_menu_wanted = Signal(QPoint)
    shown = Signal(object)

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articlePane")
        self._state = state
        self.article: Article | None = None
        self._tab_wanted: tuple[int, str] | None = None
        self.heading = Heading(appearance)
        self.text = ArticleText(appearance)
        self.participants = Participants(appearance)
        self.changes = Changes(state, appearance)
        self.counterparts = Counterparts(state, appearance)
        self.sources = Sources(state)
        self.notes = Notes()
        self.instead = QLabel()  # of a text, where there is none to show
        self.instead.setProperty("look", "soft")
        self.instead.setWordWrap(True)
        self._tabs: dict[str, QPushButton] = {}
        self._pages = QStackedWidget()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self._show(None)
        state.result_changed.connect(lambda _: self._say_instead(self.article))

    def _lay_out(self) -> None:
        self.split.addWidget(self.text)
        self.split.addWidget(self.participants)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setHandleWidth(9)
        self.split.setChildrenCollapsible(False)
        self.split.setObjectName("articleSplit")
        reading = QWidget()
        inside = QVBoxLayout(reading)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.addWidget(self.instead)
        inside.addWidget(self.split, 1)
        self._pages.addWidget(reading)
        self._pages.addWidget(self.changes)
        self._pages.addWidget(self.counterparts)
        self._pages.addWidget(self.sources)
        self._pages.addWidget(self.notes)
        tabs = QHBoxLayout()
        tabs.setSpacing(18)
        group = QButtonGroup(self)  # by themselves they would answer to tabs inside their pages too
        for place, (name, caption) in enumerate(TABS):
            tab = QPushButton(say(caption))
            tab.setObjectName("tab")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, at=place: self._pages.setCurrentIndex(at))
            self._tabs[name] = tab
            group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._tabs["text"].setChecked(True)
        self.rule = QFrame()
        self.rule.setObjectName("rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 12, SIDE - 8, 4)
        column.setSpacing(5)
        column.addWidget(self.heading)
        column.addSpacing(3)
        column.addLayout(tabs)
        column.setSpacing(4)
        column.addWidget(self.rule)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        state = self._state
        self.text.name_clicked.connect(self.participants.choose)
        self.participants.person_chosen.connect(self.text.light)
        self.text.menu_wanted.connect(self.text_menu_wanted)
        self.participants.menu_wanted.connect(self.person_menu_wanted)
        self.notes.passage_chosen.connect(self.text.show_passage)
        self.counterparts.open_wanted.connect(self.open)
        state.article_chosen.connect(lambda _: self._ask())
        state.content_changed.connect(self._ask)
        state.query_changed.connect(lambda query: self.text.light_hits(query))

    def _ask(self) -> None:
        library, article = self._state.library, self._state.article
        if library is None or article is None:
            self._state.jobs.forget("article")
            self._show(None)
            return
        self._state.jobs.ask("article", lambda _: library.article(article), self._show)

    def _show(self, article: Article | None) -> None:
        same = (
            article is not None
            and self.article is not None
            and (article.row.id, article.version, article.events)
            == (self.article.row.id, self.article.version, self.article.events)
        )
        self.article = article
        self._show_heading(article)
        self._say_instead(article)
        self.split.setVisible(article is not None and article.version is not None)
        self._offer("changes", article is not None and len(article.versions) > 1)
        self._offer("counterparts", article is not None and bool(article.counterparts))
        if article is not None:
            captures = len(article.captures)
            self._tabs["original"].setText(
                say("Original") if captures == 1 else say("Originals {n}", n=captures)
            )
            self._tabs["original"].setToolTip(counted(captures, "{n} capture", "{n} captures"))
        self.changes.show_article(article)
        self.counterparts.show_article(article)
        self.sources.show_article(article)
        self._show_notes(article)
        if not same:
            self.text.show_article(article, self._state.query)
            library = self._state.library
            editable = library is not None and library.writable
            self.participants.show_article(article, editable=editable)
            self._share_height()
        if article is not None and self._tab_wanted is not None:
            number, name = self._tab_wanted
            self._tab_wanted = None
            if number == article.row.id:
                self.show_tab(name)
        self.shown.emit(article)

    def _show_heading(self, article: Article | None) -> None:
        self.heading.show_article(article)
        for shown in (self.rule, *self._tabs.values()):
            shown.setVisible(article is not None)

    def _say_instead(self, article: Article | None) -> None:
        """Say why no text is here, or how one gets here."""
        self.instead.setVisible(article is None or article.version is None)
        if article is not None:
            self.instead.setText(say("The archive has only the headline of this dispatch."))
        elif self._state.result.in_library:
            self.instead.setText(
                say("Choose a dispatch in the list to read it here. J and K go down and up.")
            )
        else:
            self.instead.clear()

    def _show_notes(self, article: Article | None) -> None:
        count = len(article.notes) if article else 0
        self._tabs["notes"].setText(say("Notes {n}", n=count) if count else say("Notes"))
        self.notes.show_article(article)
        self.text.show_notes(article.notes if article else ())

    def _offer(self, name: str, there: bool) -> None:
        """Show a tab where there is something in it; else the reader is back at the text."""
        self._tabs[name].setVisible(there)
        if not there and self._tabs[name].isChecked():
            self.show_tab("text")

    def _share_height(self) -> None:
        """Give the tables what they need, up to half of the pane."""
        lines = self.participants.lines.lines
        self.participants.setVisible(bool(lines))
        if not lines:
            return
        wanted = sum(self.participants.rowHeight(place) for place in range(len(lines)))
        height = max(self.split.height(), 200)
        below = min(wanted + 4, height * 45 // 100)
        self.split.setSizes([height - below, below])

    def chosen_person(self) -> Participant | None:
        """Return the participant that the reader stands on."""
        return self.participants.chosen()

    def show_tab(self, name: str) -> None:
        """Turn to a tab by name, if this dispatch has it."""
        if self._tabs[name].isVisibleTo(self):
            self._tabs[name].click()

    def open(self, article: int, versions: tuple[int, int] | None = None) -> None:
        """Show ``article``; with ``versions`` its Changes tab, these two compared."""
        self._tab_wanted = (article, "changes" if versions else "text")
        if versions:
            self.changes.want(*versions)
        if self._state.article == article:
            self._ask()
        else:
            self._state.choose(article)

    def step_change(self, by: int) -> None:
        """Go to the next change, or the one before, in the Changes tab."""
        self.show_tab("changes")
        if self._tabs["changes"].isChecked():
            self.changes.step(by)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()
