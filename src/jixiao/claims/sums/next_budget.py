"""The budget of a year against the outturn of the one before, where no years are told.

执行数A，预算数B，比上年增加C: the change may be of either, so that B − A only holds, or is one digit off.
"""

import re
from dataclasses import dataclass

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_DONE = re.compile(r"执行|决算|完成")
_BUDGET = re.compile(r"预算数?[^，,。；;]{0,3}$")
_PRIOR = re.compile(r"[\s，,;；(]*(?:比|较|与|同)(?:上年度?|上一年度?|去年|(?:20\d\d)年度?)")
_YEAR = re.compile(r"20\d\d年")


@dataclass(frozen=True, slots=True)
class NextBudget:
    """An outturn, and the budget told behind it with a change that may be of either."""

    outturn: Token
    budget: Token


def next_budget(statement: Statement) -> NextBudget | None:
    """The pair where the change, or the rate alone, is told right behind the budget."""
    outturn, budget = statement.main, statement.roles.get("plan")
    told = statement.roles.get("change") or statement.roles.get("growth")
    if outturn is None or budget is None or told is None or "base" in statement.roles:
        return None
    if not outturn.end < budget.start < told.start or outturn.unit.name != budget.unit.name:
        return None
    words = told.lead
    behind = told.start - budget.end <= len(words) and "预算" not in words and not _YEAR.search(budget.lead)
    if behind and _DONE.search(outturn.lead) and _BUDGET.search(budget.lead) and _PRIOR.match(words):
        return NextBudget(outturn, budget)
    return None
