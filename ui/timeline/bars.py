"""What the bars of the timeline are: their looks, their days in words."""

from __future__ import annotations

from typing import Any

import numpy as np

from desktop_app.query.result import DayCounts
from ui.language import long_day, short_day, written
from ui.timeline.bins import Bars, Unit, day_of


def period(bars: Bars, at: int) -> str:
    """Say which days a bar stands for."""
    first, last = day_of(float(bars.starts[at])), day_of(float(bars.ends[at]) - 1)
    if bars.unit is Unit.DAY:
        return long_day(first)
    if bars.unit is Unit.WEEK:
        return f"{short_day(first)} – {short_day(last)}"
    return written(first, "MMMM yyyy") if bars.unit is Unit.MONTH else str(first.year)


def ends_of(counts: DayCounts) -> tuple[int, int]:
    """Return the first and the last day that has any."""
    has = np.flatnonzero(counts.counts)
    return counts.first + int(has[0]), counts.first + int(has[-1])


def drawn(bars: Bars, base: np.ndarray[Any, Any], colour: str) -> dict[str, Any]:
    """Return bars standing on ``base``, as pyqtgraph wants to be told of them."""
    some = bars.counts > 0
    lengths = (bars.ends - bars.starts)[some]
    return {
        "x0": bars.starts[some] + lengths * 0.08,
        "width": lengths * 0.84,
        "y0": base[some],
        "height": bars.counts[some],
        "pen": None,
        "brush": colour,
    }
