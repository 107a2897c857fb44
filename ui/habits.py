"""What the user wants done by itself, one answer for all windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.settings import Settings


class Habits(QObject):
    """Whether opening a dispatch marks it as read; `changed` tells whoever shows or keeps it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reads_on_opening = True

    def recall(self, settings: Settings) -> None:
        """Do as the user decided earlier."""
        self.reads_on_opening = settings.reads_on_opening

    def set_reading(self, *, on_opening: bool) -> None:
        """Count dispatches as read when they are opened, or only when they are marked."""
        self.reads_on_opening = on_opening
        self.changed.emit()
