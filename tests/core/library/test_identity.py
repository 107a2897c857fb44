"""Which captures are one article, and which texts are one version of it."""

import random
from datetime import UTC, datetime

import pytest

from desktop_app.library.folding import hashes_in, sketch_of
from desktop_app.library.identity import Identity
from desktop_app.library.shelves import MOST_COMPARED
from desktop_app.library.taking import Outcome
from desktop_app.query.query import Query
from tests.conftest import capture_of, take

WORDS = (
    "Pyongyang, May 4 (KCNA) -- Premier Chon Ryong Su visited the Saesol Cement Complex on Friday."
    " He went round the kilns, the packing house and the nursery of the complex, and asked how the"
    " builders of the new quarry live. He was accompanied by Pae Un Sil and Ryom Kwang Jo."
    " Officials of the complex told him that production had doubled within a year, and he called"
    " for mending the railway to the port before the rainy season sets in."
)


def one_of(library, *captures):
    """Take each capture as an original of its own; return what became of it."""
    return [take(library, f"file {n}", [c])[0] for n, c in enumerate(captures)]


def test_the_same_capture_again_adds_nothing(library):
    first, second = one_of(
        library, capture_of("2023-05-04 Visit", WORDS), capture_of("2023-05-04 Visit", WORDS)
    )
    assert (first.outcome, second.outcome) == (Outcome.NEW, Outcome.DUPLICATE)
    assert first.article == second.article
    assert len(library.find(Query())) == 1


@pytest.mark.parametrize(
    "dressed",
    [
        WORDS.replace("--", "—").replace(" ", "\u00a0"),
        "Visit\n" + WORDS + " -0-",
        WORDS.upper(),
        WORDS.partition(" -- ")[2],
        WORDS.replace(". ", ".\n\n\t\t"),
        WORDS.replace("Chon Ryong Su", "Chon Ryong Su ,"),
    ],
    ids=["dashes", "title and end mark", "capitals", "no dateline", "paragraphs", "commas"],
)
def test_other_dress_is_no_other_version(library, dressed):
    _, second = one_of(
        library, capture_of("2023-05-04 Visit", WORDS), capture_of("2023-05-04 Visit", dressed)
    )
    assert second.outcome is Outcome.DUPLICATE


def test_a_name_taken_out_makes_a_version_and_within_one_site_an_edit(library):
    early, late = datetime(2023, 5, 4, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)
    first, second = one_of(
        library,
        capture_of("2023-05-04 Visit", WORDS, captured_at=early),
        capture_of("2023-05-04 Visit", WORDS.replace(" and Ryom Kwang Jo", ""), captured_at=late),
    )
    assert second == type(second)(Outcome.NEW_VERSION, first.article)
    article = library.article(first.article)
    assert len(article.versions) == 2
    assert article.row.edited
    assert article.version is not None
    assert article.version.text == WORDS, "the reading version is the earliest complete one"


def test_another_site_makes_a_variant_and_no_edit(library):
    _, second = one_of(
        library,
        capture_of("2023-05-04 Visit", WORDS, captured_at=datetime(2023, 5, 4, tzinfo=UTC)),
        capture_of(
            "2023-05-04 Visit",
            WORDS.replace(" and Ryom Kwang Jo", ""),
            site="copy.example",
            captured_at=datetime(2024, 5, 4, tzinfo=UTC),
        ),
    )
    assert second.outcome is Outcome.NEW_VERSION
    assert not library.article(second.article).row.edited


@pytest.mark.parametrize(
    "piece",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text[: int(len(text) * 0.8)].rstrip(" .") + " and the",
        lambda text: text[text.index("went round") :],
    ],
    ids=["half", "stops in mid-sentence", "begins in mid-sentence"],
)
def test_a_text_cut_short_is_a_version_but_never_the_reading_one(library, piece):
    cut = piece(WORDS)
    _, second = one_of(
        library, capture_of("2023-05-04 Visit", cut), capture_of("2023-05-04 Visit", WORDS)
    )
    article = library.article(second.article)
    assert article.version is not None
    assert article.version.text == WORDS
    assert [v.complete for v in article.versions] == [False, True]


@pytest.mark.parametrize(
    "other",
    [
        capture_of("2024-05-04 Visit", WORDS),
        capture_of("2023-05-04 Visit", WORDS, outlet="Rodong Sinmun"),
        capture_of("2023-05-04 Visit", WORDS.replace("May 4", "May 9")),
    ],
    ids=["another year", "another outlet", "another dateline"],
)
def test_conflicting_day_or_outlet_keeps_dispatches_apart(library, other):
    first, second = one_of(library, capture_of("2023-05-04 Visit", WORDS), other)
    assert second.outcome is Outcome.NEW
    assert first.article != second.article


def test_a_page_day_later_than_the_dateline_is_no_conflict(library):
    first, second = one_of(
        library,
        capture_of("2023-05-04 Visit", WORDS),
        capture_of("2023-05-05 Visit", WORDS, site="kcna.co.jp"),
    )
    assert (second.outcome, second.article) == (Outcome.DUPLICATE, first.article)


def test_two_alike_on_one_page_are_two(library):
    twin = WORDS.replace("Cement", "Carbide")
    taken = take(
        library,
        "page",
        [
            capture_of("2023-05-04 Visit", WORDS, locator="1"),
            capture_of("2023-05-04 Visit", twin, locator="2"),
        ],
    )
    assert [t.outcome for t in taken] == [Outcome.NEW, Outcome.NEW]


def test_one_address_with_other_words_gives_two_articles_linked(library):
    more = {"url": "http://www.kcna.kp/en/article/1", "address_is_its_own": True}
    other = "Pyongyang, May 4 (KCNA) -- " + "A wholly different report of the harvest. " * 9
    first, second = one_of(
        library,
        capture_of("2023-05-04 Visit", WORDS, **more),
        capture_of("2023-05-04 Harvest", other, **more),
    )
    assert second.outcome is Outcome.NEW
    linked = library.change(
        lambda c: c.execute("SELECT article, other FROM possible_copy").fetchall()
    ).result()
    assert linked == [(second.article, first.article)]


def test_a_headline_is_completed_by_its_text_once(library):
    headline = capture_of("2023-05-04 Visit to Cement Complex", text=" ").__class__
    bare = headline(
        locator="",
        title="Visit to Cement Complex",
        text="",
        outlet="KCNA",
        site="kcna.kp",
        language="en",
        published=capture_of("2023-05-04 x").published,
    )
    first, again, text = one_of(
        library, bare, bare, capture_of("2023-05-04 Visit to Cement Complex", WORDS)
    )
    assert (first.outcome, again.outcome) == (Outcome.NEW, Outcome.DUPLICATE)
    assert (text.outcome, text.article) == (Outcome.NEW_VERSION, first.article)
    assert library.article(first.article).row.has_text


def test_first_sentences_that_are_gone_were_lost_and_not_taken_out(library):
    body = WORDS.split(" -- ")[1]
    first, rest = body.split(". ", 1)
    head = WORDS.split(" -- ")[0]
    earlier = capture_of("2023-05-04 Visit", WORDS, captured_at=datetime(2023, 5, 4, tzinfo=UTC))
    later = capture_of(
        "2023-05-04 Visit", f"{head} -- {rest}", captured_at=datetime(2024, 5, 4, tzinfo=UTC)
    )
    taken = one_of(library, earlier, later)
    assert [one.outcome for one in taken] == [Outcome.NEW, Outcome.NEW_VERSION]
    versions = library.article(taken[0].article).versions
    assert [one.complete for one in versions] == [True, False]
    assert not library.article(taken[0].article).row.edited
    assert first not in versions[1].text


def test_the_full_report_of_the_morrow_is_a_dispatch_of_its_own(library):
    short = ". ".join(WORDS.split(". ")[:2]) + "."
    told = [sentence.strip(". ") for sentence in WORDS.split(". ")]
    more = [
        f"Of this the workers of hall {n} said that they would not spare {n * 37} carts"
        for n in range(9)
    ]
    full = ". ".join([told[0], *more[:4], *told[1:], *more[4:]]) + "."
    taken = one_of(
        library, capture_of("2023-05-04 Visit", short), capture_of("2023-05-05 Visit", full)
    )
    assert [one.outcome for one in taken] == [Outcome.NEW, Outcome.NEW]


def test_a_last_sentence_taken_out_is_an_edit_and_no_cut(library):
    more = WORDS + " He was seen off by Ri Un and Pang Sun Ok, officials of the railway bureau."
    early, late = datetime(2023, 5, 4, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)
    _, second = one_of(
        library,
        capture_of("2023-05-04 Visit", more, captured_at=early),
        capture_of("2023-05-04 Visit", WORDS, captured_at=late),
    )
    article = library.article(second.article)
    assert article.row.edited
    assert [v.complete for v in article.versions] == [True, True]


def test_a_day_of_many_alike_costs_no_square_of_them(library):
    """Comparisons, counted: a day of 300 near copies makes each no dearer than a day of 60."""

    def compared(count, day):
        texts = [
            WORDS.replace("May 4", "May 5").replace("Chon Ryong Su", f"Chon Ryong {n:03}")
            + f" {day}{n}"
            for n in range(count)
        ]
        one_of(library, *(capture_of(f"{day} Visit", text, outlet=day) for text in texts))
        shelf = Identity(library._readers.here()).shelves.of(day, "en", "2023-05-05")
        return max(len(shelf.near(frozenset(one.hashes))) for one in shelf._all)

    few, many = compared(30, "2023-05-05"), compared(120, "2023-05-06")
    assert many <= 2 * MOST_COMPARED
    assert few > 0


@pytest.mark.parametrize("seed", range(40))
def test_a_short_text_is_still_known_by_its_sketch_when_a_name_is_gone(seed):
    letters = random.Random(seed)
    words = ["".join(letters.choices("abdegiklmnoprstu", k=6)) for _ in range(70)]
    whole, without = "".join(words), "".join(words[:30] + words[32:])
    shared = hashes_in(sketch_of(whole)) & hashes_in(sketch_of(without))
    assert len(shared) >= 6
