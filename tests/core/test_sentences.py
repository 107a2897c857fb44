"""A row points back at its sentence."""

import pytest

from desktop_app.model.sentences import sentence_at

TEXT = (
    "Talks were held. Present were Gen. Pae Un Sil, C.C. secretary A. B. Ryom and others.\n"
    "“They went well.” The end came"
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Talks", "Talks were held."),
        ("Ryom", "Present were Gen. Pae Un Sil, C.C. secretary A. B. Ryom and others."),
        ("went", "“They went well.”"),
        ("end", "The end came"),
    ],
)
def test_the_sentence_of_a_word(words, sentence):
    place = TEXT.index(words)
    start, end = sentence_at(TEXT, place, place + len(words))
    assert TEXT[start:end] == sentence
