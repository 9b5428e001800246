"""What all our workbooks share: styles, headings that stay in sight, text that is never a formula."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from jixiao.renderers.excerpt import width_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | Decimal | None
"""A value of a cell: text, a figure or nothing."""

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""

_LINE_HEIGHT = 14
_HIGHEST = 409
"""Points: of a line at this font, and the most that Excel takes for a row."""


def new_book(stream: BytesIO) -> "Workbook":
    """A workbook that is written to the stream when it is closed."""
    from xlsxwriter import Workbook

    return Workbook(stream, OPTIONS)


def styles(book: "Workbook") -> dict[str, Any]:
    """Formats by name."""
    font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
    colours = {"error": "#B3201A", "warning": "#8A5300", "info": "#0B5C8A"}
    found = {
        "head": book.add_format(font | {"bold": True, "bg_color": "#E8ECF0", "bottom": 1, "text_wrap": True}),
        "text": book.add_format(font),
        "bold": book.add_format(font | {"bold": True}),
        "wrap": book.add_format(font | {"text_wrap": True}),
        "count": book.add_format(font | {"num_format": "0"}),
        "share": book.add_format(font | {"num_format": "0.00%"}),
        "money": book.add_format(font | {"num_format": "#,##0.00"}),
        "points": book.add_format(font | {"align": "center"}),
        "bad": book.add_format(font | {"text_wrap": True, "font_color": colours["error"]}),
    }
    for severity, colour in colours.items():
        found[severity] = book.add_format(font | {"bold": True, "font_color": colour})
    return found


def head(sheet: "Worksheet", columns: Sequence[tuple[str, int]], rows: int, formats: dict[str, Any]) -> None:
    """Headings that stay in sight, with filters and widths; prints on landscape A4."""
    for column, (name, width) in enumerate(columns):
        sheet.write_string(0, column, name, formats["head"])
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def text(sheet: "Worksheet", row: int, column: int, words: str, style: object) -> None:
    """Text as text, whatever it begins with; characters that XML cannot carry are left out."""
    if words:
        clean = "".join(c for c in words if c >= " " or c in "\t\n")
        sheet.write_string(row, column, clean[:_LONGEST_TEXT], style)


def fill(
    sheet: "Worksheet",
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[Cell]],
    formats: dict[str, Any],
) -> None:
    """Headings and rows; figures as numbers, everything else as text."""
    head(sheet, columns, len(rows), formats)
    for number, row in enumerate(rows, start=1):
        lines = max(
            (_lines(value, width) for value, (_, width) in zip(row, columns, strict=False)), default=1
        )
        if lines > 1:
            sheet.set_row(number, min(_LINE_HEIGHT * lines + 2, _HIGHEST))
        for column, value in enumerate(row):
            if isinstance(value, str):
                text(sheet, number, column, value, formats["wrap"])
            elif value is not None:
                sheet.write_number(number, column, value, formats["points"])


def _lines(value: Cell, width: int) -> int:
    """Lines of a wrapped cell: not every office program fits the height of rows by itself."""
    if not isinstance(value, str):
        return 1
    return sum(max(1, -(-width_of(line) // max(width - 2, 1))) for line in value.split("\n"))
