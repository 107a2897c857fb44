"""A record that says its language is believed where a headline's few words cannot tell."""

import pytest

from desktop_app.importing.language import language_of


@pytest.mark.parametrize(
    ("headline", "said", "language"),
    [
        ("Chon Ryong Su Inspects Chongsu Power Station No. 3", "en", "en"),
        ("Parte delegacion cultural", "es", "es"),
        ("Chon Ryong Su visita la Fabrica de Calzado de Paeksong", "en", "es"),
        ("천룡수동지께서 현지지도하시였다", "en", "ko"),
    ],
)
def test_a_headline_is_in_the_language_that_its_record_says(headline, said, language):
    assert language_of(headline, said) == language
