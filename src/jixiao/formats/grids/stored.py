"""Values as binary workbooks store them, to what their cells show."""

from __future__ import annotations

import math
from typing import Final

from jixiao.formats.grids.numbers import show

_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_WHOLE: Final = 1e15
"""Up to which every whole number is exact."""


def shown_number(value: float, code: int | str, *, epoch_1904: bool) -> str:
    """A number in a cell of this format, which is a code or the number of a built-in one."""
    if not math.isfinite(value):
        return "#NUM!"
    stored = str(int(value)) if value.is_integer() and abs(value) < _WHOLE else repr(value)
    return show(stored, code, epoch_1904=epoch_1904)


def shown_error(number: int) -> str:
    """The name of an error; ``#N/A`` for one that Excel does not know."""
    return _ERRORS.get(number, "#N/A")
