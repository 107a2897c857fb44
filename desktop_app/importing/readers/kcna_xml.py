"""XML answers of the old kcna.kp: a list in parallel columns, or one article.

They are read by pattern, not by an XML parser: the form is flat, and so no entity and no
document type can do any harm.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from desktop_app.importing.encodings import decode
from desktop_app.importing.language import language_of
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Piece, Record, Refused, Source, Unreadable
from desktop_app.messages import message

_FIELD = re.compile(
    r"<(?P<name>[A-Za-z]\w{0,40})\s*>\s*(?:<!\[CDATA\[(?P<raw>(?:[^\]<]|<(?!!\[CDATA\[)|\](?!\]>))*+)\]\]>|(?P<plain>[^<]*))\s*</(?P=name)>",
    re.DOTALL,
)
_BREAK = re.compile(r"<\s*(?:br|/p|/div)\s*/?>", re.I)
_TAG = re.compile(r"<[^<>]{1,400}>")
_CODE = "articleCode"
_DAYS = ("articleCreateDate", "fCreateDate", "newsCreatedDate", "sendInfo")
UNEVEN = message("The columns of the list are not of equal length, so titles have no sure days.")
OTHER_XML = message("The XML is not an answer of kcna.kp.")


def sniff(head: bytes, _suffix: str) -> bool:
    return b"<xsync" in head[:600]


def read(source: Source) -> Iterator[Piece]:
    """Yield the article, or the headlines of the list; an empty list is valid."""
    text = decode(read_whole(source)).text
    columns: dict[str, list[str]] = {}
    for match in _FIELD.finditer(text):
        value = match["raw"] if match["raw"] is not None else html.unescape(match["plain"])
        columns.setdefault(match["name"], []).append(value)
    if "<NData" in text:
        yield from _article(columns)
    elif "<NMultiData" in text:
        yield from _list(columns)
    else:
        raise Unreadable(OTHER_XML)


def plain(marked: str) -> str:
    """Return the text of marked-up ``content``: breaks divide, names in tags stay."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", marked)))


def _article(columns: dict[str, list[str]]) -> Iterator[Piece]:
    def first(name: str) -> str:
        return (columns.get(name) or [""])[0].strip()

    day = next((first(name) for name in _DAYS if first(name)), "")
    yield Record(
        first(_CODE),
        title=plain(first("dispTitle") or first("mainTitle")),
        second_title=plain(first("subTitle")),
        text=plain(first("content")),
        day=day,
        outlet="KCNA",
        site="kcna.kp",
    )


def _list(columns: dict[str, list[str]]) -> Iterator[Piece]:
    titles = columns.get("dispTitle") or columns.get("mainTitle") or []
    codes = columns.get(_CODE) or []
    days = next((columns[name] for name in _DAYS if name in columns), [])
    sure = len(days) == len(titles)
    language = language_of(" ".join(map(plain, titles)))
    for number, title in enumerate(titles):
        code = codes[number].strip() if len(codes) == len(titles) else ""
        locator = code or f"[{number}]"
        if days and not sure:
            yield Refused(locator, UNEVEN)
            continue
        yield Record(
            locator,
            title=plain(title),
            day=days[number] if sure else None,
            outlet="KCNA",
            site="kcna.kp",
            language=language,
            item=number + 1,
            has_text_field=False,
        )
