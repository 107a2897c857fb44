"""How dark a day is: five steps, by how the days of the result compare with each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.query.result import DayCounts


@dataclass(frozen=True, slots=True)
class Heat:
    """Step 0 is a day without dispatches; 1 to 4 are quarters of the days that have some."""

    bounds: tuple[float, float, float] = (1, 2, 3)

    @classmethod
    def of(cls, counts: DayCounts) -> Heat:
        some = counts.counts[counts.counts > 0]
        if not len(some):
            return cls()
        low, middle, high = np.quantile(some, (0.25, 0.5, 0.8))
        return cls((float(low), float(middle), float(high)))

    def step(self, count: int) -> int:
        if count <= 0:
            return 0
        return 1 + sum(count > bound for bound in self.bounds)
