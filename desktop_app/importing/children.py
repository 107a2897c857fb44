"""Two reading children: what they send comes back in the order of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.importing.child import REST_LEFT
from desktop_app.importing.terms import Terms
from desktop_app.importing.walk import File
from desktop_app.importing.watched import Child
from desktop_app.importing.wire import (
    Block,
    FileEnds,
    LeafBegins,
    LeafEnds,
    LeafSkipped,
    MoreChunks,
    Order,
    Stored,
    Told,
)
from desktop_app.jobs import Job
from desktop_app.messages import Message

SHARED_FROM = 1 << 20
_AHEAD = 48


class Children:
    """Both children, and the files that they read between them."""

    def __init__(self, terms: Sequence[Terms], job: Job) -> None:
        self._job = job
        self._children = [Child(which, each) for which, each in enumerate(terms)]

    def __enter__(self) -> Children:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._children:
            one.close()

    def read(self, sources: Sequence[File | Stored]) -> Iterator[tuple[int, Told]]:
        """Yield what is in ``sources``, in their order, each message with its file's number."""
        given: dict[int, int | None] = {}
        next_given = 0
        for number in range(len(sources)):
            while next_given < min(len(sources), number + _AHEAD):
                given[next_given] = self._give(next_given, sources[next_given])
                next_given += 1
            reader = given.pop(number)
            told = self._of_both() if reader is None else self._of_one(reader)
            for one in told:
                yield number, one

    def _give(self, number: int, source: File | Stored) -> int | None:
        """Hand a file out: large ones to both children, others to the less busy one."""
        if source.size >= SHARED_FROM and len(self._children) > 1:
            for one in self._children:
                one.order(Order(number, source, shared=True))
            return None
        idlest = min(range(len(self._children)), key=lambda which: self._children[which].orders)
        self._children[idlest].order(Order(number, source, shared=False))
        return idlest

    def _take(self, which: int) -> Told:
        return self._children[which].take(self._job)

    def _peek(self, which: int) -> Told:
        return self._children[which].peek(self._job)

    def _of_one(self, which: int) -> Iterator[Told]:
        while True:
            told = self._take(which)
            yield told
            if isinstance(told, FileEnds):
                return

    def _of_both(self) -> Iterator[Told]:
        """Join what both say of one file: leaves by turns, and the blocks of large ones."""
        leaf = 0
        while True:
            owner = leaf % 2
            told = self._peek(owner)
            if isinstance(told, FileEnds):
                break
            if told.leaf != leaf:  # its owner lost it; go on with what there is
                leaf += 1
                continue
            self._take(owner)
            yield told
            if isinstance(told, LeafBegins):
                yield from self._striped(owner, leaf) if told.striped else self._rest(owner, leaf)
            leaf += 1
        yield from self._ends()

    def _rest(self, which: int, leaf: int) -> Iterator[Told]:
        while True:
            told = self._peek(which)
            if isinstance(told, FileEnds) or told.leaf != leaf:
                yield LeafEnds(leaf, REST_LEFT)
                return
            self._take(which)
            if isinstance(told, LeafSkipped):
                yield LeafEnds(leaf, told.reason)
                return
            yield told
            if isinstance(told, LeafEnds):
                return

    def _striped(self, owner: int, leaf: int) -> Iterator[Told]:
        """Take blocks from both by turns until both have ended the leaf."""
        reasons: list[Message | None] = []
        open_ = [True, True]
        which = owner
        while any(open_):
            if not open_[which]:
                which = 1 - which
            told = self._peek(which)
            if isinstance(told, FileEnds) or told.leaf != leaf:
                open_[which] = False
                reasons.append(REST_LEFT)
                continue
            self._take(which)
            if isinstance(told, (Block, MoreChunks)):
                yield told
            else:
                open_[which] = False
                reasons.append(getattr(told, "reason", None))
            if not isinstance(told, MoreChunks):
                which = 1 - which
        yield LeafEnds(leaf, next((reason for reason in reasons if reason), None))

    def _ends(self) -> Iterator[Told]:
        reason: Message | None = None
        members = False
        number = 0
        for which in range(2):
            while not isinstance(told := self._take(which), FileEnds):
                yield told
            reason, members, number = reason or told.reason, members or told.members, told.number
        yield FileEnds(number, reason, members)
