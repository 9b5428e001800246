"""What was planned or given of each thing and what went out of it: rows of tables, and items of lists.

A row tells both in its columns (下达 and 到位 give as 预算 does); where it tells only what went out, another
table with the same rows may tell what was given in its total column. An item tells both in its sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen
from jixiao.core.quantity import Quantity

_GIVEN = re.compile(r"到位|下达|拨入|分配|安排")
_OF_ALL = re.compile(r"合计|总计|小计|总额|资金$|预算")
_RATES = re.compile(r"率|比|%|进度|上年|去年")
_NUMBERED = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|\d+[.、]|\([一二三四五六七八九十\d]+\))\s*|\s+")
_EVERYWHERE = re.compile(r"全[省市县区州盟旗国]|合\s*计|总\s*计")
_INCOME = re.compile(r"收入|征收|入库|筹集")
"""What came in leaves nothing of its plan over."""
_FIGURES = re.compile(r"\d|全年|预算|支出|安排|下达|到位")
"""Where the name of an item ends."""
_FEWEST = 3
"""Rows that make a table of plans and outturns."""


@frozen
class Planned:
    """A thing with pairs of what was planned and what went out of it, the likeliest first."""

    name: str
    pairs: tuple[tuple[Quantity, Quantity], ...]
    is_total: bool
    row: Row | None = None


@once
def planned_things(reading: Reading) -> list[Planned]:
    """The things of all tables in order, then those of items."""
    tables = [table for table in reading.tables if table.block.kind == "table"]
    found = [one for table in tables for one in _of_table(table)]
    return [*found, *_across(tables), *_of_items(reading)]


def _of_table(table: TableReading) -> Iterator[Planned]:
    for row in table.rows:
        told = [(_kind(row.columns[c]), t) for c, t in row.tokens.items() if c in row.columns]
        told = [(kind, t) for kind, t in told if kind and t.unit.kind in ("yuan", "number")]
        kinds = {kind for kind, _ in told}
        if kinds >= {"plan", "main"} or kinds >= {"given", "main"}:
            yield Planned(_name(row), tuple(_pairs(told)), row.is_total, row)


def _kind(column: Column) -> str:
    if column.role in ("plan", "main"):
        return column.role
    given = not column.role and _GIVEN.search(column.header) and not _RATES.search(column.header)
    return "given" if given else ""


def _pairs(told: Sequence[tuple[str, Token]]) -> Iterator[tuple[Quantity, Quantity]]:
    """What the last plan, or else any column before another, leaves of it."""
    last = [t for kind, t in told if kind == "main"][-1]
    plans = [t for kind, t in reversed(told) if kind == "plan"]
    yield from ((plan.build(), last.build()) for plan in plans)
    for (one, first), (_, second) in combinations(told, 2):
        if not (one == "plan" and second is last):
            yield first.build(), second.build()


def _name(row: Row) -> str:
    return _NUMBERED.sub("", row.label)


def _across(tables: Sequence[TableReading]) -> Iterator[Planned]:
    """Rows of a table that tells only what went out, by what another gives to rows of the same names."""
    given = [(table, column) for table in tables if (column := _total_column(table)) is not None]
    for table in tables:
        rows = [row for row in table.rows if _went_out(row)]
        if len(rows) < _FEWEST:
            continue
        for other, column in given:
            if other is table:
                continue
            known = {_place(row): row for row in other.rows if column in row.tokens}
            pairs = [(row, known[_place(row)]) for row in rows if _place(row) in known]
            if len(pairs) < _FEWEST or len(pairs) < len(rows):
                continue
            for row, from_row in pairs:
                plan, spent = from_row.tokens[column], _went_out(row)
                if spent is not None and plan.unit.kind == "yuan":
                    pair = plan.build(), quantity(spent, plan.unit)
                    yield Planned(_name(row), (pair,), _place(row) == "", row)
            break


def _place(row: Row) -> str:
    """The name of a row; "" of a total, which a table may call by its whole area (全市)."""
    return "" if row.is_total or _EVERYWHERE.fullmatch(row.label.strip()) else _name(row)


def _went_out(row: Row) -> Token | None:
    """The one amount that a row tells as gone out, where it tells no plan."""
    kinds = [(_kind(row.columns[c]), t) for c, t in row.tokens.items() if c in row.columns]
    out = [t for kind, t in kinds if kind == "main" and t.unit.kind in ("yuan", "number")]
    return out[0] if len(out) == 1 and all(kind in ("main", "") for kind, _ in kinds) else None


def _total_column(table: TableReading) -> int | None:
    """The column of a table that gives to each row all that it is given, and nothing that went out."""
    if not table.rows or any(_kind(column) == "main" for column in table.rows[0].columns.values()):
        return None
    columns = [
        c
        for c, column in table.rows[0].columns.items()
        if not _RATES.search(column.header) and _OF_ALL.search(column.header)
    ]
    totals = [c for c in columns if re.search(r"合计|总计|小计|总额", table.rows[0].columns[c].header)]
    if len(totals) == 1:
        return totals[0]
    return columns[0] if len(columns) == 1 else None


def _of_items(reading: Reading) -> Iterator[Planned]:
    for statement in reading.statements:
        plan, spent = statement.get("plan"), statement.main
        if statement.table is not None or plan is None or spent is None or not statement.list_number:
            continue
        if _INCOME.search(plan.lead + spent.lead) or plan.approximate or spent.approximate:
            continue
        if plan.unit.kind == spent.unit.kind == "yuan":
            name = _FIGURES.split(_NUMBERED.sub("", statement.subject))[0]
            yield Planned(name, ((plan.build(), spent.build()),), is_total=False)
