"""Rows of a table whose columns are the points of parts, with a column of the total: 产出得分, …, 总分.

The parts may be headed by names alone (决策, 过程, 产出, 效益, 复核得分), the total on either side of them.

Where several rows hold, or full marks in the headers make a hundred, the others must.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.core.claim import decide

KIND = "score_sum"
_TOTAL = re.compile(
    r"^\s*(?:自\s?评|评\s?价|综\s?合)?(?:总\s?得?\s?分|合\s?计(?:得分)?|综\s?合\s?得\s?分|得\s?分\s?合\s?计)"
)
_SCORE = re.compile(r"得\s?分\s?(?:\(分\))?$")
"""A column of points that is the total where the parts are headed by their names: 再评价得分."""
_SECTION = re.compile(
    r"^(?:项目|绩效|预算|部门)?(?:决策|投入|过程|管理|执行|产出|产出指标|效[益果]|满意度?|履职|质量|数量|时效|成本|可持续性?|社会评价|结果)"
    r"(?:情况|指标|类|管理|影响|效[益果]|执行)?(?:\((?:满分)?\d{1,2}\s?分?\))?$"
)
_WEIGHT = re.compile(r"\((?:满分)?(\d{1,2})\s?分?\)")
_OTHER = re.compile(r"排名|名次|等级|等次|扣分|加分|权重|占比|率|平均")
_FEWEST = 3
_SEVERAL = 2
_WORDS = ("得分", "评分", "分数")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each row of each such table."""
    for table in reading.tables:
        yield from _of_table(table)


def _of_table(table: TableReading) -> Iterator[Proposal]:
    found = [pair for row in table.rows if (pair := _of_row(row)) is not None]
    if not found:
        return
    made = [
        equation(KIND, quantity(total, SCORE), [quantity(part, SCORE) for part in parts])
        for total, parts, _ in found
    ]
    held = sum(decide(one).holds for one in made)
    for one, (_, _, whole) in zip(made, found, strict=True):
        sure = whole or (held >= _SEVERAL and held * 2 > len(made))
        yield Proposal((one,), asserted=sure)


def _of_row(row: Row) -> tuple[Token, list[Token], bool] | None:
    """The total of a row, the points of its parts, and whether the headers' full marks make a hundred."""
    sections = [c for c in row.tokens if _is_section(row, c)]
    of_names = len(sections) >= _FEWEST
    totals = [c for c in row.tokens if c in row.columns and _TOTAL.match(row.columns[c].header)]
    if not totals and of_names:  # 自评得分 may stand on the other side of the parts
        beside = [c for c in row.tokens if c in row.columns and _SCORE.search(row.columns[c].header)]
        behind = [c for c in beside if c > max(sections)]
        totals = behind or [c for c in beside if c < min(sections)]
    if len(totals) != 1:
        return None
    total = totals[0]
    of_names = of_names and not (_TOTAL.match(row.columns[total].header) and total > max(sections))
    headers = {c: row.columns[c].header for c in row.tokens if c in row.columns and c < total}
    points = sections if of_names else [c for c, header in headers.items() if _is_points(row, c, header)]
    headers = {c: row.columns[c].header for c in points}
    if len(points) < _FEWEST or any(_OTHER.search(header) for header in headers.values()):
        return None
    weights = [Decimal(weight[1]) for c in points if (weight := _WEIGHT.search(headers[c])) is not None]
    whole = len(weights) == len(points) and sum(weights) == HUNDRED
    named = of_names or all(any(word in headers[c] for word in _WORDS) for c in points)
    return (row.tokens[total], [row.tokens[c] for c in points], whole) if whole or named else None


def _is_section(row: Row, c: int) -> bool:
    """Whether a column is headed by the name of a section alone and has points."""
    column, token = row.columns.get(c), row.tokens[c]
    plain = column is not None and column.role in ("score", "full", "", "number")
    return (
        plain and _SECTION.match(row.columns[c].header) is not None and token.unit.kind in ("score", "number")
    )


def _is_points(row: Row, c: int, header: str) -> bool:
    told = any(word in header for word in _WORDS) or _WEIGHT.search(header) is not None
    return (
        told
        and row.tokens[c].unit.kind in ("score", "number")
        and row.columns[c].role in ("score", "full", "")
    )
