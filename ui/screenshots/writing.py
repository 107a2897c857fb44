"""Every picture into a folder, from the made-up sample library, without a screen."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler

from desktop_app.errors import UserError
from desktop_app.messages import message
from desktop_app.paths import Paths
from ui.app import Application
from ui.sample import sample_texts
from ui.screenshots.studio import Studio, leave_out_what_no_screen_means
from ui.screenshots.views import SITTINGS


def write(target: Path, only: Collection[str] = ()) -> int:
    """Write every picture into ``target``, or ``only`` those of these names."""
    if not all(path.exists() for path in sample_texts()):
        raise UserError(
            message("The sample library did not come with this Dateline."),
            message("Install Dateline again."),
        )
    target.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(leave_out_what_no_screen_means)
    application = Application()
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        home = Path(folder)
        for number, sitting in enumerate(SITTINGS):
            views = [view for view in sitting.views if sitting.named(view, only)]
            if not views:
                continue
            paths = Paths(home / "config", home / "libraries", home / f"state-{number}")
            application.speak(sitting.language)
            application.appearance.choose(sitting.theme)
            studio = Studio(application, paths)
            for view in views:
                names = sitting.named(view, only)
                studio.take(view, {target / f"{name}.png": names[name] for name in names})
            studio.close()
    return 0
