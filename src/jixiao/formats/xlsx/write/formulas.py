"""A formula of the ledger as a formula of Excel, where every fact in it is printed in a cell of the sheet.

A sheet shows rounded figures. A formula over them is written only where it gives the printed figure, rounded
where the figure is; so what stands in the file never contradicts what Excel computes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, localcontext
from typing import TYPE_CHECKING, Final

from jixiao.core.ledger import Constant, Expression, Operation, Total
from jixiao.formats.grids.grid import name_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.ledger import Entry
    from jixiao.formats.xlsx.write.figures import Number

_BINDING: Final = {"+": 1, "-": 1, "*": 2, "/": 2}
_ATOM: Final = 3
_HUNDRED: Final = Decimal(100)
_PRECISION: Final = 40
_LONGEST: Final = 4000
"""Characters; Excel takes 8,192."""
_NO_UNIT: Final = ("", "%")


class _Absent(Exception):  # noqa: N818  # not an error: the formula cannot be written here
    """A fact is printed in no cell of the sheet, or the formula makes no sense there."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell that shows the value of an expression; ``value`` is as printed, in ``unit``."""

    row: int
    column: int
    value: Decimal
    unit: str
    percent: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a formula: its words, what it gives, how strongly it binds, the cells' units."""

    text: str
    value: Decimal
    binding: int
    units: frozenset[str] = frozenset()


@dataclass(slots=True)
class Formulas:
    """The cells of one sheet by the expression that they show; rows and columns from 1."""

    cells: dict[Expression, list[Printed]] = field(default_factory=dict)

    def note(self, entry: Entry, number: Number, row: int, column: int) -> None:
        """A cell that shows this entry."""
        if entry.expression is None or isinstance(entry.expression, Constant):
            return
        value = number.stored * _HUNDRED if number.percent else number.stored
        printed = Printed(row, column, value, entry.unit, number.percent)
        self.cells.setdefault(entry.expression, []).append(printed)

    def formula(self, entry: Entry, number: Number, row: int, column: int) -> str | None:
        """The formula of the cell, ``=C5/B5``; None where it is a fact or cannot be written here."""
        expression = entry.expression
        if not isinstance(expression, Operation | Total):
            return None
        with localcontext() as context:
            context.prec = _PRECISION
            try:
                part = _Writing(self, row, column).whole(expression, percent=number.percent)
            except (_Absent, DivisionByZero, InvalidOperation):
                return None
            rounded = part.value.quantize(Decimal(1).scaleb(-number.decimals), rounding=ROUND_HALF_UP)
        if len(part.units) > 1 or rounded != number.stored or len(part.text) > _LONGEST:
            return None
        exact = part.value == number.stored and "/" not in part.text
        return f"={part.text}" if exact else f"=ROUND({part.text},{number.decimals})"


@dataclass(frozen=True, slots=True)
class _Writing:
    """One formula in the making, for the cell at ``row`` and ``column``."""

    known: Formulas
    row: int
    column: int

    def whole(self, expression: Operation | Total, *, percent: bool) -> _Part:
        """The formula itself; what a cell shows in percent it stores as a share."""
        if not percent:
            return self._inner(expression)
        if isinstance(expression, Operation) and expression.sign == "*":
            if expression.right == Constant(_HUNDRED):
                return self._part(expression.left)
            if expression.left == Constant(_HUNDRED):
                return self._part(expression.right)
        part = self._inner(expression)
        return _joined("/", part, _Part("100", _HUNDRED, _ATOM))

    def _part(self, expression: Expression) -> _Part:
        """A part of a formula: the cell that shows it, else what it is made of."""
        near = sorted(self.known.cells.get(expression, ()), key=self._distance)
        for printed in near:
            if (printed.row, printed.column) != (self.row, self.column):
                return _reference(printed)
        return self._inner(expression)

    def _inner(self, expression: Expression) -> _Part:
        if isinstance(expression, Constant):
            binding = _ATOM if expression.value >= 0 else 0
            return _Part(f"{expression.value:f}", expression.value, binding)
        if isinstance(expression, Operation):
            return _joined(expression.sign, self._part(expression.left), self._part(expression.right))
        if isinstance(expression, Total) and expression.parts:
            return self._total(expression.parts)
        raise _Absent

    def _total(self, parts: Sequence[Expression]) -> _Part:
        """A sum: of a range where the cells stand one after the other, otherwise a chain."""
        ranged = self._range(parts)
        if ranged is not None:
            return ranged
        made = [self._part(part) for part in parts]
        if len(made) == 1:
            return made[0]
        text = "+".join(part.text if part.binding >= 1 else f"({part.text})" for part in made)
        units = frozenset[str]().union(*(part.units for part in made))
        return _Part(text, sum((part.value for part in made), Decimal()), 1, units)

    def _range(self, parts: Sequence[Expression]) -> _Part | None:
        """``SUM(C3:C5)``, if each part has a cell in one column (or row) and nothing stands between them."""
        if len(parts) < 2:
            return None
        for down in (True, False):
            cells = [self._in_line(part, down=down) for part in parts]
            found = sorted((cell for cell in cells if cell), key=lambda cell: (cell.row, cell.column))
            places = [cell.row if down else cell.column for cell in found]
            if len(found) == len(parts) and places == list(range(places[0], places[0] + len(places))):
                if any(cell.percent for cell in found):
                    return None
                first, last = (name_cell(cell.row, cell.column) for cell in (found[0], found[-1]))
                value = sum((cell.value for cell in found), Decimal())
                return _Part(f"SUM({first}:{last})", value, _ATOM, _units(found))
        return None

    def _in_line(self, part: Expression, *, down: bool) -> Printed | None:
        """The cell of this expression in the formula's own column or row."""
        for cell in self.known.cells.get(part, ()):
            aligned = cell.column == self.column if down else cell.row == self.row
            if aligned and (cell.row, cell.column) != (self.row, self.column):
                return cell
        return None

    def _distance(self, printed: Printed) -> tuple[bool, bool, int]:
        """Cells of the same row come first, then those of the same column."""
        down, across = abs(printed.row - self.row), abs(printed.column - self.column)
        return down != 0, across != 0, down + across


def _reference(printed: Printed) -> _Part:
    name = name_cell(printed.row, printed.column)
    if printed.percent:
        return _Part(f"{name}*100", printed.value, _BINDING["*"])
    return _Part(name, printed.value, _ATOM, _units([printed]))


def _units(cells: Sequence[Printed]) -> frozenset[str]:
    return frozenset(cell.unit for cell in cells if cell.unit not in _NO_UNIT)


def _joined(sign: str, left: _Part, right: _Part) -> _Part:
    binding = _BINDING[sign]
    before = left.text if left.binding >= binding else f"({left.text})"
    after = right.text if right.binding >= binding + (sign in "-/") else f"({right.text})"
    value = {
        "+": lambda: left.value + right.value,
        "-": lambda: left.value - right.value,
        "*": lambda: left.value * right.value,
        "/": lambda: left.value / right.value,
    }[sign]()
    return _Part(f"{before}{sign}{after}", value, binding, left.units | right.units)
