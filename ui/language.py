"""The interface's language: sentences, numbers and days as the reader writes them.

One translator for the whole program, as Qt itself has; `choose` changes it.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from desktop_app.messages import ENGLISH, Message, Translator, message
from desktop_app.model.days import juche_year
from desktop_app.paths import resources

LANGUAGES = {"en": "English", "ko": "한국어"}


class _Spoken:
    translator: Translator = ENGLISH
    locale: QLocale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def choose(language: str) -> None:
    """Speak ``language`` ("en" or "ko") from now on; "system" follows the desktop."""
    if language not in LANGUAGES:
        korean = QLocale.system().language() == QLocale.Language.Korean
        language = "ko" if korean else "en"
    _Spoken.translator = Translator(language, resources() / "translations")
    _Spoken.locale = (
        QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea)
        if language == "ko"
        else QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    )


def spoken() -> str:
    """Return the language being spoken: "en" or "ko"."""
    return _Spoken.translator.language


def say(text: str, **values: object) -> str:
    """Say an English sentence with ``{named}`` places in the interface's language."""
    return _Spoken.translator.say(message(text, **values))


def tell(what: Message | str) -> str:
    """Say what the core handed out."""
    return _Spoken.translator.say(what)


def counted(count: int, one: str, many: str) -> str:
    """Say ``one`` or ``many``, with ``{n}`` written as the locale writes numbers."""
    return say(one if count == 1 else many, n=number(count))


def number(value: int) -> str:
    """Write a number with the locale's separators."""
    return _Spoken.locale.toString(value)


def written(day: date, form: str) -> str:
    """Write ``day`` in a form of QLocale's; the catalogue may give another for its language."""
    return _Spoken.locale.toString(QDate(day.year, day.month, day.day), say(form))


def short_day(day: date) -> str:
    return written(day, "d MMM yyyy")


def long_day(day: date) -> str:
    return written(day, "dddd d MMMM yyyy")


def month_name(day: date) -> str:
    return written(day, "MMMM")


def weekday_letters() -> list[str]:
    """Return the headings of a week that begins on Monday."""
    narrow = QLocale.FormatType.NarrowFormat
    return [_Spoken.locale.standaloneDayName(day, narrow) for day in range(1, 8)]


def moment(when: datetime) -> str:
    return f"{short_day(when.date())} {when:%H:%M}"


def juche(day: date) -> str:
    """Write the Juche year of ``day``; nothing before the first."""
    year = juche_year(day.year)
    return "" if year is None else say("Juche {year}", year=year)
