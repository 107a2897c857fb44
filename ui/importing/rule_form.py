"""What a rule on import is called, asks and does, to be written down."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from desktop_app.library.rules import Acts, Rule
from desktop_app.query.query import Query
from ui.filter_bar.asking import read_typed
from ui.filter_bar.completion import Completion
from ui.language import say
from ui.state import BrowserState


class RuleForm(QWidget):
    """The fields of one rule; the question completes as in the search bar, and tells mistakes."""

    def __init__(self, state: BrowserState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.question = QLineEdit(), QLineEdit()
        self.question.setPlaceholderText("person:… title:…")
        self.completion = Completion(self.question, state)
        self.hint = worded("unsure")
        self.star = QCheckBox(say("Star them"))
        self.read = QCheckBox(say("Mark them as read"))
        self.tags, self.collections = QLineEdit(), QLineEdit()
        for edit in (self.tags, self.collections):
            edit.setPlaceholderText(say("one or several, with commas between"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        for label, widget in (
            (say("Name"), self.name),
            (say("Question"), self.question),
            ("", self.hint),
            ("", self.star),
            ("", self.read),
            (say("Tags"), self.tags),
            (say("Collections"), self.collections),
        ):
            if label:
                widget.setAccessibleName(label)
            form.addRow(label, widget)
        self.question.textChanged.connect(self._say_hint)

    def show_rule(self, rule: Rule) -> None:
        """Put ``rule`` into the fields."""
        self.name.setText(rule.name)
        self.question.setText(rule.text)
        self.star.setChecked(rule.acts.star)
        self.read.setChecked(rule.acts.read)
        self.tags.setText(", ".join(rule.acts.tags))
        self.collections.setText(", ".join(rule.acts.collections))

    def acts(self) -> Acts:
        """Return what the rule does, as it is written now."""
        return Acts(
            self.star.isChecked(),
            self.read.isChecked(),
            _names(self.tags.text()),
            _names(self.collections.text()),
        )

    def _say_hint(self, text: str) -> None:
        said = read_typed(text, Query()).hint
        self.hint.setText(said)
        self.question.setAccessibleDescription(said)


def worded(look: str) -> QLabel:
    """Return a label for a sentence, which may take several lines."""
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name for one in typed.split(",") if (name := " ".join(one.split())))
