"""The total row of a table against the amount that the text beside it tells: 支出26096.56万元, 合计 26096.53.

The words above a table tell what it lists, under the heading that both have, so that an amount there which
one slip of the pen sets apart from the total, and no other amount equals, contradicts it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits

KIND = "restated"
_ABOVE, _BELOW = 6, 2
"""Paragraphs above and below a table that tell of it, within its section."""
_SURE, _HELD = 4, 3
"""Digits of a total that a slip hardly makes of another amount, and of one that agrees."""
_SAME = {"": "main", "main": "main", "plan": "plan", "initial": "plan", "base": "base"}
"""Roles of amounts in the text and in the head of a column, by what they mean."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each total of a table with one total row, against the amounts of the paragraphs beside it."""
    at = 0
    for table in reading.tables:
        totals = [row for row in table.rows if row.is_total]
        if table.block.kind != "table" or len(totals) != 1:
            continue
        while at < len(reading.paragraphs) and reading.paragraphs[at].block.index < table.block.index:
            at += 1
        near = _near(table, reading.paragraphs[max(0, at - _ABOVE) : at + _BELOW])
        if near:
            yield from _of_table(table, totals[0], near)


def _near(table: TableReading, paragraphs: Sequence[Paragraph]) -> list[Token]:
    return [
        token
        for paragraph in paragraphs
        if paragraph.section == table.section
        for token in paragraph.tokens
        if token.unit.kind == "yuan" and not token.approximate and token.role in _SAME and token.number
    ]


def _of_table(table: TableReading, total: Row, near: Sequence[Token]) -> Iterator[Proposal]:
    own = {c: token for c, token in total.tokens.items() if _is_amount(total, c, token)}
    told = {token.value for token in near}
    values = {token.value for token in own.values()}
    amounts = told | {token.value for row in table.rows for token in row.tokens.values()}
    for c, token in own.items():
        equal = [one for one in near if one.value == token.value]
        if equal and printed_digits(token.number) >= _HELD:
            yield Proposal((_equal(equal[-1], token),), asserted=False)
        if token.value in told:
            continue
        role = _SAME[_role(total, c)]
        odd = [
            one
            for one in near
            if one.value not in values and _SAME[one.role] == role and a_slip_apart(one, token, _SURE)
        ]
        if len({one.value for one in odd}) != 1 or abs(odd[0].value - token.value) in amounts:
            continue  # a part beside it is what sets them apart
        if not _is_rounding(table, c, token, odd[0]):
            yield Proposal((_equal(odd[0], token),))


def _is_amount(row: Row, c: int, token: Token) -> bool:
    told = not token.approximate and bool(token.number)
    return told and token.unit.kind == "yuan" and _role(row, c) in _SAME


def _role(row: Row, c: int) -> str:
    column = row.columns.get(c)
    return column.role if column is not None else ""


def _is_rounding(table: TableReading, c: int, total: Token, told: Token) -> bool:
    """Whether the total adds up what the rows were rounded to, and the text tells it as it was before."""
    parts = [row.tokens[c] for row in table.rows if not (row.is_total or row.of_which) and c in row.tokens]
    slack = sum((part.unit.step(part.decimals) for part in parts), Decimal(0)) / 2
    exact = sum((part.value for part in parts), Decimal(0)) == total.value
    return exact and abs(total.value - told.value) <= slack


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
