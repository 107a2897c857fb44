"""How kinds, roles and languages are called in the window."""

from __future__ import annotations

from ui.language import say

LANGUAGE_MARKS = {"": "–"}


def kind_name(kind: str) -> str:
    """Say an event kind: "arrival_departure" is "arrival or departure"."""
    return say(KINDS.get(kind, kind.replace("_", " "))) if kind else ""


def role_name(role: str) -> str:
    """Say a role: "saw_off" is "saw off"."""
    return say(ROLES.get(role, role.replace("_", " ")))


KINDS = {
    "talks": "talks",
    "meeting": "meeting",
    "visit": "visit",
    "inspection": "inspection",
    "arrival_departure": "arrival or departure",
    "message": "message",
    "statement": "statement",
    "ceremony": "ceremony",
    "performance": "performance",
    "sports": "sports",
    "appointment": "appointment",
    "report_meeting": "report meeting",
    "exhibition": "exhibition",
    "other": "other",
}
ROLES = {
    "principal": "principal",
    "present": "present",
    "accompanied": "accompanied",
    "greeted": "greeted",
    "saw_off": "saw off",
    "speaker": "speaker",
    "signatory": "signatory",
    "sender": "sender",
    "recipient": "recipient",
    "appointed": "appointed",
    "dismissed": "dismissed",
    "performer": "performer",
    "other": "other",
}


LANGUAGES = {
    "en": "English",
    "ko": "Korean",
    "zh": "Chinese",
    "ja": "Japanese",
    "ru": "Russian",
    "es": "Spanish",
}


def language_name(language: str) -> str:
    """Say a language by its name."""
    return say(LANGUAGES.get(language, language)) if language else ""


def language_mark(language: str) -> str:
    """Return a language as two letters for a narrow column."""
    return LANGUAGE_MARKS.get(language, language.upper()[:2])
