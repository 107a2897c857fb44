"""Where things live on this machine; the only place that knows appdirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import appdirs

_HERE = Path(__file__).resolve().parent
_BUNDLED = _HERE / "_bundled"


def resources() -> Path:
    """Return the folder of icons, themes, word lists and the sample library (read-only)."""
    inside_wheel = _BUNDLED / "resources"
    return inside_wheel if inside_wheel.is_dir() else _HERE.parent / "resources"


def bundled() -> Path | None:
    """Return the folder that must be on ``sys.path`` for ``ui``, or None in a checkout."""
    return _BUNDLED if (_BUNDLED / "ui").is_dir() else None


@dataclass(frozen=True, slots=True)
class Paths:
    """The user's own folders: settings, libraries, logs."""

    config: Path
    libraries: Path
    state: Path

    @classmethod
    def of_this_user(cls) -> Paths:
        """Return the folders that this system gives to this user's programs."""
        return cls(
            config=Path(appdirs.user_config_dir("dateline", False)),
            libraries=Path(appdirs.user_data_dir("dateline", False)),
            state=Path(appdirs.user_state_dir("dateline", False)),
        )
