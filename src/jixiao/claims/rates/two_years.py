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
_ONLY_CHANGE = re.compile(
    r"^[\s，,、;；)]*(?:同比|环比|相比|比较)?(?:均|分别|各|总体)?(?:增长|增加|上升|提高|下降|减少|降低|回落|增幅|降幅|减幅|涨幅|跌幅|升幅|增速|增长率|下降率|变动率|同比)[^，,。；;\d]{0,4}$"
)
"""Nothing but the rate of change, which is of what was told right before it."""
_ONLY_TO = re.compile(r"(?:增[长加]|提高|上升|减少|下降|降低|压缩|压减|缩[短减])[到至为]?|[增降升减][到至]")
"""2022年事故32起，2023年下降到24起: words that name nothing of their own."""
_BOTH_SIDES = re.compile(r"收入?、?支出?(?:总[体计额量]?)?|两者|双方")
_LAST_YEAR = re.compile(r"上年|去年|上一年")
_OF_LAST_YEAR = re.compile(r"^[\s，,、;；(]*(?:而)?(?:上年度?|去年|上一年度?)(?:同[期月])?(?!结转|结余)")
_AMOUNTS = ("main", "plan", "base")


def year_before(statements: Sequence[Statement], position: int, rate: Token) -> Token | None:
    """The same thing's amount of the year before, where the words compare with that; None elsewhere."""
    own = statements[position]
    before = statements[position - 1] if position else None
    if before is None or own.main is None or own.period is None:
        return None
    if not (_PRIOR.search(rate.lead) or _ONLY_CHANGE.match(rate.lead)):
        return None
    told = before.main
    same = before.sentence == own.sentence and before.key == own.key and bool(before.key)
    nameless = not own.label or _ONLY_TO.fullmatch(own.label) is not None
    same = same or (before.sentence == own.sentence and bool(before.label) and nameless)
    if not same or told is None or before.period != own.period - 1 or told.unit.name != own.main.unit.name:
        return None
    return None if own.roles.keys() & {"change", "base"} or before.roles.keys() - {"main", "growth"} else told


def last_year_behind(
    statements: Sequence[Statement], position: int, rate: Token
) -> tuple[Token, Token] | None:
    """2017年累计销售A，上年累计销售B，降幅p%: what last year came to is told with the rate.

    So it is where both sides moved alike: 收入总计A（2018年度为B），收、支总计均增长p%.
    """
    own = statements[position]
    before = statements[position - 1] if position else None
    if before is None or before.sentence != own.sentence or before.main is None:
        return None
    main = before.main
    again = bool(own.key) and own.key == before.key
    if own.roles.keys() == {"growth"} and (again or _BOTH_SIDES.fullmatch(own.label)):
        base = before.roles.get("base")
        alike = base is not None and base.unit.name == main.unit.name
        return (main, base) if base is not None and alike and "growth" not in before.roles else None
    prior = own.main
    if prior is None or prior.unit.name != main.unit.name or before.roles.keys() != {"main"}:
        return None
    if own.roles.keys() != {"main", "growth"} or not _ONLY_CHANGE.match(rate.lead):
        return None
    named = bool(own.key) and own.key in before.key
    return (main, prior) if _OF_LAST_YEAR.match(prior.lead) and (named or not own.label) else None


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
