"""Cells that the workbook computes: recomputed here, compared, never trusted."""

from decimal import Decimal

from jixiao.core.interval import EXACT, Interval
from jixiao.dossiers.workbook.kinds import Field, Kind
from jixiao.dossiers.workbook.reading.columns import Placed
from jixiao.dossiers.workbook.reading.finding import Found
from jixiao.dossiers.workbook.reading.records import Log, Record
from jixiao.dossiers.workbook.reading.values import Target, value
from jixiao.dossiers.workbook.shapes import Role
from jixiao.dossiers.workbook.trouble import Trouble
from jixiao.dossiers.workbook.writing.computing import bare, rate, total
from jixiao.formats.xlsx.raw import RawCell


def check_rates(found: Found, row: int, columns: list[Placed], record: Record, log: Log) -> None:
    """Compare the rates of a line with its facts."""
    fields = {column.field: column.heading for column in found.block.columns}
    for one in columns:
        if one.column.role is Role.RATE:
            upper, lower = (record.values.get(fields[name]) for name in one.column.of)
            _compare(found, row, one, rate(upper, lower), log)


def check_totals(found: Found, row: int, columns: list[Placed], records: list[Record], log: Log) -> None:
    """Compare the row of sums with the rows of the table."""
    for one in columns:
        if one.column.field in found.block.totals and one.column.role is Role.FIELD:
            stated = [record.values.get(one.column.heading) for record in records]
            expected = total(stated)
            if one.column.kind is Kind.AMOUNT:
                expected = expected.scaleb(-one.target.unit.exponent, context=EXACT)
            if any(bare(value) is not None for value in stated):
                _compare(found, row, one, expected, log)


def _compare(found: Found, row: int, one: Placed, expected: Decimal | None, log: Log) -> None:
    cell = found.grid.cell(row, one.number)
    if cell is None or cell.is_blank:
        return
    position = found.grid.position(row, one.number)
    if cell.is_formula:
        kept = cell.number
        if kept is not None and (expected is None or not _close(kept, expected)):
            log.notice(position, _stale(one.column.heading, cell, expected), cell.shown)
        return
    target = Target(one.column.heading, Field(Kind.NUMBER), percent=one.column.unit == "%")
    try:
        typed = value(cell, target)
    except Trouble as trouble:
        log.fault(position, trouble, cell.shown)
        return
    if not isinstance(typed, Decimal):
        return
    exponent = typed.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    if expected is None or expected not in Interval.printed(typed, decimals):
        log.fault(position, _wrong(one.column.heading, cell, expected), cell.shown)


def _close(one: Decimal, other: Decimal) -> bool:
    """Equal in 12 digits: a spreadsheet computes in binary and loses some of its 15."""
    return abs(one - other) <= max(abs(one), abs(other)).scaleb(-12)


def _words(expected: Decimal | None) -> tuple[str, str]:
    if expected is None:
        return "算不出来（缺少数字）", "cannot be computed (a number is missing)"
    text = f"{round(expected, 4).normalize():f}"
    return f"应为 {text}", f"must be {text}"


def _stale(heading: str, cell: RawCell, expected: Decimal | None) -> Trouble:
    zh, en = _words(expected)
    return Trouble(
        f"“{heading}”的公式结果是 {cell.shown}，按表中数字{zh}；以表中数字为准",
        f"the formula of “{heading}” shows {cell.shown}, by the figures it {en}; the figures count",
        "用 Excel 或 WPS 打开，按 F9 重新计算后保存；检查是否有文本格式的数字",
        "recalculate (F9) and save; look for numbers stored as text",
    )


def _wrong(heading: str, cell: RawCell, expected: Decimal | None) -> Trouble:
    zh, en = _words(expected)
    return Trouble(
        f"“{heading}”填的是 {cell.shown}，按表中数字{zh}",
        f"“{heading}” says {cell.shown}, by the figures it {en}",
        "改正其中有误的数字；这一格可以清空，由程序计算",
        "mend the figure that is wrong; this cell may be cleared, it is computed",
    )
