"""Runs in the peers' own environment: ``peer_tantivy.py FILE.jsonl INDEX QUESTIONS``."""

import json
import statistics
import sys
import time
from pathlib import Path

import tantivy  # type: ignore[import-not-found]


def opened(source: Path, at: Path) -> tantivy.Index:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=True)
    builder.add_text_field("body")
    builder.add_integer_field("day", fast=True, stored=True)
    if at.exists():
        return tantivy.Index.open(str(at))
    at.mkdir()
    index = tantivy.Index(builder.build(), path=str(at))
    writer = index.writer(128_000_000, 1)
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            day = int(one["date"].replace("-", ""))
            writer.add_document(tantivy.Document(title=one["title"], body=one["body"], day=day))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def main() -> None:
    source, at, questions = sys.argv[1:]
    index = opened(Path(source), Path(at))
    searcher = index.searcher()
    times = {}
    for name, text in json.loads(questions).items():
        if text.endswith("*"):
            parts = [
                tantivy.Query.regex_query(index.schema, field, text[:-1] + ".*")
                for field in ("title", "body")
            ]
            query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        else:
            query = index.parse_query(text, ["title", "body"], conjunction_by_default=True)
        taken = []
        for _ in range(9):
            began = time.process_time()
            found = searcher.search(query, 100, count=True, order_by_field="day")
            rows = [searcher.doc(address) for _, address in found.hits]
            days = {"days": {"terms": {"field": "day", "size": 20_000}}}
            searcher.aggregate(query, days)
            taken.append((time.process_time() - began) * 1000)
            assert len(rows) == min(100, found.count)
        times[name] = statistics.median(taken)
    print(json.dumps(times))


main()
