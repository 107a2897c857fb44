"""Bytes of every encoding met in practice become the same text again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.importing.encodings import decode

KOREAN = "전람회가 평양에서 열리였다. 지어낸 물건들이 전시되였다."
JAPANESE = "平壌で展覧会が開かれた。つくり話の品々がならべられている。"
CHINESE = "展览会在平壤开幕。这是一个虚构的消息，没有人说过这样的话。"
ENGLISH = "A “made-up” fair opened — and it’s over. The café was full of people that day."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [KOREAN, JAPANESE, CHINESE, ENGLISH, "Plain."])
def test_unicode_of_every_kind_is_read(text, encoding):
    long_enough = text * 3
    assert decode(long_enough.encode(encoding)).text == long_enough


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(KOREAN, "cp949"), (JAPANESE, "cp932"), (CHINESE, "gb18030"), (ENGLISH, "cp1252")],
)
def test_what_windows_wrote_is_read(text, encoding):
    found = decode(text.encode(encoding))
    assert found.text == text
    assert not found.doubtful


@given(st.binary(max_size=400))
def test_any_bytes_become_text(raw):
    assert isinstance(decode(raw).text, str)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), min_size=1), st.integers(1, 3))
def test_half_a_letter_at_the_end_is_no_doubt(text, cut):
    raw = (KOREAN + text + "열").encode()[:-cut]
    found = decode(raw)
    assert found.text.startswith(KOREAN + text)
    assert not found.doubtful or "\ufffd" in text


def test_text_decoded_wrongly_before_is_in_doubt():
    assert decode((KOREAN.encode().decode("latin-1")).encode()).doubtful
