"""Saved searches: kept in the user's log as text of the query language, with what was seen."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library import steps
from desktop_app.library.library import Library
from desktop_app.library.work import Change
from desktop_app.messages import Message, message
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query

ACTION, LOOK = "search", "look"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question with a name.

    ``seen`` is the public id of the newest article that was there at the last look: unlike a
    row's number it means the same after a rebuild. It is "" where the library was empty.
    """

    id: str
    name: str
    text: str
    seen: str

    @property
    def query(self) -> Query:
        return parse(self.text).query


@dataclass(frozen=True, slots=True)
class Found:
    """How many dispatches a saved search finds now, and how many came since the last look."""

    total: int
    new: int


class Searches:
    """The saved searches of one library; each change is an entry of the user's log."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def all(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches, the oldest first."""
        kept: dict[str, SavedSearch] = {}
        for entry in self._library.work_log(ACTION):
            if isinstance(entry.after, dict):
                kept[entry.target] = _read(entry.target, entry.after)
            else:
                kept.pop(entry.target, None)
        for look in self._library.work_log(LOOK):
            if look.target in kept:
                kept[look.target] = replace(kept[look.target], seen=str(look.after))
        return tuple(kept.values())

    def save(self, name: str, query: Query) -> SavedSearch:
        """Keep ``query`` as ``name``; everything that it finds now counts as seen."""
        name = " ".join(name.split())
        if not name:
            raise UserError(message("A saved search wants a name."))
        saved = SavedSearch(uuid.uuid4().hex, name, query.text(), self._newest())
        self._write(saved, message("save the search “{name}”", name=name))
        return saved

    def rename(self, search: SavedSearch, name: str) -> SavedSearch:
        """Give ``search`` another name."""
        renamed = replace(search, name=" ".join(name.split()) or search.name)
        self._write(renamed, message("rename the search “{name}”", name=search.name))
        return renamed

    def forget(self, search: SavedSearch) -> None:
        """Remove ``search``; its entries stay in the log."""
        says = message("remove the search “{name}”", name=search.name)
        steps.do(self._library, says, [Change(ACTION, search.id, None)])

    def bring_back(self, search: SavedSearch) -> None:
        """Keep a search again that was removed."""
        self._write(search, message("bring back the search “{name}”", name=search.name))

    def look_at(self, search: SavedSearch) -> SavedSearch:
        """Count everything that ``search`` finds now as seen."""
        looked = replace(search, seen=self._newest())
        if looked != search:
            says = message("look at the search “{name}”", name=search.name)
            look = [Change(LOOK, search.id, looked.seen)]
            steps.do(self._library, says, look, undoable=False)
        return looked

    def count(self, search: SavedSearch, job: Job | None = None) -> Found:
        """Answer ``search``; nothing counts as new where its last look cannot be told any more."""
        result = self._library.find(search.query, job)
        if not search.seen:
            return Found(len(result), len(result))
        seen = self._library.article_id(search.seen)
        new = 0 if seen is None else int((result.ids > seen).sum())
        return Found(len(result), new)

    def _newest(self) -> str:
        return self._library.newest_article() or ""

    def _write(self, search: SavedSearch, says: Message) -> None:
        after = {"name": search.name, "query": search.text, "seen": search.seen}
        steps.do(self._library, says, [Change(ACTION, search.id, after)])


def _read(target: str, said: dict[str, object]) -> SavedSearch:
    name, query, seen = (str(said.get(key, "")) for key in ("name", "query", "seen"))
    return SavedSearch(target, name, query, seen)
