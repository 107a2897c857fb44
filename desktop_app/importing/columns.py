"""Which field of a data file is title, text, day, address …: by its name and its content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.reading.juche import read_day

Row = Mapping[str, object]

FIELDS = (
    "title",
    "text",
    "day",
    "url",
    "language",
    "outlet",
    "topic",
    "captured",
    "second_title",
)
"""The fields that a column may be mapped to, as ``--map FIELD=COLUMN`` names them."""

_NAMES = {
    "title": ("title headline headlines head subject 제목 題名 标题 titulo"),
    "text": (
        "text body content story story_text storytext full_text fulltext article_text "
        "article paragraphs contents articlebody body_text 본문 내용 本文 正文 texto cuerpo"
    ),
    "day": (
        "date published published_at publishedat publication_date pubdate pub_date day "
        "datetime date_published publish_date publishdate articlecreatedate fcreatedate "
        "newscreateddate date_str datestr 날짜 연도 일자 日付 日期 fecha timestamp time created "
        "created_at"
    ),
    "url": (
        "url link href index.link address source_url original_url permalink article_url "
        "weblink 링크 주소"
    ),
    "language": ("language lang 언어 idioma"),
    "outlet": (
        "outlet source sourcename source_name publisher newspaper media agency site_name 출처 매체"
    ),
    "topic": ("topic topics category categories section tags 분류"),
    "captured": (
        "captured captured_at capture_time crawled crawled_at scraped scraped_at retrieved "
        "retrieved_at fetched fetched_at accessed generatedat"
    ),
    "second_title": ("subtitle sub_title subtitulo index_title second_title"),
}
_BY_NAME = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_SAMPLE = 50
_ADDRESS = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$", re.I)
_LANGUAGE = re.compile(r"^\s*[A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?\s*$|^\s*[A-Z][a-z]{3,9}\s*$")
MISSING = frozenset(("", "na", "n/a", "nan", "null", "none", "-"))


@dataclass(frozen=True, slots=True)
class Columns:
    """Column names by field, out of ``names``; ``chosen`` are fields that the user named, and
    ``told`` those that a column's own name told.
    """

    by_field: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    @property
    def recognised(self) -> bool:
        """Whether these are dispatches: a title alone may as well be that of a post or a book."""
        fields = self.by_field.keys()
        if "text" in fields or "title" in self.chosen:
            return True
        headline = self.by_field.get("title", "").casefold().startswith(("headline", "제목"))
        beside = "url" in fields or ("day" in fields and "title" in self.told)
        return "title" in fields and (headline or beside)

    def value(self, row: Row, field_: str) -> object:
        """Return what ``row`` holds for a field, None where it is missing."""
        column = self.by_field.get(field_)
        value = row.get(column) if column is not None else None
        if isinstance(value, str) and value.strip().casefold() in MISSING:
            return None
        return value

    def written(self, row: Row, field_: str) -> str:
        return as_text(self.value(row, field_))


def as_text(value: object) -> str:
    """Return a field's value as text; lists of paragraphs become lines."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return "\n".join(part for part in map(as_text, value) if part)
    if isinstance(value, dict):
        inner = next((value[k] for k in ("text", "content", "value", "name") if k in value), None)
        return as_text(inner)
    return str(value)


def guess(
    names: Sequence[str],
    rows: Iterable[Row],
    mapping: Mapping[str, str] | None = None,
    *,
    by_content: bool = True,
) -> Columns:
    """Find the columns: the user's own mapping first, then names that fit, then content."""
    sample = [row for _, row in zip(range(_SAMPLE), rows, strict=False)]
    found: dict[str, str] = {}
    for field_, column in (mapping or {}).items():
        if field_ in FIELDS and column in names:
            found[field_] = column
    for field_ in FIELDS:
        if field_ not in found:
            named = [n for n in _by_name(names, field_) if n not in found.values()]
            fitting = next((n for n in named if _FITS[field_](_values(sample, n))), None)
            if fitting is not None:
                found[field_] = fitting
    told = frozenset(found)
    if by_content:
        _by_content(names, sample, found)
    return Columns(found, frozenset(names), frozenset(mapping or ()) & found.keys(), told)


def _by_name(names: Sequence[str], field_: str) -> list[str]:
    """Return the columns so named, in the order of our list of names: the best first."""
    order = {name: place for place, name in enumerate(_NAMES[field_].split())}
    plain = [(re.sub(r"[\s\-]+", "_", name.strip().casefold()), name) for name in names]
    return [name for key, name in sorted(plain, key=lambda n: order.get(n[0], 999)) if key in order]


def _by_content(names: Sequence[str], sample: list[Row], found: dict[str, str]) -> None:
    """Fill what names did not tell, so that a table without a header works, too."""
    left = [name for name in names if name not in found.values() and _values(sample, name)]
    for field_ in ("url", "day"):
        if field_ not in found:
            fitting = [name for name in left if _FITS[field_](_values(sample, name))]
            if fitting:
                found[field_] = fitting[0]
                left.remove(fitting[0])
    if "title" in found or "text" in found:
        return
    lengths = {name: _middle_length(_values(sample, name)) for name in left}
    wordy = [name for name in left if lengths[name] >= 6 and _has_words(_values(sample, name))]
    wordy.sort(key=lambda name: -lengths[name])
    if wordy and _is_text(lengths[wordy[0]], lengths[wordy[1]] if len(wordy) > 1 else 0):
        found["text"] = wordy.pop(0)
    # A column of words alone may be anything: names, places, notes.
    if wordy and found.keys() & {"text", "day", "url"}:
        found["title"] = wordy[0]


def _is_text(longest: int, next_to_it: int) -> bool:
    return longest > 250 or (0 < next_to_it * 3 < longest and longest > 80)


def _values(sample: list[Row], name: str) -> list[object]:
    values = [row.get(name) for row in sample]
    return [v for v in values if v is not None and as_text(v).strip().casefold() not in MISSING]


def _middle_length(values: list[object]) -> int:
    lengths = sorted(len(as_text(value)) for value in values)
    return lengths[len(lengths) // 2] if lengths else 0


def _has_words(values: list[object]) -> bool:
    spoken = sum(1 for value in values if len(re.findall(r"[^\W\d_]{2,}", as_text(value))) >= 2)
    return spoken * 2 > len(values)


def _mostly(test: Callable[[object], bool]) -> Callable[[list[object]], bool]:
    def fits(values: list[object]) -> bool:
        return sum(map(test, values)) * 5 >= len(values) * 3 if values else False

    return fits


def _may_be_text(values: list[object]) -> bool:
    return not values or not _mostly(lambda v: bool(_ADDRESS.match(as_text(v))))(values)


_FITS: dict[str, Callable[[list[object]], bool]] = {
    "title": _may_be_text,
    "text": _may_be_text,
    "day": _mostly(lambda value: read_day(value) is not None),
    "url": _mostly(lambda value: bool(_ADDRESS.match(as_text(value)))),
    "language": _mostly(lambda value: bool(_LANGUAGE.match(as_text(value)))),
    "outlet": _mostly(lambda value: 0 < len(as_text(value)) < 60),
    "topic": _mostly(lambda value: 0 < len(as_text(value)) < 200),
    "captured": _mostly(lambda value: read_day(value) is not None),
    "second_title": _may_be_text,
}


def header_of(names: Iterable[str]) -> str:
    """Return what tells a table's columns from those of others, whatever their order."""
    return hashlib.sha256("\n".join(sorted(names)).encode("utf-8", "replace")).hexdigest()[:32]


def looks_like_header(cells: Sequence[str]) -> bool:
    """Say whether a table's first row names columns: short words of which we know some."""
    known = sum(1 for cell in cells if re.sub(r"[\s\-]+", "_", cell.strip().casefold()) in _BY_NAME)
    if known:
        return True
    return not any(
        len(cell) > 60 or _ADDRESS.match(cell) or (cell and read_day(cell)) for cell in cells
    )
