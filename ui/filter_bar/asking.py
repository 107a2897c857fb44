"""Between what is typed and the query: one place knows the grammar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.query.conditions.words import Words
from desktop_app.query.grammar import Hint, parse
from desktop_app.query.link import text_of_link
from desktop_app.query.query import Axis, Everything, Lies, Node, Query, Versions, all_of
from ui.language import say, tell


@dataclass(frozen=True, slots=True)
class ReadTyped:
    """What the typed text and the chips come to together.

    ``nodes`` are the parts of the query that the typed text gave. Where the text makes no
    sense yet, ``query`` is None: the last good answer stays, with a hint.
    """

    query: Query | None
    nodes: tuple[Node, ...]
    hint: str
    start: int = 0
    end: int = 0


def read_typed(text: str, base: Query, *, typing: bool = False) -> ReadTyped:
    """Read ``text`` as a further part of ``base``; a line that was sent stands alone.

    While ``typing`` the last word is still to be finished, and finds what begins so.
    """
    sent = text_of_link(text)
    if sent is not None:
        text, base = sent, Query()
    parsed = parse(text)
    hint = _first(parsed.hints)
    said = tell(hint.message) if hint else ""
    place = (hint.start, hint.end) if hint else (0, 0)
    if not parsed.sound:
        return ReadTyped(None, (), said, *place)
    typed = _unfinished(parsed.query, text) if typing else parsed.query
    query = replace(base, where=all_of(*base.top_level(), typed.where))
    if typed.axis is not Axis.PUBLISHED:
        query = replace(query, axis=typed.axis)
    if typed.versions is not Versions.READING:
        query = replace(query, versions=typed.versions)
    if typed.lies is not Lies.LIBRARY:
        query = replace(query, lies=typed.lies)
    if typed.order != Query().order:
        query = replace(query, order=typed.order)
    return ReadTyped(query, typed.top_level(), said, *place)


def _unfinished(typed: Query, text: str) -> Query:
    """Let the word at the end of ``text`` go on; a single letter says nothing yet."""
    *others, last = typed.top_level() or (Everything(),)
    if not isinstance(last, Words) or last.prefix or not text.endswith(last.phrase):
        return typed
    if len(last.phrase) == 1 and last.phrase.isascii():
        return replace(typed, where=all_of(*others))
    return replace(typed, where=all_of(*others, replace(last, prefix=True)))


def _first(hints: tuple[Hint, ...]) -> Hint | None:
    return next((hint for hint in hints if hint.stops), hints[0] if hints else None)


def words_of(node: Node) -> str:
    """Say a part of the query: what stands on its chip."""
    return tell(node.words())


def query_in_words(query: Query) -> str:
    """Say the whole query; nothing where it asks for everything."""
    if isinstance(query.where, Everything) and query == Query(order=query.order):
        return ""
    return tell(query.words())


def settings_in_words(query: Query) -> list[tuple[str, Query]]:
    """Say what of the query is no condition, each with the query that goes without it."""
    said = []
    if query.lies is Lies.BIN:
        said.append((say("in the bin"), replace(query, lies=Lies.LIBRARY)))
    if query.axis is not Axis.PUBLISHED:
        axis = {
            Axis.DATELINE: say("days of the dateline"),
            Axis.HAPPENED: say("days of the event"),
            Axis.CAPTURED: say("days of the capture"),
        }[query.axis]
        said.append((axis, replace(query, axis=Axis.PUBLISHED)))
    if query.versions is not Versions.READING:
        which = {
            Versions.LATEST: say("latest versions"),
            Versions.ANY: say("any version"),
        }[query.versions]
        said.append((which, replace(query, versions=Versions.READING)))
    return said
