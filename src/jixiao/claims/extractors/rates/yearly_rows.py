"""Rows of years with a column of growth: 2021年 | 支出合计 | 比上年增减 10.88%, from the row before."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.core.claim import Relation, decide

KIND = "growth"
_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s?年?度?\s*$")
_GROWTH = re.compile(r"比上年|较上年|同比|增长|增减|增幅|环比|增速")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each growth or change of a row of a year over the row of the year before."""
    for table in reading.tables:
        pairs = [*_consecutive(table)]
        columns = pairs[0][1].columns if pairs else {}
        for c, column in columns.items():
            if _GROWTH.search(column.header):
                yield from _of_column(pairs, c)


def _consecutive(table: TableReading) -> Iterator[tuple[Row, Row]]:
    years = [(int(found[1]), row) for row in table.rows if (found := _YEAR.match(row.label)) is not None]
    for (earlier, before), (later, row) in pairwise(sorted(years, key=lambda told: told[0])):
        if later == earlier + 1:
            yield before, row


def _of_column(pairs: list[tuple[Row, Row]], c: int) -> Iterator[Proposal]:
    """By the column of amounts that all rows follow, or all but one of three and more."""
    told = [(before, row) for before, row in pairs if c in row.tokens]
    best: list[Relation] = []
    hits = 0
    for a in told[-1][1].tokens if told else ():
        made = [_of_rows(before, row, c, a) for before, row in told]
        relations = [one for one in made if one is not None]
        held = sum(decide(one).holds for one in relations)
        if len(relations) == len(told) and held > hits and held >= len(told) - (len(told) > 2):
            best, hits = relations, held
    for one in best:
        yield Proposal((one,))


def _of_rows(before: Row, row: Row, c: int, a: int) -> Relation | None:
    if a == c or a not in before.tokens or a not in row.tokens:
        return None
    stated, now, prior = row.tokens[c], row.tokens[a], before.tokens[a]
    if stated.unit.kind == "percent":
        if not prior.number or now.unit.kind == "percent":
            return None
        falls = row.falls(c) and stated.number > 0
        formula = "shortfall_rate" if falls else "base_rate"
        return relation("growth", formula, stated, [(now, "outturn"), (prior, "prior")])
    if stated.unit.kind != now.unit.kind:
        return None
    ends = [(now, "outturn"), (prior, "prior")]
    return relation("difference", "difference", stated, ends[::-1] if row.falls(c) else ends)
