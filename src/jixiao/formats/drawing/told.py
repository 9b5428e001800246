"""What a text of a drawing says of itself to programs: which cell of the chart it repeats, where it is from.

A page shows each figure of a chart twice, at a label and in the data. Without this nobody could tell that the
one was altered and the other not. Numbers at the axis repeat no cell: they are the scale of the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

CELL: Final = "data-cell"
"""``1 2``: row and column of the cell (from 0); ``title``: the text repeats the title of the chart."""
SHARE: Final = "data-share"
"""How many decimals a label has that shows not the value but its share of the series."""
TITLE: Final = "title"


@dataclass(frozen=True, slots=True)
class Spot:
    """The cell that a text repeats, None for the title; ``share`` as in the attribute, else None."""

    cell: tuple[int, int] | None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Attributes of the text, and the hint that shows when the mouse rests on it."""

    attributes: Mapping[str, str]
    hint: str = ""


Describe: TypeAlias = Callable[[Spot], Told]
"""What a writer adds to a text, such as the entry of the ledger."""


def plainly(_spot: Spot) -> Told:
    """Nothing more than the cell."""
    return Told({})


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a text, and what it says of itself."""

    words: str
    told: Told


def label(words: str, spot: Spot, more: Told) -> Label:
    """The words with all that they say of themselves; ``more`` is the writer's part."""
    cell = TITLE if spot.cell is None else f"{spot.cell[0]} {spot.cell[1]}"
    share = {} if spot.share is None else {SHARE: str(spot.share)}
    return Label(words, Told({CELL: cell, **share, **more.attributes}, more.hint))
