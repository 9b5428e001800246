"""How an office sets the tables of a package, and the grid that one is set in.

A table is a grid of texts with the spans of merged cells. Where a figure stands is noted by table, line and
column, so that the bench can change it: ("general", "合计", "basic") leads to its row and column.
"""

from dataclasses import dataclass, field
from random import Random

Address = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Style:
    """How an office sets its tables."""

    unit: str
    """万元 or 元."""
    nil: str
    """What stands for zero: 0.00, nothing, or a dash."""
    split: bool
    """Codes in three columns."""
    numbered: bool
    """行次 and 栏次."""
    across: bool
    """The three publics in one row."""
    three: bool
    """Economic items in three lanes."""

    def show(self, amount: int) -> str:
        """An amount of 分 in the unit, half up."""
        if not amount:
            return self.nil
        return figure(amount, self.unit)


def figure(amount: int, unit: str) -> str:
    """An amount of 分 with two decimals, half up."""
    if unit == "元":
        return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"
    rounded = (abs(amount) + 5_000) // 10_000
    return f"{'-' if amount < 0 and rounded else ''}{rounded // 100}.{rounded % 100:02d}"


def style(chance: Random) -> Style:
    """One of the ways."""
    return Style(
        chance.choice(("万元", "万元", "元")),
        chance.choice(("0.00", "", "—")),
        *(chance.random() < 0.4 for _ in range(4)),
    )


@dataclass(slots=True)
class Table:
    """A grid of (text, row span, column span), and where figures stand."""

    kind: str
    rows: list[list[tuple[str, int, int] | None]] = field(default_factory=list)
    where: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def add(self, *texts: str) -> int:
        """A row of plain cells; its number."""
        self.rows.append([(text, 1, 1) for text in texts])
        return len(self.rows) - 1

    def head(self, *cells: tuple[str, int, int] | str | None) -> None:
        """A row of the header; None stands under a merged cell."""
        self.rows.append([(cell, 1, 1) if isinstance(cell, str) else cell for cell in cells])
