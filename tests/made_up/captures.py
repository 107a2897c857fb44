"""Writes made-up dispatches as captures of web pages: KCNA Watch as text, outlets as HTML."""

# ruff: noqa: E501 (pages read better whole)

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from html import escape
from pathlib import Path

from tests.made_up.dispatches import MONTHS, Dispatch

_CUT = 128  # letters after which KCNA Watch cuts a teaser


def teaser(one: Dispatch) -> str:
    """Return the lines under "More From": the opening, its day, the opening again."""
    opening = one.body.replace("\n", " ")[:_CUT].rsplit(" ", 1)[0]
    return f"{opening}\n{MONTHS[one.published.month - 1]} {one.published.day:02}, {one.published.year}\n{opening}"


def watch_text(one: Dispatch, others: Iterable[Dispatch] = (), *, header: bool = False) -> str:
    """Return a KCNA Watch capture as text, in its bare form or with the header."""
    day = one.published
    source = "KCNA.kp (En)" if one.language == "en" else "KCNA.kp (Kr)"
    lines = []
    if header:
        taken = day + timedelta(40)
        lines += [
            f"{MONTHS[taken.month - 1]} {taken.day:02}, {taken.year}",
            f"KCNA {source}", "", one.title, "",
            f"Date: {day:%d/%m/%Y} | Source: {source} | Read original version at source", "",
            one.body.replace("\n", "\n\n"),
        ]  # fmt: skip
    else:
        lines.append(one.body)
        lines.append(f"www.kcna.kp (Juche{day.year - 1911}.{day.month}.{day.day}.)")
    lines.append(f"More From {source}")
    lines += [teaser(other) for other in others]
    lines.append("More Articles")
    return "\n".join(lines)


def write_watch_captures(dispatches: Iterable[Dispatch], folder: Path) -> list[Path]:
    """Write a capture each, the two forms in turn, with the five before it as teasers."""
    folder.mkdir(parents=True, exist_ok=True)
    seen: list[Dispatch] = []
    paths = []
    for one in dispatches:
        path = folder / f"kcnawatch-{one.published.isoformat()}-{one.number:06}.txt"
        path.write_text(watch_text(one, seen[-5:], header=one.number % 2 == 1), encoding="utf-8")
        paths.append(path)
        seen.append(one)
    return paths


def watch_copy(one: Dispatch) -> Dispatch:
    """Return the copy that KCNA Watch keeps of ``one``: another address, a space after the name."""
    taken = datetime.combine(one.published, time(3), UTC).timestamp()
    slug = "-".join(one.title.lower().split())[:70]
    address = f"https://kcnawatch.org/newstream/{int(taken)}-{100000000 + one.number}/{slug}/"
    return replace(one, url=address, body=one.body.replace("Chon Ryong Su,", "Chon Ryong Su ,"))


def edited(one: Dispatch) -> Dispatch | None:
    """Return ``one`` as if its last roster name had been taken out; None where it has no roster."""
    for row in reversed(one.participants):
        for written in (f", {row.title} {row.name}", f"{row.title} {row.name}, "):
            if row.role in ("present", "accompanied", "greeted") and written in one.body:
                kept = tuple(other for other in one.participants if other is not row)
                return replace(one, body=one.body.replace(written, "", 1), participants=kept)
    return None


def page_html(one: Dispatch) -> str:
    """Return the page of kcna.kp (2018 to mid-2026) or of Rodong Sinmun (2023) that shows ``one``."""
    paragraphs = [f"<p>{escape(line)}</p>" for line in one.body.split("\n")]
    day = one.published
    if one.outlet == "Rodong Sinmun":
        shown = "".join(line.replace("<p>", '<p class="ArticleContent">') for line in paragraphs)
        return (
            "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Rodong Sinmun</title>"
            f"<link rel='canonical' href='{escape(one.url)}'></head><body><div class='menu'>Home Politics</div>"
            f"<p class='news_Title'>{escape(one.title)}</p>"
            f"<span class='NewsDate'>{day.year}.{day.month}.{day.day}.</span>{shown}"
            "<div class='footer'>Copyright (C) The Rodong Sinmun</div></body></html>"
        )
    leader = '<nobr><span class="fSpecCs">Chon Ryong Su</span></nobr>'
    shown = "".join(paragraphs).replace("Chon Ryong Su", leader)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>KCNA</title>"
        f"<link rel='canonical' href='{escape(one.url)}'></head><body><nav><a href='#'>Top News</a></nav>"
        f"<article><div class='article-main-title'><strong>{escape(one.title)}</strong></div>"
        f"<div class='article-content-body'><div class='content-wrapper'>{shown}</div>"
        f"<span class='publish-time'>www.kcna.kp (Juche{day.year - 1911}.{day.month}.{day.day}.)</span></div>"
        "</article><footer>Copyright (C) kcna.kp</footer></body></html>"
    )


def write_pages(dispatches: Iterable[Dispatch], folder: Path) -> list[Path]:
    """Write an HTML page each."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in dispatches:
        path = folder / f"{one.published.isoformat()}-{one.number:06}.html"
        path.write_text(page_html(one), encoding="utf-8")
        paths.append(path)
    return paths
