"""Learn from labelled dispatches how sure each sort of row is; write the reader's table.

    python tests/calibrate_certainty.py LABELS.jsonl TEXTS.jsonl [LABELS TEXTS]...

For each rule, and for each manner of being named, the share of rows whose name and role
were right, drawn towards PRIOR as by WEIGHT further rows, so that few rows say little.
Prints how often rows of the three bands of the window were right, each half of the
dispatches judged by a table that was learnt from the other half.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from desktop_app.model.participant import DOUBTFUL_BELOW  # noqa: E402
from tests.score_reading import SHARED, read, scoring, sets, wilson  # noqa: E402

TABLE = HERE.parent / "resources" / "grammar" / "certainty.toml"
PRIOR, WEIGHT = 0.9, 10
FEWEST = 8
ALWAYS = ("any", "korean, titled", "korean, bare", "foreign, titled", "foreign, bare")
SURE_FROM = 0.9  # as the window says it


class Judged(NamedTuple):
    """A row that was read, with the keys of the table that fit it, best first."""

    dispatch: int
    keys: tuple[str, ...]
    right: bool


def judged(arguments: list[str]) -> Iterator[Judged]:
    """Read the labelled dispatches and say of each row whether it is right."""
    score = scoring(SHARED)
    number = 0
    for labels, texts in sets(arguments):
        gold, found = score.load(labels), read(texts)
        for at, labelled in gold.items():
            number += 1
            true = {(score.name_key(x["name"]), x["role"]) for x in labelled["participants"]}
            for row in found[at]["participants"]:
                good = (score.name_key(row["name"]), row["role"]) in true
                rule, manner = row["from"], row["manner"]
                yield Judged(number, (f"{rule}/{manner}", rule, manner, "any"), good)


def table_of(rows: Sequence[Judged]) -> dict[str, tuple[float, int, int]]:
    """Return for each key how sure it is, with the rows that were right and all."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row in rows:
        count.update(row.keys)
        right.update(row.keys if row.right else ())
    return {
        key: ((right[key] + WEIGHT * PRIOR) / (count[key] + WEIGHT), right[key], count[key])
        for key in sorted(count)
        if count[key] >= FEWEST or key in ALWAYS
    }


def band(certainty: float) -> str:
    """Return the word under which the window shows a certainty."""
    if certainty >= SURE_FROM:
        return "sure"
    return "likely" if certainty >= DOUBTFUL_BELOW else "doubtful"


def show_bands(rows: Sequence[Judged]) -> None:
    """Print how often rows of each band were right, judged by the other half's table."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for half in (0, 1):
        table = table_of([row for row in rows if row.dispatch % 2 != half])
        for row in rows:
            if row.dispatch % 2 == half:
                said = band(next(table[key][0] for key in row.keys if key in table))
                count[said] += 1
                right[said] += row.right
    print("| band | right | 95 % interval | n |\n| --- | --- | --- | --- |")
    for said in ("sure", "likely", "doubtful"):
        if count[said]:
            low, high = wilson(right[said], count[said])
            share = right[said] / count[said]
            print(f"| {said} | {share:.3f} | {low:.3f} to {high:.3f} | {count[said]} |")


def main() -> None:
    rows = list(judged(sys.argv[1:]))
    lines = [
        "# How sure a row is, by the rule that read it and the manner of naming:",
        f"# (right + {WEIGHT} x {PRIOR}) / (rows + {WEIGHT}); see tests/calibrate_certainty.py.",
        "",
        "[certainty]",
    ]
    for key, (sure, right, count) in table_of(rows).items():
        lines.append(f'"{key}" = {sure:.3f}  # {right} of {count}')
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{TABLE}: {len(lines) - 4} keys")
    show_bands(rows)


if __name__ == "__main__":
    main()
