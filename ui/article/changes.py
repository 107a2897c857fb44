"""What changed between two versions of a dispatch: word by word, and in its roster."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop_app.analysis.changes import RosterChange, compared, roster_change
from desktop_app.analysis.passages import Passage, passages
from desktop_app.library.library import Library
from desktop_app.model.article import Article, VersionRow
from ui.article.comparison import Comparison
from ui.article.positions import shown
from ui.article.version_strip import VersionStrip
from ui.language import counted, moment, say
from ui.state import BrowserState
from ui.theme import Appearance


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two versions as they are shown."""

    passages: tuple[Passage, ...]
    roster: RosterChange
    count: int


class Changes(QWidget):
    """Shows two versions of an article, beside each other or in one column."""

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._article: int | None = None
        self._versions: tuple[VersionRow, ...] = ()
        self._wanted: tuple[int, int] | None = None
        self._shown: _Compared | None = None
        self._place = -1
        self.count = 0
        self.strip = VersionStrip(appearance)
        self.earlier, self.later = QComboBox(), QComboBox()
        self.beside = QCheckBox(say("Side by side"))
        self.only = QCheckBox(say("Changes only"))
        self.summary = QLabel()
        self.text = Comparison(appearance)
        self._lay_out()
        for box in (self.earlier, self.later):
            box.activated.connect(lambda _: self._ask())
        for choice in (self.beside, self.only):
            choice.toggled.connect(lambda _: self._paint())
        self.strip.version_chosen.connect(self._compare_with_the_one_before)

    def _lay_out(self) -> None:
        self.earlier.setAccessibleName(say("Earlier version"))
        self.later.setAccessibleName(say("Later version"))
        self.summary.setProperty("look", "soft")
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.earlier, 1)
        row.addWidget(QLabel("→"))
        row.addWidget(self.later, 1)
        below = QHBoxLayout()
        below.addWidget(self.summary, 1)
        for choice in (self.beside, self.only):
            below.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.strip)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self.text, 1)

    def show_article(self, article: Article | None) -> None:
        """Offer the versions of ``article``; the earliest and the latest are compared first."""
        versions = article.versions if article else ()
        same = (article.row.id if article else None, versions) == (self._article, self._versions)
        if same and self._wanted is None:
            return
        self._article = article.row.id if article else None
        self._versions = versions
        ids = tuple(one.id for one in versions)
        self.strip.show_captures(article.captures if article else (), ids)
        chosen = (0, len(versions) - 1)
        if self._wanted and set(self._wanted) <= set(ids):
            chosen = (ids.index(self._wanted[0]), ids.index(self._wanted[1]))
        self._wanted = None
        for box, place in zip((self.earlier, self.later), chosen, strict=True):
            box.clear()
            box.addItems([_caption(number, one) for number, one in enumerate(versions, start=1)])
            box.setCurrentIndex(place)
        self._ask()

    def want(self, earlier: int, later: int) -> None:
        """Compare these versions as soon as the article that has them is shown."""
        self._wanted = (earlier, later)

    def _compare_with_the_one_before(self, version: int) -> None:
        other = version - 1 if version else min(1, len(self._versions) - 1)
        self.earlier.setCurrentIndex(min(version, other))
        self.later.setCurrentIndex(max(version, other))
        self._ask()

    def _ask(self) -> None:
        library, article = self._state.library, self._article
        if library is None or article is None or len(self._versions) < 2:
            self._state.jobs.forget("changes")
            self._show(None)
            return
        places = (self.earlier.currentIndex(), self.later.currentIndex())
        self.strip.choose(*places)
        one, other = (self._versions[place].id for place in places)
        self._state.jobs.ask("changes", lambda _: _compare(library, one, other), self._show)

    def _show(self, compared_now: _Compared | None) -> None:
        self._shown = compared_now
        self._place = -1
        self._paint()

    def _paint(self) -> None:
        told = self._shown
        self.count = told.count if told else 0
        self.summary.setText(_in_words(told) if told else "")
        self.text.show_passages(
            told.passages if told else (),
            (self.earlier.currentText(), self.later.currentText()),
            side_by_side=self.beside.isChecked(),
            only_changes=self.only.isChecked(),
        )

    def step(self, by: int) -> None:
        """Go to the next change, or the one before; past the end it begins again."""
        if not self.count:
            return
        self._place = (self._place + by) % self.count if self._place >= 0 or by > 0 else -1
        self._place %= self.count
        self.text.go_to(self._place)
        if self._shown:
            at = say("change {n} of {all}", n=self._place + 1, all=self.count)
            self.summary.setText(f"{_in_words(self._shown)} · {at}")


def _compare(library: Library, earlier: int, later: int) -> _Compared:
    old, new = library.version_state(earlier), library.version_state(later)
    told = passages(compared(old.text, new.text, old.title, new.title), old.text, new.text)
    count = sum(piece.number is not None for passage in told for piece in passage.pieces)
    return _Compared(told, roster_change(old.names, new.names, old.text, new.text), count)


def _in_words(told: _Compared) -> str:
    said = [counted(told.count, "{n} change", "{n} changes")]
    said += [say("{name} removed from the roster", name=shown(n)) for n in told.roster.removed]
    said += [say("{name} added to the roster", name=shown(n)) for n in told.roster.added]
    return " · ".join(said)


def _caption(number: int, version: VersionRow) -> str:
    when = version.first_captured_at
    said = moment(when) if when else say("capture time not known")
    caption = say("{number}: {when}", number=number, when=said)
    return caption if version.complete else say("{version}, cut short", version=caption)
