"""Sheets to blocks: titles and notes become texts, tables tables, and what was odd becomes notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.core.document import Block, BlockKind, Cell
from jixiao.formats.grids.grid import name_cell
from jixiao.formats.grids.regions import Cover, Region, cover, find_regions, told_regions, visible
from jixiao.formats.kinds import LONGEST_HEADING, classify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.grids.grid import Grid, Merge

MAX_POSITIONS: Final = 400_000
"""Positions of one table's grid up to which its empty cells are told as well."""
_CAPTION_SIGNS: Final = "：:（("


class Builder:
    """Collects the blocks of all sheets of a workbook, of which ``limit`` filled cells are read.

    Attributes:
        blocks: so far, in reading order.
        notes: what was odd or could not be read, in Chinese.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self._tables = 0

    def add_sheet(self, sheet: str, grid: Grid, told: Sequence[tuple[Merge, bool]] | None = None) -> None:
        """Add the regions of a sheet; ``told`` are its tables where the workbook itself says."""
        tables = [(bounds, chart) for bounds, chart in told or () if _area(bounds) <= MAX_POSITIONS]
        covered = cover(grid, [bounds for bounds, _ in tables])
        self._note(sheet, grid, covered)
        for region in find_regions(grid, covered) if told is None else told_regions(grid, tables):
            self._add_region(sheet, grid, covered, region)

    def _add_region(self, sheet: str, grid: Grid, covered: Cover, region: Region) -> None:
        titled = False
        title = _title_row(region, grid, covered)
        for row in region.before:
            if row == title:
                continue
            for column, text in sorted(visible(grid, covered, row).items()):
                titled = (
                    self._add_text(sheet, (row, column), text, title=bool(region.table) and not titled)
                    or titled
                )
        if region.table:
            self._add_table(sheet, grid, covered, region, title)
        for row in region.after:
            for column, text in sorted(visible(grid, covered, row).items()):
                self._add_text(sheet, (row, column), text, title=False)

    def _add_text(self, sheet: str, position: tuple[int, int], text: str, *, title: bool) -> bool:
        """A title, caption or note; tells whether it was made a heading."""
        kind: BlockKind
        kind, level, number = classify(text)
        plain = (
            kind == "paragraph"
            and len(text) <= LONGEST_HEADING
            and not any(s in text for s in _CAPTION_SIGNS)
        )
        if title and plain and "\n" not in text:
            kind, level = "heading", 1
        index = len(self.blocks)
        self.blocks.append(
            Block(
                index=index,
                kind=kind,
                text=text,
                level=level,
                number=number,
                part="sheet",
                sheet=sheet or None,
                reference=name_cell(*position),
            )
        )
        return kind == "heading"

    def _add_table(self, sheet: str, grid: Grid, covered: Cover, region: Region, title: int | None) -> None:
        """A table, or the data of a chart with the words of the row ``title``."""
        rows, bounds = region.table, region.bounds
        texts = {row: visible(grid, covered, row) for row in rows}
        left = bounds[1] if bounds else min(min(columns) for columns in texts.values() if columns)
        right = bounds[3] if bounds else max(max(columns) for columns in texts.values() if columns)
        first, last = rows[0], rows[-1]
        for row in rows:
            for column in texts[row]:
                span = covered.spans.get((row, column))
                right = max(right, span[3] if span else 0)
        dense = len(rows) * (right - left + 1) <= MAX_POSITIONS
        if not dense:
            self.notes.append(f"{_called(sheet)}中的表格过宽且稀疏，空单元格没有记录。")
        cells: list[Cell] = []
        for row in rows:
            filled = texts[row]
            for column in range(left, right + 1) if dense else sorted(filled):
                if (row, column) in covered.hidden:
                    continue
                span = covered.spans.get((row, column), (row, column, row, column))
                cells.append(
                    Cell(
                        row=row - first,
                        column=column - left,
                        text=filled.get(column, ""),
                        row_span=min(span[2], last) - row + 1,
                        column_span=min(span[3], right) - column + 1,
                        reference=name_cell(row, column),
                    )
                )
        column, text = next(iter(visible(grid, covered, title).items())) if title is not None else (0, "")
        self.blocks.append(
            Block(
                index=len(self.blocks),
                kind="chart" if region.chart else "table",
                text=text,
                cells=tuple(cells),
                part="sheet",
                sheet=sheet or None,
                table=self._tables,
                reference=name_cell(title, column) if title is not None else None,
            )
        )
        self._tables += 1

    def _note(self, sheet: str, grid: Grid, covered: Cover) -> None:
        name = _called(sheet)
        if grid.hidden:
            self.notes.append(f"{name}是隐藏的，也已读取。")
        if grid.hidden_rows or grid.hidden_columns:
            self.notes.append(
                f"{name}有隐藏的内容（{grid.hidden_rows} 行、{grid.hidden_columns} 处列），也已读取。"
            )
        if grid.uncalculated:
            self.notes.append(
                f"{name}有 {grid.uncalculated} 个公式没有保存计算结果，按空白处理。请用 Excel 或 WPS "
                "打开保存后再检查。"
            )
        if grid.cut:
            self.notes.append(f"工作簿的单元格超过 {self._limit} 个，{name}只读取了前面的部分。")
        if covered.cut:
            self.notes.append(f"{name}的合并单元格范围过大，有一部分没有按合并处理。")
        self.notes.extend(f"{name}{note}" for note in grid.notes)


def _called(sheet: str) -> str:
    return f"工作表“{sheet}”" if sheet else "文件"


def _area(bounds: Merge) -> int:
    return (bounds[2] - bounds[0] + 1) * (bounds[3] - bounds[1] + 1)


def _title_row(region: Region, grid: Grid, covered: Cover) -> int | None:
    """The row right above the data of a chart, if one text stands in it."""
    if not region.chart or not region.before:
        return None
    row = region.before[-1]
    return row if len(visible(grid, covered, row)) == 1 else None
