"""Which part of the bars has which colour: a part keeps its own from one question to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ui.timeline.bins import REST

COLOURS = 6  # of a theme, beside that of the rest


@dataclass(frozen=True, slots=True)
class Colouring:
    """The parts that have a colour, or had it last; a colour's number is its place in the theme."""

    parts: tuple[str | None, ...] = (None,) * COLOURS

    def given(self, labels: Iterable[str]) -> Colouring:
        """Return how ``labels`` are coloured: those known as they were, others as is free.

        A colour that nobody had is given before that of a part which is not shown now.
        """
        shown = [label for label in labels if label != REST][:COLOURS]
        parts = list(self.parts)
        free = [at for at, part in enumerate(parts) if part is None]
        free += [at for at, part in enumerate(parts) if part is not None and part not in shown]
        for label in shown:
            if label not in parts:
                parts[free.pop(0)] = label
        return Colouring(tuple(parts))

    def colour(self, colours: tuple[str, ...], label: str) -> str:
        """Return the colour of a part out of the theme's; the last one is for the rest."""
        known = label != REST and label in self.parts
        return colours[min(self.parts.index(label), len(colours) - 2) if known else -1]
