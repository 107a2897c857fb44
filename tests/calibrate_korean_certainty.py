"""Learn from the first shots at Korean dispatches how sure each sort of row is.

    python tests/calibrate_korean_certainty.py

`tests/data/certainty-ko-frozen.jsonl` keeps every row that was read in batches of dispatches when
they were read for the first time: what tells its sort, and whether name and role were right. The
share of each sort, drawn towards PRIOR as by WEIGHT further rows, becomes the reader's table.
Prints how often rows of the window's three bands were right, each tenth of the dispatches judged by
a table that was learnt from the other nine.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from desktop_app.model.participant import DOUBTFUL_BELOW, Role  # noqa: E402
from desktop_app.reading.korean.certainty import likeness  # noqa: E402
from tests.score_reading import wilson  # noqa: E402

ROWS = HERE / "data" / "certainty-ko-frozen.jsonl"
TABLE = HERE.parent / "resources" / "grammar" / "certainty_ko.toml"
PRIOR, WEIGHT = 0.9, 10
TENTHS = 10
SURE_FROM = 0.9  # as the window says it


class Judged(NamedTuple):
    """A row as it was first read: of which dispatch, of what sort, and whether it was right."""

    dispatch: str
    sort: str
    right: bool


def judged() -> list[Judged]:
    """Return the rows that were kept."""
    kept = map(json.loads, ROWS.read_text("utf-8").splitlines())
    return [
        Judged(row["dispatch"], likeness(Role(row["role"]), row["roles"]), row["right"])
        for row in kept
    ]


def table_of(rows: Sequence[Judged]) -> dict[str, tuple[float, int, int]]:
    """Return for each sort how sure it is, with the rows that were right and all."""
    right = Counter(row.sort for row in rows if row.right)
    count = Counter(row.sort for row in rows)
    return {
        sort: ((right[sort] + WEIGHT * PRIOR) / (count[sort] + WEIGHT), right[sort], count[sort])
        for sort in sorted(count)
    }


def band(certainty: float) -> str:
    """Return the word under which the window shows a certainty."""
    if certainty >= SURE_FROM:
        return "sure"
    return "likely" if certainty >= DOUBTFUL_BELOW else "doubtful"


def bands(rows: Sequence[Judged]) -> dict[str, tuple[float, int, int]]:
    """Return of each band what was said, how many were right and all, judged by the others."""
    dispatches = sorted({row.dispatch for row in rows})
    tenth = {dispatch: number % TENTHS for number, dispatch in enumerate(dispatches)}
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    sums: dict[str, float] = dict.fromkeys(("sure", "likely", "doubtful"), 0.0)
    for part in range(TENTHS):
        table = table_of([row for row in rows if tenth[row.dispatch] != part])
        for row in rows:
            if tenth[row.dispatch] == part:
                certainty = table[row.sort][0] if row.sort in table else PRIOR
                said = band(certainty)
                count[said] += 1
                right[said] += row.right
                sums[said] += certainty
    return {
        said: (sums[said] / max(1, count[said]), right[said], count[said])
        for said in ("sure", "likely", "doubtful")
    }


def written(rows: Sequence[Judged]) -> str:
    """Return the table as the reader reads it."""
    lines = [
        "# How sure a row of a Korean dispatch is, by its sort:",
        f"# (right + {WEIGHT} x {PRIOR}) / (rows + {WEIGHT}); tests/calibrate_korean_certainty.py.",
        "",
        "[certainty]",
    ]
    for sort, (sure, right, count) in table_of(rows).items():
        lines.append(f'"{sort}" = {sure:.3f}  # {right} of {count}')
    return "\n".join(lines) + "\n"


def main() -> None:
    rows = judged()
    TABLE.write_text(written(rows), "utf-8")
    print(f"{TABLE}: {len(rows)} rows")
    print("| band in the window | said | right | 95 % interval | n |")
    print("| --- | --- | --- | --- | --- |")
    for said, (certainty, right, count) in bands(rows).items():
        if count:
            low, high = wilson(right, count)
            between = f"{low:.3f} to {high:.3f}"
            print(f"| {said} | {certainty:.3f} | {right / count:.3f} | {between} | {count} |")


if __name__ == "__main__":
    main()
