"""The made-up sample library: its texts come with the program, its folder is the user's."""

from __future__ import annotations

from pathlib import Path

from desktop_app.paths import Paths, resources


def sample_texts() -> list[Path]:
    """Return the files that the sample library is filled from."""
    return [resources() / "sample_library"]


def sample_folder(paths: Paths) -> Path:
    """Return where the sample library stands once it was opened."""
    return paths.libraries / "Sample library.dateline"
