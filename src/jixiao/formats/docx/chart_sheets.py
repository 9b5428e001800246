"""The workbooks behind the charts of a Word file: what their cells hold beside what the charts keep of them.

Word shows what the chart part keeps and opens the embedded workbook at 编辑数据; whoever edits one of
the two alone leaves a chart that changes the next time somebody touches it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.core.twin import Twin
from jixiao.formats.docx.chart_values import printed
from jixiao.formats.docx.names import R_ID, C
from jixiao.formats.grids.grid import name_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from jixiao.core.document import Block
    from jixiao.formats.docx.chart_references import Reference
    from jixiao.formats.docx.package import Package
    from jixiao.formats.docx.walk import DrawnChart
    from jixiao.formats.xlsx.package import Package as Workbook
    from jixiao.formats.xlsx.raw import RawCell, RawGrid

_LARGEST: Final = 8 * 2**20
"""Bytes of a workbook behind a chart; more is a whole workbook that was pasted, and not read again."""
_MOST_CELLS: Final = 100_000
"""Of all workbooks of a file."""


def with_twins(blocks: Sequence[Block], charts: Sequence[DrawnChart], package: Package) -> list[Block]:
    """The blocks, those of charts with twins; what could not be compared is noted in the package."""
    found = list(blocks)
    books = _Books(package)
    unread = 0
    for chart in charts:
        twins = _twins(chart, books)
        if twins is None:
            unread += 1
        else:
            found[chart.block] = replace(found[chart.block], twins=tuple(twins))
    if unread:
        package.notes.append(
            f"文档中有 {unread} 处图表的数据表不在文件里或无法读取，没有核对图上的数与数据表是否一致。"
        )
    return found


class _Books:
    """The workbooks of a file, each opened once; sheets are read when asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._opened: dict[str, Workbook | None] = {}
        self._sheets: dict[tuple[str, str], RawGrid | None] = {}
        self._left = _MOST_CELLS

    def behind(self, part: str, root: _Element) -> str | None:
        """The name of the workbook that a chart points to, None where it is not in the file."""
        data = root.find(C + "externalData")
        if data is None:
            return None
        target = self._package.relationships_of(part).get(data.get(R_ID, ""))
        return None if target is None else self._package.name(target.target)

    def sheet(self, book: str, sheet: str) -> RawGrid | None:
        """A sheet, None where it is not there or cannot be read."""
        if (book, sheet) not in self._sheets:
            self._sheets[book, sheet] = self._read(book, sheet)
        return self._sheets[book, sheet]

    def _read(self, book: str, sheet: str) -> RawGrid | None:
        from jixiao.formats.xlsx.raw import read_raw

        workbook = self._workbook(book)
        entry = (
            None if workbook is None else next((one for one in workbook.sheets if one.name == sheet), None)
        )
        if workbook is None or entry is None:
            return None
        try:
            grid = read_raw(workbook, entry, self._left)
        except ReadError:
            return None
        self._left -= grid.cells
        return grid

    def _workbook(self, book: str) -> Workbook | None:
        from jixiao.formats.xlsx.package import open_package

        if book not in self._opened:
            self._opened[book] = None
            if self._package.archive.entry(book).file_size <= _LARGEST:
                with suppress(ReadError):  # another format, damaged or suspicious: the chart itself was read
                    self._opened[book] = open_package(self._package.archive.read(book, nested=True))
        return self._opened[book]


def _twins(chart: DrawnChart, books: _Books) -> list[Twin] | None:
    """The twins of a chart; None where one of its references leads to nothing that can be read."""
    from jixiao.formats.docx.chart_references import cells_of, references

    book = books.behind(chart.part, chart.root)
    if book is None:
        return None
    twins: list[Twin] = []
    for reference in references(chart.root):
        area = cells_of(reference.formula)
        grid = None if area is None else books.sheet(book, area[0])
        if area is None or grid is None or reference.count not in {None, len(area[1])}:
            return None
        for index, (row, column) in enumerate(area[1]):
            text = _text(reference, index, grid.rows.get(row, {}).get(column))
            if text is not None and index in reference.rows:
                place = name_cell(row, column)
                spot = (reference.rows[index], reference.column)
                twins.append(Twin(*spot, text, "workbook", sheet=area[0], reference=place))
    return twins


def _text(reference: Reference, index: int, cell: RawCell | None) -> str | None:
    """What the cell reads, as the chart would print it; None where that cannot be told."""
    if reference.formats is None:
        return cell.stored if cell is not None and cell.kind == "s" else None
    if cell is None or cell.is_blank:
        return ""
    if cell.number is None:
        return None
    return printed(f"{cell.number:f}", reference.formats.get(index, reference.formats[-1]))
