"""Two versions as one reads them: paragraphs, each with what it lost, gained or kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.analysis.changes import TOKEN, Change, Kind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both texts; ``number`` counts the changes from 0, None where all is the same.

    Text that is not compared (a dateline in one of them, marks, spaces) stands in its piece.
    """

    kind: Kind
    earlier: str
    later: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of the later text beside what it was before."""

    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.number is not None for piece in self.pieces)


def passages(changes: Iterable[Change], earlier: str, later: str) -> tuple[Passage, ...]:
    """Put both texts beside each other; all of both stands in the pieces, in order."""
    done: list[Passage] = []
    row: list[Piece] = []
    for piece in _pieces(tuple(changes), earlier, later):
        parts = [piece] if piece.number is not None else list(_paragraphs(piece))
        for place, part in enumerate(parts):
            if place:
                done.append(Passage(tuple(row)))
                row = []
            row.append(part)
    if row:
        done.append(Passage(tuple(row)))
    return tuple(done)


def _pieces(changes: tuple[Change, ...], earlier: str, later: str) -> Iterator[Piece]:
    old = new = number = 0
    for place, change in enumerate(changes):
        last = place == len(changes) - 1
        same = change.kind is Kind.SAME
        old_end = len(earlier) if last and same else change.earlier[1]
        new_end = len(later) if last and same else change.later[1]
        if same:
            yield Piece(Kind.SAME, earlier[old:old_end], later[new:new_end])
            old, new = old_end, new_end
            continue
        # What stands before a change in a text that it does not touch is for the next piece.
        if change.earlier[0] < change.earlier[1] and change.later[0] < change.later[1]:
            yield Piece(Kind.SAME, earlier[old : change.earlier[0]], later[new : change.later[0]])
            old, new = change.earlier[0], change.later[0]
        old_end = old_end if change.kind is not Kind.ADDED else old
        new_end = new_end if change.kind is not Kind.REMOVED else new
        yield Piece(change.kind, earlier[old:old_end], later[new:new_end], number)
        old, new, number = old_end, new_end, number + 1
    if old < len(earlier) or new < len(later):
        yield Piece(Kind.SAME, earlier[old:], later[new:])


def _paragraphs(piece: Piece) -> Iterator[Piece]:
    """Cut a piece that is the same where a paragraph of the later text ends."""
    old = [match.end() for match in TOKEN.finditer(piece.earlier)]
    new = [match.end() for match in TOKEN.finditer(piece.later)]
    breaks = [place for place, letter in enumerate(piece.later) if letter == "\n"]
    if len(old) != len(new) or not breaks:
        yield piece
        return
    cuts = [(0, 0)]
    for at in breaks:
        words = bisect_right(new, at)
        cuts.append((_after(piece.earlier, old[words - 1] if words else 0), at + 1))
    cuts.append((len(piece.earlier), len(piece.later)))
    for (old_start, new_start), (old_end, new_end) in pairwise(cuts):
        yield Piece(Kind.SAME, piece.earlier[old_start:old_end], piece.later[new_start:new_end])


def _after(text: str, place: int) -> int:
    """Return where the next paragraph or word begins, behind marks that close the last one."""
    while place < len(text) and not text[place].isspace():
        place += 1
    while place < len(text) and text[place].isspace():
        place += 1
    return place
