"""Words for people: an English sentence with named places, rendered in the user's language.

The core never hands out finished sentences. It hands out a `Message`, whose text is the
id under which the gettext catalogue holds the translation; window and command line render
it through the same `Translator`.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with its values: ``text`` is English, with ``{named}`` places."""

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return ENGLISH.say(self)


def message(text: str, **values: object) -> Message:
    """Build a `Message`; a value may itself be a `Message`, or a tuple of them."""
    return Message(text, tuple(values.items()))


class Translator:
    """Renders messages in one language, English where the catalogue is silent."""

    def __init__(self, language: str = "en", catalogues: Path | None = None) -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if catalogues is not None and language != "en":
            self._catalogue = gettext.translation(
                "dateline", catalogues, languages=[language], fallback=True
            )

    def say(self, what: Message | str) -> str:
        """Render ``what``; a plain string is looked up as it stands."""
        if isinstance(what, str):
            return self._catalogue.gettext(what) if what else ""
        said = {name: self._value(value) for name, value in what.values}
        return self._catalogue.gettext(what.text).format(**said)

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, tuple):
            return ", ".join(str(self._value(part)) for part in value)
        return value


ENGLISH = Translator()
