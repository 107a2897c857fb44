"""What stands under every picture and over every printed list: question, days, count, coverage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.coverage import coverage
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.query.result import Result
from ui.filter_bar.asking import query_in_words
from ui.language import counted, number, say, short_day, tell


@dataclass(frozen=True, slots=True)
class Caption:
    """A title, and the lines that let a reader judge what it shows."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join((self.title, *self.lines))


def caption_of(
    library: Library,
    result: Result,
    job: Job,
    *,
    title: str,
    days: tuple[date, date] | None = None,
) -> Caption:
    """Describe ``result``, of it only ``days`` where they are given."""
    span = days or result.by_day.span()
    shown = len(result) if days is None else dispatches_in(result, *days)
    asked = query_in_words(result.query) or say("Every dispatch")
    covered = tell(coverage(library, job).says(*(span or (None, None))))
    return Caption(title, (f"{library.name}: {asked}", _count(result, shown, span), covered))


def dispatches_in(result: Result, first: date, last: date) -> int:
    """Count what ``result`` has from ``first`` to ``last``, both included."""
    return sum(count for day, count in result.by_day.items() if first <= day <= last)


def _count(result: Result, shown: int, span: tuple[date, date] | None) -> str:
    said = [
        say(
            "{found} of {all}",
            found=number(shown),
            all=counted(result.in_library, "{n} dispatch", "{n} dispatches"),
        )
    ]
    if span is not None:
        first, last = map(short_day, span)
        said.append(first if first == last else f"{first} – {last}")
    if result.undated and shown == len(result):
        undated = result.undated
        said.append(counted(undated, "{n} without a date", "{n} without a date"))
    return " · ".join(said)
