"""JSON Lines: one dispatch a line, with everything that the library knows of it."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.exporting.article_json import article_json
from desktop_app.exporting.choice import Choice
from desktop_app.exporting.tables import WRITING, chosen
from desktop_app.exporting.targets import whole_or_nothing
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.query.query import Versions


def write_jsonl(library: Library, choice: Choice, target: Path, job: Job) -> int:
    """Write the chosen dispatches to ``target``; return how many."""
    ids = [int(number) for number in chosen(library, choice, job).ids]
    with (
        whole_or_nothing(target) as unfinished,
        unfinished.open("w", encoding="utf-8", errors="replace", newline="\n") as file,
    ):
        for number in job.each(ids, WRITING):
            article = library.article(number)
            if choice.query.versions is Versions.LATEST and len(article.versions) > 1:
                article = library.article(number, article.latest_version)
            file.write(json.dumps(article_json(article), ensure_ascii=False) + "\n")
    return len(ids)
