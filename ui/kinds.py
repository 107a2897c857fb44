"""How kinds, roles and languages are called in the window."""

from __future__ import annotations

from desktop_app.model.called import kind_called, language_called, role_called
from ui.language import tell

LANGUAGE_MARKS = {"": "–"}


def kind_name(kind: str) -> str:
    """Say an event kind; nothing where none is known."""
    return tell(kind_called(kind)) if kind else ""


def role_name(role: str) -> str:
    """Say a role."""
    return tell(role_called(role))


def language_name(language: str) -> str:
    """Say a language by its name."""
    return tell(language_called(language)) if language else ""


def language_mark(language: str) -> str:
    """Return a language as two letters for a narrow column."""
    return LANGUAGE_MARKS.get(language, language.upper()[:2])
