"""One program for a user: a second start rings the bell of the first, and ends.

Python's own pipes, since QtNetwork does not ship with Dateline. The address and a key that
only this user can read lie in a file; on Windows the pipe is a named one.
"""

from __future__ import annotations

import json
import secrets
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.app import RUNNING

# multiprocessing takes as long to load as a tenth of a start: only when a bell is rung or hung.
if TYPE_CHECKING:
    from multiprocessing.connection import Listener


@dataclass(frozen=True, slots=True)
class Ring:
    """What a start asks for: a library to show, files to import, a question."""

    library: Path | None = None
    paths: tuple[Path, ...] = ()
    query: str | None = None

    def written(self) -> bytes:
        library = str(self.library.absolute()) if self.library else None
        paths = [str(path.absolute()) for path in self.paths]
        return json.dumps({"library": library, "paths": paths, "query": self.query}).encode()

    @classmethod
    def read(cls, said: bytes) -> Ring:
        told = json.loads(said)
        library, paths = told["library"], tuple(Path(path) for path in told["paths"])
        return cls(Path(library) if library else None, paths, told["query"])


def ring(state: Path, wish: Ring) -> bool:
    """Tell a running Dateline what is wished; False where none runs."""
    if not (state / RUNNING).exists():
        return False
    from multiprocessing import AuthenticationError
    from multiprocessing.connection import Client

    try:
        told = json.loads((state / RUNNING).read_text("utf-8"))
        address, key = str(told["address"]), bytes.fromhex(told["key"])
        with Client(address, authkey=key) as running:
            running.send_bytes(wish.written())
            return running.poll(5) and running.recv_bytes() == b"heard"
    except (OSError, ValueError, KeyError, TypeError, EOFError, AuthenticationError):
        return False  # no such program, or one that ended without a word


class Doorbell(QObject):
    """Hears later starts of this user; `rung` says in the window's thread what they ask."""

    rung = Signal(object)

    def __init__(self, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = state / RUNNING
        self._key = secrets.token_bytes(32)
        self._listener: Listener | None = None

    def listen(self) -> None:
        """Begin to hear; where that cannot be, every start is a program of its own."""
        from multiprocessing.connection import Listener

        name = f"dateline-{secrets.token_hex(8)}"
        windows = sys.platform == "win32"
        address = rf"\\.\pipe\{name}" if windows else str(Path(tempfile.gettempdir()) / name)
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._listener = Listener(address, authkey=self._key)
            told = json.dumps({"address": address, "key": self._key.hex()})
            self._file.unlink(missing_ok=True)
            self._file.touch(mode=0o600)
            self._file.write_text(told, "utf-8")
            threading.Thread(target=self._hear, args=(self._listener,), daemon=True).start()

    def close(self) -> None:
        """Hear no more."""
        listener, self._listener = self._listener, None
        if listener is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
            listener.close()

    def _hear(self, listener: Listener) -> None:
        from multiprocessing import AuthenticationError

        while self._listener is listener:
            try:
                with listener.accept() as caller:
                    wish = Ring.read(caller.recv_bytes(65536))
                    caller.send_bytes(b"heard")
            except (OSError, EOFError, ValueError, KeyError, TypeError, AuthenticationError):
                continue  # a stranger at the door, or the door is closed
            self.rung.emit(wish)
