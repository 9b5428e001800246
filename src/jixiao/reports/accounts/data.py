"""Every table of the package as values with their codes, levels and origins: what open data is made of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from jixiao.core.dossier.values import Absent
from jixiao.core.open_data import BLANK, DataColumn, DataRow, DataTable, Datum, State
from jixiao.reports import signs
from jixiao.reports.accounts.filling import Filler
from jixiao.reports.accounts.lines import Line
from jixiao.reports.nothing import Nothing
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import plain
from jixiao.rulebooks.accounts import classification, tables
from jixiao.rulebooks.resolving import Rules
from jixiao.rulebooks.schema.accounts import AccountsTable

_SIDES: Final[Mapping[str, Literal["收入", "支出", ""]]] = {"left": "收入", "right": "支出", "": ""}
_LEVELS: Final[tuple[Literal["类", "款", "项"], ...]] = ("类", "款", "项")
_ABSENT: Final[Mapping[Absent, State]] = {Absent.NOT_APPLICABLE: "not_applicable", Absent.NONE: "none"}
_BUDGET: Final = "budget_"
"""Roles of columns that hold budgets; all others hold outturns (final_accounts.toml of the rulebooks)."""
_NUMBER: Final = re.compile(r"^[一二三四五六七八九十]+、")
"""The number before a line of the left lane, which counts lines and names nothing."""
_LEFT: Final = DataColumn(("决算数",), "outturn")
"""The one column of the left lane."""


def data(rules: Rules, given: Mapping[str, object], printer: Printer) -> tuple[DataTable, ...]:
    """The tables in force, in their order; none where the place states none for the year.

    ``given`` are the names that expressions may use.

    Raises:
        TemplateFault: an expression cannot be computed; with file and line.
    """
    forms = tables(rules.folders, rules.year)
    if forms is None:
        return ()
    codes = classification(rules.folders, rules.year)
    department = plain(getattr(given["department"], "name", ""))
    found: list[DataTable] = []
    for table in forms.tables:
        filler = Filler(forms, table, codes, given, printer)
        columns = tuple(_columns(table))
        rows = tuple(_rows(filler.lines(), table, len(columns), printer))
        if table.layout == "single":
            rows = tuple(replace(row, name=department) for row in rows)
        source = rules.sources[Path(forms.file).parent.name, table.source]
        found.append(
            DataTable(
                table.id, table.number, table.title, printer.money_unit.value, table.classification,
                table.layout, columns, rows, f"{source.title}{source.number}", table.verified, table.remark,
                table.note, table.empty if _silent(rows) else "",
            )
        )  # fmt: skip
    return tuple(found)


def _columns(table: AccountsTable) -> Iterator[DataColumn]:
    """The columns of figures; where the left lane has another one than the right, it comes first."""
    own = [
        DataColumn(
            (*column.above, column.heading),
            column.role,
            "adjusted" if column.role.startswith(_BUDGET) else "executed",
            column.derived,
        )
        for column in table.columns
    ]
    if table.layout == "lanes" and not _shared(table):
        yield _LEFT
    yield from own


def _shared(table: AccountsTable) -> bool:
    """Whether both lanes have the one column of the same heading."""
    return [column.heading for column in table.columns] == [*_LEFT.headings]


def _rows(lines: list[Line], table: AccountsTable, columns: int, printer: Printer) -> Iterator[DataRow]:
    times: Counter[str] = Counter()
    lanes = table.layout == "lanes"
    for line in lines:
        name = plain(line.name) or signs.opened(str(line.name))[0] if line.name != "" else ""
        cells: list[Datum | None] = [_datum(cell, printer) for cell in line.cells]
        if not name and table.layout != "single" and all(one is None or one == BLANK for one in cells):
            continue  # the blank beside a foot
        if lanes and not _shared(table):
            cells = cells + [None] * (columns - 1) if line.side == "left" else [None, *cells]
        if line.kind != "item":
            level: Literal["类", "款", "项", "合计", "表尾", ""] = "合计" if line.kind == "total" else "表尾"
        else:
            level = _LEVELS[line.code.depth - 1] if line.code is not None else ""
        side = _SIDES[line.side] if lanes else ""
        own = line.role or (str(line.code) if line.code is not None else "line")
        key = f"{'left.' if side == '收入' else 'right.' if side else ''}{own}"
        times[key] += 1
        yield DataRow(
            key if times[key] == 1 else f"{key}.{times[key]}",
            side,
            str(line.code) if line.code is not None else "",
            _NUMBER.sub("", name.strip()),
            level,
            tuple(cells),
        )


def _datum(value: object, printer: Printer) -> Datum:
    if isinstance(value, Traced):
        printer.printed(value, bare=True)
        entry = printer.entries[-1]
        return Datum("stated", entry.printed, entry.value, entry.facts, entry.formula)
    if isinstance(value, Gap):
        return Datum("missing", facts=(value.path,) if value.path else ())
    if isinstance(value, Nothing):
        return Datum(_ABSENT[value.absent], facts=(value.path,))
    return BLANK


def _silent(rows: tuple[DataRow, ...]) -> bool:
    """Whether no figure but zero stands in it."""
    return not any(
        cell is not None and (cell.state == "missing" or (cell.state == "stated" and cell.exact != 0))
        for row in rows
        for cell in row.cells
    )
