"""Learn from labelled dispatches how sure each sort of row is; write the reader's table.

    python tests/calibrate_certainty.py LABELS.jsonl TEXTS.jsonl [LABELS TEXTS]...

For each rule, and for each manner of being named, the share of rows whose name and role
were right, drawn towards PRIOR as by WEIGHT further rows, so that few rows say little.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.score_reading import SHARED, read, scoring, sets  # noqa: E402

TABLE = HERE.parent / "resources" / "grammar" / "certainty.toml"
PRIOR, WEIGHT = 0.9, 10
FEWEST = 8


def main() -> None:
    score = scoring(SHARED)
    right: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    for labels, texts in sets(sys.argv[1:]):
        gold, found = score.load(labels), read(texts)
        for at, labelled in gold.items():
            true = {(score.name_key(x["name"]), x["role"]) for x in labelled["participants"]}
            for row in found[at]["participants"]:
                good = (score.name_key(row["name"]), row["role"]) in true
                for key in ("any", row["from"], f"{row['from']}/{row['manner']}", row["manner"]):
                    rows[key] += 1
                    right[key] += good
    said = [
        "# How sure a row is, by the rule that read it and the manner of naming:",
        f"# (right + {WEIGHT} x {PRIOR}) / (rows + {WEIGHT}); see tests/calibrate_certainty.py.",
        "",
        "[certainty]",
    ]
    for key, count in sorted(rows.items()):
        if count >= FEWEST or key == "any":
            sure = (right[key] + WEIGHT * PRIOR) / (count + WEIGHT)
            said.append(f'"{key}" = {sure:.3f}  # {right[key]} of {count}')
    TABLE.write_text("\n".join(said) + "\n", "utf-8")
    print(f"{TABLE}: {len(said) - 4} keys")


if __name__ == "__main__":
    main()
