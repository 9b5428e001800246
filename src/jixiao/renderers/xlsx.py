"""A workbook: one row per file, then every finding; real numbers, and text that is never a formula."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from jixiao.renderers.summary import Summary
from jixiao.renderers.wording import SEVERITY_NAMES

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no stubs
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # it has no stubs

_FILES = (
    ("文件", 46), ("单位", 26), ("年度", 8), ("类别", 14), ("错误", 8), ("提醒", 8), ("说明", 8),
    ("核对率", 10), ("涉及金额（元）", 18), ("无法读取的原因", 50),
)  # fmt: skip
_FINDINGS = (
    ("文件", 36), ("位置", 20), ("程度", 8), ("代码", 9), ("问题", 24), ("说明", 60), ("原文", 40),
    ("文中数", 16), ("应为", 16), ("核算", 40), ("建议", 46),
)  # fmt: skip
_LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""


def workbook(summaries: Sequence[Summary]) -> bytes:
    """The workbook's bytes."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(stream, options) as book:
        styles = _styles(book)
        _files(book.add_worksheet("文件"), summaries, styles)
        _findings(book.add_worksheet("问题"), summaries, styles)
    return stream.getvalue()


def _styles(book: "Workbook") -> dict[str, Any]:
    font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
    colours = {"error": "#B3201A", "warning": "#8A5300", "info": "#0B5C8A"}
    styles = {
        "head": book.add_format(font | {"bold": True, "bg_color": "#E8ECF0", "bottom": 1, "text_wrap": True}),
        "text": book.add_format(font),
        "wrap": book.add_format(font | {"text_wrap": True}),
        "count": book.add_format(font | {"num_format": "0"}),
        "share": book.add_format(font | {"num_format": "0.00%"}),
        "money": book.add_format(font | {"num_format": "#,##0.00"}),
        "bad": book.add_format(font | {"text_wrap": True, "font_color": colours["error"]}),
    }
    for severity, colour in colours.items():
        styles[severity] = book.add_format(font | {"bold": True, "font_color": colour})
    return styles


def _head(sheet: "Worksheet", columns: Sequence[tuple[str, int]], rows: int, styles: dict[str, Any]) -> None:
    """Headings that stay in sight, with filters and widths; prints on landscape A4."""
    for column, (name, width) in enumerate(columns):
        sheet.write_string(0, column, name, styles["head"])
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _files(sheet: "Worksheet", summaries: Sequence[Summary], styles: dict[str, Any]) -> None:
    _head(sheet, _FILES, len(summaries), styles)
    for row, one in enumerate(summaries, start=1):
        _text(sheet, row, 0, one.file, styles["text"])
        _text(sheet, row, 1, one.body, styles["text"])
        if one.year.isdigit():
            sheet.write_number(row, 2, int(one.year), styles["count"])
        _text(sheet, row, 3, one.kind, styles["text"])
        if one.unreadable:
            _text(sheet, row, 9, one.unreadable, styles["bad"])
            continue
        for column, count in enumerate((one.errors, one.warnings, one.infos), start=4):
            sheet.write_number(
                row, column, count, styles["error" if column == 4 and count else "count"]
            )  # the column of errors
        if one.share is not None:
            sheet.write_number(row, 7, one.share, styles["share"])
        if one.amount is not None:
            sheet.write_number(row, 8, one.amount, styles["money"])


def _findings(sheet: "Worksheet", summaries: Sequence[Summary], styles: dict[str, Any]) -> None:
    _head(sheet, _FINDINGS, sum(len(one.rows) for one in summaries), styles)
    number = 0
    for one in summaries:
        for row in one.rows:
            number += 1
            _text(sheet, number, 0, one.file, styles["text"])
            _text(sheet, number, 1, row.place, styles["text"])
            _text(sheet, number, 2, SEVERITY_NAMES["zh"][row.severity], styles[row.severity])
            words = (
                row.code, row.title, row.message, row.quote,
                row.stated, row.computed, row.proof, row.suggestion,
            )  # fmt: skip
            for column, text in enumerate(words, start=3):
                _text(sheet, number, column, text, styles["wrap"])


def _text(sheet: "Worksheet", row: int, column: int, text: str, style: object) -> None:
    """Text as text, whatever it begins with; characters that XML cannot carry are left out."""
    if text:
        clean = "".join(c for c in text if c >= " " or c in "\t\n")
        sheet.write_string(row, column, clean[:_LONGEST_TEXT], style)
