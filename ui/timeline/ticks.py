"""Which days are labelled under the bars, and how they are written."""

from __future__ import annotations

from datetime import date

import numpy as np

from ui.language import written
from ui.timeline.bins import DAYS_IN, Unit, day_of, edges_of

ROOM_FOR_LABEL = 72.0  # pixels


def ticks(least: float, most: float, size: float) -> tuple[float, list[int]]:
    """Return the step in days, and the days to label, so that labels do not touch."""
    days_apart = (most - least) / max(1.0, size / ROOM_FOR_LABEL)
    steps = (
        (Unit.DAY, 1), (Unit.DAY, 2), (Unit.WEEK, 1), (Unit.WEEK, 2), (Unit.MONTH, 1),
        (Unit.MONTH, 3), (Unit.MONTH, 6), (Unit.YEAR, 1), (Unit.YEAR, 2), (Unit.YEAR, 5),
        (Unit.YEAR, 10), (Unit.YEAR, 50),
    )  # fmt: skip
    unit, many = next((s for s in steps if DAYS_IN[s[0]] * s[1] >= days_apart), steps[-1])
    edges = edges_of(unit, int(least), int(most))
    if unit is Unit.MONTH:
        kept = [int(e) for e in edges if (day_of(float(e)).month - 1) % many == 0]
    elif unit is Unit.YEAR:
        kept = [int(e) for e in edges if day_of(float(e)).year % many == 0]
    else:
        kept = [int(e) for e in edges if (int(e) // int(DAYS_IN[unit])) % many == 0]
    return DAYS_IN[unit] * many, list(np.array(kept, dtype=int))


def label(day: date, spacing: float) -> str:
    """Write the day of a label; ``spacing`` days lie between two."""
    if spacing >= DAYS_IN[Unit.YEAR]:
        return str(day.year)
    if spacing >= 28:
        return str(day.year) if day.month == 1 else written(day, "MMM")
    return (
        written(day, "d MMM yyyy")
        if day.day <= spacing and day.month == 1
        else written(day, "d MMM")
    )
