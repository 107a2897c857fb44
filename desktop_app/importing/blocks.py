"""The records of a leaf, block by block, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from desktop_app.importing.leaves import DAMAGED
from desktop_app.importing.outlets.compose import Composer
from desktop_app.importing.records import Piece, Refused, Unreadable
from desktop_app.importing.wire import BLOCK, Item
from desktop_app.library.found import found
from desktop_app.messages import Message, message
from desktop_app.model.capture import Listing

TOO_MUCH_MEMORY = message("It needs more memory than a file may.")

Numbered = tuple[int, Piece]


def next_block(ahead: Iterator[Numbered]) -> tuple[list[Numbered], Message | None, bool]:
    """Return the next records, why there are no more after them, and whether that is so."""
    block: list[Numbered] = []
    try:
        for one in islice(ahead, BLOCK):
            block.append(one)
    except Unreadable as why:
        return block, why.reason, True
    except DAMAGED as why:
        return block, message("The file is damaged ({why}).", why=str(why)), True
    except MemoryError:
        return block, TOO_MUCH_MEMORY, True
    return block, None, len(block) < BLOCK


def items_of(composer: Composer, piece: Piece) -> Iterator[Item]:
    try:
        for one in composer.dispatches_of(piece):
            yield one if isinstance(one, (Refused, Listing)) else found(one)
    except MemoryError:
        yield Refused(piece.locator, TOO_MUCH_MEMORY)
