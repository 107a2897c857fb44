"""Which keys each action has: the table's, but for what the user chose instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from ui.language import say

if TYPE_CHECKING:
    from ui.action_rows import ActionRow


@cache
def by_name() -> Mapping[str, ActionRow]:
    """Return the table of actions by their names."""
    from ui.action_rows import ROWS  # the first window is painted before

    return {row.name: row for row in ROWS}


class Keys(QObject):
    """The keys of the whole program; windows give them to their actions on `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen: dict[str, tuple[str, ...]] = {}

    def recall(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Use what the user decided earlier; actions that are no more are passed over."""
        self.chosen = {name: keys for name, keys in chosen.items() if name in by_name()}
        self.changed.emit()

    def of(self, row: ActionRow) -> tuple[str, ...]:
        return self.chosen.get(row.name, row.keys)

    def in_words(self, row: ActionRow) -> str:
        """Return the keys of an action as the system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(key).toString(native) for key in self.of(row))

    def holder(self, key: str, but: str = "") -> ActionRow | None:
        """Return the action that ``key`` belongs to now, ``but`` one aside."""
        wanted = QKeySequence(key)
        rows = (row for row in by_name().values() if row.name != but)
        return next(
            (row for row in rows if any(QKeySequence(k) == wanted for k in self.of(row))), None
        )

    def choose(self, name: str, key: str) -> None:
        """Give ``key`` alone to an action ("": none); whoever had it goes without."""
        holder = self.holder(key, but=name) if key else None
        if holder is not None:
            self._set(holder, without(self.of(holder), key))
        self._set(by_name()[name], (key,) if key else ())
        self.changed.emit()

    def reset(self, names: Iterable[str]) -> None:
        """Give actions their usual keys again; whoever has them now goes without."""
        for name in names:
            row = by_name()[name]
            for key in row.keys:
                holder = self.holder(key, but=name)
                if holder is not None:
                    self._set(holder, without(self.of(holder), key))
            self.chosen.pop(name, None)
        self.changed.emit()

    def reset_all(self) -> None:
        self.chosen.clear()
        self.changed.emit()

    def _set(self, row: ActionRow, keys: tuple[str, ...]) -> None:
        if keys == row.keys:
            self.chosen.pop(row.name, None)
        else:
            self.chosen[row.name] = keys


def without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(one for one in keys if QKeySequence(one) != QKeySequence(key))


def refusal(row: ActionRow, key: str) -> str:
    """Say why ``key`` cannot be that of an action; "" where it can."""
    plain = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    if len(plain) == 1 and not row.reading:
        return say("A single letter can only be a key of what is done in the list and the text.")
    if plain in ("Tab", "Shift+Tab", "Return", "Enter", "Up", "Down", "Left", "Right"):
        return say("This key moves about in the window.")
    return ""
