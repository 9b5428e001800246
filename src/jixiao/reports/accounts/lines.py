"""A row of a table of the final accounts before it is printed: what it is about, and its figures."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from jixiao.core.classification import Code

Row: TypeAlias = list[object]
Side = Literal["left", "right", ""]
LANES: Final[tuple[Side, Side]] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Line:
    """A row, or one lane of it.

    Attributes:
        side: its lane; none in tables without lanes.
        kind: ``total`` of the whole table, ``foot`` below both lanes, or an ``item``.
        code: of the classification, where it has one.
        cells: a `Traced` number, a `Gap`, a stated absence, or None where nothing stands.
        label: its words as printed, where they are more than ``name``.
        role: what it is in one word, of lines that the rulebook names.
    """

    side: Side
    kind: Literal["total", "item", "foot"]
    code: Code | None
    name: object
    cells: list[object]
    label: str = ""
    role: str = ""

    def printed(self, layout: str) -> Row:
        """The row as its layout has it: words, or code and words, or figures alone."""
        if layout == "single":
            return [*self.cells]
        words = self.label or self.name
        if layout == "lanes":
            return [words, *self.cells]
        return [str(self.code) if self.code is not None else "", words, *self.cells]


def blank(layout: str, side: str, columns: int) -> Row:
    """What stands beside a lane that is longer than the other."""
    if layout == "lanes":
        return ["", *[None] * (1 if side == "left" else columns)]
    return ["", "", *[None] * columns]
