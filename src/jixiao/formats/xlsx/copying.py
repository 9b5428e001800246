"""Findings as comments in a copy: for workbooks of formats that nothing here can write.

The copy holds what the cells show, as text, with merged cells; formulas, colours and pictures are not in it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from jixiao.formats.grids.grid import MAX_CELLS, Grid, parse_reference
from jixiao.formats.grids.regions import Cover, cover, is_figure, visible
from jixiao.formats.xlsx.comments import AUTHOR, comment_text
from jixiao.formats.xlsx.write.naming import Names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.finding import Finding
    from jixiao.formats.grids.workbook import Sheet

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same workbook and findings give the same bytes."""
_NARROWEST: Final = 8
_WIDEST: Final = 46
"""Of a column, in digits; longer texts are wrapped."""
_WIDEST_TEXT: Final = 96
"""Of the column of a sheet on which nothing stands side by side."""
_USUAL: Final = 8
_A4: Final = 9
_LINE: Final = 15
_HIGHEST: Final = 400
"""Heights of a line and of a row in points; Excel allows 409."""
_LONGEST_COMMENT: Final = 30_000
_WHOLE_SHEET: Final = "A1:XFD1048576"
_UNNAMED: Final = "表格"
_TOLD: Final = "副本只含原工作簿显示的文字和数值，不含公式"


def annotated_copy(sheets: Sequence[Sheet], findings: Sequence[Finding], language: str = "zh") -> bytes:
    """An xlsx with the shown values of a workbook and a comment on the cell of each finding.

    Args:
        sheets: of the workbook, as its reader takes them.
        findings: whose places were found by that reader.
        language: of the comments, zh or en.

    Raises:
        ReadError: the workbook cannot be read.
    """
    grids: list[tuple[str, Grid]] = []
    budget = MAX_CELLS
    for sheet in sheets:
        if budget > 0:
            grids.append((sheet.name, sheet.grid(budget)))
            budget -= grids[-1][1].cells
    comments = _comments(grids, findings, language)
    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"created": _EPOCH, "comments": _TOLD})
    writer = _Writer(book)
    taken = Names()
    shown = [not grid.hidden for _, grid in grids]
    for index, (name, grid) in enumerate(grids):
        sheet_ = book.add_worksheet(taken.take(name or _UNNAMED))
        if any(shown):
            if index == shown.index(True):
                sheet_.activate()
                sheet_.set_first_sheet()
            elif grid.hidden:
                sheet_.hide()
        writer.write(sheet_, grid, comments.get(name, {}))
    book.close()
    return stream.getvalue()


def _comments(
    grids: Sequence[tuple[str, Grid]],
    findings: Sequence[Finding],
    language: str,
) -> dict[str, dict[str, str]]:
    """By sheet and cell what is said there."""
    known = {name for name, _ in grids}
    said: dict[str, dict[str, list[str]]] = {}
    for finding in findings:
        place = finding.place
        sheet = place.sheet if place.sheet in known else grids[0][0]
        cell = place.cell or "A1"
        said.setdefault(str(sheet), {}).setdefault(cell, []).append(comment_text(finding, language))
    return {
        sheet: {cell: "\n\n".join(texts)[:_LONGEST_COMMENT] for cell, texts in cells.items()}
        for sheet, cells in said.items()
    }


class _Writer:
    """Writes sheets; its formats are by figure or text, with a finding or without, wrapped or not."""

    def __init__(self, book: Workbook) -> None:
        self._formats = {
            key: book.add_format(
                {"valign": "vcenter", "align": "right" if key[0] else "left", "text_wrap": key[2]}
                | ({"bg_color": "#FFF2CC"} if key[1] else {})
            )
            for key in product((False, True), repeat=3)
        }

    def write(self, sheet: Worksheet, grid: Grid, comments: Mapping[str, str]) -> None:
        covered = cover(grid)
        marked = {parse_reference(cell) for cell in comments}
        widths = _widths(grid, covered)
        for column, width in widths.items():
            sheet.set_column(column - 1, column - 1, width)
        for row in grid.rows:
            lines = 1
            shown = visible(grid, covered, row)
            for column, text in shown.items():
                last = covered.spans.get((row, column), (row, column, row, column))
                room = sum(widths.get(place, _USUAL) for place in range(column, last[3] + 1))
                wrapped = len(shown) > 1 or _width(text) > max(sum(widths.values()), room)
                look = self._formats[is_figure(text), (row, column) in marked, wrapped]
                if (row, column) in covered.spans:
                    sheet.merge_range(row - 1, column - 1, last[2] - 1, last[3] - 1, text, look)
                else:
                    sheet.write_string(row - 1, column - 1, text, look)
                if wrapped and last[2] == row:
                    lines = max(lines, sum(1 + _width(line) // max(room - 1, 1) for line in text.split("\n")))
            if lines > 1:
                sheet.set_row(row - 1, min(_LINE * lines + 3, _HIGHEST))
        for (top, left), last in covered.spans.items():
            if left not in grid.rows.get(top, {}):
                sheet.merge_range(
                    top - 1, left - 1, last[2] - 1, last[3] - 1, "", self._formats[False, False, True]
                )
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        if sum(widths.values()) > _WIDEST_TEXT:
            sheet.set_landscape()
        for cell, text in comments.items():
            height = 20 * (2 + sum(1 + _width(line) // 50 for line in text.split("\n")))
            sheet.write_comment(cell, text, {"author": AUTHOR, "width": 380, "height": min(height, 600)})
        sheet.ignore_errors({"number_stored_as_text": _WHOLE_SHEET})


def _widths(grid: Grid, covered: Cover) -> dict[int, int]:
    """The widths of columns, by the rows that hold more than one text; else by the texts themselves."""
    widest: dict[int, int] = {}
    alone: dict[int, int] = {}
    for row in grid.rows:
        texts = visible(grid, covered, row)
        for column, text in texts.items():
            if (row, column) not in covered.spans:
                found = widest if len(texts) > 1 else alone
                found[column] = max(found.get(column, 0), _width(text))
    found, most = (widest, _WIDEST) if widest else (alone, _WIDEST_TEXT)
    return {column: min(max(width + 2, _NARROWEST), most) for column, width in found.items()}


def _width(text: str) -> int:
    """The width of the longest line in digits."""
    return max(sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in text.split("\n"))
