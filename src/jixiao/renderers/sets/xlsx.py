"""A workbook of a set: the findings between files, then the files and their own findings."""

from collections.abc import Iterator
from io import BytesIO

from jixiao.core.finding import Finding
from jixiao.core.set_report import SetReport
from jixiao.renderers.sheets import Cell, fill, new_book, styles
from jixiao.renderers.summary import summarise
from jixiao.renderers.wording import SEVERITY_NAMES, place_words
from jixiao.renderers.xlsx import add_sheets

_COLUMNS = (
    ("程度", 7), ("代码", 8), ("问题", 18), ("说明", 44), ("文件", 22), ("位置", 12), ("原文", 22),
    ("另一文件", 22), ("位置", 12), ("原文", 22), ("建议", 26),
)  # fmt: skip


def workbook(report: SetReport) -> bytes:
    """The workbook's bytes."""
    stream = BytesIO()
    with new_book(stream) as book:
        formats = styles(book)
        fill(book.add_worksheet("成套核对"), _COLUMNS, [*_rows(report)], formats)
        add_sheets(book, [summarise(one) for one in report.reports], formats)
    return stream.getvalue()


def _rows(report: SetReport) -> Iterator[list[Cell]]:
    for finding in report.findings:
        yield _row(finding)
    for left in report.left_out:
        yield [None, None, "没有参加比较", left.reason, left.file]
    for check in report.not_run:
        yield [None, check.code, "没有核对", check.reason]


def _row(finding: Finding) -> list[Cell]:
    """Both sides of a finding; a sum has its units in one cell each line."""
    others = finding.related
    return [
        SEVERITY_NAMES["zh"][finding.severity],
        finding.code,
        finding.title,
        finding.message,
        finding.place.file,
        place_words(finding.place),
        finding.quote,
        "\n".join(side.place.file for side in others),
        "\n".join(place_words(side.place) for side in others),
        "\n".join(side.quote for side in others),
        finding.suggestion,
    ]
