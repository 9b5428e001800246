"""The three publics (“三公”经费): which of their costs a name means, and the figures of their tables.

Each body tells them twice, in a table and in words, under names that vary (公车购置及运行费 or
公务用车购置及运行维护费) and in tables either way up: costs down the rows, or across the columns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token

_COSTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("abroad", re.compile(r"出国")),
    ("reception", re.compile(r"接待")),
    (
        "vehicles",
        re.compile(
            r"(?:公?车|车辆)购置(?:费用?|经费)?[及和与、].{0,6}(?:运行|维护)|(?:公?车|车辆)[及和与](?:运行|维护)|"
            r"(?:公务用车|公车)(?:总?费用?|总?经费)(?:支出|总?额)*$"
        ),
    ),
    ("buying", re.compile(r"(?:公?车|车辆)(?:的)?购置")),
    ("running", re.compile(r"(?:公?车|车辆)(?:购置)?(?:运行|运维|维护)")),
)
_PART = re.compile(
    r"(?:国内|国外|境内|境外|国\(境\)外|外事|涉外|[内外]宾|商务|招商(?:引资)?)(?:的|公务|来[访宾客])*接待(?:费用?|支出|经费)*|"
    r"(?:执法(?:执勤)?|机要(?:通信)?|应急(?:保障)?|特种(?:专业)?(?:技术)?|离退休干部|领导(?:干部)?|其他|其它)(?:公务)?(?:用车|车辆)"
)
"""A word before the item that narrows it: a part of the item (外事接待, 执法执勤用车), never all of it."""
_ALL = re.compile(r"三公")
_TOTAL = re.compile(r"[合总小]\s*计")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 3
"""Costs of which a table must tell, to be one of the three publics."""
_MONEY = ("yuan", "number")
"""Kinds of unit: a table without one is of the unit that the words use."""
_CHANGES = frozenset(("growth", "change", "share", "rate", "index"))


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of one of the costs; ``stage`` is plan or main, "" where the table does not tell."""

    cost: str
    year: int
    stage: str
    token: Token


@lru_cache(maxsize=4096)
def cost_of(name: str) -> str:
    """The cost that a name means: one, or all of them; "" where it means none, several or a part of one."""
    whole = _PART.sub("", name)
    named = [cost for cost, pattern in _COSTS if pattern.search(whole)]
    if "vehicles" in named:
        named = [cost for cost in named if cost not in ("buying", "running")]
    if not named:
        return "all" if _ALL.search(name) and whole == name else ""
    return named[0] if len(named) == 1 else ""


@once
def tabled(reading: Reading) -> list[list[Figure]]:
    """The figures of each table of the three publics."""
    told = [list(_of_table(table, reading.year)) for table in reading.tables if reading.year is not None]
    return [figures for figures in told if len({figure.cost for figure in figures} - {"all"}) >= _FEWEST]


def _of_table(table: TableReading, year: int | None) -> Iterator[Figure]:
    for row in table.rows:
        for c, token in row.tokens.items():
            column = row.columns.get(c)
            if column is None or column.role in _CHANGES or row.of_percents or token.unit.kind not in _MONEY:
                continue
            cost = _cost_of_row(row) or _cost_of_column(column)
            named = _YEAR.search(row.label)
            told = column.year or (int(named[0]) if named else None)
            if cost and year is not None:
                before = column.role == "base" and told is None
                stage = column.role if column.role in ("plan", "main") else ""
                yield Figure(cost, (told or year) - before, stage, token)


def _cost_of_row(row: Row) -> str:
    return "all" if row.is_total else cost_of(row.label)


def _cost_of_column(column: Column) -> str:
    """The cost of a header: of its last part that names one; a total by the header above it."""
    parts = column.header.split("/")
    for part in reversed(parts):
        if found := cost_of(part):
            return found
    return "all" if any(_TOTAL.fullmatch(part) for part in parts) else ""
