"""What the user decided, kept as TOML in the configuration folder."""

from __future__ import annotations

import dataclasses
import json
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks, speaks and does; ``text_size`` is in pixels.

    ``keys`` are those that the user gave to actions, by the action's name.
    """

    theme: str = "system"
    language: str = "system"
    text_size: int = 15
    serif: bool = True
    comfortable: bool = True
    reads_on_opening: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
        one.name: told[one.name]
        for one in dataclasses.fields(Settings)
        if type(told.get(one.name)) is type(getattr(usual, one.name))
    }
    said["keys"] = _keys(said.get("keys", {}))
    return dataclasses.replace(usual, **said)


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep ``settings`` in ``folder``; where that cannot be written, they hold until the end."""
    told = dataclasses.asdict(settings)
    keys = told.pop("keys")
    # A JSON string, number, truth value or list of strings is one of TOML too.
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]
    lines += ["[keys]", *(f"{name} = {json.dumps(each)}" for name, each in keys.items())]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / (FILE + ".part")
        part.write_text("\n".join(lines) + "\n", "utf-8")
        part.replace(folder / FILE)


def _keys(told: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Return what is sound of the keys that were told."""
    return {
        name: tuple(key for key in keys if isinstance(key, str))
        for name, keys in told.items()
        if isinstance(keys, list)
    }
