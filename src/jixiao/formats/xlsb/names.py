"""Names that a binary workbook gives to ranges: stored as formulas in tokens, of which one range is read."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.grid import name_cell
from jixiao.formats.xlsb.records import text, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME: Final = 39
_SHEETS: Final = 362
"""Which sheets the numbers in formulas stand for."""
_CELL: Final = (0x3A, 0x5A, 0x7A)
_AREA: Final = (0x3B, 0x5B, 0x7B)
"""The token of a cell, of a range, on another sheet; the value classes differ."""
_COLUMN: Final = 0x3FFF
"""Two bits above the column tell whether row and column are relative."""


@dataclass(slots=True)
class Names:
    """Collects the records that tell names."""

    formulas: dict[str, bytes] = field(default_factory=dict)
    sheets: list[tuple[int, int]] = field(default_factory=list)

    def take(self, kind: int, body: bytes) -> None:
        """Note a record if it tells a name or the sheets that formulas number.

        Raises:
            struct.error: it is shorter than it says.
        """
        if kind == _NAME:
            name, offset = text(body, 9)
            length = whole(body, offset)
            self.formulas[name] = body[offset + 4 : offset + 4 + length]
        elif kind == _SHEETS:
            count = min(whole(body, 0), (len(body) - 4) // 12)
            self.sheets = [struct.unpack_from("<ii", body, 8 + 12 * index) for index in range(count)]

    def targets(self, sheets: Sequence[str]) -> dict[str, str]:
        """What each name stands for, as other workbooks write it; only names of one range."""
        found = {name: self._target(formula, sheets) for name, formula in self.formulas.items()}
        return {name: target for name, target in found.items() if target}

    def _target(self, formula: bytes, sheets: Sequence[str]) -> str:
        if formula[:1] and formula[0] in _AREA and len(formula) == 15:
            number, top, low, left, far = struct.unpack_from("<HIIHH", formula, 1)
        elif formula[:1] and formula[0] in _CELL and len(formula) == 9:
            number, top, left = struct.unpack_from("<HIH", formula, 1)
            low, far = top, left
        else:
            return ""
        first = self.sheets[number][0] if number < len(self.sheets) else -1
        if not 0 <= first < len(sheets):
            return ""
        corners = [name_cell(top + 1, (left & _COLUMN) + 1), name_cell(low + 1, (far & _COLUMN) + 1)]
        sheet = sheets[first].replace("'", "''")
        return f"'{sheet}'!{':'.join(dict.fromkeys(corners))}"
