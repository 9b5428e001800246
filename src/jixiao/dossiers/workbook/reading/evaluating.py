"""Formulas that people type into cells for facts: simple ones are recomputed, others are refused.

The result that the file stores is never trusted: it may be stale. Understood are numbers, cells of the same
sheet, ``+ - * /``, brackets, ``SUM`` and ``ROUND``.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from jixiao.core.interval import EXACT, ZERO
from jixiao.dossiers.workbook.reading.grid import Grid
from jixiao.dossiers.workbook.trouble import Trouble
from jixiao.formats.grids.grid import parse_range, parse_reference
from jixiao.formats.grids.numbers import DISPLAYED
from jixiao.formats.xlsx.raw import RawCell

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<range>\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7})|(?P<cell>\$?[A-Z]{1,3}\$?\d{1,7})(?![\w(!.])"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<name>SUM|ROUND)(?=\()|(?P<sign>[-+*/(),%]))",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})", re.IGNORECASE)
_DEEPEST: Final = 30
_MOST_CELLS: Final = 5_000


class _NotUnderstoodError(Exception):
    """The formula is beyond the simple ones."""


def recomputed(grid: Grid, row: int, column: int, heading: str) -> RawCell:
    """The cell with the result of its formula as computed here.

    Raises:
        Trouble: the formula is not understood, or gives another result than the file stores.
    """
    cell = grid.raw.rows[row][column]
    try:
        result = _Evaluator(grid).cell(row, column)
    except (_NotUnderstoodError, ArithmeticError) as error:
        raise Trouble(
            f"“{heading}”的单元格是公式（={_formula(grid, row, column)}），无法复核它的结果",
            f"the cell of “{heading}” is a formula that cannot be verified",
            "复制这个单元格，用“选择性粘贴—数值”贴回原处",
            "copy the cell and paste its value in its place (Paste Special, Values)",
        ) from error
    shown = DISPLAYED.plus(result)
    kept = cell.number
    if kept is not None and DISPLAYED.plus(kept) != shown and not _close(kept, shown):
        raise Trouble(
            f"“{heading}”的公式应得 {shown.normalize():f}，文件中保存的结果是 {cell.shown}",
            f"the formula of “{heading}” gives {shown.normalize():f}, the file holds {cell.shown}",
            "用 Excel 或 WPS 打开，按 F9 重新计算后保存",
            "open the file in a spreadsheet program, recalculate (F9) and save",
        )
    return RawCell("n", f"{shown:f}", cell.code, epoch_1904=cell.epoch_1904)


def _close(one: Decimal, other: Decimal) -> bool:
    """Equal in 12 digits: a spreadsheet computes in binary and loses some of its 15."""
    return one == other or abs(one - other) <= max(abs(one), abs(other)).scaleb(-12)


def _formula(grid: Grid, row: int, column: int) -> str:
    """The formula of a cell; that of a shared one with its references moved."""
    cell = grid.raw.rows.get(row, {}).get(column)
    if cell is None:
        return ""
    if cell.formula or cell.shared < 0:
        return cell.formula
    home = grid.raw.shared.get(cell.shared)
    if home is None:
        return "?"
    return _REFERENCE.sub(lambda match: _moved(match, row - home[0], column - home[1]), home[2])


def _moved(match: re.Match[str], rows: int, columns: int) -> str:
    position = parse_reference(match[2] + match[4])
    if position is None:
        return "?"
    row = position[0] if match[3] else position[0] + rows
    column = position[1] if match[1] else position[1] + columns
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


class _Evaluator:
    """Computes formulas of one sheet exactly; quotients to 60 digits."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._depth = 0
        self._seen = 0

    def cell(self, row: int, column: int) -> Decimal:
        """The number of a cell, computed where it is a formula; blanks and texts count nothing in sums."""
        self._seen += 1
        self._depth += 1
        if self._depth > _DEEPEST or self._seen > _MOST_CELLS:
            raise _NotUnderstoodError
        formula = _formula(self._grid, row, column)
        cell = self._grid.cell(row, column)
        if formula:
            found = _Parser(self, formula).whole()
        elif cell is None:
            found = ZERO
        else:
            number = cell.number
            if number is None:
                raise _NotUnderstoodError
            found = number
        self._depth -= 1
        return found

    def range(self, reference: str) -> list[Decimal]:
        """The numbers of a range."""
        corners = parse_range(reference.replace("$", ""))
        if corners is None or (corners[2] - corners[0] + 1) * (corners[3] - corners[1] + 1) > _MOST_CELLS:
            raise _NotUnderstoodError
        return [
            self.cell(row, column)
            for row in range(corners[0], corners[2] + 1)
            for column in range(corners[1], corners[3] + 1)
            if (cell := self._grid.cell(row, column)) is not None and (cell.kind == "n" or cell.is_formula)
        ]


class _Parser:
    """A formula by recursive descent."""

    def __init__(self, evaluator: _Evaluator, formula: str) -> None:
        self._evaluator = evaluator
        self._tokens = list(_tokens(formula))
        self._next = 0

    def whole(self) -> Decimal:
        found = self._sum()
        if self._next != len(self._tokens):
            raise _NotUnderstoodError
        return found

    def _peek(self) -> str:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else ""

    def _take(self, sign: str = "") -> tuple[str, str]:
        if self._next >= len(self._tokens) or (sign and self._peek() != sign):
            raise _NotUnderstoodError
        self._next += 1
        return self._tokens[self._next - 1]

    def _sum(self) -> Decimal:
        found = self._product()
        while self._peek() in {"+", "-"} and self._peek():
            sign = self._take()[1]
            other = self._product()
            found = EXACT.add(found, other) if sign == "+" else EXACT.subtract(found, other)
        return found

    def _product(self) -> Decimal:
        found = self._signed()
        while self._peek() in {"*", "/"} and self._peek():
            sign = self._take()[1]
            other = self._signed()
            found = EXACT.multiply(found, other) if sign == "*" else EXACT.divide(found, other)
        return found

    def _signed(self) -> Decimal:
        if self._peek() in {"+", "-"} and self._peek():
            sign = self._take()[1]
            inner = self._signed()
            return EXACT.minus(inner) if sign == "-" else inner
        found = self._atom()
        while self._peek() == "%":
            self._take()
            found = found.scaleb(-2, context=EXACT)
        return found

    def _atom(self) -> Decimal:
        kind, text = self._take()
        if kind == "number":
            return Decimal(text)
        if kind == "cell":
            position = parse_reference(text)
            if position is None:
                raise _NotUnderstoodError
            return self._evaluator.cell(*position)
        if kind == "sign" and text == "(":
            found = self._sum()
            self._take(")")
            return found
        if kind == "name":
            return self._function(text.upper())
        raise _NotUnderstoodError

    def _function(self, name: str) -> Decimal:
        self._take("(")
        arguments: list[Decimal] = []
        while True:
            if self._next < len(self._tokens) and self._tokens[self._next][0] == "range":
                if name != "SUM":
                    raise _NotUnderstoodError
                arguments += self._evaluator.range(self._take()[1])
            else:
                arguments.append(self._sum())
            if self._peek() != ",":
                break
            self._take()
        self._take(")")
        if name == "SUM":
            total = ZERO
            for one in arguments:
                total = EXACT.add(total, one)
            return total
        if len(arguments) != 2 or not 0 <= arguments[1] <= 15 or arguments[1] % 1:
            raise _NotUnderstoodError
        return DISPLAYED.plus(arguments[0]).quantize(
            Decimal(1).scaleb(-int(arguments[1])), rounding=ROUND_HALF_UP, context=EXACT
        )


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    place = 0
    text = formula.strip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise _NotUnderstoodError
        yield str(match.lastgroup), match[str(match.lastgroup)]
        place = match.end()
