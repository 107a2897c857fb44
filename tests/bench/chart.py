"""The cost as an archive grows, as a picture: one small plot a row, 25,000 to 500,000."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from html import escape
from pathlib import Path

from tests.bench.figures import Figure

WIDTH, HEIGHT, ACROSS = 236, 132, 4
LEFT, RIGHT, TOP, BOTTOM = 20, 12, 34, 22
INK, FAINT, LINE, ACCENT = "#1f2328", "#6e7781", "#d0d7de", "#9A3B26"

Point = tuple[int, float]


def draw(figures: Iterable[Figure], file: Path) -> None:
    """Write every figure that was taken at several sizes into ``file``, an SVG."""
    series: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for one in figures:
        if one.size:
            series[one.what, one.unit].append((one.size, one.value))
    grown = {what: sorted(points) for what, points in series.items() if len(points) > 1}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_picture(grown), encoding="utf-8")


def _picture(series: dict[tuple[str, str], list[Point]]) -> str:
    rows = -(-len(series) // ACROSS)
    plots = "".join(
        f'<g transform="translate({place % ACROSS * WIDTH},{place // ACROSS * HEIGHT})">'
        f"{_plot(what, unit, points)}</g>"
        for place, ((what, unit), points) in enumerate(series.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{ACROSS * WIDTH}"'
        f' height="{rows * HEIGHT}" font-family="sans-serif" font-size="11">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{plots}</svg>\n'
    )


def _plot(what: str, unit: str, points: list[Point]) -> str:
    most_size, most = points[-1][0], max(value for _, value in points) or 1.0
    places = [
        (
            LEFT + (WIDTH - LEFT - RIGHT - 34) * size / most_size,
            HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM - 12) * value / most,
        )
        for size, value in points
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{ACCENT}"/>'
        f'<text x="{x:.1f}" y="{y - 6:.1f}" text-anchor="middle" fill="{INK}">'
        f"{_short(value)}</text>"
        f'<text x="{x:.1f}" y="{HEIGHT - 8}" text-anchor="middle" fill="{FAINT}" font-size="9">'
        f"{size // 1000}k</text>"
        for (size, value), (x, y) in zip(points, places, strict=True)
    )
    ground = HEIGHT - BOTTOM
    return (
        f'<text x="{LEFT}" y="16" fill="{INK}">{escape(what[:38])}'
        f'<tspan fill="{FAINT}" dx="5">{escape(unit)}</tspan></text>'
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{ground}" y2="{ground}" stroke="{LINE}"/>'
        f'<polyline points="{line}" fill="none" stroke="{ACCENT}" stroke-width="1.4"/>{marks}'
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}"
