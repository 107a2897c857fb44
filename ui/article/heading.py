"""The line under the title: outlet, place, day, event, captures."""

from __future__ import annotations

from desktop_app.model.article import Article
from ui.language import counted, juche, long_day, say, written


def meta_line(article: Article) -> str:
    """Say where and when a dispatch was published, and what it reports happened when."""
    row = article.row
    parts = [row.outlet, row.place, _published(article), _happened(article)]
    if row.site and row.site.casefold() != row.outlet.casefold():
        parts.append(say("captured at {site}", site=row.site))
    if len(article.captures) > 1:
        parts.append(counted(len(article.captures), "{n} capture", "{n} captures"))
    return " · ".join(part for part in parts if part)


def _published(article: Article) -> str:
    day = article.row.published
    if day is None:
        known = article.dateline_day
        if known is None:
            return say("no date")
        return say("dateline {day}, year unknown", day=str(known).removeprefix("--"))
    return ", ".join(part for part in (long_day(day), juche(day)) if part)


def _happened(article: Article) -> str:
    for event in article.events:
        if event.happened is None:
            continue
        first, last = event.happened.first, event.happened.last
        days = written(first, "d MMMM")
        if last != first:
            days = f"{days} – {written(last, 'd MMMM')}"
        said = say("event {days}", days=days)
        return f"{said}, {event.place}" if event.place else said
    return ""
