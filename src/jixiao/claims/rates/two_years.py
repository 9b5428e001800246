"""The year before told under the same name, right before: 2021年总收入B，2022年总收入A，同比下降p%.

So are both years before a rate with a name of its own: 2022年“三公”经费A，2021年B，“三公”经费变动率p%.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_PRIOR = re.compile(r"同比|(?:比|较|与)(?:上年|去年|上一年)")
_RATE = re.compile(r"(?:变动|增减|变化|增长)(?:率|幅度|比例)")
_LAST_YEAR = re.compile(r"上年|去年|上一年")
_AMOUNTS = ("main", "plan", "base")


def year_before(statements: Sequence[Statement], position: int, rate: Token) -> Token | None:
    """The same thing's amount of the year before, where the words compare with that; None elsewhere."""
    own = statements[position]
    before = statements[position - 1] if position else None
    if before is None or own.main is None or own.period is None or not _PRIOR.search(rate.lead):
        return None
    told = before.main
    same = before.sentence == own.sentence and before.key == own.key and bool(own.key)
    if not same or told is None or before.period != own.period - 1 or told.unit.name != own.main.unit.name:
        return None
    return None if own.roles.keys() & {"change", "base"} or before.roles.keys() != {"main"} else told


def both_years(statements: Sequence[Statement], position: int, rate: Token) -> tuple[Token, Token] | None:
    """The amounts of a year and of the one before, told in any order before a named rate of change."""
    own = statements[position]
    if position < 2 or own.roles.keys() - {"growth"} or not _RATE.search(rate.lead):
        return None
    told = statements[position - 2 : position]
    found = [_amount(one) for one in told]
    first, second = found
    if first is None or second is None or first.unit.name != second.unit.name:
        return None
    if any(one.sentence != own.sentence for one in told) or not _is_of(own, told[0]):
        return None
    if told[1].label and not _is_of(told[1], told[0]):
        return None
    earlier = [_LAST_YEAR.search(one.lead) is not None for one in told]
    years = [one.period for one in told]
    if earlier == [False, True] or (years[0] is not None and years[1] == years[0] - 1):
        return first, second
    if earlier == [True, False] or (years[1] is not None and years[0] == years[1] - 1):
        return second, first
    return None


def _is_of(one: Statement, other: Statement) -> bool:
    """Whether two names may be of one thing; one of the three publics is by what it is."""
    cost = cost_of(one.label)
    return bool(cost) and cost == cost_of(other.label) if cost else likeness(one.label, other.label) > 1


def _amount(one: Statement) -> Token | None:
    """Its one figure, where it has no other."""
    (role, *others) = one.roles
    token = one.roles[role]
    return token if not others and role in _AMOUNTS and not token.approximate else None
