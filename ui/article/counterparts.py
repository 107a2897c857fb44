"""The same event in another outlet or language, beside the dispatch that is read."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app.analysis.beside import Side, beside
from desktop_app.model.article import Article
from desktop_app.model.counterpart import Counterpart
from ui.article.positions import shown
from ui.language import say, short_day
from ui.state import BrowserState
from ui.theme import Appearance


class Counterparts(QWidget):
    """Shows both texts; sentences and names that only one of them has are marked."""

    open_wanted = Signal(int)

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._appearance = state, appearance
        self._article: Article | None = None
        self._sides: tuple[Side, Side] | None = None
        self.choice = QComboBox()
        self.open_button = QPushButton(say("Read it"))
        self.summary = QLabel()
        self.one, self.other = QTextBrowser(), QTextBrowser()
        self._lay_out()
        self.choice.activated.connect(lambda _: self._ask())
        self.open_button.clicked.connect(self._open)
        appearance.changed.connect(self._paint)

    def _lay_out(self) -> None:
        self.choice.setAccessibleName(say("Counterpart"))
        self.choice.setMinimumWidth(60)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.one.setAccessibleName(say("This dispatch"))
        self.other.setAccessibleName(say("Its counterpart"))
        self.summary.setProperty("look", "soft")
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        for text in (self.one, self.other):
            text.setFrameShape(QTextBrowser.Shape.NoFrame)
            text.setOpenLinks(False)
            text.document().setDocumentMargin(8)
            both.addWidget(text)
        row = QHBoxLayout()
        row.addWidget(self.choice, 1)
        row.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(both, 1)

    def show_article(self, article: Article | None) -> None:
        """Offer the counterparts of ``article``."""
        before = self._article
        if article is not None and before is not None and before == article:
            return
        self._article = article
        self.choice.clear()
        self.choice.addItems([_caption(one) for one in article.counterparts] if article else [])
        self._ask()

    def _chosen(self) -> Counterpart | None:
        place = self.choice.currentIndex()
        if self._article is None or not 0 <= place < len(self._article.counterparts):
            return None
        return self._article.counterparts[place]

    def _ask(self) -> None:
        library, article, chosen = self._state.library, self._article, self._chosen()
        if library is None or article is None or chosen is None:
            self._state.jobs.forget("counterpart")
            self._show(None)
            return
        self._state.jobs.ask(
            "counterpart", lambda _: beside(article, library.article(chosen.article)), self._show
        )

    def _show(self, sides: tuple[Side, Side] | None) -> None:
        self._sides = sides
        self._paint()

    def _paint(self) -> None:
        chosen = self._chosen()
        if self._sides is None or chosen is None:
            for text in (self.one, self.other):
                text.clear()
            self.summary.clear()
            return
        here, there = self._sides
        said = [say("Both have: {what}", what=_list(chosen.shared))] if chosen.shared else []
        if here.names:
            said.append(say("Only here: {names}", names=_list(here.names)))
        if there.names:
            said.append(say("Only there: {names}", names=_list(there.names)))
        self.summary.setText("\n".join(said))
        for text, side in ((self.one, here), (self.other, there)):
            text.document().setDefaultFont(self._appearance.reading_font())
            text.setHtml(self._marked(side))

    def _marked(self, side: Side) -> str:
        theme = self._appearance.theme
        style = (
            f"color:{theme.colour('side_b').name()};"
            f"background-color:{theme.colour('side_b_ground').name()}"
        )
        told, reached = [], 0
        for start, end in side.alone:
            told.append(_html(side.text[reached:start]))
            told.append(f'<span style="{style}">{_html(side.text[start:end])}</span>')
            reached = end
        return "".join([*told, _html(side.text[reached:])])

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.open_wanted.emit(chosen.article)


def _caption(one: Counterpart) -> str:
    day = short_day(one.published) if one.published else say("no date")
    return " · ".join(part for part in (one.outlet, one.language.upper(), day, one.title) if part)


def _list(words: tuple[str, ...], most: int = 12) -> str:
    more = "…" if len(words) > most else ""
    return shown(", ".join(words[:most])) + more


def _html(text: str) -> str:
    return escape(shown(text)).replace("\n", "<br/>")
