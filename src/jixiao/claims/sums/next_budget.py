"""The budget of a year against the outturn of the one before: 2021年执行数A，2022年预算数B，比上年增加C."""

import re
from dataclasses import dataclass

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_DONE = re.compile(r"执行|决算|完成")
_BUDGET = re.compile(r"预算数?[^，,。；;]{0,3}$")
_PRIOR = re.compile(r"[\s，,;；(]*(?:比|较|与|同)(?:上年度?|上一年度?|去年|(?:20\d\d)年度?)")
_YEAR = re.compile(r"(20\d\d)年度?")


@dataclass(frozen=True, slots=True)
class NextBudget:
    """An outturn, and the budget told behind it with a change against the year before.

    ``sure`` is whether the years told make it the budget of the next year; else the change may be that of
    the outturn.
    """

    outturn: Token
    budget: Token
    sure: bool


def next_budget(statement: Statement) -> NextBudget | None:
    """The pair where the change, or the rate alone, is told right behind the budget."""
    outturn, budget = statement.main, statement.roles.get("plan")
    told = statement.roles.get("change") or statement.roles.get("growth")
    if outturn is None or budget is None or told is None or "base" in statement.roles:
        return None
    if not outturn.end < budget.start < told.start or outturn.unit.name != budget.unit.name:
        return None
    words = told.lead
    if not (_DONE.search(outturn.lead) and _BUDGET.search(budget.lead) and _PRIOR.match(words)):
        return None
    if "预算" in words or told.start - budget.end > len(words):
        return None
    before, year = _YEAR.search(outturn.lead), _YEAR.search(budget.lead)
    if year is None:
        return NextBudget(outturn, budget, sure=False)
    done = int(before[1]) if before is not None else statement.period
    if done is None or done + 1 != int(year[1]):
        return None
    return NextBudget(outturn, budget, sure=True)
