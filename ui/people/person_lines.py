"""What the page of a person says, as lines: a model that a list shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.analysis.persons import PersonPage
from desktop_app.model.person import Proposal
from desktop_app.query.conditions.columns import Column, ColumnIs
from desktop_app.query.conditions.people import About, Trait, Who, person_named, this_person
from desktop_app.query.query import Query
from ui.kinds import kind_name, role_name
from ui.language import counted, number, say, short_day, tell

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
FEW = 10

Open = str
"""What a line may open: a person, by what a query calls him or her."""

LINKED_BY = {
    "authority": "by the list of known people",
    "office": "by the offices stated",
    "spelling": "by the spelling of the name",
    "counterpart": "by a dispatch in both scripts",
    "days": "by the days only",
    "user": "by you",
}


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line: a heading, a fact with its count, or "more" of a section.

    ``opens`` is what Enter does: a query to ask, a person's page, or a proposal to decide.
    """

    section: str
    text: str
    note: str = ""
    count: int | None = None
    opens: Query | Open | Proposal | None = None
    is_heading: bool = False
    is_more: bool = False

    def in_words(self) -> str:
        """Say the line for screen readers and as its hint."""
        said = "" if self.count is None else counted(self.count, "{n} dispatch", "{n} dispatches")
        return ", ".join(part for part in (self.text, self.note, said) if part)


class PersonLines(QAbstractListModel):
    """The lines of one person's page, section by section."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[tuple[str, str, list[PersonLine]]] = []
        self._open: set[str] = set()
        self.lines: list[PersonLine] = []

    def show(self, page: PersonPage | None) -> None:
        """Show what ``page`` says."""
        self._sections = [] if page is None else _sections(page)
        self._rebuild()

    def toggle(self, section: str) -> None:
        """Show all lines of ``section``, or only the first few."""
        self._open ^= {section}
        self._rebuild()

    def _rebuild(self) -> None:
        self.beginResetModel()
        self.lines = []
        for name, heading, lines in self._sections:
            if not lines:
                continue
            is_open = name in self._open
            self.lines.append(PersonLine(name, heading, is_heading=True))
            self.lines += lines if is_open else _few(name, lines)
            if len(lines) > FEW:
                more = say("{n} more", n=number(len(lines) - FEW))
                text = say("fewer") if is_open else more
                self.lines.append(PersonLine(name, text, is_more=True))
        self.endResetModel()

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.in_words()
        return None


def _few(section: str, lines: list[PersonLine]) -> list[PersonLine]:
    """Return the most frequent lines, in the order in which they stand."""
    if section != "titles":
        return lines[:FEW]
    least = sorted((line.count or 0 for line in lines), reverse=True)[:FEW]
    kept = [line for line in lines if (line.count or 0) >= least[-1]]
    return kept[:FEW]


def _sections(page: PersonPage) -> list[tuple[str, str, list[PersonLine]]]:
    himself = this_person(page.person.uuid, page.person.name).traits
    titles = [
        PersonLine(
            "titles",
            held.title,
            period(held.first, held.last),
            held.count,
            Query(where=Who((*himself, Trait(About.OFFICE, held.title)))),
        )
        for held in page.titles
    ]
    company = [PersonLine("company", one.name, "", one.count, one.value) for one in page.companions]
    roles = [
        PersonLine(
            "roles",
            role_name(line.label),
            "",
            line.count,
            Query(where=Who((*himself, Trait(About.ROLE, line.value)))),
        )
        for line in page.roles
    ]
    kinds = [
        PersonLine(
            "kinds",
            kind_name(line.label),
            "",
            line.count,
            page.query.added(ColumnIs(Column.KIND, line.value)),
        )
        for line in page.kinds
    ]
    spellings = [
        PersonLine("spellings", one.name, "", one.count, Query(where=person_named(one.name)))
        for one in page.spellings
    ]
    return [
        ("titles", say("Titles over time"), titles),
        ("company", say("Together with"), company),
        ("same", say("May be the same as"), _proposals(page)),
        ("roles", say("Role"), roles),
        ("kinds", say("Kind"), kinds),
        ("spellings", say("Spellings"), spellings),
        ("known", say("List of known people"), _known(page)),
        ("linked", say("How the name was linked"), _linked(page)),
    ]


def _proposals(page: PersonPage) -> list[PersonLine]:
    return [
        PersonLine(
            "same",
            _both_names(one),
            tell(one.why),
            one.count,
            one,
        )
        for one in page.proposals
    ]


def _both_names(one: Proposal) -> str:
    person = one.person
    both = person.name_ko and person.name_ko != person.name
    return f"{person.name} {person.name_ko}" if both else person.name


def _known(page: PersonPage) -> list[PersonLine]:
    known = page.known
    if known is None:
        return []
    offices = [
        PersonLine("known", office.title, since_until(office.first, office.last))
        for office in known.offices
    ]
    died = [PersonLine("known", say("died"), short_day(known.died))] if known.died else []
    return [*offices, *died, PersonLine("known", say("Source"), known.source)]


def _linked(page: PersonPage) -> list[PersonLine]:
    return [
        PersonLine(
            "linked",
            say(LINKED_BY.get(one.by, one.by)),
            say(
                "{rows} rows, {percent} % sure",
                rows=number(one.count),
                percent=round(100 * one.certainty),
            ),
        )
        for one in page.linked
    ]


def period(first: date | None, last: date | None) -> str:
    """Write from when to when something was seen."""
    if first is None or last is None:
        return ""
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"


def since_until(first: date | None, last: date | None) -> str:
    """Write from when to when something held; what is not known stays open."""
    told = [short_day(day) if day else "" for day in (first, last)]
    return f"{told[0]} – {told[1]}".strip() if any(told) else ""
