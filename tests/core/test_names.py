"""One name in all its spellings has a key in common; other names have none."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.names import folded_name, name_keys

ONE_NAME = [
    ["Ri Sol Ju", "Ri So'l-chu", "Ri So’l-chu", "Lee Seol-ju", "Ri Sŏl-chu", "리설주", "이설주"],
    ["Sonu Chol Min", "Sunwoo Cheol-min", "선우철민"],
    ["Hwangbo Yong", "Hwangbo Young", "황보영"],
    ["Kim Jong Un", "Kim Jong-un", "Kim Jongun", "Kim Jeong-eun", "Kim Cho'ng-u'n", "김정은"],
    ["Kim Il Sung", "Kim Il-sung", "Kim Il Song", "Kim Il-so'ng", "김일성"],
    ["Jang Song Thaek", "Jang Song-thaek", "Chang So'ng-t'aek", "Jang Seong-taek", "장성택"],
    ["Choe Ryong Hae", "Choe Ryong-hae", "Ch'oe Ryong-hae", "Choi Ryong-hae", "최룡해"],
    ["Choe Son Hui", "Choe Son-hui", "Choi Sun-hee", "Ch'oe So'n-hu'i", "최선희"],
    ["Pak Pong Ju", "Park Bong-ju", "Pak Pong-ju", "박봉주"],
    ["Jo Yong Won", "Cho Yong-won", "Jo Yong-won", "Cho Yo'ng-wo'n", "조용원"],
    ["Hwang Pyong So", "Hwang Pyong-so", "Hwang Byong-so", "황병서"],
    ["Kim Yong Chol", "Kim Young-chul", "Kim Yo'ng-ch'o'l", "Kim Yeong-cheol", "김영철"],
    ["Sergei Lavrov", "SERGEI LAVROV", "Sergei  Lavrov", "Sergeï Lavrov"],
]
OTHER_NAMES = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Jon Chol", "Chon Chol"),
    ("Ri Yong Ho", "Ri Ryong Ho"),
    ("Kim Jong Hyok", "Kim Jung Hyok"),
    ("Ri Sol Ju", "Sol Ju"),
    ("김정은", "김정일"),
    ("Sergei Lavrov", "Sergei Shoigu"),
]


@pytest.mark.parametrize(
    ("one", "other"), [pair for spellings in ONE_NAME for pair in combinations(spellings, 2)]
)
def test_all_spellings_of_one_name_share_a_key(one, other):
    assert set(name_keys(one)) & set(name_keys(other))


@pytest.mark.parametrize(("one", "other"), OTHER_NAMES)
def test_other_names_share_none(one, other):
    assert not set(name_keys(one)) & set(name_keys(other))


def test_across_scripts_a_key_only_proposes_but_in_korean_it_tells_names_apart():
    assert set(name_keys("김영철")) & set(name_keys("김용철")) == {"sound:kim.yong.chol"}
    assert name_keys("리설주")[0] == name_keys("이설주")[0] == "ko:리설주"


@given(st.text(max_size=40))
def test_any_text_has_keys_without_an_error(name):
    assert len(name_keys(name)) <= 64
    assert folded_name(folded_name(name)) == folded_name(name)


def test_a_hyphen_leaves_the_surest_key_as_it_was():
    assert name_keys("Kim Yong-chol")[0] == name_keys("Kim Yong Chol")[0]


def test_the_most_often_written_form_has_one_key():
    assert name_keys("Choe Son Hui") == ("sound:choe.son.hui",)
