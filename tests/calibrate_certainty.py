"""Learn from rows that people have judged how sure each sort of row is; write the reader's table.

    python tests/calibrate_certainty.py
    python tests/calibrate_certainty.py judge|rows LABELS.jsonl TEXTS.jsonl [LABELS TEXTS]...

Without arguments it weighs the signs of the rows in ``tests/data/certainty-rows.jsonl``: a
logistic regression whose weights are drawn towards nothing, so that a rule seen seldom says
little. Faults come in lists: all that one rule read in one dispatch counts as one. It prints
how often rows of the three bands of the window were right, each tenth of the dispatches
judged by what the other nine taught. ``judge`` prints the same of further
labelled dispatches, as the reader reads them now; ``rows`` prints their rows for the file,
which is only honest of dispatches on which no rule has been written yet.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from desktop_app.model.participant import DOUBTFUL_BELOW, Part  # noqa: E402
from desktop_app.reading.certainty import signs_of  # noqa: E402
from desktop_app.reading.dispatch import read_dispatch  # noqa: E402
from tests.score_reading import SHARED, scoring, sets, wilson  # noqa: E402

TABLE = HERE.parent / "resources" / "grammar" / "certainty.toml"
ROWS = HERE / "data" / "certainty-rows.jsonl"
DRAWN = 1.0  # how strongly a weight is drawn towards nothing
FOLDS = 10
SURE_FROM = 0.9  # as the window says it

Numbers = NDArray[np.float64]


class Judged(NamedTuple):
    """A row that was read: its dispatch, its signs, what the reader said, and whether it is so."""

    dispatch: str
    signs: tuple[str, ...]
    right: bool
    said: float = 0.0


def kept() -> list[Judged]:
    """Return the rows that were judged when no rule had been written on their dispatches."""
    lines = ROWS.read_text("utf-8").splitlines()
    found = (json.loads(line) for line in lines)
    return [Judged(row["dispatch"], tuple(row["signs"]), row["right"]) for row in found]


def judged(arguments: list[str]) -> Iterator[Judged]:
    """Read labelled dispatches and say of each row whether it is right."""
    score = scoring(SHARED)
    for labels, texts in sets(arguments):
        gold = score.load(labels)
        for line in filter(str.strip, texts.read_text("utf-8").splitlines()):
            record = json.loads(line)
            labelled = gold[record["id"]]["participants"]
            true = {(score.name_key(x["name"]), x["role"]) for x in labelled}
            day = date.fromisoformat(record["date"])
            for event in read_dispatch(record["text"], record.get("title") or "", day).events:
                for row in event.participants:
                    at = next(span.start for span in row.spans if span.part is Part.NAME)
                    signs = signs_of(row.name, row.rule, event.kind, at)
                    right = (score.name_key(row.name), str(row.role)) in true
                    yield Judged(record["id"], signs, right, row.certainty)


def matrix(rows: Sequence[Judged], signs: Sequence[str]) -> Numbers:
    """Return a line a row: one for what all share, then one for each of ``signs`` it has."""
    number = {sign: at for at, sign in enumerate(signs, 1)}
    table = np.zeros((len(rows), len(signs) + 1))
    table[:, 0] = 1
    for line, row in zip(table, rows, strict=True):
        line[[number[sign] for sign in row.signs if sign in number]] = 1
    return table


def weighed(rows: Sequence[Judged], signs: Sequence[str]) -> Numbers:
    """Return the weight of what all share and of each sign, in the logarithm of the odds."""
    table = matrix(rows, signs)
    right = np.array([row.right for row in rows], dtype=np.float64)
    counts = counting(rows)
    drawn = np.full(table.shape[1], DRAWN)
    drawn[0] = 0.001
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        sure = chances(table, weights)
        slope = table.T @ (counts * (right - sure)) - drawn * weights
        bend = (table * (counts * sure * (1 - sure))[:, None]).T @ table + np.diag(drawn)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def counting(rows: Sequence[Judged]) -> Numbers:
    """Return how much each row counts: the rows of one rule in one dispatch count as one."""
    alike = Counter((row.dispatch, row.signs[:1]) for row in rows)
    return np.array([1 / alike[row.dispatch, row.signs[:1]] for row in rows])


def chances(table: Numbers, weights: Numbers) -> Numbers:
    """Return the probability that the weights give to each line of the table."""
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def crossed(rows: Sequence[Judged]) -> list[Judged]:
    """Return the rows with what a table says of them that was learnt from other dispatches."""
    signs = sorted({sign for row in rows for sign in row.signs})
    found: list[Judged] = []
    for fold in range(FOLDS):
        others = [row for row in rows if _fold(row) != fold]
        own = [row for row in rows if _fold(row) == fold]
        said = chances(matrix(own, signs), weighed(others, signs))
        found += [row._replace(said=float(sure)) for row, sure in zip(own, said, strict=True)]
    return found


def _fold(row: Judged) -> int:
    return int(hashlib.sha256(row.dispatch.encode()).hexdigest(), 16) % FOLDS


def band(certainty: float) -> str:
    """Return the word under which the window shows a certainty."""
    if certainty >= SURE_FROM:
        return "sure"
    return "likely" if certainty >= DOUBTFUL_BELOW else "doubtful"


def show_bands(rows: Sequence[Judged]) -> None:
    """Print how often rows of each band were right, and how often the table said so."""
    print("| band | said | right | 95 % interval | n |\n| --- | --- | --- | --- | --- |")
    for word in ("sure", "likely", "doubtful"):
        own = [row for row in rows if band(row.said) == word]
        if own:
            right, said = sum(row.right for row in own), sum(row.said for row in own)
            low, high = wilson(right, len(own))
            share = f"{said / len(own):.3f} | {right / len(own):.3f}"
            print(f"| {word} | {share} | {low:.3f} to {high:.3f} | {len(own)} |")


def write_table(rows: Sequence[Judged]) -> None:
    """Write the weights that all the rows give, with how often each sign was right."""
    signs = sorted({sign for row in rows for sign in row.signs})
    lines = [
        "# How sure a row is: the sum of the weights of its signs, as logarithm of the odds.",
        "# Made by tests/calibrate_certainty.py; behind each how many of its rows were right.",
        "",
        "[weights]",
    ]
    for sign, weight in zip(("any", *signs), weighed(rows, signs), strict=True):
        own = [row.right for row in rows if sign == "any" or sign in row.signs]
        lines.append(f'"{sign}" = {weight:.3f}  # {sum(own)} of {len(own)}')
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{TABLE}: {len(signs)} signs of {len(rows)} rows")


def main() -> None:
    if sys.argv[1:2] == ["judge"]:
        show_bands(list(judged(sys.argv[2:])))
    elif sys.argv[1:2] == ["rows"]:
        for row in judged(sys.argv[2:]):
            print(json.dumps({"dispatch": row.dispatch, "signs": row.signs, "right": row.right}))
    else:
        write_table(kept())
        show_bands(crossed(kept()))


if __name__ == "__main__":
    main()
