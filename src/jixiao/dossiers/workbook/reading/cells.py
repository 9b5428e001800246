"""One cell of a block to a value, with merged cells, formulas and what is wrong with it."""

from jixiao.core.money import MoneyUnit
from jixiao.dossiers.workbook.kinds import Kind
from jixiao.dossiers.workbook.reading.evaluating import recomputed
from jixiao.dossiers.workbook.reading.grid import Grid
from jixiao.dossiers.workbook.reading.records import Log
from jixiao.dossiers.workbook.reading.values import Target, value
from jixiao.dossiers.workbook.shapes import Column
from jixiao.dossiers.workbook.trouble import Trouble
from jixiao.formats.xlsx.raw import RawCell

_NUMERIC = frozenset({Kind.AMOUNT, Kind.NUMBER, Kind.POINTS, Kind.COUNT, Kind.POINTS_LIST})


def target_of(column: Column, unit: MoneyUnit, unit_words: str = "") -> Target:
    """What a cell of a column is read for; ``unit_words`` stand in the brackets of its heading."""
    return Target(
        column.heading,
        column.content,
        unit,
        percent=column.unit == "%" or unit_words in {"%", "百分比"},
        choices=column.choices,
        separators=column.separators,
    )


def read_cell(grid: Grid, row: int, number: int, target: Target, log: Log) -> object:
    """The value of a cell; None where it is blank or cannot be read, which is then in the log."""
    cell = grid.cell(row, number)
    place = row
    if cell is None:
        anchor = grid.above(row, number)
        cell = grid.cell(*anchor) if anchor else None
        if cell is None or anchor is None:
            return None
        place = anchor[0]
        if target.field.kind in _NUMERIC:
            log.fault(grid.position(place, number), _merged(target), cell.shown)
            return None
    return stated(grid, place, number, cell, target, log)


def stated(grid: Grid, row: int, number: int, cell: RawCell, target: Target, log: Log) -> object:
    """The value of a cell with content, formulas recomputed."""
    try:
        if cell.is_formula:
            cell = recomputed(grid, row, number, target.heading)
            if cell.is_blank:
                return None
        return value(cell, target)
    except Trouble as trouble:
        log.fault(grid.position(row, number), trouble, cell.shown)
        return None


def _merged(target: Target) -> Trouble:
    return Trouble(
        f"“{target.heading}”的数字写在跨行的合并单元格里，无法确定属于哪一行",
        f"the number of “{target.heading}” stands in a cell merged over several rows, and any may be meant",
        "取消合并，把数字填在所属的那一行",
        "split the cell and type the number in its own row",
    )
