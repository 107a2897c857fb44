"""A folder saved twice: what was edited or is gone shows, what was only re-flowed does not."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.analysis.ledger import LedgerRow, ledger_rows
from desktop_app.importing.report import Totals
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.health import check
from desktop_app.library.library import Library
from desktop_app.model.capture import Listing, Mention
from desktop_app.model.ledger import ChangeKind
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from tests.core.importing.test_import import words

FAMILIES = ("Pak", "Ri", "Kim", "Choe", "Jong", "Kang", "Han", "O", "Rim", "Yun")
GIVEN = ("Made Up", "Sol Hui", "Chol Nam", "Un Byol", "Tong Il", "Kwang Myong", "Kum Ran")


def names(number: int) -> list[str]:
    chosen = random.Random(number)
    return [f"{chosen.choice(FAMILIES)} {given}" for given in chosen.sample(GIVEN, 4)]


def saved(number: int, captured: str, present: list[str]) -> str:
    day = number % 28 + 1
    listed = ", ".join(present[:-1]) + f" and {present[-1]}"
    return (
        f"{captured}\nKCNA KCNA.kp (En)\n\nFair of {words(number, 3).title()} Opens\n\n"
        f"Date: {day:02}/05/2021 | Source: KCNA.kp (En) | Read original version at source\n\n"
        f"Pyongyang, May {day} (KCNA) -- A fair of {words(number, 12)} opened in the hall.\n\n"
        f"Present there were {listed}.\n\n"
        f"On show were {words(number + 10_000, 30)}.\n\n"
        f"The visitors looked round {words(number + 20_000, 20)}. -0-\n"
    )


class Folder(NamedTuple):
    """How many dispatches a folder has, and what became of them when it was saved again."""

    dispatches: int
    edited: int
    reflowed: int
    gone: int


def fill(folder: Path, captured: str, sizes: Folder, *, again: bool) -> None:
    folder.mkdir()
    for number in range(sizes.dispatches - (sizes.gone if again else 0)):
        present = names(number)
        if again and number < sizes.edited:
            del present[number % 3]
        text = saved(number, captured, present)
        encoding = "utf-8"
        if again and sizes.edited <= number < sizes.edited + sizes.reflowed:
            text, encoding = reflowed(text, number)
        (folder / f"{number:04}.txt").write_bytes(text.encode(encoding))


def reflowed(text: str, number: int) -> tuple[str, str]:
    """Return the same words as another program would have saved them."""
    kind = number % 4
    if kind == 0:
        return text.replace("\n", "\r\n"), "utf-8-sig"
    if kind == 1:
        return text.replace(" -- ", " — "), "utf-16"
    if kind == 2:
        return text.replace("\n\n", "\n").replace(". -0-", "."), "utf-8"
    return text.replace(" and ", "  and "), "cp1252"


@pytest.mark.parametrize(
    "sizes",
    [
        Folder(120, 20, 16, 5),
        pytest.param(
            Folder(5_000, 500, 40, 12),
            marks=[pytest.mark.torture, pytest.mark.timeout(3_600)],
            id="the folder of issue 3",
        ),
    ],
)
def test_only_what_was_edited_is_edited(library, tmp_path, sizes):
    fill(tmp_path / "first", "June 01, 2021", sizes, again=False)
    fill(tmp_path / "second", "December 09, 2023", sizes, again=True)
    first = import_paths(library, [tmp_path / "first"], Job())
    assert first.totals == Totals(new=sizes.dispatches)
    second = import_paths(library, [tmp_path / "second"], Job())
    assert second.totals == Totals(
        new_version=sizes.edited, duplicate=sizes.dispatches - sizes.gone - sizes.edited
    )
    assert len(library.find(parse("is:edited").query).ids) == sizes.edited
    assert len(library.find(Query()).ids) == sizes.dispatches
    assert kinds(library) == {
        ChangeKind.EDITED: sizes.edited,
        ChangeKind.NOT_SEEN_AGAIN: sizes.gone,
    }
    told = [row for row in rows(library, "is:edited") if len(row.difference.left) == 1]
    assert len(told) >= 0.8 * sizes.edited  # “Made Up” is not a given name to the reader
    list_complete_days(library)
    assert kinds(library) == {ChangeKind.EDITED: sizes.edited, ChangeKind.DELETED: sizes.gone}
    assert not check(library.path, Job())


def rows(library: Library, query: str = "") -> list[LedgerRow]:
    return list(ledger_rows(library, library.find(parse(query).query), Job()))


def kinds(library: Library) -> dict[ChangeKind, int]:
    return dict(Counter(row.entry.kind for row in rows(library)))


def list_complete_days(library: Library) -> None:
    """Capture, later than all else, complete listings of every day without what is gone."""
    gone = {row.article.id for row in rows(library) if row.entry.kind is ChangeKind.NOT_SEEN_AGAIN}
    listed: dict[date | None, list[Mention]] = defaultdict(list)
    for row in library.rows(library.find(Query()).ids):
        if row.id not in gone:
            listed[row.published].append(Mention(row.title, row.published))
    with library.taking("listings") as taking:
        for day, mentions in listed.items():
            at = datetime(2024, 1, 1, tzinfo=UTC)
            taking.listing(1, Listing("kcnawatch.org", day, True, tuple(mentions), at))
