"""Keeps how a window stands, and brings it back: between widgets and `window_memory`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter

from desktop_app.query.grammar import parse
from ui.window_memory import Memory, recall, remember

if TYPE_CHECKING:
    from ui.main_window import MainWindow

PANES = ("left", "list", "article", "timeline")


def come_back(window: MainWindow) -> None:
    """Put the window as it was left when this library was open last."""
    library = window.state.library
    if library is None:
        return
    memory = recall(window.paths.state, library.path)
    if memory.geometry:
        window.restoreGeometry(QByteArray.fromBase64(memory.geometry.encode()))
    for name, splitter in _splitters(window).items():
        sizes = memory.panes.get(name, [])
        if len(sizes) == splitter.count():
            splitter.setSizes(sizes)
    for place in memory.panes.get("hidden", []):
        window.pane(PANES[place]).hide()
    window.list.restore_layout(memory.columns, memory.hidden)
    window.timeline.restore(memory.timeline, memory.split)
    window.list.come_back_to(memory.top_row)
    window.state.remember(memory.history)
    window.state.start_with(parse(memory.query).query)
    window.list.setFocus()
    if memory.article:
        window.state.choose(library.article_id(memory.article))


def keep(window: MainWindow) -> None:
    """Note how the window stands, for the next time this library is opened."""
    library = window.state.library
    if library is None:
        return
    shown = window.article.article
    panes = {name: splitter.sizes() for name, splitter in _splitters(window).items()}
    panes["hidden"] = [at for at, name in enumerate(PANES) if not window.pane_shown(name)]
    memory = Memory(
        geometry=bytes(window.saveGeometry().toBase64().data()).decode(),
        panes=panes,
        columns=window.list.layout_text(),
        hidden=window.list.hidden_columns(),
        query=window.filter_bar.text(),
        history=list(window.state.history),
        article=shown.row.public_id if shown else "",
        top_row=max(0, window.list.rowAt(0)),
        timeline=window.timeline.days,
        split=window.timeline.split.currentData(),
        month=window.calendar.month.isoformat(),
    )
    remember(window.paths.state, library.path, memory)


def _splitters(window: MainWindow) -> dict[str, QSplitter]:
    return {"across": window.across, "down": window.down, "article": window.article.split}
