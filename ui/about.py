"""What this program is, what it carries of others, and that it leaves the network alone."""

from __future__ import annotations

import importlib.metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.paths import resources
from ui.language import say
from ui.notices import versions

_INSIDE = "licences/NOTICES.md"  # written by the packagers; a checkout has none


class AboutBox(QDialog):
    """Version, licence, where releases are, and the notices of all that is inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("About Dateline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 560)
        told = QLabel(
            "\n".join(
                (
                    versions(),
                    say("Nothing leaves this computer, and no updates are looked for."),
                    say("Newer releases are found where you got this one."),
                )
            )
        )
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notices = QTextBrowser()
        self.notices.setMarkdown(notices())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.notices)
        column.addWidget(buttons)


def notices() -> str:
    """Return the notices that came with this package; in a checkout, what is installed."""
    file = resources() / _INSIDE
    if file.is_file():
        return file.read_text(encoding="utf-8")
    installed = sorted(
        {
            (each.metadata["Name"], each.version)
            for each in importlib.metadata.distributions()
            if each.metadata["Name"]
        },
        key=lambda named: named[0].lower(),
    )
    rows = "\n".join(f"- {name} {version}" for name, version in installed)
    return f"{say('Dateline is under the MIT licence. It uses:')}\n\n{rows}\n"
