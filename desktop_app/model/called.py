"""How kinds, roles and languages are called: their ids are words of the query, not for people."""

from __future__ import annotations

from desktop_app.messages import Message, message

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


def kind_called(kind: str) -> Message | str:
    """Say an event kind: "arrival_departure" is "arrival or departure"."""
    return _called(kind, KINDS)


def role_called(role: str) -> Message | str:
    """Say a role: "saw_off" is "saw off"."""
    return _called(role, ROLES)


def language_called(language: str) -> Message | str:
    """Say a language by its name."""
    return _called(language, LANGUAGES)


def _called(name: str, known: dict[str, str]) -> Message | str:
    """Say a name that is known; any other, which anybody may have typed, as it stands."""
    return message(known[name]) if name in known else name.replace("_", " ")
