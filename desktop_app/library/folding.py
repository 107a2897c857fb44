"""Folding: what two captures of one dispatch share when site and era are taken away.

Spaces, dashes, quotation marks, letter case, accents, Unicode form, broken characters, end
marks, title line and dateline are no edits (9,112 of 9,194 pairs compared in the field were
equal after this). Folded text holds letters and digits alone.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

import numpy as np
import numpy.typing as npt

_NOT_LETTERS = re.compile(r"[\W_]+")
_END = re.compile(r"\s*(?:-\s?0\s?-|\(끝\)|[－‐―]{2,3})\s*(?:www\.kcna\.kp\s*\([^)]*\)\s*)?$")
_ASCII_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
_MARKS = re.compile(r"[̀-ͯ]+")

Hashes = npt.NDArray[np.uint64]

WINDOW = 8  # letters; the shortest run of two texts that counts as shared
SKETCH_EVERY = 64  # one window in 64 stands for a text: about 15 for a usual dispatch
SKETCH_AT_LEAST = 12


def fold(text: str) -> str:
    """Return the letters and digits of ``text`` in one case and Unicode form."""
    if text.isascii():
        return text.lower().translate(_ASCII_LETTERS)  # a quarter of the time of the pattern
    text = unicodedata.normalize("NFKC", text)
    apart = unicodedata.normalize("NFD", text)
    # Hangul must stay whole syllables: only Latin accents are taken off.
    text = unicodedata.normalize("NFC", _MARKS.sub("", apart))
    return _NOT_LETTERS.sub("", text.casefold())


def fold_dispatch(text: str, title: str, dateline_start: int = 0, dateline_end: int = 0) -> str:
    """Fold a dispatch without title line, dateline ([start, end)) and end mark."""
    text = text.rstrip()
    end = _END.search(text, max(0, len(text) - 120))
    if end:
        text = text[: end.start()]
    if dateline_end:
        text = text[:dateline_start] + "\n" + text[dateline_end:].lstrip()
    text = text.lstrip()
    first, _, rest = text.partition("\n")
    if title and rest and fold(first) == fold(title):
        text = rest
    return fold(text)


def frame_of(
    text: str, title: str, dateline_start: int = 0, dateline_end: int = 0
) -> list[tuple[int, int]]:
    """Return the spans that `fold_dispatch` leaves out: title line, dateline and end mark."""
    frame = []
    whole = text.rstrip()
    if end := _END.search(whole, max(0, len(whole) - 120)):
        frame.append((end.start(), len(text)))
    if dateline_end:
        frame.append((dateline_start, dateline_end))
    opens_with_dateline = dateline_end and not text[:dateline_start].strip()
    rest = text[dateline_end:] if opens_with_dateline else text
    start = len(text) - len(rest.lstrip())
    stop = text.find("\n", start)
    if start < dateline_start < stop or (stop < 0 and dateline_start > start):
        stop = dateline_start
    if title and stop > 0 and fold(text[start:stop]) == fold(title):
        frame.append((start, stop))
    return frame


def sha256_of(text: str) -> str:
    """Return the SHA-256 of ``text``; a lone surrogate counts as itself."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def number_of(hexadecimal: str) -> int:
    """Return the first 64 bits of a hash as SQLite keeps a number; an index holds half as much.

    What has the same number is compared further: texts by outlet and days, addresses by text.
    """
    return int.from_bytes(bytes.fromhex(hexadecimal[:16]), "big", signed=True)


def windows_of(folded: str) -> Hashes:
    """Return a hash of every run of `WINDOW` letters, in order; empty for shorter texts."""
    letters = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    count = len(letters) - WINDOW + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    hashed, power, reach = letters.astype(np.uint64), 1_000_003, 1
    while reach < WINDOW:  # a run of eight is two of four, and those are two of two
        hashed = hashed[:-reach] * np.uint64(power) + hashed[reach:]
        power, reach = power * power % (1 << 64), 2 * reach
    hashed *= np.uint64(0x9E3779B97F4A7C15)
    return hashed ^ (hashed >> np.uint64(29))


def sketch_of(folded: str) -> bytes:
    """Return a small sample of the text's windows, comparable between texts of any length.

    Chance leaves a short text two or three, which one exchanged name may take along: its
    smallest hashes stand in then.
    """
    windows = windows_of(folded)
    sample = windows[windows % np.uint64(SKETCH_EVERY) == 0]
    if len(sample) < SKETCH_AT_LEAST < len(windows):
        smallest = np.partition(windows, SKETCH_AT_LEAST)[:SKETCH_AT_LEAST]
        sample = np.concatenate([sample, smallest])
    return _packed(sample.astype(np.uint32))


def _packed(sample: npt.NDArray[np.uint32]) -> bytes:
    """Keep three bytes of each hash: by chance two texts of a day share one in 50,000 times."""
    kept = np.unique(sample & np.uint32(0xFFFFFF)).astype("<u4")
    return kept.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def thinner_sketch(sketch: bytes | None) -> bytes | None:
    """Return a sketch of four bytes a hash, as they were once kept, in three."""
    return None if sketch is None else _packed(np.frombuffer(sketch, dtype=np.uint32))


def hashes_in(sketch: bytes) -> frozenset[bytes]:
    """Return the hashes that a stored sketch holds, each as its three bytes."""
    return frozenset([sketch[place : place + 3] for place in range(0, len(sketch), 3)])


def containment(one: str, other: str) -> float:
    """Return which share of the shorter folded text stands in the longer one, 0 to 1.

    Counted by letters that lie in a shared run of `WINDOW`: an exchanged name costs its own
    letters and no more, and the time is linear.
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    if len(short) < 2 * WINDOW:
        return 1.0 if short in long else 0.0
    shared = np.isin(windows_of(short), windows_of(long))
    steps = np.zeros(len(short) + 1, dtype=np.int32)
    starts = np.flatnonzero(shared)
    np.add.at(steps, starts, 1)
    np.add.at(steps, starts + WINDOW, -1)
    return float((np.cumsum(steps)[: len(short)] > 0).mean())
