"""Python's rubbish is collected in the window's thread alone.

Python looks for it in whichever thread happens to make the next object. Where that is one that
answers questions, parts of a closed window would be taken apart there, and Qt crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # milliseconds


class Rubbish(QObject):
    """Collects what Python would have collected by itself, between two events of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Keep what is there for good, and look through what comes after it."""
        gc.disable()
        gc.freeze()  # hardly anything that a start makes is ever thrown away
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, by Python's own measure."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [age for age, (count, most) in enumerate(due) if count > most]
        if generations:
            gc.collect(generations[-1])
