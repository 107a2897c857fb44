"""What the user put on dispatches: tags, collections, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop_app.messages import Message, message
from desktop_app.model.names import folded_name
from desktop_app.model.shelf import Shelf
from desktop_app.query.conditions.people import escaped
from desktop_app.query.query import SqlCondition, Where
from desktop_app.query.quoting import written

NONE = "none"


def folded_label(name: str) -> str:
    """Return by what a label is known: letter case, accents and punctuation aside."""
    return (folded_name(name) or name.casefold()).encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class LabelIs(SqlCondition):
    """Dispatches with the tag ``name``, or in the collection of that name; "" is with none."""

    shelf: Shelf
    name: str

    @property
    def field(self) -> str:
        return str(self.shelf)

    def where(self) -> Where:
        shelf = self.shelf.value
        if not self.name:
            return Where(f"SELECT id FROM article EXCEPT SELECT article FROM article_{shelf}")
        return Where(
            f"SELECT x.article FROM {shelf} l JOIN article_{shelf} x ON x.{shelf} = l.id"
            " WHERE l.folded = ?",
            (folded_label(self.name),),
        )

    def words(self) -> Message:
        if not self.name:
            return message("without tag" if self.shelf is Shelf.TAG else "in no collection")
        said = "tag {name}" if self.shelf is Shelf.TAG else "in the collection {name}"
        return message(said, name=self.name)

    def text(self) -> str:
        if not self.name:
            return f"{self.shelf}:{NONE}"
        return f"{self.shelf}:{written(self.name, special=frozenset({NONE}))}"


@dataclass(frozen=True, slots=True)
class NoteHas(SqlCondition):
    """Dispatches with a note in which ``phrase`` stands; "" is any note."""

    phrase: str
    field: ClassVar[str] = "note"

    def where(self) -> Where:
        if not self.phrase:
            return Where("SELECT DISTINCT article FROM note")
        return Where(
            "SELECT DISTINCT article FROM note WHERE folded LIKE ? ESCAPE '\\'",
            (f"%{escaped(folded_label(self.phrase))}%",),
        )

    def words(self) -> Message:
        if not self.phrase:
            return message("with a note")
        return message("a note has “{phrase}”", phrase=self.phrase)

    def text(self) -> str:
        return f"note:{written(self.phrase)}" if self.phrase else "has:note"
