"""One sheet of the workbook: titles, headings, cells that people fill in, cells that are computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jixiao.dossiers.workbook.kinds import Kind
from jixiao.dossiers.workbook.layouts import FORM_HELP, FORM_VALUE
from jixiao.dossiers.workbook.reading.plain import plain
from jixiao.dossiers.workbook.reading.values import EMPTY, QUOTE, TOTAL_WORDS, Target
from jixiao.dossiers.workbook.shapes import Column, Role, Style
from jixiao.dossiers.workbook.writing.cells import TEXT_FORMAT, cell_of
from jixiao.dossiers.workbook.writing.computing import label_formula, rate_formula, stored, sum_formula
from jixiao.dossiers.workbook.writing.looks import (
    TEXTS,
    heading_of,
    home_of,
    lines_of,
    look_of,
    stored_text,
    unit_of,
)
from jixiao.formats.grids.grid import name_cell
from jixiao.formats.xlsx.raw import RawCell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.money import MoneyUnit
    from jixiao.dossiers.workbook.writing.geometry import Laid, Placed
    from jixiao.dossiers.workbook.writing.lists import Lists
    from jixiao.dossiers.workbook.writing.rows import Row
    from jixiao.dossiers.workbook.writing.styles import Styles

TOTAL: Final = "合计"
_ALLOWED: Final = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}
_LINE_HEIGHT: Final = 14.5
_HIGHEST: Final = 400
_WIDE: Final = 40
_LOWEST: Final = 16.5


class SheetWriter:
    """Writes one sheet."""

    def __init__(  # what a sheet is made from
        self,
        sheet: Worksheet,
        laid: Laid,
        styles: Styles,
        lists: Lists,
        unit: MoneyUnit,
        *,
        draft: bool,
    ) -> None:
        self._sheet = sheet
        self._laid = laid
        self._styles = styles
        self._lists = lists
        self._unit = unit
        self._draft = draft

    def write(self, sheets: Sequence[Laid]) -> None:
        """Everything on the sheet; ``sheets`` tell where the names of projects stand."""
        sheet, styles, laid = self._sheet, self._styles, self._laid
        for column, width in enumerate(laid.widths):
            sheet.set_column(column, column, width, styles.get("free"))
        sheet.write_string(0, 0, laid.sheet.name, styles.get("title"))
        sheet.set_row(0, 26)
        sheet.write_string(1, 0, laid.sheet.intro, styles.get("intro"))
        self._sheets = sheets
        for placed in laid.blocks:
            sheet.write_string(placed.title, 0, placed.block.title, styles.get("block"))
            if placed.block.style is Style.FORM:
                self._form(placed)
            else:
                self._grid(placed)
        self._page()

    def _page(self) -> None:
        sheet, blocks = self._sheet, self._laid.blocks
        sheet.protect("", _ALLOWED)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&10{self._laid.sheet.name}&R&10第 &P 页　共 &N 页")
        if len(blocks) == 1 and blocks[0].block.style is Style.TABLE:
            named = [column for column in blocks[0].block.columns if column.role is not Role.LABEL][:2]
            frozen = len(named) if len(blocks[0].block.columns) > 8 else 0
            below = max(blocks[0].header, blocks[0].total) + 1
            sheet.freeze_panes(below, frozen)
            sheet.repeat_rows(blocks[0].header)
        else:
            sheet.freeze_panes(2, 0)
            sheet.repeat_rows(0)

    def _target(self, column: Column, unit: MoneyUnit) -> Target:
        """What a cell of the column is read for."""
        return Target(
            column.heading,
            column.content,
            unit,
            percent=column.unit == "%",
            choices=column.choices,
            separators=column.separators,
        )

    # --- forms ---

    def _form(self, placed: Placed) -> None:
        styles, last = self._styles, self._laid.columns - 1
        columns = placed.block.columns[1:]
        helped = any(column.help for column in columns)
        worded = any(column.kind in TEXTS for column in columns)
        end = last if worded and not helped else self._wide_enough() if helped else min(last, 1)
        self._head(placed.header, 0, placed.block.columns[0], self._unit)
        self._span(placed.header, 1, end, FORM_VALUE, styles.get("head"))
        if helped:
            self._span(placed.header, end + 1, last, FORM_HELP, styles.get("head"))
        for row, (column, line) in enumerate(zip(columns, placed.rows, strict=True), start=placed.first):
            look = "must_label" if column.content.required else "label"
            unit = unit_of(line[1:], self._unit)
            self._sheet.write_string(row, 0, heading_of(column, unit), styles.get(look))
            cell = cell_of(line[1], column, self._target(column, unit), draft=self._draft)
            if end > 1:
                self._sheet.merge_range(row, 1, row, end, "", styles.get("form"))
            self._put(row, 1, cell, column, "form")
            self._validate(row, row, 1, column)
            if helped:
                self._span(row, end + 1, last, column.help, styles.get("help"))
            self._high(row, [(stored_text(cell), sum(self._laid.widths[1 : end + 1]))])

    def _wide_enough(self) -> int:
        """The last of the columns that a value may take beside its explanation."""
        widths = self._laid.widths
        enough = (n for n in range(1, len(widths) - 1) if sum(widths[1 : n + 1]) >= _WIDE)
        return next(enough, max(1, min(len(widths) - 2, 1)))

    def _span(self, row: int, first: int, last: int, text: str, style: Any) -> None:  # noqa: ANN401  # a format
        if last > first:
            self._sheet.merge_range(row, first, row, last, "", style)
        self._sheet.write_string(row, first, text, style)

    def _high(self, row: int, texts: Sequence[tuple[str, int]]) -> None:
        """The height that the texts of a row need in their widths; not every program works it out."""
        lines = max((lines_of(text, width) for text, width in texts), default=1)
        self._sheet.set_row(row, min(_HIGHEST, max(lines * _LINE_HEIGHT + 2, _LOWEST)))

    # --- matrices and tables ---

    def _grid(self, placed: Placed) -> None:
        unit = unit_of([value for row in placed.rows for value in row], self._unit)
        heads: list[tuple[str, int]] = []
        for number, column in enumerate(placed.block.columns):
            self._head(placed.header, number, column, unit)
            heads.append((heading_of(column, unit, "\n"), self._laid.widths[number]))
            self._validate(placed.first, placed.last, number, column)
        self._high(placed.header, heads)
        cells: list[list[RawCell | None]] = []
        for row in range(placed.first, placed.last + 1):
            index = row - placed.first
            stated = placed.rows[index] if index < len(placed.rows) else None
            cells.append(self._line(placed, row, stated, unit))
        if placed.total >= 0:
            self._total(placed, cells)

    def _line(self, placed: Placed, row: int, stated: Row | None, unit: MoneyUnit) -> list[RawCell | None]:
        columns = placed.block.columns
        cells: list[RawCell | None] = [None] * len(columns)
        for number, column in enumerate(columns):
            if column.is_read and stated is not None:
                cells[number] = self._stated(stated[number], column, unit)
        if placed.block.style is Style.TABLE and stated is not None and not any(cells):
            first = next(n for n, column in enumerate(columns) if column.kind is Kind.TEXT)
            cells[first] = RawCell("s", EMPTY, TEXT_FORMAT)
        begin = next((n for n, cell in enumerate(cells) if cell is not None), None)
        if begin is not None and plain(stored_text(cells[begin])) in TOTAL_WORDS:
            cells[begin] = RawCell("s", QUOTE + stored_text(cells[begin]), TEXT_FORMAT)
        for number, column in enumerate(columns):
            if column.role is Role.STUB:
                label = str(stated[number]) if stated else ""
                self._sheet.write_string(row, number, label, self._styles.get("label"))
            elif column.role is Role.RATE:
                self._rate(placed, row, number, cells)
            elif column.role is Role.WORDS:
                words = str(stated[number]) if stated is not None else ""
                self._sheet.write_string(row, number, words, self._styles.get("computed"))
            elif column.role is Role.LABEL:
                self._label(placed, row, number, cells)
            else:
                self._put(row, number, cells[number], column)
        if stated is not None:
            texts = [
                str(stated[number]) if column.role is Role.WORDS else stored_text(cells[number])
                for number, column in enumerate(columns)
            ]
            self._high(row, list(zip(texts, self._laid.widths, strict=False)))
        return cells

    def _stated(self, value: object, column: Column, unit: MoneyUnit) -> RawCell | None:
        if column.role is Role.FIELD:
            return cell_of(value, column, self._target(column, unit), draft=self._draft)
        return RawCell("s", str(value), TEXT_FORMAT)

    def _rate(self, placed: Placed, row: int, number: int, cells: list[RawCell | None]) -> None:
        fields = [column.field for column in placed.block.columns]
        upper, lower = (fields.index(name) for name in placed.block.columns[number].of)
        top, bottom = stored(cells[upper]), stored(cells[lower])
        result: float | str = "" if top is None or not bottom else float(top / bottom * 100)
        style = self._styles.get("computed", "0.00")
        self._sheet.write_formula(row, number, rate_formula(row, upper, lower), style, result)

    def _label(self, placed: Placed, row: int, number: int, cells: list[RawCell | None]) -> None:
        home, block = home_of(self._sheets, placed.block.columns[number].field)
        codes = f"$A${block.first + 1}:$B${block.last + 1}"
        names = {str(line[0]): str(line[1]) for line in block.rows}
        key = next(n for n, column in enumerate(placed.block.columns) if column.role is Role.KEY)
        cell = cells[key]
        result = names.get(cell.stored, "") if cell else ""
        formula = label_formula(name_cell(row + 1, key + 1), home.sheet.name, codes)
        self._sheet.write_formula(row, number, formula, self._styles.get("computed"), result)

    def _total(self, placed: Placed, cells: list[list[RawCell | None]]) -> None:
        for number, column in enumerate(placed.block.columns):
            style = self._styles.get("total", "#,##0.00" if column.kind is Kind.AMOUNT else "")
            if number == 0:
                self._sheet.write_string(placed.total, number, TOTAL, style)
            elif column.field in placed.block.totals:
                known = [found for line in cells if (found := stored(line[number])) is not None]
                result: float | str = float(sum(known)) if known else ""
                formula = sum_formula(number, placed.first, placed.last)
                self._sheet.write_formula(placed.total, number, formula, style, result)
            elif column.role is Role.RATE:
                fields = [one.field for one in placed.block.columns]
                upper, lower = (fields.index(name) for name in column.of)
                top, bottom = (sum(stored(line[one]) or 0 for line in cells) for one in (upper, lower))
                result = float(top / bottom * 100) if bottom else ""
                formula = rate_formula(placed.total, upper, lower)
                style = self._styles.get("total", "0.00")
                self._sheet.write_formula(placed.total, number, formula, style, result)
            else:
                self._sheet.write_blank(placed.total, number, None, style)

    # --- cells ---

    def _head(self, row: int, number: int, column: Column, unit: MoneyUnit) -> None:
        look = "must" if column.content.required and column.is_read else "head"
        self._sheet.write_string(row, number, heading_of(column, unit, "\n"), self._styles.get(look))
        if column.help:
            self._sheet.write_comment(
                row,
                number,
                column.help,
                {"x_scale": 1.6, "y_scale": 0.7, "font_name": "宋体", "font_size": 9},
            )

    def _put(self, row: int, number: int, cell: RawCell | None, column: Column, look: str = "") -> None:
        look = look or look_of(column)
        if cell is None:
            self._sheet.write_blank(row, number, None, self._styles.get(look))
        elif cell.kind == "n":
            style = self._styles.get(look if look == "form" else "number", str(cell.code))
            self._sheet.write_number(row, number, float(cell.stored), style)
        else:
            style = self._styles.get("text" if look == "number" else look, "@")
            self._sheet.write_string(row, number, cell.stored, style)

    def _validate(self, first: int, last: int, number: int, column: Column) -> None:
        if column.role is Role.LIST:
            block = next(one.block for one in self._laid.blocks if column in one.block.columns)
            rule: dict[str, Any] | None = {"validate": "list", "source": list(block.lists.values())}
        elif column.role is Role.KEY and column.field == "projects":
            home, block_of = home_of(self._sheets, column.field)
            source = f"='{home.sheet.name}'!$A${block_of.first + 1}:$A${block_of.last + 1}"
            rule = {"validate": "list", "source": source, "show_error": False}
        else:
            rule = self._lists.rule(column)
        if rule is not None:
            self._sheet.data_validation(first, number, last, number, rule)
