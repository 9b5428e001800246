"""What a form says again of itself: 绩效指标（90分） and 合计 90; the rate of execution and 预算执行率=100%.

Heads with their full marks make a hundred, the total of the weights is that of their head, and a remark
repeats the rate of its row. A form is no sentence: such figures can only agree, unless the form itself fixes
them. The execution of the budget and the indicators share all of the marks between them.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.core.claim import Operand, Relation, decide

KIND = "score_sum"
_HEAD = re.compile(r"^[\u4e00-\u9fff]{2,12}\s?[(（]\d+(?:\.\d+)?分[)）]$")
_RATE = re.compile(r"(?:执行率|完成率|支付率)\s?[=＝:：为]")

_ALONE = re.compile(r"预算执行率\s?[=＝:：为]\s?\d+(?:\.\d+)?%")
"""A remark that says nothing but the rate of its row."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Heads, totals and remarks of each form."""
    for table in reading.tables:
        heads = [
            token for token in table.tokens if token.cell is not None and _HEAD.match(token.cell.text.strip())
        ]
        if len(heads) > 1:
            others = tuple(Operand(head.build(), "full") for head in heads[:-1])
            made = Relation(KIND, "rest", heads[-1].build(), others, constants=(HUNDRED,), role="full")
            fixed = [_name(head) for head in heads] == ["预算执行", "绩效指标"]
            if fixed or decide(made).holds:
                yield Proposal((made,), asserted=fixed)
        yield from _execution(table, heads)
        yield from _totals(table, heads)
        for row in table.rows:
            yield from _remarks(table, row)


def _name(head: Token) -> str:
    """预算执行 or 绩效指标, the two heads of the form; "" for another."""
    text = head.cell.text.strip() if head.cell is not None else ""
    return next((name for name in ("预算执行", "绩效指标") if text.startswith(name)), "")


def _execution(table: TableReading, heads: list[Token]) -> Iterator[Proposal]:
    """The weight in the row of all money against the full mark in the head of the budget's execution."""
    own = [head for head in heads if _name(head) == "预算执行"]
    if len(own) != 1:
        return
    for row in table.rows:
        roles = {row.columns[c].role: token for c, token in row.tokens.items() if c in row.columns}
        if "rate" in roles and "full" in roles:
            made = relation("restated", "equal", roles["full"], [(own[0], "full")], role="full")
            yield Proposal((made,))
            return


def _totals(table: TableReading, heads: list[Token]) -> Iterator[Proposal]:
    for row in table.rows:
        for token in row.tokens.values() if row.is_total else ():
            head = next((head for head in heads if head.number == token.number), None)
            if head is not None and token.unit.kind in ("number", "score"):
                made = relation("restated", "equal", token, [(head, "full")], role="full")
                yield Proposal((made,), asserted=False)


def _remarks(table: TableReading, row: Row) -> Iterator[Proposal]:
    """Rates in the words of a cell of the row that tells the rate in a column of its own."""
    rates = [token for c, token in row.tokens.items() if c in row.columns and row.columns[c].role == "rate"]
    for token in table.tokens:
        if token.cell is None or token.cell.row != row.number or token.unit.kind != "percent":
            continue
        alone = len(rates) == 1 and _ALONE.fullmatch(token.cell.text.strip()) is not None
        for rate in rates:
            agrees = rate.number == token.number and _RATE.search(token.cell.text[: token.start])
            if token is not rate and (alone or agrees):
                made = relation("restated", "equal", token, [(rate, "rate")], role="rate")
                yield Proposal((made,), asserted=alone)
