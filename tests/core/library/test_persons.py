"""Who is who: spellings link, homonyms part, and neither depends on what was imported first."""

from __future__ import annotations

import atexit
import json
import random
import shutil
import sqlite3
import tempfile
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import UserError
from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.authority import OWN_FILE, authority, read_people
from desktop_app.library.library import Library
from desktop_app.library.parting import Bearing, may_part, part
from desktop_app.library.writer import Turn
from desktop_app.model.names import name_keys
from desktop_app.model.person import KnownPerson, Office
from desktop_app.paths import resources
from tests.conftest import capture_of, take

START = date(2004, 1, 5)


def rows(*said: tuple[str, int]) -> list[Bearing]:
    """Make rows of one name: a title and a day, counted from the start, each."""
    return [
        Bearing(place, place, "Kim Song Gwang", title, START.toordinal() + day)
        for place, (title, day) in enumerate(said)
    ]


def bearers(*said: tuple[str, int]) -> list[str]:
    return [bearer.mark for bearer in part(rows(*said))]


def test_one_who_changes_office_stays_one_person():
    said = (
        ("vice-minister of Foreign Affairs", 0),
        ("ambassador to Sweden", 900),
        ("ambassador to Sweden", 1200),
        ("minister of Foreign Affairs", 2000),
        ("DPRK Foreign Minister", 2300),
    )
    assert len(set(bearers(*said))) == 1


def test_two_posts_by_turns_have_two_holders_and_rows_without_a_title_go_to_the_nearest():
    said = (
        ("minister of Railways", 0),
        ("vice-minister of Foreign Affairs", 100),
        ("minister of Railways", 200),
        ("vice-minister of Foreign Affairs", 300),
        ("", 201),
        ("", 2000),
    )
    railways, foreign, again, foreign_again, near, late = part(rows(*said))
    assert railways.mark == again.mark == near.mark
    assert foreign.mark == foreign_again.mark == late.mark != railways.mark
    assert near.certainty < railways.certainty


@pytest.mark.parametrize(
    "said",
    [
        (("south Korean President", 0), ("DPRK Premier", 5), ("south Korean President", 9)),
        (("former minister of Railways", 0), ("DPRK Foreign Minister", 5)),
        (("Chinese and DPRK ministers", 0), ("", 5)),
    ],
)
def test_a_single_witness_parts_nobody(said):
    assert len(set(bearers(*said))) == 1


def test_a_worker_is_another_than_the_high_official_of_that_time():
    said = (
        ("secretary of the WPK Central Committee", 0),
        ("worker of the Wonsan Shoe Factory", 30),
        ("secretary of the WPK Central Committee", 60),
    )
    official, worker, official_again = bearers(*said)
    assert official == official_again == "" and worker


TITLES = (
    "minister of Railways",
    "vice-minister of Foreign Affairs",
    "worker of the Wonsan Shoe Factory",
    "secretary of the WPK Central Committee",
    "south Korean President",
    "",
)


@given(
    st.lists(st.tuples(st.sampled_from(TITLES), st.integers(0, 3000)), max_size=14),
    st.randoms(use_true_random=False),
)
def test_who_is_who_does_not_depend_on_the_order_of_rows(said, chance):
    known = (
        KnownPerson("one", "Kim Song Gwang", "test", offices=(Office("Minister of Railways"),)),
        KnownPerson("two", "Kim Song Gwang", "test", offices=(Office("Premier"),)),
    )
    for people in ((), known[:1], known):
        given_rows = rows(*said)
        shuffled = list(given_rows)
        chance.shuffle(shuffled)
        in_order = dict(zip(given_rows, part(given_rows, people), strict=True))
        assert in_order == dict(zip(shuffled, part(shuffled, people), strict=True))
        if len({one.mark for one in in_order.values()}) > 1 and not people:
            assert may_part([title for title, _ in said])


OWN = """
[[person]]
id = "han-made-up"
name = "Han Song Bok"
name_ko = "한성복"
source = "made up for this test"
died = "2009"
office = [{ title = "Minister of Railways", from = "2003-02", to = "2008" }]
"""


def dispatches() -> list[tuple[str, str]]:
    """Made-up dispatches: two Kims by turns, one Han in two scripts and two spellings."""
    told = []
    for number in range(12):
        day = START + timedelta(days=40 * number)
        office = ("minister of Railways", "vice-minister of Foreign Affairs")[number % 2]
        guests = f"Kim Song Gwang, {office}, and {('Han Song Bok', 'Han Song-bok')[number % 2]}"
        told.append(
            (
                f"{day} Reception Number {number}",
                f"Pyongyang, {day:%B} {day.day} (KCNA) -- A reception number {number} was given at "
                f"the Wonsan Hall. Present there were {guests}, director of the hall. It was cosy.",
            )
        )
    told.append(
        (
            "2006-03-04 연회 진행",
            "(평양 3월 4일발 조선중앙통신) 연회가 3일 원산회관에서 진행되였다. "
            "연회에는 철도상 한성복동지가 참석하였다.",
        )
    )
    return told


@lru_cache(maxsize=1)
def _in_order() -> Path:
    """Import all of them once: every process that reads files has to be started."""
    path = Path(tempfile.mkdtemp(prefix="dateline-people-")) / "one.dateline"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    _imported(path, list(range(len(dispatches())))).close()
    return path


def imported(path: Path, order: list[int]) -> Library:
    """Return a library at ``path`` that took the dispatches in, in this ``order``."""
    if order != sorted(order) or len(order) < len(dispatches()):
        return _imported(path, order)
    shutil.copytree(_in_order(), path)
    shutil.copytree(_in_order().with_suffix(".saved"), path.with_suffix(".saved"))
    return Library.open(path)


def _imported(path: Path, order: list[int]) -> Library:
    library = Library.create(path)
    (library.path / OWN_FILE).write_text(OWN, "utf-8")
    folder = path.with_suffix(".saved")
    folder.mkdir()
    files = []
    for number in order:
        line, text = dispatches()[number]
        day, _, title = line.partition(" ")
        files.append(folder / f"{number}.jsonl")
        record = {"title": title, "date": day, "body": text}
        files[-1].write_text(json.dumps(record) + "\n", "utf-8")
    half = len(files) // 2
    for some in (files[:half], files[half:]):
        if some:
            import_paths(library, some, Job())
    return library


def who_is_who(library: Path) -> dict[tuple[str, int, str], tuple[object, ...]]:
    """Return for each row, by what outlasts an import, whom it means and how surely."""
    connection = sqlite3.connect(library / "library.db")
    try:
        return {
            row[:3]: row[3:]
            for row in connection.execute(
                "SELECT a.public_id, p.position, p.name, q.uuid, q.name, q.name_ko,"
                " p.link_certainty, p.linked_by FROM participant p JOIN event e ON e.id = p.event"
                " JOIN article a ON a.id = e.article JOIN person q ON q.id = p.person"
            )
        }
    finally:
        connection.close()


def test_neither_the_order_of_import_nor_a_rebuild_changes_who_is_who(tmp_path):
    order = list(range(len(dispatches())))
    with imported(tmp_path / "one.dateline", order) as library:
        first = who_is_who(library.path)
    random.Random(4).shuffle(order)
    with imported(tmp_path / "other.dateline", order) as other:
        assert who_is_who(other.path) == first
        path = other.path
    rebuild(path, Job())
    assert who_is_who(path) == first
    people: dict[str, set[object]] = {}
    for (_, _, name), (uuid, *_) in first.items():
        people.setdefault(name, set()).add(uuid)
    assert len(people["Kim Song Gwang"]) == 2, "two offices by turns"
    han = people["Han Song Bok"] | people["Han Song-bok"] | people["한성복"]
    assert len(han) == 1, "one in three spellings, by the library's own list"


def test_between_scripts_only_the_authority_file_links(tmp_path, library):
    for number in (1, 12):
        line, text = dispatches()[number]
        take(library, f"file-{number}.txt", [capture_of(line, text, locator="only")])
    linked = {row[0] for row in who_is_who(library.path).values() if "ong" not in str(row[1])}
    assert linked and linked.isdisjoint(
        row[0] for row in who_is_who(library.path).values() if "ong" in str(row[1])
    )


def test_nobody_is_seen_long_after_the_day_of_death(tmp_path):
    with imported(tmp_path / "late.dateline", [0]) as library:
        text = (
            "Pyongyang, May 3 (KCNA) -- A reception was given at the Haeju Hall. "
            "Present there was Han Song Bok, director of the hall."
        )
        take(library, "late.txt", [capture_of("2015-05-03 Late", text, locator="only")])
        people: dict[str, set[object]] = {key[2]: set() for key in who_is_who(library.path)}
        for (_, _, name), (uuid, *_) in who_is_who(library.path).items():
            people[name].add(uuid)
    assert len(people["Han Song Bok"]) == 2


def test_a_list_of_people_that_cannot_be_read_is_told_in_a_sentence(tmp_path):
    wrong = tmp_path / "people.toml"
    wrong.write_text('[[person]]\nname = "Nobody"\n', "utf-8")
    with pytest.raises(UserError, match=r"people\.toml"):
        read_people(wrong)


def test_our_own_lists_are_sound():
    people = authority(None).by_uuid.values()
    assert len(people) > 100
    files = sorted((resources() / "people").glob("*.toml"))
    ids = [one.id for file in files for one in read_people(file)]
    assert len(ids) == len(set(ids)) == len(people)
    for one in people:
        assert one.source and one.name_ko != one.name
        assert all("가" <= letter <= "힣" or letter == " " for letter in one.name_ko)
        for office in one.offices:
            assert office.first is None or office.last is None or office.first <= office.last
        northern = one.nation == "DPRK" and one.name_ko
        keys = {key for name in (one.name, one.name_ko) if northern for key in name_keys(name)}
        sounds = [set(name_keys(n)) for n in (one.name, one.name_ko)] if keys else []
        assert not sounds or sounds[0] & sounds[1], f"{one.name} does not sound as {one.name_ko}"


def test_a_list_of_people_that_is_changed_counts_when_the_library_is_opened_again(tmp_path):
    with imported(tmp_path / "one.dateline", [0, 1]) as library:
        before = who_is_who(library.path)
        path = library.path
    (path / OWN_FILE).write_text(OWN.replace("Han Song Bok", "Ri Song Bok"), "utf-8")
    with Library.open(path) as library:
        library.change(lambda _: None, Turn.IMPORT).result()
        after = who_is_who(path)
    assert "authority" in {row[4] for row in before.values()}
    assert {row[4] for row in after.values()} == {"spelling"}
    with Library.open(path) as library:
        library.change(lambda _: None, Turn.IMPORT).result()
        assert who_is_who(path) == after
