"""Which column of a sheet holds which column of a block, and what its bare amounts count in."""

from dataclasses import dataclass

from jixiao.core.money import MoneyUnit
from jixiao.dossiers.workbook.kinds import Kind
from jixiao.dossiers.workbook.reading.cells import target_of
from jixiao.dossiers.workbook.reading.finding import Found, columns_by_key
from jixiao.dossiers.workbook.reading.headings import known, nearest, parted, unit_of
from jixiao.dossiers.workbook.reading.records import Log
from jixiao.dossiers.workbook.reading.values import Target
from jixiao.dossiers.workbook.shapes import Column, Role
from jixiao.dossiers.workbook.trouble import Trouble

_CAPTION_ROWS = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A column of the block and the number of the sheet's column (from 1) that holds it."""

    column: Column
    number: int
    target: Target


def placed_columns(found: Found, log: Log) -> list[Placed]:
    """The columns of a block in their order on the sheet; what is odd about them goes to the log."""
    block, grid = found.block, found.grid
    wanted = columns_by_key(block.title)
    caption = _caption(found)
    placed: list[Placed] = []
    strangers: list[tuple[int, str]] = []
    for number, text in grid.texts(found.header):
        column, words = known(text, wanted)
        if column is None:
            strangers.append((number, text))
        elif any(one.column is column for one in placed):
            log.fault(grid.position(found.header, number), _twice(column.heading), text)
        else:
            placed.append(_placed(found, column, number, words, caption, log))
    for number, text in strangers:
        absent = [column for column in block.columns if not any(one.column is column for one in placed)]
        column = nearest(text, absent)
        if column is not None:
            placed.append(_placed(found, column, number, parted(text)[1], caption, log))
            log.notice(grid.position(found.header, number), _taken_as(text, column.heading))
        elif _filled(found, number):
            _stranger(found, number, text, absent, log)
    _nameless(found, {number for number, _ in grid.texts(found.header)}, log)
    for column in block.columns:
        needed = column.content.required and column.is_read
        if needed and not any(one.column is column for one in placed):
            log.fault(grid.position(found.header, 1), _no_column(column.heading))
    return placed


def _placed(  # a heading with all that stands around it
    found: Found, column: Column, number: int, words: str, caption: MoneyUnit | None, log: Log
) -> Placed:
    unit = unit_of(words)
    if unit is not None and caption is not None and unit is not caption and column.kind is Kind.AMOUNT:
        log.fault(found.grid.position(found.header, number), _two_units(column.heading, unit, caption))
    return Placed(column, number, target_of(column, unit or caption or log.unit, words))


def _caption(found: Found) -> MoneyUnit | None:
    """The unit in a line above the headings, such as 单位：万元."""
    for row in range(found.header - 1, max(0, found.header - _CAPTION_ROWS), -1):
        for _, text in found.grid.texts(row):
            if "单位" in text and len(text) < 20:
                unit = unit_of(text)
                if unit is not None:
                    return unit
    return None


def _filled(found: Found, number: int) -> bool:
    return any(
        found.grid.cell(row, number) is not None
        for row in found.grid.filled
        if found.header < row <= found.end
    )


def _nameless(found: Found, named: set[int], log: Log) -> None:
    """Columns with content but no heading."""
    grid = found.grid
    numbers = sorted(
        {
            number
            for row in grid.filled
            if found.header < row <= found.end
            for number, cell in grid.raw.rows[row].items()
            if number not in named and not cell.is_blank
        }
    )
    for number in numbers:
        if grid.above(found.header, number) is None and (found.header, number) not in grid.merged:
            log.notice(grid.position(found.header, number), _unknown(""))


def _stranger(found: Found, number: int, text: str, absent: list[Column], log: Log) -> None:
    """A column that nobody knows: harmless where nothing else is missing."""
    position = found.grid.position(found.header, number)
    lacking = [column.heading for column in absent if column.role is Role.FIELD]
    if len(lacking) == 0:
        log.notice(position, _unknown(text))
        return
    listed = "、".join(f"“{heading}”" for heading in lacking[:6])
    log.fault(
        position,
        Trouble(
            f"不认识“{text}”这一列，同时缺少 {listed}",
            f"the column “{text}” is not known, and {listed} is missing",
            "如果就是其中一列，把表头改回原来的文字；如果是多加的列，把它删去，并补上缺少的列",
            "change the heading back if it is one of them; otherwise remove it and put the missing one back",
        ),
        text,
    )


def _unknown(text: str) -> Trouble:
    name = f"“{text}”这一列" if text else "没有表头的这一列"
    return Trouble(
        f"{name}不属于本表，没有读取",
        f"the column “{text}” does not belong to the table and was not read",
        "要保留的内容写进“备注”列",
        "write what is to be kept into the column of notes",
    )


def _taken_as(text: str, heading: str) -> Trouble:
    return Trouble(
        f"“{text}”这一列按“{heading}”读取",
        f"the column “{text}” was read as “{heading}”",
        f"把表头改回“{heading}”",
        f"change the heading back to “{heading}”",
    )


def _twice(heading: str) -> Trouble:
    return Trouble(
        f"“{heading}”有两列，无法确定以哪一列为准",
        f"there are two columns “{heading}”, and either may count",
        "只保留一列",
        "keep one of them",
    )


def _no_column(heading: str) -> Trouble:
    return Trouble(
        f"缺少“{heading}”这一列",
        f"the column “{heading}” is missing",
        "补上这一列的表头和内容，或用 jixiao workbook new 重新生成工作簿",
        "put the heading and its content back, or make a new workbook (jixiao workbook new)",
    )


def _two_units(heading: str, unit: MoneyUnit, caption: MoneyUnit) -> Trouble:
    return Trouble(
        f"“{heading}”的表头写的是{unit.value}，表上方写的是{caption.value}",
        f"the heading of “{heading}” says {unit.value}, the line above the table {caption.value}",
        "改成一致的单位",
        "make them say the same unit",
    )
