"""Two rosters of one event in two scripts: who stands for whom, and who for nobody."""

import random

import pytest

from desktop_app.model.rosters import BY_PLACE, BY_SOUND, Listed, consonants, pairs


def rosters(*names: tuple[str, str]) -> tuple[list[Listed], list[Listed]]:
    return (
        [Listed(latin, "present") for latin, _ in names if latin],
        [Listed(hangul, "present") for _, hangul in names if hangul],
    )


def found(latin: list[Listed], hangul: list[Listed]) -> dict[str, tuple[str, float]]:
    return {one.latin: (one.hangul, one.weight) for one in pairs(latin, hangul)}


def test_names_that_sound_alike_stand_for_each_other_in_any_order():
    said = [("Chon Ryong Su", "천룡수"), ("Pae Un Sil", "배은실"), ("Ryom Kwang Jo", "렴광조")]
    latin, hangul = rosters(*said)
    random.Random(3).shuffle(hangul)
    assert found(latin, hangul) == {one: (other, BY_SOUND) for one, other in said}


def test_two_who_sound_alike_stand_for_nobody():
    latin, hangul = rosters(("Kim Yong Chol", "김영철"), ("", "김용철"), ("Pae Un Sil", "배은실"))
    assert found(latin, hangul) == {"Pae Un Sil": ("배은실", BY_SOUND)}


def test_nobody_stands_for_somebody_in_another_role():
    latin, hangul = [Listed("Pae Un Sil", "speaker")], [Listed("배은실", "greeted")]
    assert found(latin, hangul) == {}


def test_foreign_names_are_known_by_their_consonants():
    assert consonants("뜨까츄크") == consonants("Tkachuk") == "tkck"
    latin, hangul = rosters(
        ("Gleb Ostapenko", "글레브 오스따뻰꼬"), ("Vasily Tkachuk", "와씰리 뜨까츄크")
    )
    assert found(latin, hangul) == {
        "Gleb Ostapenko": ("글레브 오스따뻰꼬", BY_SOUND),
        "Vasily Tkachuk": ("와씰리 뜨까츄크", BY_SOUND),
    }


SOUNDLESS = [("Chon Ryong Su", "천룡수"), ("Zhao Xuehan", "조학함"), ("Pae Un Sil", "배은실")]


def test_a_name_that_sounds_like_nothing_is_known_by_its_place():
    assert found(*rosters(*SOUNDLESS))["Zhao Xuehan"] == ("조학함", BY_PLACE)


@pytest.mark.parametrize("spoilt", [[2, 1, 0], [0, 1], [0, 2, 1]])
def test_not_where_the_others_stand_in_another_order_or_somebody_is_missing(spoilt):
    latin, hangul = rosters(*SOUNDLESS)
    assert found(latin, [hangul[at] for at in spoilt]).get("Zhao Xuehan") is None


def test_a_korean_name_is_never_known_by_its_place():
    latin, hangul = rosters(
        ("Chon Ryong Su", "천룡수"), ("Ok Sung Gil", "방일미"), ("Pae Un Sil", "배은실")
    )
    assert "Ok Sung Gil" not in found(latin, hangul)
