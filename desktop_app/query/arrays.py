"""The library in memory: what conditions may ask without SQL.

Every array is indexed by article id (place 0 and the places of deleted articles are not
``alive``), so that a mask is one comparison. `library` builds and renews them; a condition
only reads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Mask: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.int32]
Ids: TypeAlias = npt.NDArray[np.int64]

NO_DAY = np.int32(np.iinfo(np.int32).min)
"""Stands in a day array where the day is not known; days count from 1970-01-01."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A column of few different words as small numbers: ``words[code]``; 0 is "unknown"."""

    code: npt.NDArray[np.int32]
    words: tuple[str, ...]

    def mask(self, word: str) -> Mask:
        """Return where the column holds ``word``, letter case aside."""
        wanted = word.casefold()
        codes = [c for c, w in enumerate(self.words) if w.casefold() == wanted]
        return np.isin(self.code, codes)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The participants, one place a row, sorted by article: who is in which dispatch.

    ``role``, ``side`` and ``office`` are codes into `Arrays.roles`, `sides` and `offices`.
    """

    article: Ids
    person: Ids
    role: npt.NDArray[np.int16]
    side: npt.NDArray[np.int16]
    office: Ints
    doubtful: Mask


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Arrays:
    """An immutable snapshot of one generation of the library; equal to itself alone."""

    generation: int
    alive: Mask
    published: Ints
    dateline: Ints
    happened_first: Ints
    happened_last: Ints
    captured: Ints
    outlet: Codes
    site: Codes
    language: Codes
    kind: Codes
    place: Codes
    province: Codes
    item: Ints
    words: Ints
    participants: Ints
    versions: Ints
    has_text: Mask
    edited: Mask
    variant: Mask
    corrected: Mask
    verified: Mask
    doubtful: Mask
    starred: Mask
    unread: Mask
    binned: Mask
    astray: Mask
    newest_first: Ids
    """Ids of all alive articles by day, item on the page, id; the undated last."""
    reading_version: Ids
    article_of_version: Ids
    """By version id: the article whose reading version it is, 0 for other versions."""
    latest_article_of_version: Ids
    """The same for the latest version (``as:latest``)."""
    any_article_of_version: Ids
    pairs: Pairs
    roles: tuple[str, ...]
    sides: tuple[str, ...]
    offices: tuple[str, ...]

    def in_bin(self) -> Arrays:
        """Return the same with what lies in the bin alive, and nothing else."""
        ids = np.flatnonzero(self.binned)
        order = np.lexsort((ids, self.item[ids], -self.published[ids].astype(np.int64)))
        return replace(self, alive=self.binned, newest_first=ids[order])

    @property
    def size(self) -> int:
        """One more than the greatest article id: the length of every mask."""
        return len(self.alive)

    def mask_of(self, ids: Ids) -> Mask:
        """Return the mask that is true at ``ids``; ids of dead articles are dropped."""
        mask = np.zeros(self.size, dtype=np.bool_)
        if len(ids) and not 0 <= int(ids.min()) <= int(ids.max()) < self.size:
            ids = ids[(ids >= 0) & (ids < self.size)]
        mask[ids] = True
        return mask & self.alive
