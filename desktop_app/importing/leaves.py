"""The streams inside a dropped file: itself, or the members of the archive that it is."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, BinaryIO

from desktop_app.importing.inflating import TOO_DEEP, Budget, counted
from desktop_app.importing.limits import LIMITS, Limits
from desktop_app.importing.member_names import repaired, told_apart
from desktop_app.importing.records import Unreadable
from desktop_app.importing.walk import File
from desktop_app.importing.warc_records import is_warc, records_of_warc
from desktop_app.library.originals import Damaged
from desktop_app.messages import Message, message

DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    gzip.BadGzipFile,
    lzma.LZMAError,
    EOFError,
    Damaged,
)
"""What reading damaged bytes raises, besides OSError: archives' faults, and stored ones'."""

ENCRYPTED = message("The member is locked with a password.")
NOT_A_FILE = message("The member is a link or a device, not a file.")
UNKNOWN_PACKING = message("The member is packed in a way that cannot be unpacked here.")
_HEAD = 560
_OFFICE = ("[Content_Types].xml", "mimetype", "Contents/content.hpf")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One stream: ``member`` is "" for the file itself, names of members after "!" else.

    ``size`` is as declared, for deciding who reads it; None where nothing declares it.
    ``odd`` tells what is strange about its name.
    """

    member: str
    size: int | None
    opened: Callable[[], BinaryIO]
    odd: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class NotRead:
    """A member that is not read, and why."""

    member: str
    reason: Message


def leaves_of(file: File, limits: Limits = LIMITS) -> Iterator[Leaf | NotRead]:
    """Yield the leaves of ``file``; raises OSError or `Unreadable` where it cannot be opened."""
    budget = Budget(limits, file.size)
    leaf = Leaf("", file.size, partial(_of_file, file))
    yield from _opened(leaf, budget, limits, depth=0)


def _of_file(file: File) -> BinaryIO:
    # No further than the size at the start: a file that still grows is read as it was then.
    return counted(open(file.path, "rb"), length=file.size)  # noqa: PTH123


def _opened(leaf: Leaf, budget: Budget, limits: Limits, depth: int) -> Iterator[Leaf | NotRead]:
    """Yield what is in ``leaf``, or itself where it is no archive."""
    with leaf.opened() as stream:
        head = stream.read(_HEAD)
    opener = _opener(head)
    if opener is None:
        yield leaf
        return
    if depth >= limits.archive_depth:
        yield NotRead(leaf.member, TOO_DEEP)
        return
    try:
        yield from opener(leaf, budget, limits, depth)
    except DAMAGED as error:
        yield NotRead(leaf.member, message("The archive is damaged ({why}).", why=str(error)))
    except (RuntimeError, NotImplementedError, ValueError) as error:
        yield NotRead(leaf.member, message("The archive cannot be opened ({why}).", why=str(error)))


_Opener = Callable[[Leaf, Budget, Limits, int], Iterator[Leaf | NotRead]]


def _opener(head: bytes) -> _Opener | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip
    if head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")):
        return _packed
    if is_warc(head):
        return _warc
    if head[257:262] == b"ustar":
        return _tar
    return None


def _named(leaf: Leaf, name: str) -> str:
    return f"{leaf.member}!{name}" if leaf.member else name


def _zip(leaf: Leaf, budget: Budget, limits: Limits, depth: int) -> Iterator[Leaf | NotRead]:
    seen: set[str] = set()
    with _seekable(leaf) as stream, zipfile.ZipFile(stream) as archive:
        if any(name in archive.NameToInfo for name in _OFFICE):
            yield leaf
            return
        for info in archive.infolist():
            if info.is_dir():
                continue
            budget.member()
            name = repaired(info.filename, is_unicode=bool(info.flag_bits & 0x800))
            odd = told_apart(name, seen)
            member = Leaf(
                _named(leaf, name), info.file_size, partial(_zipped, archive, info, budget), odd
            )
            if info.flag_bits & 0x1:
                yield NotRead(member.member, ENCRYPTED)
            elif info.compress_type not in _PACKINGS:
                yield NotRead(member.member, UNKNOWN_PACKING)
            else:
                yield from _member(member, budget, limits, depth)


_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    return counted(archive.open(info), budget.inflated)  # type: ignore[arg-type]


def _member(member: Leaf, budget: Budget, limits: Limits, depth: int) -> Iterator[Leaf | NotRead]:
    """Yield what is in a member; one that is damaged costs itself alone."""
    try:
        yield from _opened(member, budget, limits, depth + 1)
    except DAMAGED as error:
        yield NotRead(member.member, message("The member is damaged ({why}).", why=str(error)))


def _tar(leaf: Leaf, budget: Budget, limits: Limits, depth: int) -> Iterator[Leaf | NotRead]:
    seen: set[str] = set()
    with leaf.opened() as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            if info.isdir():
                continue
            budget.member()
            odd = told_apart(info.name, seen)
            name = _named(leaf, info.name)
            inner = archive.extractfile(info) if info.isfile() else None
            if inner is None:
                yield NotRead(name, NOT_A_FILE)
                continue
            content = inner.read(limits.whole + 1)
            if len(content) > limits.whole:
                yield NotRead(name, message("The member is too large to be read from a tar file."))
                continue
            member = Leaf(name, len(content), partial(io.BytesIO, content), odd)
            yield from _member(member, budget, limits, depth)


def _packed(leaf: Leaf, budget: Budget, limits: Limits, depth: int) -> Iterator[Leaf | NotRead]:
    """Open what one compressed stream holds; it counts as no archive of its own."""
    opened = partial(_unpacked, leaf, budget)
    with opened() as stream:
        head = stream.read(_HEAD)
    inner = replace(leaf, size=leaf.size * 4 if leaf.size else None, opened=opened)
    if head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")):
        yield NotRead(leaf.member, TOO_DEEP)
    else:
        yield from _opened(inner, budget, limits, depth)


def _unpacked(leaf: Leaf, budget: Budget) -> BinaryIO:
    stream = leaf.opened()
    head = stream.peek(6)[:6] if isinstance(stream, io.BufferedReader) else b""
    if not head:
        head = stream.read(6)
        stream.seek(0)
    unpacked = _UNPACKED[head[:2]](stream)
    return counted(unpacked, budget.inflated)


_UNPACKED: dict[bytes, Callable[[BinaryIO], Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZ": bz2.open,
    b"\xfd7": lzma.open,
}


def _warc(leaf: Leaf, budget: Budget, _limits: Limits, _depth: int) -> Iterator[Leaf | NotRead]:
    with leaf.opened() as stream:
        for name, record in records_of_warc(stream):
            budget.member()
            if isinstance(record, Message):
                yield NotRead(_named(leaf, name), record)
            else:
                yield Leaf(_named(leaf, name), len(record), partial(io.BytesIO, record))


def _seekable(leaf: Leaf) -> BinaryIO:
    """Return the leaf's bytes as a stream that seeks, as zip directories stand at the end."""
    if not leaf.member and isinstance(leaf.opened, partial) and leaf.opened.func is _of_file:
        file: File = leaf.opened.args[0]
        return open(file.path, "rb")  # noqa: PTH123 - closed by its user
    with leaf.opened() as stream:
        content = stream.read(_ZIP_IN_ZIP + 1)
    if len(content) > _ZIP_IN_ZIP:
        raise Unreadable(message("The archive inside an archive is too large."))
    return io.BytesIO(content)


_ZIP_IN_ZIP = 512 << 20
