"""Rules on import: written down, tried without changing anything, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import UserError
from desktop_app.library.library import Library
from desktop_app.library.rules import Acts, Rule, Rules, Trial
from desktop_app.query.grammar import parse
from ui.importing.rule_form import RuleForm, worded
from ui.language import counted, number, say, tell

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class RulesDialog(QDialog):
    """The rules at the left, the chosen one at the right; a new one where none is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(say("Import rules"))
        self.resize(780, 430)
        self._window = window
        self._rules: tuple[Rule, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(say("Import rules"))
        self.list.setFixedWidth(210)
        self.form = RuleForm(window.state)
        self.told = worded("strong")
        self.new = _button(say("New rule"))
        self.delete = _button(say("Delete rule"))
        self.try_out = _button(say("Try"))
        self.try_out.setToolTip(say("Show what the rule finds now; nothing is changed"))
        self.save = QPushButton(say("Save rule"))
        self.save.setDefault(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        about = worded("soft")
        about.setText(
            say("After an import each rule acts on what came and what got a new version.")
        )
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addWidget(self.told)
        right.addStretch(1)
        right.addLayout(_row(None, self.try_out, self.save))
        self.kept = QWidget()  # not shown before there is a rule
        left = QVBoxLayout(self.kept)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.list, 1)
        left.addLayout(_row(self.new, self.delete, None))
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addWidget(self.kept)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(about)
        column.addLayout(both, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.list.installEventFilter(self)
        self.new.clicked.connect(self._begin)
        self.delete.clicked.connect(self._delete)
        self.try_out.clicked.connect(self._try)
        self.save.clicked.connect(self._save)
        self._window.steps.changed.connect(self._list)
        self._window.state.library_changed.connect(self.close)

    @property
    def _library(self) -> Library:
        library = self._window.state.library
        assert library is not None  # the dialog is closed with the library
        return library

    @property
    def chosen(self) -> Rule | None:
        """The rule that is being looked at; None while a new one is written."""
        row = self.list.currentRow()
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def _list(self) -> None:
        """List the rules as they now stand; what is being written stays as it is."""
        if not self.isVisible() or self._window.state.library is None:
            return
        chosen = self.chosen.id if self.chosen else ""
        rules = Rules(self._library).all()
        if rules != self._rules:
            self._rules = rules
            self.list.blockSignals(True)
            self.list.clear()
            self.list.addItems([one.name for one in rules])
            self._stand_on(chosen)
            self.list.blockSignals(False)
        self.kept.setVisible(bool(rules))
        self.delete.setEnabled(self.chosen is not None)

    def _stand_on(self, rule: str) -> None:
        self.list.setCurrentRow(
            next((n for n, one in enumerate(self._rules) if one.id == rule), -1)
        )

    def _show(self) -> None:
        """Put the chosen rule into the form."""
        self.form.show_rule(self.chosen or Rule("", "", "", Acts()))
        self.told.clear()
        self.delete.setEnabled(self.chosen is not None)

    def _begin(self) -> None:
        """Write a new rule; its question is what the window asks just now."""
        self.list.setCurrentRow(-1)
        self._show()
        self.form.question.setText(self._window.state.query.text())
        self.form.name.setFocus()

    def _written(self) -> Rule | None:
        """Return the rule as it stands in the form; None, and a sentence, where it is none."""
        form = self.form
        try:
            return Rules(self._library).checked(
                form.name.text(), form.question.text(), form.acts(), self.chosen
            )
        except UserError as error:
            hint = tell(error.hint) if error.hint else ""
            self.told.setText(f"{tell(error.message)} {hint}".strip())
            return None

    def _save(self) -> None:
        rule = self._written()
        if rule is None:
            return

        def then() -> None:
            self._list()
            self._stand_on(rule.id)
            self.told.setText(say("The rule is kept."))

        self._window.steps.do(lambda library: Rules(library).keep(rule), quiet=True, then=then)

    def _delete(self) -> None:
        rule = self.chosen
        if rule is not None:
            self._window.steps.do(lambda library: Rules(library).remove(rule), then=self._deleted)

    def _deleted(self) -> None:
        self._list()
        self._show()
        self.list.setFocus()

    def _try(self) -> None:
        """Say what the rule in the form finds, and show it in the list behind."""
        rule = self._written()
        if rule is None:
            return
        self._window.state.ask(parse(rule.text).query)
        self._window.jobs.ask(
            self, lambda job: Rules(self._library).try_out(rule, job), self._tell_trial
        )

    def _tell_trial(self, trial: Trial) -> None:
        found = counted(len(trial.all), "{n} dispatch", "{n} dispatches")
        self.told.setText(
            say(
                "Finds {found} in the library, {last} of the last import. Nothing was changed.",
                found=found,
                last=number(len(trial.last)),
            )
        )

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list()
        if self._rules:
            self.list.setCurrentRow(0)
            self._show()
            self.list.setFocus()
        else:
            self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() is QEvent.Type.KeyPress and pressed == Qt.Key.Key_Delete:
            self._delete()
            return True
        return super().eventFilter(watched, event)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Lay buttons side by side; None takes the room that is left."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
