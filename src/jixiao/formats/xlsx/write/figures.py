"""A printed figure as a number of Excel with a format that prints it again as it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.numbers import show

if TYPE_CHECKING:
    from jixiao.core.document import Cell

_MOST_DIGITS: Final = 15
"""Excel keeps no more."""
_PRINTED: Final = re.compile(
    r"(?P<sign>-?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?(?P<unit>[^\d\s,.\"\\;\[\]]{0,8})"
)
_UNITS: Final = ("", "%", "元", "万元", "亿元", "分")


@dataclass(frozen=True, slots=True)
class Number:
    """``stored`` in the workbook, a hundredth of what is printed for percentages; ``code`` is the format."""

    stored: Decimal
    code: str
    decimals: int
    percent: bool


def number(cell: Cell) -> Number | None:
    """The number that a cell is, None where it is a text.

    A cell that is wholly one figure of the ledger is a number. Where nothing marks it, only what can be
    nothing else: codes, years and ordinals stay texts.
    """
    text = cell.text
    marked = [mark for mark in cell.marks if mark.kind == "figure"]
    whole = len(marked) == 1 and (marked[0].start, marked[0].end) == (0, len(text))
    if cell.marks and not whole:
        return None
    found = _PRINTED.fullmatch(text)
    if found is None or (not whole and not _plainly(found)):
        return None
    return _number(found)


def _plainly(found: re.Match[str]) -> bool:
    return found["unit"] in _UNITS and (bool(found["part"]) or "," in found["whole"] or bool(found["unit"]))


def _number(found: re.Match[str]) -> Number | None:
    digits = found["whole"].replace(",", "")
    part = found["part"] or ""
    unit = found["unit"]
    if len(digits) + len(part) > _MOST_DIGITS:
        return None
    percent = unit == "%"
    value = Decimal(f"{found['sign']}{digits}" + (f".{part}" if part else ""))
    stored = value.scaleb(-2) if percent else value
    code = ("#,##0" if "," in found["whole"] else "0") + (f".{'0' * len(part)}" if part else "")
    code += "%" if percent else f'"{unit}"' if unit else ""
    # what Excel would show otherwise than printed (007, −0) stays a text
    if show(f"{stored:f}", code) != found[0]:
        return None
    return Number(stored, code, len(part) + 2 * percent, percent)
