"""Keeps a small library of each released version, to be opened by every later one.

    python -m tests.made_up.released

Run it at a release, before the schema changes again: it writes
``tests/data/libraries/VERSION-schema-N.zip``, its sources within, and beside it what the
library held.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from pathlib import Path

from desktop_app import __version__
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.library.schema import NEWEST
from desktop_app.library.searches import Searches
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "data" / "libraries"
SAMPLE = ROOT / "resources" / "sample_library"
FILES = ("2023-09-14_juche.json", "captured-again.jsonl", "kcna-korean.json")


def held(library: Library) -> dict[str, dict[str, object]]:
    """Say what a library holds, by names that outlive it: articles with their people, searches."""
    articles: dict[str, object] = {}
    for number in library.find(Query()).ids:
        article = library.article(int(number))
        articles[article.row.public_id] = {
            "title": article.row.title,
            "published": str(article.row.published),
            "text": article.version and article.version.text_sha256,
            "versions": len(article.versions),
            "captures": sorted(capture.locator for capture in article.captures),
            "people": [
                [person.name, person.title, person.role]
                for event in article.events
                for person in event.participants
            ],
        }
    searches: dict[str, object] = {search.name: search.text for search in Searches(library).all()}
    return {"articles": dict(sorted(articles.items())), "searches": searches}


def main() -> None:
    """Make the library and keep it."""
    name = f"{__version__}-schema-{NEWEST}"
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.dateline"
        with Library.create(path) as library:
            import_paths(library, [SAMPLE / file for file in FILES], Job())
            Searches(library).save("Talks", parse("kind:talks").query)
            said = held(library)
        with zipfile.ZipFile(KEPT / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(path.iterdir()):
                if file.suffix in {".db", ".dateline"}:
                    archive.write(file, f"kept.dateline/{file.name}")
            for name_of_source in FILES:
                archive.write(SAMPLE / name_of_source, f"sources/{name_of_source}")
    written = json.dumps(said, ensure_ascii=False, indent=1)
    (KEPT / f"{name}.json").write_text(written + "\n", encoding="utf-8")
    print(f"{name}: {len(said['articles'])} articles")


if __name__ == "__main__":
    main()
