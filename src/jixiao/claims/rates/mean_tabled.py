"""Means of the total row of the table above them: 户均补贴面积131.6亩, 户均领取补贴1.97万元.

The column that counts the things is known by its unit, what is divided by the unit and the words of a column.
"""

import re
from collections.abc import Iterator

from jixiao.claims.rates.mean_relation import mean_quotient
from jixiao.claims.rates.per_unit import Mean
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

_LEAST_DIGITS = 3
"""Digits of a mean that no accident makes of two totals."""
_NEAR = 4
"""Blocks between a table and what is said of it."""
_EMPTY = re.compile(r"领取|获得|享受|发放|支出|投入|金额|资金|实际|全年|合计")


def of_total_row(reading: Reading, paragraph: Paragraph, token: Token, mean: Mean) -> Relation | None:
    """The quotient of two columns of the total row of the nearest table above, where it holds."""
    if printed_digits(token.number) < _LEAST_DIGITS:
        return None
    own = paragraph.block.index
    near = [(at, row) for at, row in _totals(reading) if own - _NEAR <= at < own]
    for _, row in near[-1:]:
        bottoms = [t for c, t in row.tokens.items() if _counts(row, c, t, mean)]
        for top in _tops(row, token, mean):
            for bottom in bottoms:
                made = mean_quotient(token, top, bottom, mean)
                if top is not bottom and decide(made).holds:
                    return made
    return None


@once
def _totals(reading: Reading) -> list[tuple[int, Row]]:
    """The total rows of tables with the number of their block, in order."""
    return [
        (table.block.index, table.rows[-1])
        for table in reading.tables
        if table.rows and table.rows[-1].names_total
    ]


def _counts(row: Row, c: int, token: Token, mean: Mean) -> bool:
    if token.unit.kind != "count" or not token.number:
        return False
    return mean.counts(token.unit.word, row.columns[c].header if c in row.columns else "")


def _tops(row: Row, token: Token, mean: Mean) -> Iterator[Token]:
    """Figures of the unit of the mean, those first whose column shares words with it."""
    what = _EMPTY.sub("", mean.what)
    pairs = {what[at : at + 2] for at in range(len(what) - 1)}
    alike = [
        (c, t)
        for c, t in row.tokens.items()
        if t.unit.kind == token.unit.kind and (t.unit.kind == "yuan" or t.unit.word == token.unit.word)
    ]
    headers = {c: row.columns[c].header if c in row.columns else "" for c, _ in alike}
    yield from (t for c, t in alike if any(pair in headers[c] for pair in pairs))
    if len(alike) == 1:
        yield alike[0][1]
