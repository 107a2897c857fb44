"""How a sentence for people stands in the log: in English, with its values apart."""

from __future__ import annotations

from typing import Any

from desktop_app.messages import Message


def written(value: object) -> object:
    """Write a message as JSON; whoever reads the log sees the English sentence and its values."""
    if isinstance(value, Message):
        return {"says": value.text, "with": {name: written(one) for name, one in value.values}}
    if isinstance(value, tuple):
        return [written(one) for one in value]
    return value


def read(said: dict[str, Any]) -> Message:
    return Message(said["says"], tuple((name, _value(one)) for name, one in said["with"].items()))


def _value(value: object) -> object:
    if isinstance(value, dict):
        return read(value)
    return tuple(map(_value, value)) if isinstance(value, list) else value
