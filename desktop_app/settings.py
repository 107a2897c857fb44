"""What the user decided, kept as TOML in the configuration folder."""

from __future__ import annotations

import dataclasses
import json
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks and speaks; ``text_size`` is in pixels."""

    theme: str = "system"
    language: str = "system"
    text_size: int = 15
    serif: bool = True
    comfortable: bool = True


def read_settings(folder: Path) -> Settings:
    """Return what stands in ``folder``; the usual where there is nothing, or nothing sound.

    A key of a newer program is passed over, and a value of the wrong kind counts as unsaid.
    """
    try:
        told = tomllib.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    usual = Settings()
    said = {
        field.name: told[field.name]
        for field in dataclasses.fields(Settings)
        if type(told.get(field.name)) is type(getattr(usual, field.name))
    }
    return dataclasses.replace(usual, **said)


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep ``settings`` in ``folder``; where that cannot be written, they hold until the end."""
    # A JSON string, number or truth value is one of TOML too.
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in dataclasses.asdict(settings).items()
    ]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / (FILE + ".part")
        part.write_text("\n".join(lines) + "\n", "utf-8")
        part.replace(folder / FILE)
