"""Findings as comments in a copy: for workbooks of formats that nothing here can write.

The copy holds what the cells show, as text, with merged cells; formulas, colours and pictures are not in it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from jixiao.formats.grids.grid import MAX_CELLS, Grid, parse_reference
from jixiao.formats.grids.regions import cover, is_figure
from jixiao.formats.grids.workbook import Sheet, given, to_document
from jixiao.formats.xlsx.comments import AUTHOR, comment_text
from jixiao.formats.xlsx.write.naming import Names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.finding import Finding

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
_LONGEST_COMMENT: Final = 30_000
_WHOLE_SHEET: Final = "A1:XFD1048576"
_UNNAMED: Final = "表格"
_TOLD: Final = "副本只含原工作簿显示的文字和数值，不含公式"


def annotated_copy(
    sheets: Sequence[Sheet], names: Mapping[str, str], findings: Sequence[Finding], language: str = "zh"
) -> bytes:
    """An xlsx with the shown values of a workbook and a comment on the cell of each finding.

    Args:
        sheets: of the workbook, and ``names`` what it calls its ranges, as its reader takes them.
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
    texts = [dict(grid.rows) for _, grid in grids]  # reading drops rows of a workbook of ours
    comments = _comments(grids, names, findings, language)
    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"created": _EPOCH, "comments": _TOLD})
    writer = _Writer(book)
    taken = Names()
    shown = [not grid.hidden for _, grid in grids]
    for index, ((name, grid), rows) in enumerate(zip(grids, texts, strict=True)):
        grid.rows = rows
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
    names: Mapping[str, str],
    findings: Sequence[Finding],
    language: str,
) -> dict[str, dict[str, str]]:
    """By sheet and cell what is said there."""
    references = to_document("", "", [Sheet(name, given(grid)) for name, grid in grids], names)[1]
    known = {name for name, _ in grids}
    said: dict[str, dict[str, list[str]]] = {}
    for finding in findings:
        place = finding.place
        sheet = place.sheet if place.sheet in known else grids[0][0]
        cell = place.cell or references.get(place.block, "A1")
        said.setdefault(str(sheet), {}).setdefault(cell, []).append(comment_text(finding, language))
    return {
        sheet: {cell: "\n\n".join(texts)[:_LONGEST_COMMENT] for cell, texts in cells.items()}
        for sheet, cells in said.items()
    }


class _Writer:
    """Writes sheets of a workbook with its four formats: text or figure, with a finding or without."""

    def __init__(self, book: Workbook) -> None:
        self._formats = {
            (figure, marked): book.add_format(
                {"valign": "vcenter", "text_wrap": not figure, "align": "right" if figure else "left"}
                | ({"bg_color": "#FFF2CC"} if marked else {})
            )
            for figure in (False, True)
            for marked in (False, True)
        }

    def write(self, sheet: Worksheet, grid: Grid, comments: Mapping[str, str]) -> None:
        covered = cover(grid)
        marked = {parse_reference(cell) for cell in comments}
        widths: dict[int, int] = {}
        for (top, left), span in covered.spans.items():
            text = grid.rows.get(top, {}).get(left, "")
            look = self._look(text, marked=(top, left) in marked)
            sheet.merge_range(top - 1, left - 1, span[2] - 1, span[3] - 1, text, look)
        for row, texts in grid.rows.items():
            for column, text in texts.items():
                if (row, column) in covered.hidden or (row, column) in covered.spans:
                    continue
                if len(texts) > 1:
                    widths[column] = max(widths.get(column, 0), _width(text))
                sheet.write_string(
                    row - 1, column - 1, text, self._look(text, marked=(row, column) in marked)
                )
        for position in marked:
            if position is not None and not grid.rows.get(position[0], {}).get(position[1]):
                sheet.write_blank(position[0] - 1, position[1] - 1, None, self._formats[False, True])
        for column, width in widths.items():
            sheet.set_column(column - 1, column - 1, min(max(width + 2, _NARROWEST), _WIDEST))
        for cell, text in comments.items():
            height = 20 * (2 + sum(1 + _width(line) // 50 for line in text.split("\n")))
            sheet.write_comment(cell, text, {"author": AUTHOR, "width": 380, "height": min(height, 600)})
        sheet.ignore_errors({"number_stored_as_text": _WHOLE_SHEET})

    def _look(self, text: str, *, marked: bool) -> Format:
        return self._formats[is_figure(text), marked]


def _width(text: str) -> int:
    """The width of the longest line in digits."""
    return max(
        sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line[:_WIDEST])
        for line in text.split("\n")
    )
