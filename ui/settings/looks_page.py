"""How Dateline looks, speaks and counts as read: each choice holds at once, in every window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

from ui import language
from ui.habits import Habits
from ui.language import LANGUAGES, say
from ui.theme import LARGEST, SMALLEST, Appearance

THEMES = {
    "system": "as the system",
    "light": "light",
    "dark": "dark",
    "contrast-light": "high contrast",
    "contrast-dark": "high contrast, dark",
}


class LooksPage(QWidget):
    """Colours, language, how dispatches are set, and when they count as read."""

    def __init__(
        self,
        appearance: Appearance,
        habits: Habits,
        speak: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._habits = appearance, habits
        self.theme = QComboBox()
        for name, words in THEMES.items():
            self.theme.addItem(say(words), name)
        self.language = QComboBox()
        for name, words in LANGUAGES.items():
            self.language.addItem(words, name)
        self.text_size = QSpinBox()
        self.text_size.setRange(SMALLEST, LARGEST)
        self.text_size.setSuffix(" px")
        self.sans = QCheckBox(say("Read in sans serif"))
        self.compact = QCheckBox(say("Compact rows"))
        self.reads = QCheckBox(say("Opening a dispatch marks it as read"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 18, 0, 0)
        form.setSpacing(12)
        for words, field in (
            ("Colours", self.theme),
            ("Language", self.language),
            ("Size of the text", self.text_size),
            ("", self.sans),
            ("", self.compact),
            ("", self.reads),
        ):
            form.addRow(say(words) if words else "", field)
            if words:
                field.setAccessibleName(say(words))
        self._show()
        self.theme.activated.connect(lambda _: appearance.choose(self.theme.currentData()))
        self.language.activated.connect(lambda _: speak(self.language.currentData()))
        self.text_size.valueChanged.connect(appearance.resize_text)
        self.sans.toggled.connect(lambda on: appearance.set_serif(serif=not on))
        self.compact.toggled.connect(lambda on: appearance.set_density(comfortable=not on))
        self.reads.toggled.connect(lambda on: habits.set_reading(on_opening=on))
        for told in (appearance, habits):
            told.changed.connect(self._show)

    def _show(self) -> None:
        """Show how things are, also where a menu changed them."""
        looks = self._appearance
        self.theme.setCurrentIndex(self.theme.findData(looks.wish))
        self.language.setCurrentIndex(self.language.findData(language.spoken()))
        for field, value in (
            (self.sans, not looks.serif),
            (self.compact, not looks.comfortable),
            (self.reads, self._habits.reads_on_opening),
        ):
            field.blockSignals(True)
            field.setChecked(value)
            field.blockSignals(False)
        self.text_size.blockSignals(True)
        self.text_size.setValue(looks.text_size)
        self.text_size.blockSignals(False)
