"""Tables: one row per member, with notes below, sums above, blank rows anywhere."""

from collections.abc import Iterator

from jixiao.dossiers.workbook.reading.cells import read_cell
from jixiao.dossiers.workbook.reading.columns import Placed, placed_columns
from jixiao.dossiers.workbook.reading.computed import check_rates, check_totals
from jixiao.dossiers.workbook.reading.finding import Found
from jixiao.dossiers.workbook.reading.plain import plain
from jixiao.dossiers.workbook.reading.records import Log, Record, missing
from jixiao.dossiers.workbook.reading.values import TOTAL_WORDS
from jixiao.dossiers.workbook.shapes import Role

_NOTES = ("注", "备注", "说明", "填表", "审核", "制表", "复核", "单位负责人", "联系", "日期", "公章", "盖章")


def read_table(found: Found, log: Log) -> list[Record]:
    """The rows of a table."""
    columns = placed_columns(found, log)
    if not columns:
        return []
    records: list[Record] = []
    sums: list[int] = []
    carried: dict[str, object] = {}
    notes = _note_rows(found, columns)
    for row in _rows(found, columns):
        if row in notes:
            continue
        if _is_total(found, row, columns):
            sums.append(row)
            continue
        record = _record(found, row, columns, carried, log)
        check_rates(found, row, columns, record, log)
        records.append(record)
    for row in sums:
        check_totals(found, row, columns, records, log)
    return records


def _rows(found: Found, columns: list[Placed]) -> Iterator[int]:
    """The rows in which somebody filled in something."""
    numbers = [one.number for one in columns if one.column.is_read]
    for row in found.grid.filled:
        if found.header < row <= found.end and any(found.grid.cell(row, number) for number in numbers):
            yield row


def _record(found: Found, row: int, columns: list[Placed], carried: dict[str, object], log: Log) -> Record:
    grid = found.grid
    record = Record(found.block, grid.position(row, columns[0].number))
    names = _typed_names(found, row, columns)
    for one in columns:
        column, heading = one.column, one.column.heading
        if not column.is_read:
            continue
        record.positions[heading] = grid.position(row, one.number)
        before = len(log.faults)
        stated = read_cell(grid, row, one.number, one.target, log)
        if stated is None and len(log.faults) == before:
            if column.down or column.role is Role.KEY:
                stated = names.get(column.field) or carried.get(heading)
            if stated is None and column.content.required:
                log.fault(record.positions[heading], missing(column))
        record.values[heading] = stated
        if stated is not None:
            carried[heading] = stated
    return record


def _typed_names(found: Found, row: int, columns: list[Placed]) -> dict[str, str]:
    """Names that somebody typed where the workbook shows them, by what they are names of."""
    names = {}
    for one in columns:
        cell = found.grid.cell(row, one.number) if one.column.role is Role.LABEL else None
        if cell is not None and not cell.is_formula and cell.kind == "s":
            names[one.column.field] = cell.stored.strip()
    return names


def _is_total(found: Found, row: int, columns: list[Placed]) -> bool:
    """Whether the first cell of the row says that it sums up the others."""
    cells = (found.grid.cell(row, one.number) for one in sorted(columns, key=lambda one: one.number))
    first = next((cell for cell in cells if cell is not None), None)
    return first is not None and first.kind == "s" and plain(first.stored) in TOTAL_WORDS


def _note_rows(found: Found, columns: list[Placed]) -> set[int]:
    """Notes and signatures below the table: a text alone in its row, apart or over the width."""
    grid = found.grid
    needed = [one.number for one in columns if one.column.content.required and one.column.is_read]
    notes: set[int] = set()
    for row in reversed([row for row in grid.filled if found.header < row <= found.end]):
        cells = [(n, cell) for n, cell in grid.raw.rows[row].items() if not cell.is_blank]
        if not cells:
            continue
        number, cell = cells[0]
        if cell.kind != "s" or cell.is_formula or not plain(cell.stored).startswith(_NOTES):
            break
        apart = row - 1 not in grid.filled or not any(
            not one.is_blank for one in grid.raw.rows[row - 1].values()
        )
        alone = len(cells) == 1
        lacking = any(grid.cell(row, one) is None for one in needed)
        if not (
            grid.is_wide(row, number) or (alone and (apart or lacking)) or (lacking and row + 1 in notes)
        ):
            break
        notes.add(row)
    return notes
