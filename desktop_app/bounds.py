"""What a process that we start may take: so much memory, and what others leave of the processor."""

from __future__ import annotations

import contextlib
import os
import sys

_BEHIND = 10
"""How far a process stands behind those of the window: as ``nice`` counts it."""


def limit_memory(most: int) -> None:
    """Let this process have no more than ``most`` bytes, where the system can say so."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def give_way() -> None:
    """Let every other process go first: on two processors two of ours keep a window waiting."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), 0x4000)  # below normal
        return
    with contextlib.suppress(OSError):
        os.nice(_BEHIND)
