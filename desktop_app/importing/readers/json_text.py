"""JSON as people have it: elements one by one, and what can be saved of a broken file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")
_READ_AT_ONCE = 1 << 20


class NotJson(ValueError):  # noqa: N818 - an answer about the text
    """A piece of text is not JSON."""


def parsed(text: str) -> Any:
    """Parse ``text``; raises `NotJson`, also where it is nested deeper than anybody means."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise NotJson(str(error)) from error


@dataclass(frozen=True, slots=True)
class Element:
    """One element of an array or object: its place, its key, and its text or its fault."""

    number: int
    start: int
    text: str
    whole: bool


def elements(text: str) -> Iterator[Element]:
    """Yield the objects of the outermost array that holds any, however broken each may be.

    Brackets are counted outside strings; where an object never closes, the search goes on
    at the next place that looks like the beginning of one.
    """
    position = _first_object(text)
    number = 0
    while position is not None:
        number += 1
        end = _end_of(text, position)
        if end is not None:
            yield Element(number, position, text[position:end], whole=True)
            position = _next_open(text, end)
            continue
        resume = _NEXT.search(text, position)
        stop = resume.end() if resume else len(text)
        yield Element(number, position, text[position:stop], whole=False)
        position = stop if resume else None


def _first_object(text: str) -> int | None:
    """Find the first object inside the first array, else the first inside an object."""
    opening = re.match(r"\s*\[\s*(?=\{)", text)
    if opening:
        return opening.end()
    array = re.search(
        r'"(?:articles|items|data|records|rows|results|news|posts)"\s*:\s*\[\s*(?=\{)', text
    )
    if array:
        return array.end()
    inner = re.search(r'"[^"\n]{1,200}"\s*:\s*(?=\{\s*"[^"\n]{1,200}"\s*:\s*["\d\[])', text)
    return inner.end() if inner else None


def _end_of(text: str, start: int) -> int | None:
    depth = 0
    for token in _TOKEN.finditer(text, start):
        mark = token[0]
        if mark in "{[":
            depth += 1
        elif mark in "}]":
            depth -= 1
            if depth == 0:
                return token.end()
    return None


def _next_open(text: str, end: int) -> int | None:
    following = re.compile(r'\s*,?\s*(?:"[^"\n]{1,200}"\s*:\s*)?(?=\{)').match(text, end)
    if following:
        return following.end()
    later = _NEXT.search(text, end)
    return later.end() if later else None
