"""Changes of a text against the rows of tables that tell two years: 税收收入26418万元，同比减收1843万元.

A row whose amount is that of the sentence, and whose name stands in it, tells what the change is from; then
the change must be the difference. Where the sentence tells the change only (票款收入减少451.62万元), its name
leads to the row, and the change can only hold. A unit in its name is that of its figures.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import agrees
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.columns import is_earlier
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.digits import printed_digits
from jixiao.core.frozen import frozen

_COMPARES = re.compile(r"同比|(?:比|较|与)(?:上年|去年|上一年|(?:19|20)\d\d年)")
_OTHER_BASIS = re.compile(r"同口径|可比|剔除|扣除|还原|环比|预算|计划|目标|年初")
_BRACKET = re.compile(r"\([^()]*\)")
_MARK = re.compile(
    r"^\s*(?:其中\s?[:：]?|[一二三四五六七八九十]+、|\(?\d+[.、)]|\([一二三四五六七八九十]+\))\s*"
)
_LEAST_NAME, _LEAST_DIGITS, _MOST_YEARS = 2, 3, 4
"""Characters of a row's name; digits of a change that agrees by no chance; years of a row that are read."""


@frozen
class Years:
    """A row's amount of one year and of an earlier one."""

    name: str
    now: Token
    prior: Token


def of_tabled_changes(reading: Reading) -> Iterator[Proposal]:
    """The change of each such sentence."""
    wanting = [s for s in reading.statements if _wants(s)]
    rows = rows_of_years(reading) if wanting else []
    for own in wanting if rows else ():
        change, main = own.roles["change"], own.main
        words = own.lead if change.lead in own.lead else own.lead + change.lead
        named = [
            row for row in rows if row.name in words or (len(own.key) > _LEAST_NAME and own.key in row.name)
        ]
        if main is not None:
            yield from _of_amount(own, main, named)
            continue
        for row in named:
            made = _made(row, change)
            if printed_digits(change.number) >= _LEAST_DIGITS and agrees(made):
                yield Proposal((made,), asserted=False)
                break


def _of_amount(own: Statement, main: Token, named: Sequence[Years]) -> Iterator[Proposal]:
    change = own.roles["change"]
    same = [
        row
        for row in named
        if row.now.number == main.number and row.now.unit.kind in ("number", main.unit.kind)
    ]
    if not same:
        return
    made = _made(same[0], change)
    if decide(made).holds:
        yield Proposal((made,))
    elif len({row.prior.number for row in same}) == 1 and same[0].now.unit == main.unit:
        sure = _COMPARES.search(change.lead) and not _OTHER_BASIS.search(own.lead + change.lead)
        if sure and change.unit.name == main.unit.name:
            yield Proposal((made,))


def _wants(statement: Statement) -> bool:
    """Whether a change is told, and not from what."""
    change = statement.roles.get("change")
    return (
        change is not None
        and statement.table is None
        and statement.get("base") is None
        and not change.approximate
        and bool(change.direction)
        and bool(change.number)
        and change.unit.kind in ("yuan", "count")
    )


@once
def rows_of_years(reading: Reading) -> list[Years]:
    """Every pair of years of every row of a table, the nearest first."""
    return [
        told
        for table in reading.tables
        if table.block.kind == "table"
        for row in table.rows
        for told in _years(row)
    ]


def _years(row: Row) -> Iterator[Years]:
    name = key_of(_BRACKET.sub("", _MARK.sub("", row.label)))
    told = [
        (c, t)
        for c, t in row.tokens.items()
        if c in row.columns and t.unit.kind in ("yuan", "count", "number")
    ]
    if len(name) < _LEAST_NAME or len(told) > _MOST_YEARS * 2:
        return
    for (a, first), (b, second) in combinations(told, 2):
        if is_earlier(row.columns[b], row.columns[a]):
            yield Years(name, first, second)
        elif is_earlier(row.columns[a], row.columns[b]):
            yield Years(name, second, first)


def _made(row: Years, change: Token) -> Relation:
    ends = [(row.now, "outturn"), (row.prior, "prior")]
    operands = tuple(
        Operand(quantity(token, change.unit if token.unit.kind == "number" else None), role)
        for token, role in (ends if change.direction > 0 else ends[::-1])
    )
    return Relation("difference", "difference", change.build(), operands, "bound", (), "change")
