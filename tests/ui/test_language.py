"""The window speaks Korean as it speaks English: every word of it, with the same places."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app import messages
from desktop_app.model.called import KINDS, LANGUAGES, ROLES
from tests.conftest import Fill
from tests.ui.conftest import settled
from ui import language
from ui.action_rows import MENUS, ROWS
from ui.app import Application
from ui.article_list.columns import COLUMNS
from ui.language import say
from ui.main_window import MainWindow

# The folder has the name of an installed library, so its script is loaded by its place.
_spec = spec_from_file_location(
    "catalogue", Path(language.__file__).parent.parent / "packaging" / "catalogue.py"
)
assert _spec is not None
assert _spec.loader is not None
catalogue = module_from_spec(_spec)
_spec.loader.exec_module(catalogue)

KOREAN = catalogue.TRANSLATIONS / "ko" / "LC_MESSAGES" / "dateline.po"
SAID: dict[str, str] = catalogue.read_po(KOREAN)


@pytest.fixture
def korean() -> Iterator[None]:
    language.choose("ko")
    yield
    language.choose("en")


def sentences_of(file: Path) -> Iterator[str]:
    """Yield the plain strings that ``file`` gives to `say` and `counted`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = {"say": slice(0, 1), "counted": slice(1, 3), "written": slice(1, 2)}
            for argument in node.args[place.get(node.func.id, slice(0, 0))]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def test_every_sentence_of_the_window_is_in_the_catalogue() -> None:
    ui = Path(language.__file__).parent
    wanted = {one for file in ui.rglob("*.py") for one in sentences_of(file)}
    wanted |= {row.text for row in ROWS} | set(MENUS)
    wanted |= {column.heading or column.called for column in COLUMNS}
    wanted |= {*KINDS.values(), *ROLES.values(), *LANGUAGES.values()}
    wanted |= {"Text", "Original", "Name", "Title", "Role", "Certainty", "File", "Reason"}
    assert len(wanted) > 200
    assert sorted(wanted - set(SAID)) == []


def sentences_of_the_core(file: Path) -> Iterator[str]:
    """Yield the plain strings that ``file`` makes messages of, or reports progress with."""
    place = {"message": slice(0, 1), "report": slice(0, 1), "each": slice(1, 2)}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for argument in node.args[place.get(called, slice(0, 0))]:
                for part in ast.walk(argument):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def test_what_the_core_says_is_in_the_same_catalogue() -> None:
    core = Path(messages.__file__).parent
    wanted = {one for file in core.rglob("*.py") for one in sentences_of_the_core(file)} - {""}
    assert len(wanted) > 200
    missing = sorted(wanted - set(SAID))
    # A sentence that is new may be English for a while; a language of which a tenth lacks is none.
    assert len(missing) < len(wanted) / 10, missing


def test_qt_s_own_buttons_speak_korean_too(qapp: Application) -> None:
    qapp.speak("ko")
    try:
        said = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        assert said.button(QDialogButtonBox.StandardButton.Close).text() == "닫기"
    finally:
        qapp.speak("en")
    said = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    assert said.button(QDialogButtonBox.StandardButton.Close).text() == "Close"


def test_translations_have_the_places_of_their_sentences() -> None:
    for english, korean_words in SAID.items():
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(
            re.findall(r"\{\w+\}", korean_words)
        ), english


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    assert KOREAN.with_suffix(".mo").read_bytes() == catalogue.compiled(SAID)


def test_days_and_sentences_are_written_the_korean_way(korean: None) -> None:
    assert say("Export…") == "내보내기…"
    assert language.long_day(date(2023, 9, 14)) == "2023년 9월 14일 목요일"
    assert language.counted(2, "{n} dispatch", "{n} dispatches") == "기사 2건"


def test_hangul_is_composed_in_the_search_bar_without_loss(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 지도 방문", "2023-09-15 회담")
    settled(window, qtbot)
    edit = window.filter_bar.edit
    edit.setFocus()
    for composed in ("ㅈ", "지", "짇"):
        QApplication.sendEvent(edit, QInputMethodEvent(composed, []))
        assert edit.text() == ""
    committed = QInputMethodEvent("도", [])
    committed.setCommitString("지")
    QApplication.sendEvent(edit, committed)
    ended = QInputMethodEvent("", [])
    ended.setCommitString("도")
    QApplication.sendEvent(edit, ended)
    assert edit.text() == "지도"
    qtbot.waitUntil(lambda: window.list.rows.rowCount() == 1)
    settled(window, qtbot)
