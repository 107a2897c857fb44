"""One question about a stranger's file, answered in a child process with a limit on its time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from desktop_app.bounds import limit_memory
from desktop_app.importing.limits import Limits

Answer = TypeVar("Answer")


def asked_apart(question: Callable[..., Answer], *about: Any, limits: Limits) -> Answer | None:
    """Return what ``question(*about, limits)`` answers; None where it took too long or fell.

    It is a module's own function, as it must be found again in the other process.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(theirs, question, about, limits), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(limits.opening_seconds):
            return None
        answer: Answer | None = ours.recv()
    except (EOFError, OSError):  # the child fell over the file
        return None
    else:
        return answer
    finally:
        child.kill()
        child.join()
        ours.close()


def _answer(
    pipe: Connection, question: Callable[..., Any], about: tuple[Any, ...], limits: Limits
) -> None:
    limit_memory(limits.memory)
    pipe.send(question(*about, limits))
