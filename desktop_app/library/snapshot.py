"""Keeps the arrays that answer queries in step with the tables, one generation after another."""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from desktop_app.library.loading import nothing, renewed, whole
from desktop_app.query.arrays import Arrays, Codes, Pairs

Bytes: TypeAlias = npt.NDArray[np.uint8]

_MANY = 0.3  # of all articles changed: reading the whole is no slower


class Snapshots:
    """Gives the arrays of the generation that a connection sees; keeps the newest.

    ``cache`` is a file beside the database: half a million dispatches are there in 16 ms
    instead of 4 s. It counts only for the very database and generation it was made from.
    """

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._guard = threading.Lock()
        self._newest: Arrays | None = None
        self._cached = -1

    def of(self, connection: sqlite3.Connection) -> Arrays:
        """Return the arrays of this moment; call it inside a read transaction."""
        generation = int(connection.execute("SELECT number FROM generation").fetchone()[0])
        with self._guard:
            if self._newest is None:
                self._newest = self._from_cache(connection)
            if self._newest is None or self._newest.generation != generation:
                self._newest = _followed(connection, self._newest, generation)
            return self._newest

    def save(self, connection: sqlite3.Connection) -> None:
        """Write the cache, so that the next start need not read the tables."""
        arrays = self._newest
        if arrays is None or arrays.generation == self._cached:
            return
        part = self._cache.with_suffix(".part.npz")
        with suppress(OSError):  # a full disk costs the next start its speed, nothing else
            np.savez(part, allow_pickle=False, made=np.array(_made(connection)), **_flat(arrays))
            part.replace(self._cache)

    def _from_cache(self, connection: sqlite3.Connection) -> Arrays | None:
        try:
            with self._cache.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                if str(stored["made"]) != _made(connection):
                    return None
                arrays = _unflattened(stored)
        except (OSError, KeyError, ValueError, zipfile.BadZipFile):
            return None
        self._cached = arrays.generation
        return arrays


def _followed(connection: sqlite3.Connection, old: Arrays | None, generation: int) -> Arrays:
    if old is None or old.generation > generation:
        return whole(connection, generation)
    first_kept = connection.execute("SELECT min(generation) FROM change").fetchone()[0]
    if first_kept is None or first_kept > old.generation + 1:
        return whole(connection, generation)
    rows = connection.execute(
        "SELECT DISTINCT article FROM change WHERE generation > ? ORDER BY article",
        (old.generation,),
    ).fetchall()
    changed = [row[0] for row in rows]
    if len(changed) > _MANY * old.size:
        return whole(connection, generation)
    return renewed(connection, old, generation, changed)


def _made(connection: sqlite3.Connection) -> str:
    """Return what tells this database from any other: a rebuilt one is another."""
    return str(connection.execute("SELECT made FROM generation").fetchone()[0])


def _flat(arrays: Arrays) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for field in dataclasses.fields(arrays):
        value = getattr(arrays, field.name)
        if isinstance(value, Codes):
            flat[f"{field.name}.code"] = _narrow(value.code)
            flat[f"{field.name}.words"] = _packed(value.words)
        elif isinstance(value, Pairs):
            for part in dataclasses.fields(value):
                flat[f"{field.name}.{part.name}"] = _narrow(getattr(value, part.name))
        elif isinstance(value, tuple):
            flat[field.name] = _packed(value)
        else:
            flat[field.name] = _narrow(np.array(value))
    return flat


def _narrow(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return whole numbers in as few bytes as hold them: half of the file."""
    if values.dtype.kind != "i" or not values.size:
        return values
    narrow = np.promote_types(*map(np.min_scalar_type, (values.min(), values.max())))
    return values.astype(narrow if narrow.kind in "iu" else values.dtype)


def _packed(words: tuple[str, ...]) -> Bytes:
    """Return words as their bytes: in an array of texts each would be as wide as the longest."""
    return np.frombuffer("\0".join(words).encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _unpacked(stored: Bytes) -> tuple[str, ...]:
    return tuple(stored.tobytes().decode("utf-8", "surrogatepass").split("\0"))


def _unflattened(stored: Any) -> Arrays:
    values: dict[str, Any] = {}
    empty = nothing()  # says how wide each number is in memory
    for field in dataclasses.fields(Arrays):
        name, like = field.name, getattr(empty, field.name)
        if name == "generation":
            values[name] = int(stored[name])
        elif name in ("roles", "sides", "offices"):
            values[name] = _unpacked(stored[name])
        elif name == "pairs":
            values[name] = Pairs(
                *(
                    _widened(stored[f"pairs.{part.name}"], getattr(like, part.name))
                    for part in dataclasses.fields(Pairs)
                )
            )
        elif f"{name}.code" in stored:
            codes = _widened(stored[f"{name}.code"], like.code)
            values[name] = Codes(codes, _unpacked(stored[f"{name}.words"]))
        else:
            values[name] = _widened(stored[name], like)
    return Arrays(**values)


def _widened(stored: npt.NDArray[Any], like: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return stored.astype(like.dtype, copy=False)
