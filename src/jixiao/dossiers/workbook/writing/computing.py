"""Computed cells: formulas for a spreadsheet program, and what they give, computed exactly.

Rates are not rounded by the formula; their number format shows two decimals.
"""

from decimal import Decimal

from jixiao.core.interval import EXACT, ZERO
from jixiao.core.money import Money
from jixiao.formats.grids.grid import name_cell
from jixiao.formats.xlsx.raw import RawCell


def rate_formula(row: int, numerator: int, denominator: int) -> str:
    """A quotient in percent, empty where a cell is no number; row and columns from 0."""
    upper, lower = name_cell(row + 1, numerator + 1), name_cell(row + 1, denominator + 1)
    both = f"AND(ISNUMBER({upper}),ISNUMBER({lower}))"
    return f'=IF({both},IF({lower}<>0,{upper}/{lower}*100,""),"")'


def sum_formula(column: int, first: int, last: int) -> str:
    """The sum of a column, empty where it holds no number: nothing is not zero; rows from 0."""
    cells = f"{name_cell(first + 1, column + 1)}:{name_cell(last + 1, column + 1)}"
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def label_formula(key: str, sheet: str, codes: str) -> str:
    """The name in the column right of the codes."""
    return f'=IF({key}="","",IFERROR(VLOOKUP({key},\'{sheet}\'!{codes},2,FALSE),""))'


def rate(numerator: object, denominator: object) -> Decimal | None:
    """The quotient of two stated values in percent; None where it has none."""
    upper, lower = bare(numerator), bare(denominator)
    if upper is None or not lower:
        return None
    return EXACT.divide(EXACT.multiply(upper, Decimal(100)), lower)


def total(values: list[object]) -> Decimal:
    """The sum of what is stated, amounts in yuan."""
    added = ZERO
    for value in values:
        added = EXACT.add(added, bare(value) or ZERO)
    return added


def bare(value: object) -> Decimal | None:
    """The number that a value states, amounts in yuan."""
    if isinstance(value, Money):
        return value.yuan
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, Decimal) else None


def stored(cell: RawCell | None) -> Decimal | None:
    """The number in a number cell."""
    return cell.number if cell is not None else None
