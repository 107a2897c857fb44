"""Everything that the archive says of one person, all of it from one result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.counting import by_period
from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library import deciding, persons
from desktop_app.library.authority import authority
from desktop_app.library.library import Library
from desktop_app.library.proposing import proposals
from desktop_app.messages import message
from desktop_app.model.person import (
    Company,
    Held,
    KnownPerson,
    Linked,
    Person,
    Proposal,
    Spelling,
)
from desktop_app.query.conditions.people import this_person
from desktop_app.query.query import Query
from desktop_app.query.result import FacetCount, Result

COMPANIONS = 200


@dataclass(frozen=True, slots=True, eq=False)
class PersonPage:
    """One person: ``result`` holds every dispatch, and all counts are counts of it."""

    person: Person
    result: Result
    spellings: tuple[Spelling, ...]
    titles: tuple[Held, ...]
    companions: tuple[Company, ...]
    roles: tuple[FacetCount, ...]
    kinds: tuple[FacetCount, ...]
    by_year: Mapping[str, int]
    linked: tuple[Linked, ...]
    proposals: tuple[Proposal, ...]
    known: KnownPerson | None

    @property
    def query(self) -> Query:
        return self.result.query

    @property
    def by_month(self) -> Mapping[str, int]:
        """In how many dispatches of each month, where there are any."""
        return by_period(self.result.by_day, "month")

    @property
    def seen(self) -> tuple[date, date] | None:
        """The first and the last day of a dispatch."""
        return self.result.by_day.span()


def everything_about(person: Person) -> Query:
    """Return the query that finds every dispatch with ``person``."""
    return Query(where=this_person(person.uuid, person.name))


def person_page(library: Library, uuid: str, job: Job) -> PersonPage:
    """Gather what the archive says of the person ``uuid``; `UserError` where nobody is it."""
    person = library.read(lambda connection: persons.person(connection, uuid))
    if person is None:
        raise UserError(
            message("This person is no longer in the library."),
            message("Rows that meant him or her were linked to somebody else, or are gone."),
        )
    result = library.find(everything_about(person), job)
    arrays = library.arrays()
    company = library.facet(result, "person", job, COMPANIONS + 1)
    facts = library.read(lambda connection: persons.facts(connection, arrays, person.id))
    job.check()
    return PersonPage(
        person=person,
        result=result,
        spellings=facts.spellings,
        titles=facts.titles,
        companions=tuple(
            Company(line.value, line.label, line.count)
            for line in company
            if line.value not in _values_of(person)
        ),
        roles=persons.roles(arrays, result, person.id),
        kinds=library.facet(result, "kind", job),
        by_year=by_period(result.by_day, "year"),
        linked=facts.linked,
        proposals=_proposals(library, person, [held.title for held in facts.titles]),
        known=authority(library.path).by_uuid.get(uuid),
    )


def _proposals(library: Library, person: Person, titles: Sequence[str]) -> tuple[Proposal, ...]:
    """Return who may be the same, but for those whom it was decided to tell apart."""
    decided = deciding.decided(library)
    return tuple(
        one
        for one in library.read(lambda connection: proposals(connection, person, titles))
        if not decided.told_apart(person.uuid, one.person.uuid)
    )


def _values_of(person: Person) -> tuple[str, str]:
    trait = this_person(person.uuid, person.name).traits[0]
    return f"={person.name}", trait.value


def find_person(library: Library, said: str) -> tuple[Person, ...]:
    """Return whom ``said`` may mean: an id, or a name in any spelling; the most frequent first."""
    by_id = library.read(lambda connection: persons.person(connection, said))
    return (by_id,) if by_id else library.read(lambda c: persons.meant(c, said))
