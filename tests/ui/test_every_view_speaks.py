"""What a screen reader finds in every view of `dateline screenshots`: nothing without a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.paths import Paths
from ui import language
from ui.app import Application
from ui.screenshots.studio import Studio
from ui.screenshots.views import SITTINGS

ROLE = QAccessible.Role
# What a user works with; a pane or a layout between them needs no name.
CONTROLS = {
    *(ROLE.PushButton, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText),
    *(ROLE.List, ROLE.Table, ROLE.Tree, ROLE.Slider, ROLE.SpinBox, ROLE.MenuItem, ROLE.Link),
    *(ROLE.ListItem, ROLE.PageTab, ROLE.ButtonMenu, ROLE.ColorChooser),
}
DEEPEST = 30
CELLS = 60  # children looked at in one thing: a list of many rows says the same of each


def leaves(told: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Yield ``told`` and all that is inside it and on show."""
    if depth > DEEPEST or told.state().invisible:
        return
    yield told
    for place in range(min(told.childCount(), CELLS)):
        child = told.child(place)
        if child is not None and child.isValid():
            yield from leaves(child, depth + 1)


def nameless(shown: QWidget) -> set[str]:
    top: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(shown)
    assert top is not None
    found = set()
    for one in leaves(top):
        names = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
        if one.role() in CONTROLS and not any(one.text(kind) for kind in names):
            holder = one.object() or (one.parent().object() if one.parent() else None)
            found.add(f"{one.role().name} {type(holder).__name__} {holder and holder.objectName()}")
    return found


def test_no_control_of_any_view_is_without_a_name(
    qapp: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    language.choose("en")
    paths = Paths(tmp_path / "config", tmp_path / "libraries", tmp_path / "state")
    studio = Studio(qapp, paths)
    found, walked = {}, 0
    for view in SITTINGS[0].views:
        studio.window.resize(view.size)
        shown = view.prepare(studio) or studio.window
        studio.settle()
        top = QAccessible.queryAccessibleInterface(shown)
        walked += sum(1 for _ in leaves(top))
        missing = nameless(shown)
        if missing:
            found[view.name] = missing
        if shown is not studio.window and shown.isWindow():
            shown.close()
    studio.close()
    assert walked > 2000
    assert found == {}
