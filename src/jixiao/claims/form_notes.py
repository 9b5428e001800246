"""What a form says again of itself: 绩效指标（90分） and 合计 90; the rate of execution and 预算执行率=100%.

Heads with their full marks make a hundred, the total of the weights is that of their head, and a remark
repeats the rate of its row. A form is no sentence: such figures can only agree.
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


def extract(reading: Reading) -> Iterator[Proposal]:
    """Heads, totals and remarks of each form."""
    for table in reading.tables:
        heads = [
            token for token in table.tokens if token.cell is not None and _HEAD.match(token.cell.text.strip())
        ]
        if len(heads) > 1:
            others = tuple(Operand(head.build(), "full") for head in heads[:-1])
            made = Relation(KIND, "rest", heads[-1].build(), others, constants=(HUNDRED,), role="full")
            if decide(made).holds:
                yield Proposal((made,), asserted=False)
        yield from _totals(table, heads)
        for row in table.rows:
            yield from _remarks(table, row)


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
        for rate in rates:
            if (
                token is not rate
                and rate.number == token.number
                and _RATE.search(token.cell.text[: token.start])
            ):
                yield Proposal(
                    (relation("restated", "equal", token, [(rate, "rate")], role="rate"),), asserted=False
                )
