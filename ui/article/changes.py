"""What changed between two versions of a dispatch: word by word, and in its roster."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.analysis.changes import Change, Kind, compared, roster_change
from desktop_app.model.article import Article, VersionRow
from ui.article.positions import shown
from ui.language import counted, moment, say
from ui.state import BrowserState
from ui.theme import Appearance

AROUND = 90  # letters of unchanged text that stand beside a change when only changes are shown


class Changes(QWidget):
    """Shows the later of two versions with what was taken out and put in, both marked."""

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._appearance = state, appearance
        self._article: int | None = None
        self._versions: tuple[VersionRow, ...] = ()
        self._pair: tuple[Article, Article] | None = None
        self._place = -1
        self.count = 0
        self.earlier, self.later = QComboBox(), QComboBox()
        self.only = QCheckBox(say("Changes only"))
        self.summary = QLabel()
        self.text = QTextEdit()
        self._lay_out()
        for box in (self.earlier, self.later):
            box.activated.connect(lambda _: self._ask())
        self.only.toggled.connect(lambda _: self._paint())
        appearance.changed.connect(self._paint)
        for keys, step in (("F7", 1), ("Shift+F7", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=step: self.step(by))

    def _lay_out(self) -> None:
        self.earlier.setAccessibleName(say("Earlier version"))
        self.later.setAccessibleName(say("Later version"))
        self.text.setAccessibleName(say("Changes between the versions"))
        self.text.setReadOnly(True)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.summary.setProperty("look", "soft")
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.earlier, 1)
        row.addWidget(QLabel("→"))
        row.addWidget(self.later, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(10)
        column.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self.summary, 1)
        below.addWidget(self.only, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        column.addWidget(self.text, 1)

    def show_article(self, article: Article | None) -> None:
        """Offer the versions of ``article``; the earliest and the latest are compared first."""
        versions = article.versions if article else ()
        if (article.row.id if article else None, versions) == (self._article, self._versions):
            return
        self._article = article.row.id if article else None
        self._versions = versions
        self._pair = None
        for box, chosen in ((self.earlier, 0), (self.later, len(versions) - 1)):
            box.clear()
            box.addItems([_caption(number, one) for number, one in enumerate(versions, start=1)])
            box.setCurrentIndex(chosen)
        self._ask()

    def _ask(self) -> None:
        library, article = self._state.library, self._article
        if library is None or article is None or len(self._versions) < 2:
            self._state.jobs.forget("changes")
            self._show(None)
            return
        chosen = [self._versions[box.currentIndex()].id for box in (self.earlier, self.later)]
        self._state.jobs.ask(
            "changes",
            lambda _: (library.article(article, chosen[0]), library.article(article, chosen[1])),
            self._show,
        )

    def _show(self, pair: tuple[Article, Article] | None) -> None:
        self._pair = pair
        self._place = -1
        self._paint()

    def _paint(self) -> None:
        if self._pair is None:
            self.count = 0
            self.text.clear()
            self.summary.clear()
            return
        one, other = self._pair
        if one.version is None or other.version is None:
            return
        changes = compared(one.version.text, other.version.text)
        self.count = sum(change.kind is not Kind.SAME for change in changes)
        self.summary.setText(self._in_words(one, other))
        font = self._appearance.reading_font()
        self.text.document().setDefaultFont(font)
        self.text.setHtml("".join(self._marked(changes, one.version.text, other.version.text)))

    def _in_words(self, one: Article, other: Article) -> str:
        roster = roster_change(_names(one), _names(other))
        said = [counted(self.count, "{n} change", "{n} changes")]
        said += [say("{name} removed from the roster", name=shown(n)) for n in roster.removed]
        said += [say("{name} added to the roster", name=shown(n)) for n in roster.added]
        return " · ".join(said)

    def _marked(self, changes: tuple[Change, ...], old: str, new: str) -> Iterator[str]:
        theme = self._appearance.theme
        gone = (
            f"color:{theme.colour('danger').name()};"
            f"background-color:{theme.colour('accent_ground').name()};"
            "text-decoration:line-through"
        )
        come = (
            f"color:{theme.colour('side_a').name()};"
            f"background-color:{theme.colour('side_a_ground').name()};text-decoration:underline"
        )
        number, reached = 0, 0
        for change in changes:
            first, last = change.later
            if change.kind is Kind.SAME:
                # With the space before it, which belongs to no word.
                yield self._unchanged(new[reached:last])
                reached = last
                continue
            yield f' <a name="c{number}"></a>'
            number += 1
            if change.kind is not Kind.ADDED:
                removed = _html(old[slice(*change.earlier)])
                yield f'<span style="{gone}">[−{removed}]</span> '
            if change.kind is not Kind.REMOVED:
                yield f'<span style="{come}">[+{_html(new[first:last])}]</span>'
                reached = last

    def _unchanged(self, text: str) -> str:
        if self.only.isChecked() and len(text) > 2 * AROUND:
            return f"{_html(text[:AROUND])} … <br/>… {_html(text[-AROUND:])}"
        return _html(text)

    def step(self, by: int) -> None:
        """Go to the next change, or the one before; past the end it begins again."""
        if self.count:
            self._place = (self._place + by) % self.count if self._place >= 0 or by > 0 else -1
            self._place %= self.count
            self.text.scrollToAnchor(f"c{self._place}")


def _names(article: Article) -> list[str]:
    return list(dict.fromkeys(row.name for event in article.events for row in event.participants))


def _caption(number: int, version: VersionRow) -> str:
    when = version.first_captured_at
    said = moment(when) if when else say("capture time not known")
    caption = say("{number}: {when}", number=number, when=said)
    return caption if version.complete else say("{version}, cut short", version=caption)


def _html(text: str) -> str:
    return escape(shown(text)).replace("\n", "<br/>")
