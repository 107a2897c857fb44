"""``dateline person``: everything that the archive says of one person."""

from __future__ import annotations

import argparse
from datetime import date

from desktop_app.analysis.persons import PersonPage, find_person, person_page
from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import Console
from desktop_app.errors import UserError
from desktop_app.messages import message
from desktop_app.model.person import Person
from desktop_app.query.result import FacetCount

_SHOWN = 15


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="+", help="a name in any spelling, or an id")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _person(said: argparse.Namespace) -> int:
    console = Console()
    name = " ".join(said.name)
    with open_library(said) as library:
        people = find_person(library, name)
        if not people:
            raise UserError(
                message("Nobody in this library is called “{name}”.", name=name),
                message("dateline count --by person lists who there is."),
            )
        page = person_page(library, people[0].uuid, console.job())
    if said.json:
        console.json(person_json(page, people[1:], console))
    else:
        _print(page, people[1:], console)
    return 0


def person_json(
    page: PersonPage, others: tuple[Person, ...], console: Console
) -> dict[str, object]:
    """Return the page as JSON; its numbers are those of the window."""
    known = page.known
    first, last = page.seen or (None, None)
    return {
        "id": page.person.uuid,
        "name": page.person.name,
        "name_ko": page.person.name_ko or None,
        "query": page.query.text(),
        "total": len(page.result),
        "undated": page.result.undated,
        "first_seen": _day(first),
        "last_seen": _day(last),
        "spellings": [
            {"name": one.name, "script": one.script, "count": one.count} for one in page.spellings
        ],
        "titles": [
            {
                "title": one.title,
                "first": _day(one.first),
                "last": _day(one.last),
                "count": one.count,
            }
            for one in page.titles
        ],
        "companions": [
            {"name": one.name, "person": one.value, "count": one.count} for one in page.companions
        ],
        "roles": _counts(page.roles),
        "kinds": _counts(page.kinds),
        "by_year": dict(page.by_year),
        "linked": [
            {"by": one.by, "rows": one.count, "certainty": round(one.certainty, 2)}
            for one in page.linked
        ],
        "proposals": [
            {
                "id": one.person.uuid,
                "name": one.person.name,
                "count": one.count,
                "why": console.say(one.why),
            }
            for one in page.proposals
        ],
        "others_meant": [{"id": one.uuid, "name": one.name} for one in others],
        "authority": None
        if known is None
        else {
            "source": known.source,
            "died": _day(known.died),
            "offices": [
                {"title": one.title, "from": _day(one.first), "to": _day(one.last)}
                for one in known.offices
            ],
        },
    }


def _counts(lines: tuple[FacetCount, ...]) -> dict[str, int]:
    return {line.label: line.count for line in lines}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _print(page: PersonPage, others: tuple[Person, ...], console: Console) -> None:
    person = page.person
    console.line(" · ".join(part for part in (person.name, person.name_ko, person.uuid) if part))
    first, last = page.seen or (None, None)
    console.line(f"{len(page.result):>8}  {_day(first) or '?'} – {_day(last) or '?'}")
    blocks: tuple[tuple[str, list[str]], ...] = (
        ("Spellings", [f"{one.count:>8}  {one.name}" for one in page.spellings]),
        (
            "Titles",
            [
                f"{one.count:>8}  {_day(one.first)} – {_day(one.last)}  {one.title}"
                for one in page.titles
            ],
        ),
        ("Together with", [f"{one.count:>8}  {one.name}" for one in page.companions]),
        ("Roles", [f"{one.count:>8}  {one.label}" for one in page.roles]),
        ("Years", [f"{count:>8}  {year}" for year, count in page.by_year.items()]),
        (
            "May be the same as",
            [
                f"{one.count:>8}  {one.person.name}: {console.say(one.why)}"
                for one in page.proposals
            ],
        ),
    )
    for heading, lines in blocks:
        if lines:
            console.line()
            console.line(console.say(heading))
        for line in lines[:_SHOWN] if heading != "Years" else lines:
            console.line(line)
        if heading != "Years" and len(lines) > _SHOWN:
            console.line(f"{'':>8}  … {len(lines) - _SHOWN}")
    if others:
        console.complain(
            message("Others may be meant: {names}.", names=tuple(one.name for one in others[:8]))
        )


COMMANDS = (
    Command("person", "Tell everything that the archive says of a person.", _arguments, _person),
)
