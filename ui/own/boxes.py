"""The small boxes for correcting: a new row, a side, an event, and why a row is there."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library.appearances import sentence_of
from desktop_app.library.correcting import Cells
from desktop_app.model.article import Article
from desktop_app.model.participant import Event, EventKind, Participant, Role
from desktop_app.reading.why import why
from ui.article.participant_model import read_as
from ui.article.sides import certainty_word, event_words
from ui.kinds import kind_name, role_name
from ui.language import say, tell


class _Box(QDialog):
    """A form with OK and Cancel."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self.form = QFormLayout()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(buttons)

    def line(self, label: str, widget: QWidget) -> None:
        widget.setAccessibleName(label)
        self.form.addRow(label, widget)


class SideBox(_Box):
    """Asks for the side of a row."""

    def __init__(self, parent: QWidget, article: Article, row: Participant) -> None:
        super().__init__(parent, say("Side of {name}", name=row.name))
        self.side = _sides(article, row.side)
        self.line(say("Side"), self.side)
        self.side.setFocus()


class RowBox(_Box):
    """Asks what a person whose name was marked took part as."""

    def __init__(
        self, parent: QWidget, article: Article, words: str, beside: Participant | None
    ) -> None:
        super().__init__(parent, say("Make a participant"))
        self.name = QLineEdit(words)
        self.title = QLineEdit()
        self.role = _choice(list(Role), role_name, beside.role if beside else Role.PRESENT)
        self.side = _sides(article, beside.side if beside else None)
        self.of_event = QComboBox()
        for event in article.events:
            self.of_event.addItem(event_words(event))
        for label, widget in (
            (say("Role"), self.role),
            (say("Name"), self.name),
            (say("Title"), self.title),
            (say("Side"), self.side),
        ):
            self.line(label, widget)
        if len(article.events) > 1:
            self.line(say("Event"), self.of_event)
            for number, one in enumerate(article.events):
                if beside in one.participants:
                    self.of_event.setCurrentIndex(number)
        self.role.setFocus()

    def cells(self) -> Cells:
        """Return what was chosen."""
        return Cells(
            self.name.text(),
            self.title.text(),
            self.side.currentText(),
            Role(self.role.currentData()),
        )


class EventBox(_Box):
    """Asks for kind, days and place of an event."""

    def __init__(self, parent: QWidget, event: Event) -> None:
        super().__init__(parent, say("Correct the event"))
        self._event = event
        self.kind = _choice(list(EventKind), kind_name, event.kind)
        self.first, self.last = QLineEdit(), QLineEdit()
        if event.happened:
            self.first.setText(event.happened.first.isoformat())
            self.last.setText(event.happened.last.isoformat())
        for edit in (self.first, self.last):
            edit.setPlaceholderText("2023-09-14")
        self.place = QLineEdit(event.place or "")
        self.line(say("Kind"), self.kind)
        self.line(say("First day"), self.first)
        self.line(say("Last day"), self.last)
        self.line(say("Place"), self.place)
        self.kind.setFocus()

    def said(self) -> dict[str, Any]:
        """Return what differs from the event; days that are none are left as they were."""
        said: dict[str, Any] = {}
        if self.kind.currentData() != str(self._event.kind):
            said["kind"] = EventKind(self.kind.currentData())
        if self.place.text().strip() != (self._event.place or ""):
            said["place"] = self.place.text()
        with suppress(ValueError):
            first = date.fromisoformat(self.first.text().strip())
            last = date.fromisoformat(self.last.text().strip() or self.first.text().strip())
            was = self._event.happened
            if was is None or (was.first, was.last) != (first, last):
                said["days"] = (first, max(first, last))
        return said


class WhyBox(QDialog):
    """Says why a row is there, how sure that is, and shows the sentence."""

    def __init__(self, parent: QWidget, article: Article, row: Participant) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Why is {name} here?", name=row.name))
        told = [tell(why(row.read_as.rule if row.read_as else row.rule))]
        if row.read_as is not None:
            told.append(read_as(row))
        certainty = row.read_as.certainty if row.read_as else row.certainty
        told.append(
            say(
                "Name and role are right with a probability of {percent}: {word}.",
                percent=f"{certainty:.0%}",
                word=certainty_word(certainty),
            )
        )
        sentence = sentence_of(article.version.text, row) if article.version else ""
        if sentence:
            told.append(f"“{sentence}”")
        self.said = QLabel("\n\n".join(told))
        self.said.setWordWrap(True)
        self.said.setFixedWidth(460)  # a wrapped label knows its height only by its width
        self.said.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(buttons)


def _choice(values: list[Any], named: Any, chosen: str) -> QComboBox:
    box = QComboBox()
    for value in values:
        box.addItem(named(str(value)), str(value))
    box.setCurrentIndex(max(0, box.findData(str(chosen))))
    return box


def _sides(article: Article, chosen: str | None) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    sides = [row.side for event in article.events for row in event.participants]
    box.addItems(["", *dict.fromkeys(side for side in sides if side)])
    box.setCurrentText(chosen or "")
    return box
