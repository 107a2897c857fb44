"""The columns of the list as a table; adding a column is adding a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop_app.model.article_row import ArticleRow
from ui.kinds import kind_name, language_mark
from ui.language import counted, number, say, short_day


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``name`` is also what the library sorts by ("" where it cannot)."""

    name: str
    heading: str
    width: int
    text: Callable[[ArticleRow], str]
    sorts: bool = True
    right: bool = False
    token: str = "soft"
    shown: bool = True
    stretches: bool = False
    called: str = ""
    longest: Callable[[], str] = str
    """A text that must fit whole, however wide the font of this system is."""

    @property
    def name_in_words(self) -> str:
        """Say the column where its heading is left blank to save room."""
        return say(self.called or self.heading)


def _day(row: ArticleRow) -> str:
    return short_day(row.published) if row.published else say("no date")


def _count(value: int) -> str:
    return number(value) if value else "–"


def marks(row: ArticleRow) -> list[tuple[str, str]]:
    """Return the words at the row's end, each with its colour's token."""
    words = []
    if row.noted:
        words.append((say("note"), "accent"))
    if row.doubtful:
        words.append((say("doubtful"), "unsure"))
    if row.edited:
        words.append((say("edited"), "unsure"))
    elif row.versions > 1:
        words.append((counted(row.versions, "{n} version", "{n} versions"), "faint"))
    if not row.has_text:
        words.append((say("no text"), "faint"))
    return words


COLUMNS = (
    Column("published", "Date", 88, _day, longest=lambda: short_day(date(2022, 12, 28))),
    Column(
        "title",
        "Title",
        260,
        lambda row: row.title or row.first_words or say("(no title)"),
        token="ink",
        stretches=True,
    ),
    Column(
        "kind",
        "Kind",
        80,
        lambda row: kind_name(row.kind),
        longest=lambda: kind_name("inspection"),
    ),
    Column("people", "People", 56, lambda row: _count(row.people), right=True),
    Column("outlet", "Outlet", 110, lambda row: row.outlet, shown=False),
    Column("place", "Place", 100, lambda row: row.place, shown=False),
    Column("words", "Words", 66, lambda row: _count(row.words), right=True, shown=False),
    Column("versions", "Versions", 70, lambda row: _count(row.versions), right=True, shown=False),
    Column("site", "Site", 110, lambda row: row.site, shown=False),
    Column("url", "Address", 200, lambda row: row.url, sorts=False, shown=False),
    Column("id", "Id", 110, lambda row: row.public_id, sorts=False, shown=False),
    Column("language", "", 34, lambda row: language_mark(row.language), called="Language"),
    Column(
        "marks",
        "",
        66,
        lambda row: ", ".join(word for word, _ in marks(row)),
        sorts=False,
        token="faint",
        shown=False,  # then they stand at the end of the title, where they leave it the rest
        called="Marks",
    ),
    Column(
        "starred",
        "",
        26,
        lambda row: "★" if row.starred else "",
        sorts=False,
        called="Star",
    ),
    Column("tags", "Tags", 130, lambda row: ", ".join(row.tags), sorts=False, shown=False),
)
TITLE = next(place for place, column in enumerate(COLUMNS) if column.stretches)
MARKS = next(place for place, column in enumerate(COLUMNS) if column.name == "marks")
