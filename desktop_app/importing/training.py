"""A dictionary for small files: what the pages of a site share is stored once, not in each."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import zstandard

from desktop_app.importing.walk import File

FEWEST = 200  # files; the dictionary itself costs what it saves on a hundred pages
_MOST = 400
_LARGEST = 256 << 10
_LOOKED_AT = 16 << 10  # bytes of each file: its head and frame, where pages are alike
_SIZE = 64 << 10


def dictionary_for(files: Sequence[File]) -> bytes:
    """Return a dictionary made from small ``files``, one in so many; empty for too few."""
    small = [file for file in files if 0 < file.size <= _LARGEST]
    if len(small) < FEWEST:
        return b""
    samples: list[bytes | bytearray | memoryview] = []
    for file in small[:: max(1, len(small) // _MOST)][:_MOST]:
        with suppress(OSError), open(file.path, "rb") as opened:  # noqa: PTH123 - may be no Path
            samples.append(opened.read(_LOOKED_AT))
    try:
        return zstandard.train_dictionary(_SIZE, samples, k=256, d=8).as_bytes()
    except zstandard.ZstdError:  # too little in them, or nothing alike
        return b""
