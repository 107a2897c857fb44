"""Writes made-up dispatches as the files of records that people have."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import IO

from tests.made_up.dispatches import Dispatch

_THEN = (2026, 1, 2, 3, 4, 4)  # the time of every archive member, so that files come out the same
TOPICS = {"talks": "Top News", "statement": "News Commentary", "message": "External"}


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """Open ``path`` to write text; .gz is compressed, always to the same bytes."""
    if path.suffix != ".gz":
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as out,
    ):
        yield out


def write_jsonl(dispatches: Iterable[Dispatch], path: Path) -> Path:
    """Write one record a line: title, date, url, language, outlet, body (.jsonl or .jsonl.gz)."""
    with _opened(path) as out:
        for one in dispatches:
            out.write(json.dumps(record(one), ensure_ascii=False) + "\n")
    return path


def record(one: Dispatch) -> dict[str, str]:
    return {
        "title": one.title,
        "date": one.published.isoformat(),
        "url": one.url,
        "language": one.language,
        "outlet": one.outlet,
        "body": one.body,
    }


def write_gold(dispatches: Iterable[Dispatch], path: Path) -> Path:
    """Write who took part in each, in the form that rosters are scored by."""
    with _opened(path) as out:
        for one in dispatches:
            truth = {
                "id": str(one.number),
                "event_kind": one.kind,
                "participants": [
                    {"name": row.name, "title": row.title, "side": row.side, "role": row.role}
                    for row in one.participants
                ],
                "groups": [
                    {"label": label, "side": side, "role": role} for label, side, role in one.groups
                ],
            }
            out.write(json.dumps(truth, ensure_ascii=False) + "\n")
    return path


def write_headlines_json(dispatches: Iterable[Dispatch], path: Path, *, texts: bool = True) -> Path:
    """Write one array of records as exports of kcna.kp have them: dates in milliseconds."""
    records = [
        {
            "topic": TOPICS.get(one.kind, "Latest News"),
            "headline": one.title,
            "link": one.url,
            "date": int(
                datetime.combine(one.published, datetime.min.time(), UTC).timestamp() * 1000
            ),
            "story_text": one.body if texts else None,
            "date_str": one.published.isoformat(),
        }
        for one in dispatches
    ]
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_csv(dispatches: Iterable[Dispatch], path: Path) -> Path:
    """Write a table with an unnamed first column, as R and pandas leave it (.csv or .csv.gz)."""
    with _opened(path) as out:
        table = csv.writer(out)
        table.writerow(["", "title", "date", "url", "language", "text"])
        for line, one in enumerate(dispatches, 1):
            day = one.published.isoformat()
            table.writerow([line, one.title, day, one.url, one.language, one.body])
    return path


def write_headlines_csv(dispatches: Iterable[Dispatch], path: Path) -> Path:
    """Write headlines alone: date, title, language, link (.csv or .csv.gz)."""
    with _opened(path) as out:
        table = csv.writer(out)
        table.writerow(["date", "title", "language", "link"])
        table.writerows(
            [one.published.isoformat(), one.title, one.language, one.url] for one in dispatches
        )
    return path


def write_day_zip(dispatches: Iterable[Dispatch], path: Path) -> Path:
    """Write a zip with one JSON page record a day, the articles nested in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for day, of_day in groupby(dispatches, key=lambda one: one.published):
            page = {
                "date": day.isoformat(),
                "url": f"http://kcna.co.jp/item/{day:%Y/%Y%m/%Y%m%d}.htm",
                "articles": [
                    {
                        "title": one.title,
                        "url": one.url,
                        "content": f"{one.title} \r\n&nbsp;&nbsp;&nbsp; "
                        + one.body.replace("\n", "\r\n "),
                    }
                    for one in of_day
                ],
            }
            member = zipfile.ZipInfo(f"{day.isoformat()}_juche.json", _THEN)
            archive.writestr(member, json.dumps(page, ensure_ascii=False, indent=4))
    return path


def write_texts(dispatches: Iterable[Dispatch], folder: Path) -> list[Path]:
    """Write a plain-text file each: title, empty line, text; the day stands in the file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in dispatches:
        path = folder / f"{one.published.isoformat()}-{one.number:06}.txt"
        path.write_text(f"{one.title}\n\n{one.body}\n", encoding="utf-8")
        paths.append(path)
    return paths


def write_text_of_several(dispatches: Iterable[Dispatch], path: Path) -> Path:
    """Write one text file of many dispatches, a line of equals signs between two."""
    path.write_text(
        "\n\n==========\n\n".join(f"{one.title}\n\n{one.body}" for one in dispatches),
        encoding="utf-8",
    )
    return path
