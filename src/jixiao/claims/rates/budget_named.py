"""A rate whose budget its paragraph tells under the same name: 项目支出预算B。…项目支出A，执行率p%."""

import re
from collections.abc import Sequence

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_EXECUTED = re.compile(r"^[\s，,、(]*(?:预算)?(?:执行|完成|支出)(?:率|进度)(?:为|是|达到?|:)*\s*$")
_BUDGETED = re.compile(r"预算数?(?:安排)?(?:为|是|共|:)*\s*$")
_SHORTEST, _REACH = 4, 24
"""Characters of a name that means one thing; statements before the rate among which its budget is told."""


def budget_of_name(statements: Sequence[Statement], position: int, rate: Token, main: Token) -> Token | None:
    """The one budget told before in the paragraph under just the name of the amount."""
    own = statements[position]
    if (
        own.main is not main
        or own.get("plan") is not None
        or len(own.label) < _SHORTEST
        or not _EXECUTED.match(rate.lead)
    ):
        return None
    told = [
        plan
        for s in statements[max(position - _REACH, 0) : position]
        if s.block == own.block and s.key == own.key and (plan := s.roles.get("plan")) is not None
    ]
    if len(told) != 1 or told[0].unit.kind != main.unit.kind or not _BUDGETED.search(told[0].lead):
        return None
    return told[0] if told[0].number and not told[0].approximate else None
