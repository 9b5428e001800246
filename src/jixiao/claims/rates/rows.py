"""Items whose figures have no words: 1.会议费 50万元 48万元 96%, and the money of a form copied as one line.

Plan, outturn and rate follow each other with nothing but signs between. One such row may mean anything; where
several of them hold, the others are meant alike. Under the header of a form (全年预算数 全年执行数 执行率)
they are what it names.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, rate_of
from jixiao.claims.reading.tables.money_rows import MoneyRow, money_forms
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.core.claim import Relation, decide

_SIGNS = re.compile(r"[\s，,、/|:：；;()（）]*")
_SEVERAL = 2
_READINGS = 2
"""Of a row, the best two: which budget the rate is of differs from form to form."""
_CLOSE = 8
"""The part of an outturn by which a rate may miss it: one further off is of a row that lost a cell."""


def of_rows(reading: Reading) -> Iterator[Proposal]:
    """The rate of each such row, in paragraphs that hold no more than one."""
    found: list[Proposal] = []
    for paragraph in reading.paragraphs:
        rows = [*_rows(paragraph.text, paragraph.tokens)]
        if len(rows) == 1:
            plan, done, rate = rows[0]
            found.append(Proposal((rate_of(rate, done, plan),)))
    held = sum(decide(made.readings[0]).holds for made in found)
    meant = held >= _SEVERAL and held * 2 > len(found)
    yield from found if meant else (replace(made, asserted=False) for made in found)


def of_forms(reading: Reading) -> Iterator[Proposal]:
    """The rates of the money of such a form."""
    for rows in money_forms(reading):
        made = [(row, readings) for row in rows if (readings := _of_money(row))]
        held = [any(decide(one).holds for one in readings[:_READINGS]) for _, readings in made]
        for row, readings in made:
            yield Proposal(readings[:_READINGS], asserted=_is_sure(row, others=any(held)))


def _of_money(row: MoneyRow) -> tuple[Relation, ...]:
    """What the rate of a row may be of."""
    if row.rate is None or not row.amounts or not row.amounts[-1].number:
        return ()
    done, rate = row.amounts[-1].token, row.rate.token
    return tuple([rate_of(rate, done, base.token) for base in row.bases if base.number])


def _is_sure(row: MoneyRow, *, others: bool) -> bool:
    """Whether a rate must be what its row makes it.

    So it is in a row that fills every column, the full mark too. Where it is but near, it must stand in no
    table (which is read by its columns) or another row of the form must agree. More than the budget is often
    told as 100%.
    """
    if row.rate is None:
        return False
    rate, done, base = row.rate.token, row.amounts[-1], row.bases[0]
    if rate.number == HUNDRED and done.number > base.number:
        return False
    gap = abs(done.number - base.number * rate.number * rate.unit.scale)
    near = gap * _CLOSE <= done.number
    return (row.certain and row.mark is not None) or (near and (rate.cell is None or others))


def _rows(text: str, tokens: list[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Two amounts of one unit and a percentage right behind them."""
    for plan, done, rate in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            rate.unit.kind == "percent"
            and plan.unit.kind == "yuan"
            and plan.unit is done.unit
            and plan.number
            and rate.cell is None
            and _SIGNS.fullmatch(text, plan.end, done.start)
            and _SIGNS.fullmatch(text, done.end, rate.start)
        ):
            yield plan, done, rate
