"""Amounts that tell the counterpart of the one before: its plan, its prior year, what was done of it.

预算50万元，年中调整为60万元，上年为40万元: the words before a figure say whether it is of the thing at hand.
"""

import re

from jixiao.claims.reading.items import key_of, label_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_INCOME = re.compile(r"(?:收入|结余|余额|收|总额)(?:总?额|数|合计|总计|完成|实现|为|达|共|约)*\s*$")
_OUTTURN = re.compile(
    r"^[\s，,]+(?:截[止至]到?[^，,。；]{2,14}[，,]\s*)?(?:全年|实际|累计|已|共|年末|完成(?=[支拨执]))*"
    r"(?:执行|支出|完成|支付|使用|拨付|到位)(?:数|金额|资金)?(?:了|为|共)?\s*$"
)
_RECEIVED = re.compile(r"^[\s，,]+(?:实际)?(?:完成|执行|到位)(?:数|金额|资金)?(?:了|为|共)?\s*$")
"""What is done of an income that was planned; 收入5万元，支出4万元 are two things."""
_ARRANGED = re.compile(r"预算安排|安排预算|计划安排")
ONLY_YEAR = re.compile(
    r"^[\s，,;；(]*(?:而)?(?:(?P<year>(?:19|20)\d\d)年度?|上年度?|去年|上一年度?)(?:同[期月])?(?:决算|支出|收入|完成|实际)?(?:数|额)?(?:为|是|的)?\s*$"
)
_PRIOR_OF_SAME = re.compile(
    r"^[\s，,;；(]*(?:而)?(?:(?P<year>(?:19|20)\d\d)年度?|上年度?|去年|上一年度?)(?:同[期月])?(?:的)?(?P<name>[^，,。；;\d]{2,20})$"
)
_MEASURED = re.compile(r"^[\s，,、)]*(?:完成|为|达到?|是|相当于|约为)[^，,。；;]{0,20}$")
_READJUSTED = re.compile(
    r"(?:调整|变更|变动|修订|修改|调增|调减|追加|追减|核增|核减|压减)(?:后)?(?:到|至|为|成)(?:了|约)?\s*$"
)
_OF_WHICH_PERCENT = re.compile(r"的\s?\d+(?:\.\d+)?\s?%")
_OF_ALL_PLANNED = re.compile(
    r"^(?:本|全|我)?(?:部门|单位|全年|年度|项目)*(?:总预算|预算总(?:额|数)|预算安排(?:数|额|总额)?|"
    r"(?:安排|下达|批复|到位|计划)(?:的)?(?:预算|项目|财政)?(?:资金|经费|金额)(?:总额)?)$"
)


def is_prior(token: Token, lead: str, current: Statement, year: int | None) -> bool:
    """2017年支出50万元，2016年为60万元: an earlier year alone leads to the figure, or with the same name."""
    main = current.main
    if main is None or "base" in current.roles or main.unit.name != token.unit.name:
        return False
    found = ONLY_YEAR.match(lead)
    if found is None:
        found = _PRIOR_OF_SAME.match(lead)
        if found is None or not current.label or key_of(label_of(found["name"])) != current.key:
            return False
    told = found["year"]
    return told is None or int(told) < (current.period or year or 0)


def is_readjusted(token: Token, lead: str, current: Statement) -> bool:
    """预算50万元，年中调整为60万元: the budget that came of the first one, which is then the initial one."""
    told = current.get("plan")
    if current.main is not None or told is None or told.unit.name != token.unit.name:
        return False
    return bool(_READJUSTED.search(lead)) and not current.roles.keys() >= {"plan", "initial"}


def is_denominator(text: str, token: Token, lead: str, current: Statement) -> bool:
    """有774人，完成下达645人的120%: the amount before is measured by what the percentage is told of."""
    main = current.main
    return (
        main is not None
        and main.unit.name == token.unit.name
        and bool(_MEASURED.match(lead))
        and not current.roles.keys() & {"plan", "initial", "rate", "share", "whole"}
        and bool(_OF_WHICH_PERCENT.match(text, token.end))
    )


def is_measured(text: str, token: Token, current: Statement) -> bool:
    """为目标33亿元101%: a percentage right behind the plan that the words relate to is the rate."""
    plan = current.get("plan")
    if plan is None or text[plan.end : token.start].strip():
        return False
    return _MEASURED.match(plan.lead) is not None


def is_of_plan(whole: str, current: Statement) -> bool:
    """预算总额50万元，支出48万元，占预算总额的96%: the words for all that was planned mean the plan told."""
    return has_plan(current) and _OF_ALL_PLANNED.match(whole) is not None


def has_plan(current: Statement) -> bool:
    """Whether an amount is told with its plan, and no rate yet."""
    plan, main = current.get("plan"), current.main
    told = plan is not None and main is not None and plan.unit.name == main.unit.name
    return told and "rate" not in current.roles


def is_outturn_of(current: Statement, token: Token, lead: str) -> bool:
    """涉及资金50万元，实际支出48万元: a second amount of what was done makes the first its plan."""
    return (
        current.roles.keys() == {"main"}
        and current.roles["main"].unit.name == token.unit.name
        and not current.roles["main"].approximate
        and current.group < 0
        and (
            not _INCOME.search(current.lead)
            or _ARRANGED.search(current.lead) is not None
            or _RECEIVED.match(lead) is not None
        )
        and bool(_OUTTURN.match(lead))
    )
