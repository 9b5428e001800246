"""The tables of a package as structure: lines by code and name, cells by role, and what a blank may mean.

A cell is one of four things: a figure (the number that all other claims use too), blank, a dash, or text.
None of the last three is zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from jixiao.claims.final_accounts.titles import NAMES, Kind
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tokens import Token
from jixiao.core.classification import Code
from jixiao.core.document import Block, Cell
from jixiao.core.quantity import Quantity, Unit

State = Literal["figure", "blank", "dash", "text"]


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands where a line and a column meet; ``token`` is the number of a figure."""

    state: State
    token: Token | None = None
    block: Block | None = None
    cell: Cell | None = None
    unit: Unit | None = None
    """The unit of a figure without one, where another place tells it."""

    def quantity(self) -> Quantity | None:
        """The figure as all claims use it."""
        return None if self.token is None else quantity(self.token, self.unit)

    @property
    def is_nil(self) -> bool:
        """Whether nothing stands there, or zero."""
        return self.state in ("blank", "dash") or (self.token is not None and not self.token.number)


NOTHING = Slot("blank")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one lane: ``lane`` counts from 0, ``row`` is that of the block.

    ``name`` is plain and without blanks; ``slots`` are by the role of their column, ``figures`` are those of
    every column of the lane, also of one without a role.
    """

    block: Block
    row: int
    lane: int
    name: str
    code: Code | None
    slots: dict[str, Slot] = field(default_factory=dict)
    label: Cell | None = None
    """The cell that holds the name."""
    figures: dict[int, Slot] = field(default_factory=dict)

    def slot(self, role: str) -> Slot:
        """The cell of a role; blank where the table has no such column."""
        return self.slots.get(role, NOTHING)


@dataclass(frozen=True, slots=True)
class AccountsTable:
    """A table of the package; ``roles`` are those of its columns, lane by lane.

    ``headers`` are the headers of these columns with those above them, outermost first: 本年支出/合计.
    """

    kind: Kind
    block: Block
    lines: tuple[Line, ...]
    roles: tuple[tuple[str, ...], ...]
    headers: tuple[dict[int, str], ...] = ()

    @property
    def name(self) -> str:
        """The table's usual name."""
        return NAMES[self.kind]

    @property
    def is_empty(self) -> bool:
        """Whether the table has no figure."""
        return not any(slot.token is not None for line in self.lines for slot in line.slots.values())

    def lane(self, number: int) -> Iterator[Line]:
        """The lines of a lane."""
        return (line for line in self.lines if line.lane == number)

    def total(self) -> Line | None:
        """The line 合计 of a table by codes."""
        return next((line for line in self.lines if line.code is None and is_total(line.name)), None)

    def coded(self) -> list[Line]:
        """The lines that have a code."""
        return [line for line in self.lines if line.code is not None]

    def has(self, *roles: str) -> bool:
        """Whether there are columns of all these roles."""
        return all(any(role in lane for lane in self.roles) for role in roles)


def is_total(name: str) -> bool:
    """Whether a line is the total of its table."""
    return name in ("合计", "总计", "本年收入合计", "本年支出合计", "支出合计", "收入合计")
