"""The growth of one amount told in two places, the amount in 元 in one and in 万元 in the other.

支出556.39万元，较上年增长12.67% in the summary and 2019年支出5563917.82元…增长11.67% below: an amount of so
many digits is one fact, and so is its growth. What a slip of the pen sets apart contradicts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.again import is_cut_and_rounded
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits
from jixiao.core.interval import round_half_up

if TYPE_CHECKING:
    from decimal import Decimal

KIND = "restated"
_LONG, _TELLING = 5, 3
"""Digits of an amount that is one fact wherever it stands, and of a rate that a slip sets apart."""
_MANY = 6
"""Earlier tellings of one amount that are looked at."""
_OTHER = re.compile(r"预算|计划|目标|年均|平均|两年|三年|可比|同口径|环比|前年|(?:19|20)\d\d年")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each growth beside an amount, against that beside the same amount before."""
    told = [
        (main, growth)
        for statement in reading.statements
        if statement.table is None
        for main, growth in _of(statement)
    ]
    if len(told) < 2:
        return
    steps = {main.unit.step(main.decimals) for main, _ in told}
    found: dict[tuple[Decimal, Decimal], list[tuple[Token, Token]]] = defaultdict(list)
    for later, growth in told:
        own = later.unit.step(later.decimals)
        for step in steps:
            if step < own:
                continue
            key = step, round_half_up(later.value / step, 0)
            for first, other in found[key][:_MANY]:
                coarser = max(own, first.unit.step(first.decimals))
                if coarser == step and first.block is not later.block:
                    yield from _compared(other, growth)
            found[key].append((later, growth))


def _of(statement: Statement) -> Iterator[tuple[Token, Token]]:
    main, growth = statement.main, statement.roles.get("growth")
    if main is None or growth is None or main.unit.kind != "yuan" or growth.unit.kind != "percent":
        return
    known = not main.approximate and not growth.approximate and printed_digits(main.number) >= _LONG
    if known and main.start < growth.start and not _OTHER.search(growth.lead):
        yield main, growth


def _compared(first: Token, later: Token) -> Iterator[Proposal]:
    made = relation(KIND, "equal", later, [(first, "growth")], role="growth")
    if first.number == later.number:
        yield Proposal((made,), asserted=False)
    elif (
        first.direction == later.direction
        and a_slip_apart(first, later, _TELLING)
        and not is_cut_and_rounded(first, later)
        and not of_two_things(first, later)
    ):
        yield Proposal((made,))
