"""``dateline search``, ``show`` and ``participants``: dispatches, one, and who took part."""

from __future__ import annotations

import argparse

from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import Console
from desktop_app.errors import UserError
from desktop_app.exporting.article_json import article_json
from desktop_app.exporting.cells import cell_text
from desktop_app.exporting.columns import PARTICIPANT_COLUMNS
from desktop_app.library.library import Library
from desktop_app.messages import message
from desktop_app.model.article import Article
from desktop_app.model.article_row import ArticleRow
from desktop_app.model.participant import Participant

USUAL_LIMIT = 20


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what the search bar takes")
    parser.add_argument("--limit", metavar="N", type=_count, default=USUAL_LIMIT)
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def _search(said: argparse.Namespace) -> int:
    console = Console()
    query = console.understood(said.query)
    with open_library(said) as library:
        result = library.find(query, console.job())
        ids = [int(number) for number in result.ids[: said.limit]]
        if said.json:
            console.json(
                {
                    "query": query.text(),
                    "words": str(query.words()),
                    "total": len(result),
                    "articles": [article_json(library.article(number)) for number in ids],
                }
            )
            return 0
        for row in library.rows(ids):
            console.line(_line(row))
        for better in library.did_you_mean(query) if not ids else ():
            console.complain(message("Did you mean {query}?", query=better.text()))
        console.complain(
            message(
                "{total} of {all} dispatches: {words}",
                total=len(result),
                all=result.in_library,
                words=query.words(),
            )
        )
    return 0


def _line(row: ArticleRow) -> str:
    day = row.published.isoformat() if row.published else "----------"
    return f"{row.public_id}  {day}  {row.outlet or '?':<16.16}  {row.title}"


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="its id, as search prints it")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _show(said: argparse.Namespace) -> int:
    console = Console()
    with open_library(said) as library:
        article = article_of(library, said.article)
        if said.json:
            console.json(article_json(article))
            return 0
        _print_article(article, console)
    return 0


def article_of(library: Library, public_id: str) -> Article:
    """Return the article known outside as ``public_id``; `UserError` where there is none."""
    number = library.article_id(public_id)
    if number is None:
        raise UserError(
            message("There is no dispatch “{id}” in this library.", id=public_id),
            message("dateline search prints the ids."),
        )
    return library.article(number)


def _print_article(article: Article, console: Console) -> None:
    row = article.row
    console.line(row.title)
    day = row.published.isoformat() if row.published else console.say("no date")
    console.line(" · ".join(part for part in (day, row.outlet, row.place, row.url) if part))
    if article.version is not None:
        console.line()
        console.line(article.version.text)
    for event in article.events:
        if event.participants or event.groups:
            console.line()
        for participant in event.participants:
            console.line(f"  {_person(participant)}")
        for group in event.groups:
            console.line(f"  {group.label}  ({group.role})")


def _person(participant: Participant) -> str:
    title = f", {participant.title}" if participant.title else ""
    side = f", {participant.side}" if participant.side else ""
    return f"{participant.name}{title}  ({participant.role}{side})"


def _participants_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what the search bar takes")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a line")


def _participants(said: argparse.Namespace) -> int:
    console = Console()
    query = console.understood(said.query)
    with open_library(said) as library:
        job = console.job()
        result = library.find(query, job)
        if not said.jsonl:
            console.line("\t".join(PARTICIPANT_COLUMNS))
        for appearance in library.appearances(result, job):
            cells = {name: value(appearance) for name, value in PARTICIPANT_COLUMNS.items()}
            if said.jsonl:
                console.json(
                    {
                        n: c if isinstance(c, int | float) or c is None else str(c)
                        for n, c in cells.items()
                    },
                    indent=None,
                )
            else:
                console.line("\t".join(" ".join(cell_text(c).split()) for c in cells.values()))
    return 0


COMMANDS = (
    Command("search", "List the dispatches that a query finds.", _search_arguments, _search),
    Command("show", "Print one dispatch with its participants.", _show_arguments, _show),
    Command(
        "participants",
        "List who took part in the dispatches that a query finds.",
        _participants_arguments,
        _participants,
    ),
)
