"""What every test may ask for: a real library in a temporary folder, filled by one line each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.library.found import found
from desktop_app.library.library import Library
from desktop_app.library.originals import Compressor, Original
from desktop_app.library.taking import Taken
from desktop_app.model.capture import Capture
from desktop_app.model.days import DayFrom
from desktop_app.reading.dateline import find_dateline

Fill = Callable[..., list[Taken]]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library that this test may write to."""
    with Library.create(tmp_path / "Made up.dateline") as made:
        yield made


def capture_of(line: str, text: str = "", **more: Any) -> Capture:
    """Make a capture of ``YYYY-MM-DD Title``; without a day where the line has none."""
    first, _, rest = line.partition(" ")
    try:
        published: date | None = date.fromisoformat(first)
        title = rest
    except ValueError:
        published, title = None, line
    values: dict[str, Any] = {
        "locator": "",
        "title": title,
        "text": text or f"{title} was reported by the agency, and nothing else of {title}.",
        "outlet": "KCNA",
        "site": "kcna.kp",
        "language": "ko" if any("가" <= letter <= "힣" for letter in line) else "en",
        "published": published,
        "published_from": DayFrom.PAGE if published else None,
        **more,
    }
    made = Capture(**values)
    return made if made.dateline else replace(made, dateline=find_dateline(made.text))


def take(library: Library, name: str, captures: Sequence[Capture]) -> list[Taken]:
    """Put ``captures`` into ``library`` as one original called ``name``."""
    content = (name + "\n" + "\n".join(c.title + c.text for c in captures)).encode(
        "utf-8", "surrogatepass"
    )
    sha256 = hashlib.sha256(content).hexdigest()
    original = Original(sha256, name, name, len(content), None, (Compressor().chunk(content),))
    with library.taking(name) as taking:
        number = taking.original(original)
        taken = taking.take(number, [found(capture) for capture in captures])
        taking.read_whole(number)
    return taken


@pytest.fixture
def fill(library: Library) -> Fill:
    """Fill the library: ``fill("2024-01-02 Guidance", …)``, one capture a line."""
    number = 0

    def filled(*lines: str, **more: Any) -> list[Taken]:
        nonlocal number
        number += 1
        captures = [
            capture_of(line, locator=f"line {place}", item_on_page=place, **more)
            for place, line in enumerate(lines)
        ]
        return take(library, f"made-up-{number}.txt", captures)

    return filled
