"""A part of the spending told with the figure of the whole: 支出A，其中基本支出B，项目支出C … 基本支出A.

What two parts of some size make cannot be one of them.
"""

from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits

KIND = "restated"
_BASIC, _PROJECT = _PARTS = "基本支出", "项目支出"
_LONG = 4
"""Digits of an amount that is told twice by no accident."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each figure of a part that is that of the whole, against the part's own."""
    told = [
        (name, s) for s in reading.statements for name in _PARTS if s.table is None and s.label.endswith(name)
    ]
    names = {name for name, _ in told}
    if len(told) < len(_PARTS) + 1 or len(names) < len(_PARTS):
        return
    for (one, first), (other, second) in pairwise(told):
        if one == other or first.sentence != second.sentence or second.index - first.index > 1:
            continue
        whole = _whole(reading, first, second)
        if whole is None:
            continue
        own = {one: first, other: second}
        for name, statement in told:
            token = _amount(statement)
            its = _amount(own[name])
            if token is None or its is None or statement in (first, second):
                continue
            years = {statement.period or reading.year, own[name].period or reading.year}
            if len(years) == 1 and token.value == whole.value:
                yield Proposal((relation(KIND, "equal", token, [(its, its.role)], role=token.role),))
        return


def _whole(reading: Reading, first: Statement, second: Statement) -> Token | None:
    """The amount told right before two parts that they make."""
    parts = _amount(first), _amount(second)
    before = reading.statements[first.index - 1] if first.index else None
    whole = None if before is None or before.block != first.block else _amount(before)
    if whole is None or None in parts or significant_digits(whole.number) < _LONG:
        return None
    return whole if sum(part.value for part in parts if part is not None) == whole.value else None


def _amount(statement: Statement) -> Token | None:
    """The amount itself, where it is exact and not nil."""
    token = statement.amount
    told = token is not None and token.unit.kind == "yuan" and not token.approximate and token.number
    return token if told else None
