"""Makes `resources/sample_library/`: the made-up archive that a new user sees first.

Run `python -m tests.made_up.sample.make` after a change; the same files come every time.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from tests.made_up.addresses import address
from tests.made_up.captures import watch_copy, watch_text
from tests.made_up.dispatches import Dispatch
from tests.made_up.files import record
from tests.made_up.sample.issue import Issued, edited, issued

TARGET = Path(__file__).parents[3] / "resources" / "sample_library"
_LISTED = date(2023, 9, 14)  # the day whose listing is part of the sample


def make(target: Path) -> None:
    """Write the sample into ``target``, which is emptied before."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    everything = issued()
    headlines = [one for one in everything if one.dispatch.number % 31 == 9]
    watched = [one for one in everything if _is_watched(one)]
    only_watched = {one.dispatch.number for one in watched[::2]}
    left_out = only_watched | {one.dispatch.number for one in headlines}
    whole = [one for one in everything if one.dispatch.number not in left_out]
    _records(target / "kcna-english.jsonl", _of(whole, "KCNA", "en"))
    _records(
        target / "rodong-sinmun.jsonl",
        _of(whole, "Rodong Sinmun", "en") + _of(whole, "Rodong Sinmun", "ko"),
    )
    _korean_export(target / "kcna-korean.json", _of(whole, "KCNA", "ko"))
    _records(target / "captured-again.jsonl", _changed(whole), later=True)
    _headlines(target / "headlines.csv", [one.dispatch for one in headlines])
    _captures(target / "kcna-watch", watched, everything)
    _listing(target / f"{_LISTED.isoformat()}_juche.json", everything)


def _changed(whole: list[Issued]) -> list[Dispatch]:
    """Return later forms of some dispatches, of the planned visit's talks above all."""
    could = [(one, now) for one in whole if (now := edited(one)) is not None]
    planned = [
        now
        for one, now in could
        if one.staged.template.planned or one.dispatch.published == _LISTED
    ]
    return planned + [now for _, now in could[::13] if now not in planned]


def _is_watched(one: Issued) -> bool:
    was = one.dispatch
    return (
        (was.outlet, was.language) == ("KCNA", "en")
        and date(2023, 8, 1) <= was.published
        and was.number % 3 == 0
    )


def _of(dispatches: Iterable[Issued], outlet: str, language: str) -> list[Dispatch]:
    found = (one.dispatch for one in dispatches)
    return [one for one in found if (one.outlet, one.language) == (outlet, language)]


def _captured_at(one: Dispatch, *, later: bool) -> str:
    wait = timedelta(days=30 + one.number % 200) if later else timedelta(hours=5 + one.number % 20)
    return (datetime.combine(one.published, time(6)) + wait).isoformat() + "Z"


def _records(path: Path, dispatches: list[Dispatch], *, later: bool = False) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for one in dispatches:
            line = record(one) | {"captured_at": _captured_at(one, later=later)}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _korean_export(path: Path, dispatches: list[Dispatch]) -> None:
    """Write the shape that exports of kcna.kp in Korean have: an object keyed by id."""
    articles = {
        f"kcna-{one.number:016x}": {
            "id": f"kcna-{one.number:016x}",
            "title": f"조선중앙통신 | {one.title}",
            "date": one.published.isoformat(),
            "body": f"{one.title}\n\n" + one.body.replace("\n", "\n\n"),
            "url": one.url,
            "mediaType": "article",
            "sourceName": "조선중앙통신",
        }
        for one in dispatches
    }
    whole = {"generatedAt": "2023-10-21T00:00:00.000Z", "articles": articles}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _headlines(path: Path, dispatches: list[Dispatch]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["date", "title", "language", "link"])
        table.writerows(
            [one.published.isoformat(), one.title, one.language, one.url] for one in dispatches
        )


def _captures(folder: Path, watched: list[Issued], everything: list[Issued]) -> None:
    folder.mkdir()
    english = [
        one.dispatch for one in everything if (one.dispatch.outlet, one.language) == ("KCNA", "en")
    ]
    for at, one in enumerate(watched):
        was = one.dispatch
        others = [other for other in english if other.published > was.published][:6]
        text = watch_text(watch_copy(was), others, header=at % 3 == 1)
        path = folder / f"kcna-watch-{was.published.isoformat()}-{was.number:03}.txt"
        path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _listing(path: Path, everything: list[Issued]) -> None:
    """Write the outlet's list of one day: one dispatch gone from it, three never captured."""
    of_day = [
        one.dispatch for one in everything
        if one.dispatch.published == _LISTED
        and (one.dispatch.outlet, one.language) == ("KCNA", "en")
    ]  # fmt: skip
    never = [
        "Ferry Line to Ox Islet Opened",
        "New Kind of Buckwheat Noodles on Sale",
        "Fire Drill at Okpo Youth Coal Mine",
    ]
    entries = [{"title": one.title, "url": one.url} for one in of_day[:-1]]
    entries += [
        {"title": title, "url": address("KCNA", "en", _LISTED, 0, 9000 + at)}
        for at, title in enumerate(never)
    ]
    page = {
        "date": _LISTED.isoformat(),
        "url": "http://www.kcna.kp/en/category/articles/q/facade.kcmsf",
        "articles": entries,
    }
    path.write_text(json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(TARGET)
