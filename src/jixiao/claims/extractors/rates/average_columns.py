"""Columns of means: 服务人口（人） | 拨付资金（万元） | 人均（元）, by two columns that most rows follow."""

import re
from collections.abc import Iterator
from itertools import product

from jixiao.claims.rates.mean_relation import mean_quotient
from jixiao.claims.rates.per_unit import Mean, mean_of
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.core.claim import Relation, decide

KIND = "ratio"
_BRACKET = re.compile(r"\([^()]*\)")
_COUNTING = re.compile(
    r"人口|人数|户数|人次|批次|面积|数量|辆数|车辆|床位|里程|班级|学生|期数|场次|件数|在职|职工"
)
_MOST_COLUMNS = 8
_FEWEST, _OF_THREE = 2, 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each row of a column of means, once most of its rows follow from two others."""
    for table in reading.tables:
        if "均" in table.title or any("均" in column.header for column in _columns(table).values()):
            for c, mean in _means(table):
                yield from _rows(table, c, mean)


def _columns(table: TableReading) -> dict[int, Column]:
    return table.rows[-1].columns if table.rows else {}


def _means(table: TableReading) -> Iterator[tuple[int, Mean]]:
    for c, column in _columns(table).items():
        mean = mean_of(_BRACKET.sub("", column.header.rsplit("/", 1)[-1]))
        if mean is not None:
            yield c, mean


def _rows(table: TableReading, c: int, mean: Mean) -> Iterator[Proposal]:
    others = {o: column for o, column in _columns(table).items() if o != c and column.role in ("", "main")}
    told = [row for row in table.rows if c in row.tokens and row.tokens[c].number]
    if len(others) > _MOST_COLUMNS or len(told) < _FEWEST:
        return
    best: list[Relation] = []
    for a, b in product(others, others):
        if a == b or not _counts(told, b, others[b], mean):
            continue
        made = [relation for row in told if (relation := _of_row(row, c, a, b, mean)) is not None]
        held = sum(decide(relation).holds for relation in made)
        if held >= _FEWEST and held * 3 >= len(made) * _OF_THREE and len(made) > len(best):
            best = made
    for relation in best:
        yield Proposal((relation,))


def _counts(rows: list[Row], b: int, column: Column, mean: Mean) -> bool:
    """Whether a column counts the things: by the unit of its figures, or of its header."""
    tokens = [row.tokens[b] for row in rows if b in row.tokens]
    if not tokens or tokens[0].unit.kind not in ("count", "number"):
        return False
    word = tokens[0].unit.word
    return mean.counts(word, column.header) if word else _COUNTING.search(column.header) is not None


def _of_row(row: Row, c: int, a: int, b: int, mean: Mean) -> Relation | None:
    if not all(x in row.tokens and row.tokens[x].number for x in (a, b)):
        return None
    top, stated = row.tokens[a], row.tokens[c]
    alike = top.unit.kind == stated.unit.kind or "number" in (top.unit.kind, stated.unit.kind)
    return mean_quotient(stated, top, row.tokens[b], mean) if alike else None
