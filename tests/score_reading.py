"""Score the reader on the labelled sets, each with its Wilson intervals.

    python tests/score_reading.py [NAME.jsonl NAME.texts.jsonl]...

Without arguments it takes the development sets of ``../shared/gold``, where that folder is.
"""

from __future__ import annotations

import importlib.util
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from desktop_app.reading.lines import read_lines  # noqa: E402

SHARED = HERE.parent.parent / "shared" / "gold"
SURE = 1.96  # 95 of 100 intervals hold the true share


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the interval in which the true share lies, at 95 per cent."""
    if of == 0:
        return 0.0, 1.0
    share = right / of
    spread = SURE * math.sqrt(share * (1 - share) / of + SURE**2 / (4 * of**2))
    middle = share + SURE**2 / (2 * of)
    return (middle - spread) / (1 + SURE**2 / of), (middle + spread) / (1 + SURE**2 / of)


def sets(arguments: list[str]) -> list[tuple[Path, Path]]:
    """Return the pairs of labels and texts to score."""
    if arguments:
        paths = [Path(argument) for argument in arguments]
        return list(zip(paths[::2], paths[1::2], strict=True))
    return [
        (labels, labels.with_suffix(".texts.jsonl"))
        for labels in sorted(SHARED.glob("dev-*.jsonl"))
        if not labels.name.endswith(".texts.jsonl")
    ]


def scoring(folder: Path) -> ModuleType:
    """Load the scoring program's own functions, so that both judge alike."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(texts: Path) -> dict[str, dict[str, Any]]:
    """Read every text of a set; the text itself stays beside what was read in it."""
    with texts.open("rb") as lines:
        found = {
            record["id"]: record
            for record in read_lines(lines, lambda line, why: print(line, why, file=sys.stderr))
        }
    with texts.open(encoding="utf-8") as lines_of_text:
        for line in filter(str.strip, lines_of_text):
            record = json.loads(line)
            found[record["id"]]["text"] = record["text"]
    return found


def shares(
    score: ModuleType, gold: dict[str, Any], found: dict[str, Any]
) -> Iterator[tuple[str, int, int]]:
    """Give each measure as (what, right, of)."""
    for what, key in (
        ("people", lambda x: score.name_key(x["name"])),
        ("people+role", lambda x: (score.name_key(x["name"]), x["role"])),
    ):
        hit = said = true = 0
        for at, labels in gold.items():
            g = {key(x) for x in labels["participants"]}
            p = {key(x) for x in found.get(at, {"participants": []})["participants"]}
            hit, said, true = hit + len(g & p), said + len(p), true + len(g)
        yield f"{what}: precision", hit, said
        yield f"{what}: recall", hit, true
        yield f"{what}: F1", 2 * hit, said + true
    kinds = [labels["event_kind"] == found[at]["event_kind"] for at, labels in gold.items()]
    yield "event kind", sum(kinds), len(kinds)
    yield from _titles(score, gold, found)
    yield "groups: F1", *_groups(score, gold, found)
    yield from _quotes(score, found)


def _quotes(score: ModuleType, found: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """Tell of how many rows the quoted words are the name, and the sentence says the role."""
    names = reasons = rows = 0
    for record in found.values():
        for row in record["participants"]:
            said = {
                span["part"]: score.name_key(record["text"][span["start"] : span["end"]])
                for span in row["spans"]
            }
            sentence = score.name_key(row["sentence"])
            rows += 1
            names += score.name_key(row["name"]) in said["name"] and said["name"] in sentence
            reasons += said["trigger"] in sentence
    yield "quoted words hold the name", names, rows
    yield "quoted sentence tells the role", reasons, rows


def _titles(
    score: ModuleType, gold: dict[str, Any], found: dict[str, Any]
) -> Iterator[tuple[str, int, int]]:
    titles: list[bool] = []
    sides: list[bool] = []
    orders: list[bool] = []
    for at, labels in gold.items():
        g, p = labels["participants"], found[at]["participants"]
        for name in {score.name_key(x["name"]) for x in g} & {score.name_key(x["name"]) for x in p}:
            mine = [x for x in p if score.name_key(x["name"]) == name]
            true = [x for x in g if score.name_key(x["name"]) == name]
            longest = [max((x["title"] or "" for x in rows), key=len) for rows in (true, mine)]
            titles.append(score.overlap(*longest) >= 0.8)
            said = [
                next((score.side_key(x["side"]) for x in r if x["side"]), None)
                for r in (true, mine)
            ]
            if any(said):
                sides.append(said[0] == said[1])
        listed = [score.name_key(x["name"]) for x in g if x["role"] in ("present", "accompanied")]
        if len(listed) >= 3:
            mine = [score.name_key(x["name"]) for x in p if x["role"] in ("present", "accompanied")]
            orders.append([name for name in mine if name in listed] == listed)
    yield "title", sum(titles), len(titles)
    yield "side", sum(sides), len(sides)
    yield "order", sum(orders), len(orders)


def _groups(score: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> tuple[int, int]:
    hit = total = 0
    for at, labels in gold.items():
        left = [x["label"] for x in found[at]["groups"]]
        total += len(labels["groups"]) + len(left)
        for group in labels["groups"]:
            best = max(left, key=lambda said: score.overlap(said, group["label"]), default=None)
            if best is not None and score.overlap(best, group["label"]) >= 0.6:
                left.remove(best)
                hit += 1
    return 2 * hit, total


def main() -> None:
    pairs = sets(sys.argv[1:])
    if not pairs:
        print(f"{SHARED} is not here: name the labels and texts to score.")
        return
    score = scoring(SHARED)
    everything: dict[str, tuple[int, int]] = {}
    for labels, texts in pairs:
        gold = score.load(labels)
        rows = list(shares(score, gold, read(texts)))
        show(f"{labels.stem} ({len(gold)} dispatches)", rows)
        for what, right, of in rows:
            before = everything.get(what, (0, 0))
            everything[what] = before[0] + right, before[1] + of
    show("all together", [(what, *numbers) for what, numbers in everything.items()])


def show(what: str, rows: list[tuple[str, int, int]]) -> None:
    """Print a table of shares, ready for docs/reading.md."""
    print(f"\n### {what}\n\n| measure | share | 95 % interval | n |\n| --- | --- | --- | --- |")
    for measure, right, of in rows:
        low, high = wilson(right, of)
        share = f"{right / of:.3f}" if of else "-"
        print(f"| {measure} | {share} | {low:.3f} to {high:.3f} | {of} |")


if __name__ == "__main__":
    main()
