"""Forms and matrices: lines with fixed words at the left."""

from collections.abc import Iterator

from jixiao.dossiers.faults import Position
from jixiao.dossiers.workbook.layouts import FORM_HELP, FORM_VALUE
from jixiao.dossiers.workbook.reading.cells import read_cell, target_of
from jixiao.dossiers.workbook.reading.columns import Placed, placed_columns
from jixiao.dossiers.workbook.reading.computed import check_rates
from jixiao.dossiers.workbook.reading.finding import Found
from jixiao.dossiers.workbook.reading.headings import key, known, names, nearest, unit_of
from jixiao.dossiers.workbook.reading.records import Log, Record, missing
from jixiao.dossiers.workbook.shapes import Line
from jixiao.dossiers.workbook.trouble import Trouble


def read_form(found: Found, log: Log) -> Record:
    """The values of a form by heading."""
    grid, block = found.grid, found.block
    record = Record(block, grid.position(found.header, 1))
    heads = dict(grid.texts(found.header))
    stub = next(
        column for column, text in heads.items() if known(text, {key(block.stub): block.columns[0]})[0]
    )
    at = next(column for column, text in heads.items() if key(text) == key(FORM_VALUE))
    fields = {name: column for column in block.columns[1:] for name in names(column)}
    seen: set[str] = set()
    for row, text in _labels(found, stub):
        column, words = known(text, fields)
        if column is None:
            column = nearest(text, [one for one in block.columns[1:] if one.heading not in seen])
            cell = grid.cell(row, at)
            if column is None:
                if cell is not None:
                    log.notice(grid.position(row, stub), _unknown_line(text), cell.shown)
                continue
            if cell is not None:
                log.notice(grid.position(row, stub), _taken_as(text, column.heading))
        if column.heading in seen:
            if grid.cell(row, at) is not None:
                log.fault(grid.position(row, stub), _twice(column.heading), text)
            continue
        seen.add(column.heading)
        target = target_of(column, unit_of(words) or log.unit, words)
        record.positions[column.heading] = grid.position(row, at)
        record.values[column.heading] = read_cell(grid, row, at, target, log)
        if column.content.required and grid.cell(row, at) is None:
            log.fault(grid.position(row, at), missing(column))
    for column in block.columns[1:]:
        if column.content.required and column.heading not in seen:
            log.fault(Position(0, grid.name), _no_line(column.heading))
    return record


def read_matrix(found: Found, log: Log) -> list[tuple[Line, Record]]:
    """The values of every line of a matrix."""
    grid, block = found.grid, found.block
    columns = placed_columns(found, log)
    stub = next(one.number for one in columns if one.column is block.columns[0])
    lines = {key(line.label): line for line in block.lines}
    read: list[tuple[Line, Record]] = []
    seen: set[str] = set()
    for row, text in _labels(found, stub):
        line = lines.get(key(text))
        filled = [one for one in columns if one.column.is_read and grid.cell(row, one.number) is not None]
        if line is None:
            if filled:
                log.notice(grid.position(row, stub), _unknown_line(text))
            continue
        if line.path in seen:
            if filled:
                log.fault(grid.position(row, stub), _twice(line.label), text)
            continue
        seen.add(line.path)
        record = _matrix_line(found, row, columns, log)
        check_rates(found, row, columns, record, log)
        read.append((line, record))
    return read


def _matrix_line(found: Found, row: int, columns: list[Placed], log: Log) -> Record:
    record = Record(found.block, found.grid.position(row, columns[0].number))
    for one in columns:
        if one.column.is_read:
            heading = one.column.heading
            record.positions[heading] = found.grid.position(row, one.number)
            record.values[heading] = read_cell(found.grid, row, one.number, one.target, log)
    return record


def _labels(found: Found, stub: int) -> Iterator[tuple[int, str]]:
    for row in found.grid.filled:
        if found.header < row <= found.end:
            cell = found.grid.cell(row, stub)
            if cell is not None and cell.kind == "s" and key(cell.stored) != key(FORM_HELP):
                yield row, cell.stored


def _unknown_line(text: str) -> Trouble:
    return Trouble(
        f"没有“{text}”这一项，这一行没有读取",
        f"there is no item “{text}”, and its line was not read",
        "写在“文字说明”或“事实佐证”表中",
        "write it on the sheet 文字说明 or 事实佐证",
    )


def _taken_as(text: str, heading: str) -> Trouble:
    return Trouble(
        f"“{text}”按“{heading}”读取",
        f"“{text}” was read as “{heading}”",
        f"把它改回“{heading}”",
        f"change it back to “{heading}”",
    )


def _twice(heading: str) -> Trouble:
    return Trouble(
        f"“{heading}”有两行，无法确定以哪一行为准",
        f"“{heading}” stands in two lines, and either may count",
        "只保留一行",
        "keep one of them",
    )


def _no_line(heading: str) -> Trouble:
    return Trouble(
        f"缺少“{heading}”这一行",
        f"the line “{heading}” is missing",
        "从空白工作簿中复制这一行，或用 jixiao workbook new 重新生成",
        "copy the line from an empty workbook (jixiao workbook new)",
    )
