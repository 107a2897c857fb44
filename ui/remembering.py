"""Keeps how a window stands, and brings it back: between widgets and `window_memory`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from desktop_app.query.grammar import parse
from ui.window_memory import Memory, recall, remember

if TYPE_CHECKING:
    from desktop_app.library.library import Library
    from ui.main_window import MainWindow

SELECTED_AT_MOST = 500  # rows; more are a question, and that is kept as one


def come_back(window: MainWindow) -> None:
    """Put the window as it was left when this library was open last."""
    library = window.state.library
    if library is None:
        return
    memory = recall(window.paths.state, library.path, window.libraries.number)
    if memory.geometry and not window.placed:
        window.restoreGeometry(QByteArray.fromBase64(memory.geometry.encode()))
    window.panes.come_back_to(memory.panes)
    article = memory.panes.get("article", [])
    if len(article) == window.article.split.count():
        window.article.split.setSizes(article)
    window.list.restore_layout(memory.columns, memory.hidden)
    window.timeline.restore(memory.timeline, memory.split)
    if memory.text_size:
        window.appearance.resize_text(memory.text_size)
    known = [library.article_id(one) for one in memory.selected]
    window.list.come_back_to(memory.top_row, [one for one in known if one is not None])
    window.state.remember(memory.history)
    window.state.start_with(parse(memory.query).query)
    window.list.setFocus()
    if memory.article:
        window.article.text.come_back_to(memory.read_to)
        window.state.choose(library.article_id(memory.article))


def keep(window: MainWindow) -> None:
    """Note how the window stands, for the next time this library is opened."""
    library = window.state.library
    if library is None:
        return
    chosen = [int(one) for one in window.state.selection]
    panes = {**window.panes.kept(), "article": window.article.split.sizes()}
    memory = Memory(
        geometry=bytes(window.saveGeometry().toBase64().data()).decode(),
        panes=panes,
        columns=window.list.layout_text(),
        hidden=window.list.hidden_columns(),
        query=window.filter_bar.text(),
        history=list(window.state.history),
        article="".join(_public_ids(library, [window.state.article])),
        top_row=max(0, window.list.rowAt(0)),
        selected=_public_ids(library, chosen) if 1 < len(chosen) <= SELECTED_AT_MOST else [],
        read_to=window.article.text.verticalScrollBar().value(),
        text_size=window.appearance.text_size,
        timeline=window.timeline.days,
        split=window.timeline.split.currentData(),
        month=window.calendar.month.isoformat(),
    )
    remember(window.paths.state, library.path, memory, window.libraries.number)


def _public_ids(library: Library, articles: Sequence[int | None]) -> list[str]:
    return [row.public_id for row in library.rows(one for one in articles if one is not None)]
