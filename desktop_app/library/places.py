"""Where a library should not lie: folders that a cloud service or a network drive holds.

SQLite's locks do not reach over a network, and a service that copies a database while it is
written copies half of a change.
"""

from __future__ import annotations

import ctypes
import shutil
import sys
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.library.connections import Lock
from desktop_app.messages import Message, message

# How each service calls its folder: the name alone, or with an account behind it.
_SERVICES = (
    *("Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "Nextcloud", "ownCloud", "Seafile"),
    *("iCloudDrive", "Mobile Documents", "CloudStorage", "Yandex.Disk", "Box Sync", "MEGA"),
    *("pCloudDrive", "Syncthing", "MYBOX", "NAVER MYBOX"),
)
# What a service leaves at the top of what it synchronises.
_SIGNS = (".dropbox", ".stfolder", ".sync", ".owncloudsync.log", ".nextcloudsync.log")
_OVER_A_NETWORK = ("nfs", "cifs", "smb", "afp", "9p", "ceph", "webdav", "davfs", "fuse.sshfs")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def why_not_there(folder: Path) -> Message | None:
    """Say why a library in ``folder`` is in danger; None where nothing speaks against it."""
    folder = folder.expanduser().resolve()
    for above in folder.parents:
        service = _service(above)
        if service:
            return message("A cloud service ({service}) synchronises this folder.", service=service)
    if _over_a_network(folder):
        return message("This folder lies on a network drive.")
    return None


def copy_to(library: Path, folder: Path) -> Path:
    """Copy the closed ``library`` into ``folder``, beside what is there; return the copy."""
    target = folder / library.name
    number = 2
    while target.exists():
        target = folder / f"{library.stem} {number}{library.suffix}"
        number += 1
    lock = Lock(library)
    if not lock.take():
        raise UserError(
            message("“{path}” is being written to.", path=str(library)),
            message("Close the other window, and try again."),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        shutil.copytree(library, part, dirs_exist_ok=True)
        part.replace(target)
    except OSError as error:
        raise UserError(
            message("The library cannot be copied to “{path}”.", path=str(target)),
            message("Choose a folder that you may write to. ({why})", why=str(error)),
        ) from error
    finally:
        lock.release()
    return target


def _service(folder: Path) -> str | None:
    for name in _SERVICES:
        if folder.name == name or folder.name.startswith((f"{name} -", f"{name}-", f"{name} (")):
            return name
    for sign in _SIGNS:
        if (folder / sign).exists():
            return sign.strip(".").removesuffix(".log")
    return None


def _over_a_network(folder: Path) -> bool:
    if sys.platform == "win32":
        drive = f"{folder.drive}\\"
        remote = ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
        return drive.startswith("\\\\") or remote
    return _file_system(folder).startswith(_OVER_A_NETWORK)


def _file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Return the type of the file system that holds ``folder``; "" where nobody says it."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        fields = line.split()
        place = fields[1].replace("\\040", " ")
        holds = folder == Path(place) or Path(place) in folder.parents
        if holds and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind
