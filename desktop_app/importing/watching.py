"""Watched folders: which files have arrived there and stopped growing.

Looking again and again is all there is: it works on network drives and sticks, where systems
tell of no change, and whether a file still grows is only seen by looking twice.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop_app.importing.walk import File, files_under, shown
from desktop_app.jobs import Job

Mark = tuple[int, int, int]
"""Size, time of the last change, and time of arrival where the system knows it."""


@dataclass(slots=True)
class Watch:
    """One folder, and what was in it at the last look."""

    folder: Path
    _last: Mapping[str, Mark] = field(default_factory=dict)

    def arrived(self, read_at: Mapping[str, str], job: Job) -> frozenset[str]:
        """Look again; return the files that stand still and are newer than their import.

        ``read_at`` says when each path was imported last; what never was is newer.
        """
        now = look(self.folder, job)
        still = {path: mark for path, mark in now.items() if self._last.get(path) == mark}
        self._last = now
        return frozenset(
            path
            for path, (_, changed, came) in still.items()
            if (read := read_at.get(shown(path))) is None or max(changed, came) > _nanoseconds(read)
        )


def look(folder: Path, job: Job) -> dict[str, Mark]:
    """Return every file under ``folder`` with its mark; one that goes meanwhile is left out."""
    found: dict[str, Mark] = {}
    for one in files_under([folder]):
        job.check()
        if isinstance(one, File):
            try:
                is_ = os.stat(one.path)  # noqa: PTH116 - may be no valid Path
            except OSError:
                continue
            found[one.path] = (is_.st_size, is_.st_mtime_ns, is_.st_ctime_ns)
    return found


def _nanoseconds(at: str) -> int:
    return int(datetime.fromisoformat(at).timestamp() * 1e9)
