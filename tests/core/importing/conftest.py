"""Reading made-up bytes, and where real samples are."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.importing.limits import LIMITS, Limits
from desktop_app.importing.outlets.compose import dispatches
from desktop_app.importing.readers import HEAD, format_of
from desktop_app.importing.records import Refused, Source
from desktop_app.model.capture import Capture

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"


def read(name: str, content: bytes | str, limits: Limits = LIMITS, **mapping: str) -> list[Any]:
    """Read ``content`` as a file called ``name`` would be read."""
    raw = content.encode() if isinstance(content, str) else content
    source = Source(name, lambda: io.BytesIO(raw), len(raw), limits, mapping)
    kind = format_of(raw[:HEAD], source.suffix)
    assert kind is not None, "no format knows these bytes"
    return list(dispatches(kind.read(source), name))


def captures(name: str, content: bytes | str, **more: Any) -> list[Capture]:
    return [one for one in read(name, content, **more) if isinstance(one, Capture)]


def refused(name: str, content: bytes | str, **more: Any) -> list[Refused]:
    return [one for one in read(name, content, **more) if isinstance(one, Refused)]


@pytest.fixture(scope="session")
def corpus() -> Callable[[str], bytes]:
    """Give the bytes of a real sample; skips where the samples are not on this machine."""

    def content(name: str) -> bytes:
        if not CORPUS.is_dir():
            pytest.skip("the real samples are not on this machine")
        return (CORPUS / name).read_bytes()

    return content
