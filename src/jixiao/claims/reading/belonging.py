"""Whether a figure belongs to the statement before it, by its words and by what that statement has."""

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.claims.reading.counterparts import ONLY_YEAR, is_named_again
from jixiao.claims.reading.items import has_new_item
from jixiao.claims.reading.joined import is_outturn_alone, is_told_after_change
from jixiao.claims.reading.leads import period_of, without_cues
from jixiao.claims.reading.role_words import Role
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_NOW = re.compile(
    r"^[\s，,、]*(?:相比|比较)?[，,]?(?:今年|本年度?|当年|全年|(?:19|20)\d\d年度?)?(?:实际|累计|组织|共)*"
    r"(?:支出|收入|决算数?|完成|实现|列支|上缴|入库|拨付|征收|缴库|收缴|执行)?(?:为|是|达|计)?\s*$"
)
_COMPARES = re.compile(r"^[\s，,、。(]*(?:比|较|与|同)")
_DONE = re.compile(
    r"^[\s，,、]*(?:(?:19|20)\d\d年度?|全年|本年度?|当年|截至[^，,]{0,12}[底末日]|\d{1,2}-\d{1,2}月份?|实际|累计|年末|年底|已|共|项目)*"
    r"(?:执行|支出|完成|实现|支付|使用|拨付|到位|决算|收入|采购|成交|中标|合同|用款|审定|结算|收支|下达|列支|支|实)[^，,。；;]{0,6}$"
)
_ONLY_AMOUNT = re.compile(
    r"^[\s，,、]*其?(?:支出|收入|金额|数额|总额|规模|资金|决算|预算)(?:数|额|总额|金额)?(?:为|是|达到?|计|共|有|:)*\s*$"
)
_YEAR_OPENS = re.compile(r"^[\s，,、；;。]*((?:19|20)\d\d)年度?(?:较|比|同比|与|[增减]|下降|上升)")
_ADDED = re.compile(r"(?:追加|调增|调整增加)(?:预算|资金|金额|数|额)*(?:为|了)?\s*$")


def _is_added(current: Statement) -> bool:
    """Whether an amount is what came to a budget during the year; the budget told next has it in it."""
    return _ADDED.search(current.roles["main"].lead) is not None


def is_like(current: Statement, token: Token) -> bool:
    """Whether the amounts of a statement are of the kind of another figure."""
    return all(
        amount.unit.kind == token.unit.kind
        for role, amount in current.roles.items()
        if role in ("main", "plan", "initial", "base", "change")
    )


def is_of_later_year(current: Statement | None, role: Role, lead: str) -> bool:
    """2020年执行数A，2021年预算数B: no plan of what was carried out the year before."""
    if current is None or current.period is None or role.name not in ("plan", "initial"):
        return False
    period = period_of(lead)
    return current.roles.keys() == {"main"} and period is not None and period > current.period


_LAST_YEARS = re.compile(r"^[\s，,。；;:]*(?:上年度?|去年|上一年度?)(?!结转|结余)")
_NOW_AGAINST = re.compile(
    r"^[\s，,；;。]*(?:本年度?|今年|当年|(?:19|20)\d\d年度?)[^，,。；;\d]{0,10}(?:比|较|与)[^，,。；;]*$"
)


def starts_later_year(current: Statement | None, role: Role, lead: str) -> Statement | None:
    """The statement of the year before whose amount a change starts from; None elsewhere.

    2019年A，较上年增长p%；2020年较上年增加d: no change of what 2019 came to, but from it.
    """
    if current is None or role.name not in ("change", "growth") or not _NOW_AGAINST.match(lead):
        return None
    period = period_of(lead)
    main = current.main
    if period is None or current.period is None or main is None or period != current.period + 1:
        return None
    return current


def is_last_years(current: Statement | None, role: Role, lead: str) -> bool:
    """上年支出A，本年较上年减少d: the amount told is what the year before came to, and the base."""
    if current is None or role.name not in ("change", "growth") or current.roles.keys() != {"main"}:
        return False
    return _LAST_YEARS.match(current.lead) is not None and _NOW_AGAINST.match(lead) is not None


def put_each(members: Sequence[Statement], run: list[Token], role: Role) -> Statement:
    """Give each member its figure of the run; the last.

    A、B，分别占合计W的p%、q%: the whole right before the shares is told with the last, and is that of all.
    """
    whole = members[-1].get("whole")
    shared = role.name == "share" and whole is not None and whole.index == run[0].index - 1
    for statement, token in zip(members, run, strict=True):
        if shared and whole is not None and "whole" not in statement.roles:
            statement.put(whole, Role("whole"))
        statement.put(token, role)
    return members[-1]


_AGAIN = re.compile(r"[\s，,]*(?:但|并|且|同时)?(?:比|较|与|同)")


def is_fresh(lead: str, role: Role, current: Statement | None) -> bool:
    """Whether the words name a new thing, so that the figure is not the current one's."""
    fresh = has_new_item(without_cues(lead, role.name))
    again = current is not None and is_named_again(lead, current)
    if role.name == "base" and (_COMPARES.match(lead) or ONLY_YEAR.match(lead) or again):
        fresh = False
    if role.name == "main" and current is not None and current.roles.keys() == {"base"} and _NOW.match(lead):
        fresh = False
    if role.name == "main" and current is not None and is_told_after_change(lead, current):
        fresh = False
    if role.name == "main" and current is not None and _is_amount_of_share(lead, current):
        fresh = False
    if current is not None and role.name == "change" and _of_another_year(lead, current):
        fresh = True
    if current is not None and role.name in current.roles and role.name in ("growth", "share", "rate"):
        fresh = True
    return fresh or (role.name == "base" and current is not None and _compares_again(lead, current))


def _of_another_year(lead: str, current: Statement) -> bool:
    """2019年A，较上年增长p%；2020年较上年增加d: the change of a year whose amount is not told."""
    year = _YEAR_OPENS.match(lead)
    return year is not None and current.period is not None and int(year[1]) != current.period


def _is_amount_of_share(lead: str, current: Statement) -> bool:
    """接待费占p%，支出A: an amount that only its kind names, behind the share of a thing."""
    return current.roles.keys() == {"share"} and bool(current.label) and _ONLY_AMOUNT.match(lead) is not None


def _compares_again(lead: str, current: Statement) -> bool:
    """Whether a base begins a second comparison: 较预算A减少d，下降p%，较上年B减少e，下降q%."""
    change = current.get("change") or current.get("saved")
    if change is None or "base" in current.roles or _AGAIN.match(lead) is None:
        return False
    plan = current.get("plan") or current.get("initial")
    return "growth" in current.roles or (
        plan is not None and plan.start < change.start and _AGAIN.match(plan.lead) is not None
    )


def completes(current: Statement, role: str, lead: str) -> bool:
    """Whether an amount joins a statement that has only its counterpart: 预算数50万元，执行数35万元."""
    if role == "main" and is_outturn_alone(lead, current):
        return True
    if "；" in lead or ";" in lead or "其中" in lead:
        return False
    names = current.roles.keys()
    if role == "main":
        return "main" not in names and bool(
            names & {"plan", "initial", "base", "growth", "rate", "change", "share"}
        )
    if role == "plan" and names == {"initial"}:
        return True
    return not names & {"plan", "initial", "rate"} and "main" in names and not _is_added(current)


def is_done(lead: str) -> bool:
    """Whether words say that an amount was carried out: 实际支出, 完成."""
    return _DONE.match(lead) is not None


def without_their_total(told: Sequence[Statement], number: int) -> Sequence[Statement]:
    """The last so many things told, without the total that they make: 甲A、乙B，合计C，分别占a%、b%."""
    if number < len(told):
        *parts, total = told
        amounts = [statement.roles["main"] for statement in parts]
        own = total.roles["main"]
        made = sum((token.number * token.unit.scale for token in amounts), Decimal(0))
        alike = all(token.unit.kind == own.unit.kind for token in amounts)
        if alike and number > 1 and made == own.number * own.unit.scale:
            return parts
    return told[-number:]
