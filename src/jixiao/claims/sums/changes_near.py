"""Changes whose amount, or what it is compared with, was told in the sentences before.

全年收入A。与上年B相比，收、支总计各减少c; 与2023年支出B相比，增加d；2023年支出比2022年的C增加e; 2022年经费A，
其中…。上年经费B，今年减少c. Which figure is meant only the sense tells, so that these can only hold.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import is_generic, likeness
from jixiao.claims.reading.nearmiss import agrees
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits

_PRIOR = re.compile(r"上年|去年|上一年|同期|年初|期初")
_LEAST_DIGITS, _SURE_DIGITS = 3, 4
"""Digits of a change that may hold at all, and of one that hardly holds by accident, whatever the names."""
_BLOCKS, _NEAR = 3, 14
"""Blocks and statements back to the amounts that a change is of."""
_AMOUNTS = ("main", "plan", "initial", "base")


def of_near_changes(reading: Reading) -> Iterator[Proposal]:
    """The first pair before each change that makes it."""
    for own in reading.statements:
        change = own.roles.get("change")
        if change is None or own.table is not None or change.approximate or not change.direction:
            continue
        if printed_digits(change.number) < _LEAST_DIGITS or (
            own.main is not None and own.get("base") is not None
        ):
            continue
        made = next((one for one in _pairs(reading, own, change) if agrees(one)), None)
        if made is not None:
            yield Proposal((made,), asserted=False)


def _pairs(reading: Reading, own: Statement, change: Token) -> Iterator[Relation]:
    near = [
        s
        for s in reading.statements[max(own.index - _NEAR, 0) : own.index + 1]
        if own.block - s.block <= _BLOCKS and s.table is None
    ]
    told = [(s, t) for s in near for role in _AMOUNTS if (t := s.roles.get(role)) is not None]
    told = [(s, t) for s, t in told if t.unit.kind == change.unit.kind and t.start != change.start]
    told = [(s, t) for s, t in told if t.unit.kind == "yuan" or t.unit.name == change.unit.name]
    priors = [(s, t) for s, t in told if s.block == own.block and _is_prior(reading, s, t)]
    for of_prior, prior in priors[::-1]:
        for of_main, main in told[::-1]:
            if main is prior or main.approximate:
                continue
            if printed_digits(change.number) >= _SURE_DIGITS or _is_one_thing(of_main, of_prior, own):
                ends = [(main, "outturn"), (prior, "prior")]
                yield relation(
                    "difference", "difference", change, ends if change.direction > 0 else ends[::-1]
                )


def _is_prior(reading: Reading, statement: Statement, token: Token) -> bool:
    """Whether words say that an amount is of an earlier year."""
    if token.approximate:
        return False
    if token.role == "base" or _PRIOR.search(token.lead):
        return True
    year = reading.year
    return year is not None and statement.period is not None and statement.period < year


def _is_one_thing(main: Statement, prior: Statement, own: Statement) -> bool:
    """Whether names say, or leave open, that two amounts are of the thing that changed."""
    names = [name for name in (prior.label, own.label) if name and not is_generic(name)]
    return not main.label or all(likeness(main.label, name) > 0 for name in names)
