"""A dispatch in both scripts makes one person of a name in each, if nothing speaks against it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from desktop_app.analysis.counterparts import link_counterparts
from desktop_app.analysis.persons import find_person, person_page
from desktop_app.jobs import Job
from desktop_app.library import deciding, steps
from desktop_app.library.authority import OWN_FILE
from desktop_app.library.library import Library
from desktop_app.library.pairing import certainty_of
from desktop_app.model.person import Rows
from tests.conftest import capture_of, take
from tests.core.library.test_persons import who_is_who

TALKS = (
    "2023-05-04 Talks Held",
    "Pyongyang, May 4 (KCNA) -- Talks were held here on Tuesday. Present at the talks were Premier"
    " Chon Ryong Su, Minister Pae Un Sil, Vice-Minister Ryom Kwang Jo and officials concerned."
    " The delegation brought 240 tons of seed from Hamhung.",
)
TALKS_KO = (
    "2023-05-04 회담 진행",
    "(평양 5월 4일발 조선중앙통신)\n회담에는 총리 천룡수동지, 상 배은실동지, 부상 렴광조동지와"
    " 관계부문 일군들이 참가하였다.\n대표단은 함흥에서 종자 240t을 가져왔다.",
)
# The same romanised name, another in Hangul, a month later.
FAIR = (
    "2023-06-09 Fair Opened",
    "Pyongyang, June 9 (KCNA) -- A fair opened here on Thursday. Present there were"
    " Secretary Han Il Mi, Minister Pae Un Sil, Vice-Minister Ok Sung Gil and officials concerned."
    " It shows 730 goods from Sinuiju.",
)
FAIR_KO = (
    "2023-06-09 전람회 개막",
    "(평양 6월 9일발 조선중앙통신)\n전람회에는 비서 한일미동지, 상 배운실동지, 부상 옥승길동지와"
    " 관계부문 일군들이 참가하였다.\n신의주에서 만든 730점의 제품이 전시되였다.",
)
OTHERS = (
    ("2023-05-03 Choir", "A choir of 36 sang."),
    ("2023-05-05 Rain", "Rain of 55 mm fell on Nampho."),
    ("2023-05-04 합창", "합창단이 노래하였다."),
    ("2023-06-08 Book", "The 84th volume of a novel came out."),
    ("2023-06-09 소설", "소설이 나왔다."),
)


def put(library: Library, *dispatches: tuple[str, str]) -> Library:
    """Import ``dispatches`` one by one, as if on as many days."""
    for line, text in dispatches:
        language = "ko" if "가" <= text[-2] <= "힣" or "조선" in text else "en"
        take(library, f"{line}.txt", [capture_of(line, text, locator="only", language=language)])
        link_counterparts(library, Job())
    return library


def meant(library: Library, name: str) -> set[object]:
    return {row[0] for key, row in who_is_who(library.path).items() if key[2] == name}


@pytest.fixture
def talks(library: Library) -> Library:
    return put(library, *OTHERS, TALKS, TALKS_KO)


def test_a_dispatch_in_both_scripts_links_its_people_and_says_how_sure_that_is(talks):
    assert meant(talks, "배은실") == meant(talks, "Pae Un Sil") != meant(talks, "Ryom Kwang Jo")
    assert meant(talks, "렴광조") == meant(talks, "Ryom Kwang Jo")
    (link,) = {row[-2:] for key, row in who_is_who(talks.path).items() if key[2] == "배은실"}
    assert link[1] == "counterpart"
    assert 0.75 < float(str(link[0])) <= certainty_of(1)
    (person,) = find_person(talks, "배은실")
    assert (person.name, person.name_ko) == ("Pae Un Sil", "배은실")


def test_more_dispatches_make_a_link_surer():
    sure = [certainty_of(weight) for weight in range(12)]
    assert sure == sorted(sure)
    assert sure[-1] < 1


def test_two_names_in_hangul_keep_a_romanised_one_apart_from_both(talks):
    put(talks, FAIR, FAIR_KO)
    assert meant(talks, "Pae Un Sil").isdisjoint(meant(talks, "배은실") | meant(talks, "배운실"))
    assert meant(talks, "배은실").isdisjoint(meant(talks, "배운실"))
    (person,) = (one for one in find_person(talks, "Pae Un Sil") if one.name == "Pae Un Sil")
    why = {str(one.why) for one in person_page(talks, person.uuid, Job()).proposals}
    assert sum("reports of one event" in one for one in why) == 2
    assert meant(talks, "옥승길") == meant(talks, "Ok Sung Gil"), "nothing speaks against him"


@pytest.mark.parametrize("more", [(), (FAIR, FAIR_KO)], ids=["linked", "homonyms"])
def test_the_order_of_import_changes_nothing(tmp_path: Path, more):
    told = (TALKS, TALKS_KO, *more)
    outcomes = []
    for number, order in enumerate(list(permutations(told))[:: max(1, len(more) * 3)]):
        with Library.create(tmp_path / f"{number}.dateline") as library:
            put(library, *OTHERS[: number % 5], *order, *OTHERS[number % 5 :])
            outcomes.append(sorted((k[2], *row) for k, row in who_is_who(library.path).items()))
    assert len(outcomes) > 1
    assert all(one == outcomes[0] for one in outcomes)


def test_not_the_same_said_before_the_dispatches_came_stands(library):
    put(
        library,
        *OTHERS,
        TALKS,
        (TALKS_KO[0].replace("05-04", "04-01"), "상 배은실동지가 연설하였다."),
    )
    (latin,), (hangul,) = (
        find_person(library, "Pae Un Sil")[:1],
        [one for one in find_person(library, "배은실") if one.name == "배은실"],
    )
    deciding.different(library, latin, hangul)
    put(library, TALKS_KO)
    assert meant(library, "배은실").isdisjoint(meant(library, "Pae Un Sil"))
    assert meant(library, "렴광조") == meant(library, "Ryom Kwang Jo")
    steps.undo(library)
    assert meant(library, "배은실") == meant(library, "Pae Un Sil")


def test_parting_the_two_spellings_again_stands_when_more_comes(talks):
    (person,) = find_person(talks, "Pae Un Sil")
    deciding.part(talks, person, Rows(names=("배은실",)))
    assert meant(talks, "배은실").isdisjoint(meant(talks, "Pae Un Sil"))
    put(talks, ("2023-07-01 연설", "상 배은실동지가 연설하였다."))
    assert len(meant(talks, "배은실")) == 1
    assert meant(talks, "배은실").isdisjoint(meant(talks, "Pae Un Sil"))


def test_the_list_of_people_stands_above_the_dispatches(tmp_path: Path):
    with Library.create(tmp_path / "one.dateline") as library:
        (library.path / OWN_FILE).write_text(
            '[[person]]\nid = "pae"\nname = "Pae Un Sil"\nname_ko = "배운실"\nsource = "made up"\n',
            "utf-8",
        )
        put(library, *OTHERS, TALKS, TALKS_KO)
        assert meant(library, "배은실").isdisjoint(meant(library, "Pae Un Sil"))


def test_the_page_says_that_a_dispatch_linked_them(talks):
    (person,) = find_person(talks, "배은실")
    page = person_page(talks, person.uuid, Job())
    assert {one.by for one in page.linked} == {"spelling", "counterpart"}
    assert len(page.result) == 2
