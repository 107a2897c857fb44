"""What a column of few different words holds: kind, place, province, outlet, site, language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from desktop_app.messages import Message, message
from desktop_app.model.called import kind_called, language_called
from desktop_app.model.names import folded_name
from desktop_app.query.arrays import Arrays, Codes, Mask
from desktop_app.query.query import ArrayCondition
from desktop_app.query.quoting import written

UNKNOWN = "unknown"

LANGUAGES = {
    "english": "en",
    "korean": "ko",
    "chinese": "zh",
    "japanese": "ja",
    "russian": "ru",
    "spanish": "es",
}


class Column(StrEnum):
    """The columns that can be asked for; the value is their word in the query language."""

    KIND = "kind"
    PLACE = "place"
    PROVINCE = "province"
    OUTLET = "outlet"
    SITE = "site"
    LANGUAGE = "lang"

    def of(self, arrays: Arrays) -> Codes:
        return {
            Column.KIND: arrays.kind,
            Column.PLACE: arrays.place,
            Column.PROVINCE: arrays.province,
            Column.OUTLET: arrays.outlet,
            Column.SITE: arrays.site,
            Column.LANGUAGE: arrays.language,
        }[self]


_SAYS = {
    Column.KIND: "kind {value}",
    Column.PLACE: "place {value}",
    Column.PROVINCE: "province {value}",
    Column.OUTLET: "outlet {value}",
    Column.SITE: "site {value}",
    Column.LANGUAGE: "in {value}",
}

_SAYS_UNKNOWN = {Column.LANGUAGE: "language {value}"}
_CALLED = {Column.KIND: kind_called, Column.LANGUAGE: language_called}


@dataclass(frozen=True, slots=True)
class ColumnIs(ArrayCondition):
    """The column holds ``value``, letter case and accents aside; "" is the unknown.

    Where no dispatch has exactly that, the words of ``value`` are looked for inside the
    column's: ``outlet:rodong`` finds Rodong Sinmun, ``outlet:KCNA`` never KCNA Watch.
    """

    column: Column
    value: str

    @property
    def field(self) -> str:
        return self.column.value

    def mask(self, arrays: Arrays) -> Mask:
        codes = self.column.of(arrays)
        if not self.value:
            return np.asarray(codes.code == 0)
        return np.asarray(np.isin(codes.code, self.codes_among(codes.words)))

    def codes_among(self, words: tuple[str, ...]) -> list[int]:
        """Return the places in ``words`` of those that are meant."""
        wanted = folded_name(self.value)
        folded = [folded_name(word) for word in words]
        same = [code for code, word in enumerate(words) if word and word == self.value]
        same = same or [code for code, word in enumerate(folded) if word and word == wanted]
        if same or not wanted or self.column in (Column.KIND, Column.LANGUAGE):
            return same
        return [code for code, word in enumerate(folded) if f" {wanted} " in f" {word} "]

    def words(self) -> Message:
        if not self.value:
            says = _SAYS_UNKNOWN.get(self.column, _SAYS[self.column])
            return message(says, value=message("unknown"))
        called = _CALLED.get(self.column)
        return message(_SAYS[self.column], value=called(self.value) if called else self.value)

    def text(self) -> str:
        if not self.value:
            return f"{self.column}:{UNKNOWN}"
        special = frozenset({UNKNOWN, *LANGUAGES})
        return f"{self.column}:{written(self.value, special=special)}"
