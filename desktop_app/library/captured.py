"""Capture times as they are stored."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(stored: str) -> datetime:
    """Read a capture time; one without a zone counts as UTC, so that any two compare."""
    at = datetime.fromisoformat(stored)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
