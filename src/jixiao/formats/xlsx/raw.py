"""One sheet's cells as they are stored: value, number format and formula, for forms that people fill in.

`sheet` tells what a sheet shows; here the stored number is needed as well, and a sheet that is too large is
refused instead of cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.grids.grid import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_CELLS,
    MAX_MERGES,
    Merge,
    parse_range,
    parse_reference,
)
from jixiao.formats.grids.numbers import DISPLAYED, LARGEST, sections, show
from jixiao.formats.grids.sections import Section, choose
from jixiao.formats.safe_xml import iterate_xml
from jixiao.formats.xlsx.package import child, local, rich_text, unescape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from jixiao.formats.xlsx.package import Package, Sheet

_BLANK: Final = re.compile(r"[ \t\n\r\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*")
"""What is white; other invisible signs count as content."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell with content.

    Attributes:
        kind: ``n`` number, ``s`` text, ``b`` truth value, ``e`` error.
        stored: the number as stored, the text, ``1`` or ``0``, the error's name; a formula's last result.
        code: number format, as code or number of a built-in one.
        formula: without the equals sign; "" where there is none or it is shared.
        shared: number of the shared formula, else -1.
    """

    kind: str
    stored: str
    code: int | str = 0
    formula: str = ""
    shared: int = -1
    epoch_1904: bool = False

    @property
    def is_formula(self) -> bool:
        """Whether the content is computed."""
        return bool(self.formula) or self.shared >= 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing is to be seen."""
        return self.kind in {"s", "n"} and _BLANK.fullmatch(self.stored) is not None

    @property
    def number(self) -> Decimal | None:
        """The stored number with the 15 digits that Excel shows (more is noise); None beyond its range."""
        if self.kind != "n":
            return None
        try:
            value = DISPLAYED.create_decimal(self.stored.strip())
        except ArithmeticError:
            return None
        return value if value.is_finite() and abs(value.adjusted()) <= LARGEST else None

    @property
    def section(self) -> Section:
        """The part of the number format that the stored number is shown with."""
        return choose(sections(self.code), self.number or Decimal(0))[0]

    @property
    def shown(self) -> str:
        """What the cell shows."""
        if self.kind == "n":
            return show(self.stored, self.code, epoch_1904=self.epoch_1904)
        if self.kind == "b":
            return "TRUE" if self.stored.strip() == "1" else "FALSE"
        return self.stored


@dataclass(slots=True)
class RawGrid:
    """The cells of a sheet by row and column (from 1), and its merged ranges."""

    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    shared: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    """Shared formulas by number: row and column of the first cell, and its formula."""
    cells: int = 0


def read_raw(package: Package, sheet: Sheet, budget: int = MAX_CELLS) -> RawGrid:
    """All cells of a sheet that hold something.

    Raises:
        ReadError: its XML is damaged or hostile, or it has more than ``budget`` filled cells.
    """
    grid = RawGrid()
    row = 0
    for element in iterate_xml(package.archive.read(sheet.part), ("{*}row", "{*}mergeCell")):
        if local(element) == "mergeCell":
            merge = parse_range(element.get("ref", ""))
            if merge is not None and len(grid.merges) < MAX_MERGES:
                grid.merges.append(merge)
            continue
        row = _whole(element.get("r"), row + 1)
        if row > LAST_ROW:
            continue
        _read_row(grid, element.iterchildren("{*}c"), row, package)
        if grid.cells > budget:
            raise ReadError(
                "too_many_cells",
                f"工作表“{sheet.name}”有内容的单元格超过 {budget} 个，不是填报用的工作簿。"
                "请删去多余的内容后重新提交。",
                f"The sheet “{sheet.name}” has more than {budget} filled cells, too many for a form. Remove "
                "what does not belong to it.",
            )
    return grid


def _read_row(grid: RawGrid, cells: Iterable[_Element], row: int, package: Package) -> None:
    column = 0
    found: dict[int, RawCell] = {}
    for element in cells:
        position = parse_reference(element.get("r", ""))
        column = position[1] if position else column + 1
        if column > LAST_COLUMN:
            break
        cell = _cell(element, package)
        if cell is None:
            continue
        found[column] = cell
        if cell.shared >= 0 and cell.formula:
            grid.shared.setdefault(cell.shared, (row, column, cell.formula))
    if found:
        grid.rows.setdefault(row, {}).update(found)
        grid.cells += len(found)


def _cell(element: _Element, package: Package) -> RawCell | None:
    """A cell; None where it is empty."""
    kind = element.get("t", "n")
    style = _whole(element.get("s"), 0)
    code = package.codes[style] if style < len(package.codes) else 0
    if kind == "inlineStr":
        inline = child(element, "is")
        text = "" if inline is None else rich_text(inline)
        return RawCell("s", text, code) if text else None
    stored, formula, shared = "", "", -1
    for item in element:
        name = local(item)
        if name == "v":
            stored = item.text or ""
        elif name == "f":
            formula = item.text or ""
            shared = _whole(item.get("si"), -1) if item.get("t") == "shared" else -1
            if not formula and shared < 0:
                formula = "?"  # a data table or another formula without words
    if kind == "s" and stored:
        index = _whole(stored.strip(), -1)
        stored = package.strings[index] if 0 <= index < len(package.strings) else ""
    elif kind not in {"n", "b", "e"}:
        stored = unescape(stored)
    if not stored and not formula and shared < 0:
        return None
    return RawCell(
        kind if kind in {"n", "b", "e"} else "s", stored, code, formula, shared, package.epoch_1904
    )


def _whole(text: str | None, default: int) -> int:
    """A whole number of at most nine digits, else the default."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else default
