"""How many dispatches a second one core reads."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path

from desktop_app.reading.dispatch import read_dispatch
from tests.bench.figures import Figure, seconds
from tests.bench.floor import records
from tests.made_up import dispatches


def measure(real: Path | None) -> list[Figure]:
    """Read made-up dispatches of both languages, and real ones where there are any."""
    figures = []
    for language, share in (("en", 0.0), ("ko", 1.0)):
        made = [(d.body, d.title, d.published) for d in dispatches(3000, korean_share=share)]
        figures.append(_rate(f"reader, made-up {language}", made, language))
    if real is not None:
        some = [
            (r["body"], r["title"], date.fromisoformat(r["date"]))
            for r in islice(records(real), 4000)
            if r["language"] == "en"
        ]
        figures.append(_rate(f"reader, {real.name}", some, "en"))
    return figures


def _rate(what: str, texts: list[tuple[str, str, date]], language: str) -> Figure:
    read_dispatch(*texts[0], language)
    took = seconds(lambda: [read_dispatch(*text, language) for text in texts])
    return Figure(
        len(texts), what, len(texts) / took, "/s", 2000.0, "aim", 1.0, higher_is_better=True
    )
