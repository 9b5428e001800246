"""A workbook: one row per file, then every finding; real numbers, and text that is never a formula."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from jixiao.renderers.sheets import head, new_book, styles, text
from jixiao.renderers.summary import Summary
from jixiao.renderers.wording import SEVERITY_NAMES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_FILES = (
    ("文件", 46), ("单位", 26), ("年度", 8), ("类别", 14), ("错误", 8), ("提醒", 8), ("说明", 8),
    ("核对率", 10), ("涉及金额（元）", 18), ("无法读取的原因", 50),
)  # fmt: skip
_FINDINGS = (
    ("文件", 36), ("位置", 20), ("程度", 8), ("代码", 9), ("问题", 24), ("说明", 60), ("原文", 40),
    ("文中数", 16), ("应为", 16), ("核算", 40), ("建议", 46),
)  # fmt: skip


def workbook(summaries: Sequence[Summary]) -> bytes:
    """The workbook's bytes."""
    stream = BytesIO()
    with new_book(stream) as book:
        add_sheets(book, summaries, styles(book))
    return stream.getvalue()


def add_sheets(book: "Workbook", summaries: Sequence[Summary], formats: dict[str, Any]) -> None:
    """The sheets of the files and of their findings."""
    _files(book.add_worksheet("文件"), summaries, formats)
    _findings(book.add_worksheet("问题"), summaries, formats)


def _files(sheet: "Worksheet", summaries: Sequence[Summary], formats: dict[str, Any]) -> None:
    head(sheet, _FILES, len(summaries), formats)
    for row, one in enumerate(summaries, start=1):
        text(sheet, row, 0, one.file, formats["text"])
        text(sheet, row, 1, one.body, formats["text"])
        if one.year.isdigit():
            sheet.write_number(row, 2, int(one.year), formats["count"])
        text(sheet, row, 3, one.kind, formats["text"])
        if one.unreadable:
            text(sheet, row, 9, one.unreadable, formats["bad"])
            continue
        for column, count in enumerate((one.errors, one.warnings, one.infos), start=4):
            sheet.write_number(
                row, column, count, formats["error" if column == 4 and count else "count"]
            )  # the column of errors
        if one.share is not None:
            sheet.write_number(row, 7, one.share, formats["share"])
        if one.amount is not None:
            sheet.write_number(row, 8, one.amount, formats["money"])


def _findings(sheet: "Worksheet", summaries: Sequence[Summary], formats: dict[str, Any]) -> None:
    head(sheet, _FINDINGS, sum(len(one.rows) for one in summaries), formats)
    number = 0
    for one in summaries:
        for row in one.rows:
            number += 1
            text(sheet, number, 0, one.file, formats["text"])
            text(sheet, number, 1, row.place, formats["text"])
            text(sheet, number, 2, SEVERITY_NAMES["zh"][row.severity], formats[row.severity])
            words = (
                row.code, row.title, row.message, row.quote,
                row.stated, row.computed, row.proof, row.suggestion,
            )  # fmt: skip
            for column, word in enumerate(words, start=3):
                text(sheet, number, column, word, formats["wrap"])
