"""Where the reader was: window, panes, columns, query, selection and scroll, per library."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

RECENT = 12


@dataclass(frozen=True, slots=True)
class Memory:
    """All that a window needs to come back as it was left; texts are Qt's own, in base64."""

    geometry: str = ""
    panes: dict[str, list[int]] = field(default_factory=dict)
    columns: str = ""
    hidden: list[str] = field(default_factory=list)
    query: str = ""
    history: list[str] = field(default_factory=list)
    article: str = ""
    top_row: int = 0
    selected: list[str] = field(default_factory=list)
    read_to: int = 0
    text_size: int = 0
    timeline: list[float] = field(default_factory=list)
    split: str = "kind"
    month: str = ""


def _file(state: Path, library: Path, number: int) -> Path:
    path = library.resolve()
    # Not by SHA-256: loading OpenSSL would cost the first paint 3 ms.
    name = f"{path.stem[:40]}-{zlib.crc32(bytes(path)):08x}"
    return state / "windows" / f"{name}{f'-{number}' if number else ''}.json"


def remember(state: Path, library: Path, memory: Memory, number: int = 0) -> None:
    """Keep ``memory`` for the next time that this window of ``library`` is opened."""
    _write(_file(state, library, number), asdict(memory))


def recall(state: Path, library: Path, number: int = 0) -> Memory:
    """Return how a window of ``library`` was left; the plain start where nothing is known."""
    told = _read(_file(state, library, number))
    known = {name: told[name] for name in Memory.__slots__ if name in told}
    plain = asdict(Memory())
    fits = {name: value for name, value in known.items() if type(value) is type(plain[name])}
    return Memory(**fits)


def recent(state: Path) -> list[Path]:
    """Return the libraries opened last, newest first, that are still there."""
    paths = _read(state / "recent.json").get("libraries", [])
    return [Path(path) for path in paths if isinstance(path, str) and Path(path).is_dir()]


def keep_session(state: Path, libraries: Sequence[Path]) -> None:
    """Note which libraries the windows show, one a window, for the next start."""
    _write(state / "session.json", {"libraries": [str(path) for path in libraries]})


def session(state: Path) -> list[Path]:
    """Return what the windows showed last; the library opened last where nothing is known."""
    told = _read(state / "session.json").get("libraries")
    if not isinstance(told, list):
        return recent(state)[:1]
    return [Path(path) for path in told if isinstance(path, str) and Path(path).is_dir()]


def opened(state: Path, library: Path) -> None:
    """Note that ``library`` was opened just now."""
    others = [path for path in recent(state) if path != library.resolve()]
    paths = [str(path) for path in [library.resolve(), *others][:RECENT]]
    _write(state / "recent.json", {"libraries": paths})


def forgotten(state: Path, library: Path) -> None:
    """Take ``library`` off the list of recent ones."""
    paths = [str(path) for path in recent(state) if path != library.resolve()]
    _write(state / "recent.json", {"libraries": paths})


def _read(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # lost or damaged memory costs the reader a layout, never a start
    return told if isinstance(told, dict) else {}


def _write(file: Path, told: dict[str, Any]) -> None:
    # Where nothing may be written the next start is a plain one; that is no reason to stop this.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(told, indent=1), encoding="utf-8")
        fresh.replace(file)
