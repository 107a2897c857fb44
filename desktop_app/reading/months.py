"""Names of months, English, Spanish and Russian, as written and as mistyped."""

from __future__ import annotations

from rapidfuzz.distance import OSA

_ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
_RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_BY_NAME = {
    **{name: number for number, name in enumerate(_ENGLISH, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    **{name: number for number, name in enumerate(_SPANISH, 1)},
    **{name: number for number, name in enumerate(_RUSSIAN, 1)},
    "sept": 9,
    "setiembre": 9,
}
_WHOLE = [name for name in _BY_NAME if len(name) > 3]


def month_number(word: str, *, loosely: bool = False) -> int | None:
    """Return 1 to 12 for a month's name or short form, else None.

    ``loosely`` also takes a misspelt one (Febuary, Mrch, Kune) when only one month is
    nearest to it, at most two letters away and with at least half of it right.
    """
    name = word.casefold().rstrip(".")
    exact = _BY_NAME.get(name)
    if exact is not None or not loosely:
        return exact
    if any(name.startswith(month) for month in ("sept", "octo")):
        return _BY_NAME[name[:3]]
    near: dict[int, int] = {}
    for month in _WHOLE:
        away = OSA.distance(name, month, score_cutoff=2)
        if away <= min(2, len(month) // 2):
            number = _BY_NAME[month]
            near[number] = min(away, near.get(number, 9))
    nearest = [number for number, away in near.items() if away == min(near.values())]
    return nearest[0] if len(nearest) == 1 else None
