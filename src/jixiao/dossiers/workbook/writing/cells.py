"""A value of the dossier to what a cell stores, so that reading the cell gives exactly the value again.

A decimal is a number cell whose format shows the typed decimals: 43.00 is 43 in the format ``#,##0.00``.
What a spreadsheet cannot keep as a number (more than 15 digits, an amount in another unit) becomes text.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jixiao.core.dossier.values import Absent
from jixiao.core.money import Money
from jixiao.dossiers.workbook.choices import labels
from jixiao.dossiers.workbook.kinds import Kind
from jixiao.dossiers.workbook.reading.values import EMPTY, QUOTE, SEPARATORS, Target, value
from jixiao.dossiers.workbook.shapes import Column
from jixiao.dossiers.workbook.trouble import Trouble
from jixiao.formats.xlsx.raw import RawCell

TEXT_FORMAT: Final = "@"
LONGEST: Final = 32_767
"""Characters that a cell can hold."""


class UnwritableError(ValueError):
    """No cell can hold the value."""


def cell_of(stated: object, column: Column, target: Target, *, draft: bool = False) -> RawCell | None:
    """What to store; None for a blank cell. In a ``draft`` a required text may still be missing.

    Raises:
        UnwritableError: no cell can hold it: a text of more than 32,767 characters.
    """
    usual = not column.content.required and _same(stated, column.content.default)
    if stated is None or (usual and column.kind is not Kind.CHOICE) or (draft and stated == ""):
        return None
    expected = str(stated) if column.kind is Kind.CHOICE else stated
    for candidate in _candidates(stated, column, target):
        if len(candidate.stored) <= LONGEST and _reads_as(candidate, target, expected):
            return candidate
    raise UnwritableError(f"“{column.heading}”的内容放不进一个单元格：{str(stated)[:60]}")


def _reads_as(candidate: RawCell, target: Target, stated: object) -> bool:
    try:
        return _same(value(candidate, target), stated)
    except Trouble:
        return False


def _same(one: object, other: object) -> bool:
    """Equal, of one type, and decimals with the same digits."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, Money) and isinstance(other, Money):
        return one.unit is other.unit and _same(one.amount, other.amount)
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return f"{one:f}" == f"{other:f}"
    return type(one) is type(other) and one == other


def _candidates(stated: object, column: Column, target: Target) -> Iterator[RawCell]:
    if isinstance(stated, Absent):
        yield _text(stated.value)
    elif isinstance(stated, Money):
        if stated.unit is target.unit:
            yield from _numbers(stated.amount, "#,##0")
        yield _text(f"{stated.amount:f}{stated.unit.value}")
    elif column.kind in {Kind.TRUTH, Kind.CHOICE}:
        key = str(stated).lower() if isinstance(stated, bool) else str(stated)
        yield _text(labels(column).get(key, key))
    elif isinstance(stated, Decimal):
        yield from _numbers(stated, "0")
    elif isinstance(stated, int):
        yield from _numbers(Decimal(stated), "0")
    elif isinstance(stated, tuple):
        yield _text(_joined(stated, target))
    else:
        text = str(stated)
        yield _text(text or EMPTY)
        yield _text(QUOTE + text)


def _numbers(number: Decimal, whole: str) -> Iterator[RawCell]:
    """As a number with a format, then as text."""
    exponent = number.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    if decimals <= 20 and not (number.is_zero() and number.is_signed()):
        yield RawCell("n", f"{float(number):.16G}", whole + ("." + "0" * decimals if decimals else ""))
    yield _text(f"{number:f}")


def _joined(members: tuple[object, ...], target: Target) -> str:
    signs = target.separators or SEPARATORS
    return signs[0].join(_escaped(member, signs) for member in members)


def _escaped(member: object, signs: str) -> str:
    if isinstance(member, Decimal):
        return f"{member:f}"
    text = str(member)
    if text == EMPTY:
        return f"\\{text}"
    escaped = "".join(
        "\\n" if sign == "\n" else f"\\{sign}" if sign == "\\" or sign in signs else sign for sign in text
    )
    return escaped or EMPTY


def _text(text: str) -> RawCell:
    return RawCell("s", text, TEXT_FORMAT)
