"""Help > About says what this is and what it carries, and offers nothing from a network."""

from PySide6.QtWidgets import QLabel

from desktop_app import __version__
from ui import about


def test_about_tells_version_and_parts(qtbot):
    box = about.AboutBox()
    qtbot.addWidget(box)
    said = box.notices.toPlainText()
    assert "MIT" in said
    assert "pyqtgraph" in said
    assert any(__version__ in label.text() for label in box.findChildren(QLabel))


def test_about_shows_the_notices_that_the_packagers_wrote(tmp_path, monkeypatch):
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "NOTICES.md").write_text("# What is inside\n", encoding="utf-8")
    monkeypatch.setattr(about, "resources", lambda: tmp_path)
    assert about.notices() == "# What is inside\n"
