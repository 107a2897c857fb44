"""How sure a row is: the share of rows like it that were right in dispatches never seen before."""

from __future__ import annotations

import tomllib
from functools import cache

from desktop_app.model.participant import Role
from desktop_app.paths import resources

# What a roster's verb says of everybody in it; all else is what somebody did, or had done to him.
_LISTED = frozenset(
    (
        Role.PRESENT,
        Role.ACCOMPANIED,
        Role.GREETED,
        Role.SAW_OFF,
        Role.SIGNATORY,
        Role.APPOINTED,
        Role.DISMISSED,
        Role.PERFORMER,
    )
)


def certainty_of(role: Role, roles: int) -> float:
    """Return the probability that a row is right whose person has so many ``roles`` in all."""
    return _table()[likeness(role, roles)]


def likeness(role: Role, roles: int) -> str:
    """Return the sort of a row: how many roles its person has, and what sort this one is.

    Of whom a dispatch seems to say two things it mostly says one: that tells most of all.
    """
    if roles > 1:
        return "two roles" if roles == 2 else "three roles or more"
    return "listed" if role in _LISTED else "acting"


@cache
def _table() -> dict[str, float]:
    text = (resources() / "grammar" / "certainty_ko.toml").read_text("utf-8")
    return {str(key): float(value) for key, value in tomllib.loads(text)["certainty"].items()}
