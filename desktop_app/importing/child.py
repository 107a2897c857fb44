"""The reading child: opens strangers' files, so that nothing in them can hurt the window.

It walks the leaves of each file that it is told of, hashes and compresses them, reads their
dispatches and sends what it found in blocks. Where it stands is written to shared memory,
so that whoever watches knows which record it was that took too long.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from typing import BinaryIO

from desktop_app.bounds import give_way, limit_memory
from desktop_app.importing.blocks import TOO_MUCH_MEMORY, Numbered, items_of, next_block
from desktop_app.importing.held import held
from desktop_app.importing.leaves import DAMAGED, Leaf, NotRead, leaves_of
from desktop_app.importing.outlets.compose import Composer
from desktop_app.importing.readers import HEAD, Format, format_of, why_unknown
from desktop_app.importing.records import Refused, Source, Unreadable
from desktop_app.importing.terms import Place, Terms
from desktop_app.importing.walk import GONE, File
from desktop_app.importing.wire import (
    Block,
    FileEnds,
    Item,
    LeafBegins,
    LeafEnds,
    LeafSkipped,
    MoreChunks,
    Order,
    Stored,
    Told,
    quick_pickling,
)
from desktop_app.library.originals import CHUNK, Chunk, Compressor
from desktop_app.library.stored import stored_bytes
from desktop_app.messages import Message, message

EMPTY = message("The file is empty.")
TOO_SLOW = message("The record took too long or ended the reading program; it was left out.")
TOO_SLOW_TO_OPEN = message("Opening it took too long or ended the reading program.")
REST_LEFT = message("Reading was ended twice at the same place; the rest was left out.")
_SHARED_FROM = 1 << 20
_SMALL_ENOUGH = 4 << 20


def run(pipe: Connection, shared: Sequence[int], terms: Terms) -> None:
    """Read what the pipe asks for until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(terms.limits.memory)
    if terms.gives_way:
        give_way()
    quick_pickling()
    # Values here are trees: looking for cycles among them took a sixth of the time.
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    place = Place(shared)
    compressor = Compressor(terms.dictionary)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            place.idle()
            order = pipe.recv()
            if order is None:
                return
            _Reading(pipe, place, terms, order, compressor).run()


class _Reading:
    """The reading of one file."""

    def __init__(
        self,
        pipe: Connection,
        place: Place,
        terms: Terms,
        order: Order,
        compressor: Compressor,
    ) -> None:
        self._pipe = pipe
        self._place = place
        self._terms = terms
        self._order = order
        self._compressor = compressor
        self._to_come = order.received

    def run(self) -> None:
        reason: Message | None = None
        members = False
        self._place.at(self._order.number, -1, -1)
        try:
            for number, leaf in enumerate(self._leaves()):
                members = members or bool(leaf.member)
                self._leaf(number, leaf)
                self._place.at(self._order.number, number + 1, -1)
        except FileNotFoundError:
            reason = GONE
        except Unreadable as why:
            reason = why.reason
        except MemoryError:
            reason = TOO_MUCH_MEMORY
        except DAMAGED as why:
            reason = message("The file is damaged ({why}).", why=str(why))
        except OSError as why:
            reason = message("It cannot be read ({why}).", why=why.strerror or str(why))
        self._send(lambda: FileEnds(self._order.number, reason, members))

    def _leaves(self) -> Iterator[Leaf | NotRead]:
        source = self._order.source
        if isinstance(source, File):
            return leaves_of(source, self._terms.limits)
        return iter((Leaf("", source.size, partial(stored_bytes, source.folder, source.sha256)),))

    def _send(self, made: Callable[[], Told]) -> None:
        """Send a message, unless it arrived before an earlier child ended."""
        if self._to_come:
            self._to_come -= 1
            return
        self._pipe.send(made())

    def _mine(self, number: int) -> bool:
        return not self._order.shared or (number + self._terms.which) % 2 == 0

    def _leaf(self, number: int, leaf: Leaf | NotRead) -> None:
        mine = self._mine(number)
        if isinstance(leaf, NotRead):
            if mine:
                self._send(lambda: LeafSkipped(number, leaf.member, leaf.reason))
            return
        large = self._order.shared and (leaf.size or 0) >= _SHARED_FROM
        if not mine and not large:
            return
        self._place.at(self._order.number, number, -1)
        if (number, -1) in self._order.broken_off:
            self._skip(number, leaf, TOO_SLOW_TO_OPEN, mine=mine)
            return
        try:
            self._opened(number, leaf, mine=mine, large=large)
        except Unreadable as why:
            self._skip(number, leaf, why.reason, mine=mine)
        except DAMAGED as why:
            reason = message("The file is damaged ({why}).", why=str(why))
            self._skip(number, leaf, reason, mine=mine)
        except MemoryError:
            self._skip(number, leaf, TOO_MUCH_MEMORY, mine=mine)

    def _skip(self, number: int, leaf: Leaf, reason: Message, *, mine: bool) -> None:
        if mine:
            self._send(lambda: LeafSkipped(number, leaf.member, reason))

    def _opened(self, number: int, leaf: Leaf, *, mine: bool, large: bool) -> None:
        with leaf.opened() as stream:
            head = stream.read(HEAD)
        name = self._name(leaf)
        if not head:
            raise Unreadable(EMPTY)
        kind = format_of(head, Source(name, leaf.opened).suffix)
        if kind is None:
            raise Unreadable(why_unknown(head))
        striped = large and kind.many
        if not mine and not striped:
            return
        with held(leaf) as (opened, sha256, size):
            known = bytes.fromhex(sha256) in self._terms.known
            if mine:
                self._begin(number, leaf, opened, sha256, size, known=known, striped=striped)
            if known:
                self._send(lambda: LeafEnds(number, None))
                return
            terms = self._terms
            source = Source(name, opened, size, terms.limits, self._mapping(), terms.remembered)
            self._records(number, kind, source, mine=mine, striped=striped)

    def _mapping(self) -> dict[str, str]:
        source = self._order.source
        return dict(source.mapping if isinstance(source, Stored) else self._terms.mapping)

    def _name(self, leaf: Leaf) -> str:
        source = self._order.source
        return f"{source.name}!{leaf.member}" if leaf.member else source.name

    def _begin(
        self,
        number: int,
        leaf: Leaf,
        opened: Callable[[], BinaryIO],
        sha256: str,
        size: int,
        *,
        known: bool,
        striped: bool,
    ) -> None:
        source = self._order.source
        keeps = not known and isinstance(source, File)
        small = size <= _SMALL_ENOUGH
        compressor = self._compressor

        def begins() -> LeafBegins:
            chunks: tuple[Chunk, ...] = ()
            if keeps and small:
                with opened() as stream:
                    chunks = tuple(compressor.chunks(stream))
            changed = _changed_at(source.path) if isinstance(source, File) else None
            return LeafBegins(
                number, leaf.member, sha256, size, changed, known, striped, chunks, leaf.odd
            )

        self._send(begins)
        if keeps and not small:
            with opened() as stream:
                for position, piece in enumerate(iter(partial(stream.read, CHUNK), b"")):
                    self._place.at(self._order.number, number, -1)
                    self._send(partial(_more, number, position, compressor, piece))

    def _records(
        self, number: int, kind: Format, source: Source, *, mine: bool, striped: bool
    ) -> None:
        """Read, and send block after block; with stripes every second one is the other's."""
        reason: Message | None = None
        turn = 0 if mine else 1
        composer = Composer(source.name)
        ahead = self._pieces(number, kind, source)
        for count in itertools.count():
            block, reason, over = next_block(ahead)
            if block and (not striped or count % 2 == turn):
                self._send(partial(self._block, number, block, composer))
            if over:
                break
        self._send(lambda: LeafEnds(number, reason))

    def _pieces(self, number: int, kind: Format, source: Source) -> Iterator[Numbered]:
        """Yield each record, up to where one ended a child twice."""
        order = self._order
        self._place.at(order.number, number, 0)
        if (number, 0) in order.broken_off:
            raise Unreadable(REST_LEFT)
        for count, piece in enumerate(kind.read(source)):
            yield count, piece
            self._place.at(order.number, number, count + 1)
            if (number, count + 1) in order.broken_off:
                raise Unreadable(REST_LEFT)

    def _block(self, number: int, block: list[Numbered], composer: Composer) -> Block:
        """Compose and read the records of one block: the costly part, done by one child only."""
        items: list[Item] = []
        for count, piece in block:
            self._place.at(self._order.number, number, count)
            if (number, count) in self._order.poison:
                items.append(Refused(piece.locator, TOO_SLOW))
            else:
                items.extend(items_of(composer, piece))
        return Block(number, tuple(items))


def _more(number: int, position: int, compressor: Compressor, piece: bytes) -> MoreChunks:
    return MoreChunks(number, position, (compressor.chunk(piece),))


def _changed_at(path: str) -> str | None:
    try:
        at = os.stat(path).st_mtime  # noqa: PTH116 - may be no valid Path
    except OSError:
        return None
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
