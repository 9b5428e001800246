"""Amounts that tell the counterpart of the one before: its plan, its prior year, what was done of it.

预算50万元，年中调整为60万元，上年为40万元: the words before a figure say whether it is of the thing at hand.
"""

import re

from jixiao.claims.reading.items import key_of, label_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_INCOME = re.compile(
    r"(?:收入|结余|余额|收|(?<!资金)(?<!预算)(?<!项目)总额)(?:总?额|数|合计|总计|完成|实现|为|达|共|约)*\s*$"
)
_OUTTURN = re.compile(
    r"^(?:[\s，,、:)]+|(?=已|实际))(?:截[止至]到?[^，,。；]{2,14}[，,]\s*)?(?:全年|当年|本年|年内|实际|累计|已经?|共|年末|完成(?=[支拨执])|实(?=[支际]))*"
    r"(?:执行|支出|完成|支付|使用|拨付|到位|列支|开支|兑付|成交|中标|用款|支)(?:总?(?:数|金额|资金|额)|支付)?(?:了|为|共)?\s*$"
)
_TOTAL_OF, _JOINED = re.compile(r"^[\s，,]*(?:支出|采购)总(?:额|数|金额)"), re.compile(r"^\s?[、和]")
"""货物A、工程B、服务C，支出总额D: the total of a list, and no outturn of its last part."""
_OF_A_PERIOD = re.compile(r"季度?|[上下]半年|第?[一二三四五六七八九十\d]+[批期次]|\d月(?:份|底)?")
_IN_ALL = re.compile(r"全年|累计|共|合计|总")
"""四季度拨付200万元，全年拨付860万元: what was paid in all is no outturn of what was paid last."""
_RECEIVED = re.compile(r"^[\s，,]+(?:实际)?(?:完成|执行|到位)(?:数|金额|资金)?(?:了|为|共)?\s*$")
"""What is done of an income that was planned; 收入5万元，支出4万元 are two things."""
_PLANNED_INCOME = re.compile(r"(?:预算|计划)(?:总)?收入(?:为|共)?\s*$")
_INCOME_DONE = re.compile(r"^[\s，,]+实际收入(?:数|总?额)?(?:为|共|是)?\s*$")
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
_READJUSTED_TO = re.compile(
    r"\s?[，,]?(?:年中)?(?:调整|变更|变动|修订|修改|调增|调减|核增|核减|压减)(?:后)?(?:到|至|为|成)"
)
_FUNDS = re.compile(r"(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算(?=收入|支出)")
_BUDGET_FROM = re.compile(r"(?:预算|计划|预算数|预算总额)(?:由|从)(?:年初)?的?\s*$")
_CLAUSE = re.compile(r"[，,。；;]")
_OF_WHICH_PERCENT = re.compile(r"的\s?\d+(?:\.\d+)?\s?%")
_OF_ALL_PLANNED = re.compile(
    r"^(?:本|全|我)?(?:部门|单位|全年|年度|项目)*(?:总预算|预算总(?:额|数)|预算安排(?:数|额|总额)?|"
    r"(?:安排|下达|批复|到位|计划)(?:(?:的)?(?:预算|项目|财政)?(?:资金|经费|金额)(?:总额)?|总?[数额]))$"
)


_BEHIND = re.compile(
    r"^[\s，,、(]*(?:年初|调整后?|变动|全年|年度|全年度|当年|批复|核定|下达|财政|收入|支出)*(?:的)?"
    r"(?:预算|计划|目标|任务|限额)(?:安排|批复|下达)?(?:总额|数额|数|额|指标|金额|资金)?(?:为|是|共)?\s*$"
)
_PLANNED_RATE = re.compile(r"预算|计划|(?:完成|执行|支付|支出|拨付)(?:进度|率)")
_PLAN_AND_OUTTURN = re.compile(
    r"(?:预算|计划|安排|下达)(?:数|额|金额|资金)?(?:[、/和与及]|以及)(?:实际|全年)?(?:支出|执行|支付|决算|完成|使用)(?:数|额|金额|资金)?(?:分别|依次|各)?(?:为|是)?[:：]?\s*$"
)
_DIVIDES = "÷"  # a bar only sets two amounts side by side: `written_formula` tries both
_TIMES = re.compile(r"[)\s]*[×*xX]")
_SIGN = re.compile(r"^\s?[，,、/]\s?$")
CALLED_PLAN = re.compile(
    r"\s?的?(?:年初|年度|全年|项目|财政|专项)?(?:预算|计划)(?:资金|指标|安排|经费)?"
    r"(?:\s?[，,、；;。]|(?=中?(?:已|实际)?(?:支出|执行|支付|完成|使用|列支)[^，,。；\d]{0,3}\d))"
)
_DONE_NEXT = re.compile(
    r"[^，,。；;\d]{0,6}[，,]\s?(?:全年|实际|累计|已|共)*(?:执行|支出|完成|支付|使用)[^，,。；;\d]{0,4}\d[\d.,]*\s?[万亿]?元"
)
"""An amount that was done of the plan follows: the rate before the plan is of another."""
_TOTAL_ALONE = re.compile(
    r"^[\s，,、；;]*(?:以上|两项|三项|[一二三四五]者)?(?:合计|共计|总计|总额|累计|共|调整后)(?:资金|金额|安排|可用资金)?(?:为|达)?\s*$"
)
_PASSES = re.compile(
    r"^[\s，,、]*(?:首次|一举|成功|历史性地?|已|再次|再|连续)*(?:突破|跨过|跨越|迈上|跃上|站上|冲破|超过|超)了?\s*$"
)
_WITH = re.compile(r"(?:^|[。；;，,\s])(?:与|同|和)[^，,。；;]*$")
_COMPARED = re.compile(r"^\s?(?:相比较?|比较|对比)[，,][^，,。；;:：]*$")
_ADDED = re.compile(r"追加|调整|调增|调减|结转|结余|补助|下达|增加|核增|核减|新增")
_ADDITIONS = 4


def is_prior(token: Token, lead: str, current: Statement, year: int | None) -> bool:
    """2017年支出50万元，2016年为60万元: an earlier year alone leads to the figure, or with the same name."""
    main = current.main
    if main is None or "base" in current.roles or main.unit.name != token.unit.name:
        return False
    found = ONLY_YEAR.match(lead)
    if found is None:
        found = _PRIOR_OF_SAME.match(lead)
        if found is None or not current.label or not _is_its_name(found["name"], current):
            return False
    told = found["year"]
    return told is None or int(told) < (current.period or year or 0)


def is_named_again(lead: str, current: Statement) -> bool:
    """全市彩票销量A，上年销量B: an earlier amount that only the name of the thing at hand leads to."""
    found = _PRIOR_OF_SAME.match(lead)
    if found is None or found["year"] is not None or current.main is None:
        return False
    return _is_its_name(found["name"], current)


def _is_its_name(name: str, current: Statement) -> bool:
    """全市彩票销量A，上年销量B: the name again, or what sort of thing it ends with."""
    key = key_of(label_of(name))
    return key == current.key or (len(key) > 1 and current.key.endswith(key))


def is_compared(token: Token, lead: str, current: Statement) -> bool:
    """与上年3亿元相比，基金支出5亿元: what the comparison names first is of the thing told behind it."""
    base = current.roles.get("base")
    return (
        current.roles.keys() == {"base"}
        and base is not None
        and not current.label
        and base.unit.kind == token.unit.kind
        and _WITH.search(base.lead) is not None
        and _COMPARED.match(lead) is not None
    )


def is_milestone(token: Token, lead: str, current: Statement) -> bool:
    """规模为21070.5亿元，首次突破2万亿元: a round figure that the amount before has passed."""
    amount = current.amount
    return (
        amount is not None
        and amount.unit.kind == token.unit.kind
        and token.end > amount.end
        and bool(_PASSES.match(lead))
        and not current.roles.keys() & {"milestone", "change", "growth"}
    )


def is_readjusted(token: Token, lead: str, current: Statement) -> bool:
    """预算50万元，年中调整为60万元: the budget that came of the first one, which is then the initial one."""
    told = current.get("plan")
    if current.main is not None or told is None or told.unit.name != token.unit.name:
        return False
    return bool(_READJUSTED.search(lead)) and not current.roles.keys() >= {"plan", "initial"}


def is_adjusted_from(text: str, token: Token, lead: str) -> bool:
    """收入预算由50万元调整到60万元: where a budget started is the initial one, no prior year."""
    names = _FUNDS.sub("", _CLAUSE.split(lead)[-1])
    return _BUDGET_FROM.search(names) is not None and _READJUSTED_TO.match(text, token.end) is not None


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


def is_divisor(text: str, token: Token, lead: str, current: Statement) -> bool:
    """执行率96%（48万元÷50万元）: what the amount before is divided by to make the rate before both."""
    rate = current.roles.get("rate")
    return (
        lead.strip() == _DIVIDES
        and not _TIMES.match(text, token.end)
        and rate is not None
        and current.main is not None
        and rate.start < current.main.start
        and not current.roles.keys() & {"plan", "initial"}
    )


def _is_measured(text: str, token: Token, current: Statement) -> bool:
    """为目标33亿元101%: a percentage right behind the plan that the words relate to is the rate."""
    plan = current.get("plan")
    if plan is None or text[plan.end : token.start].strip():
        return False
    return _MEASURED.match(plan.lead) is not None


def is_told_last(token: Token, lead: str, current: Statement) -> bool:
    """教育支出完成预算的97.7%，执行数456万元，预算数467万元: the thing, its rate, then both amounts."""
    rate, main = current.roles.get("rate"), current.main
    return (
        rate is not None
        and main is not None
        and bool(current.label)
        and rate.start < main.start < token.start
        and not current.roles.keys() & {"plan", "initial", "base"}
        and main.unit.name == token.unit.name
        and _PLANNED_RATE.search(current.how["rate"].whole) is not None
        and _BEHIND.match(lead) is not None
    )


def is_told_behind(text: str, token: Token, lead: str, current: Statement) -> bool:
    """支出50万元，执行率96%，预算52万元: a plan without a name of its own, right behind a rate."""
    rate = current.how.get("rate")
    return (
        rate is not None
        and rate.whole != "saved"
        and not current.roles.keys() & {"plan", "initial", "base"}
        and current.main is not None
        and current.main.start < current.roles["rate"].start
        and _BEHIND.match(lead) is not None
        and not _DONE_NEXT.match(text, token.end)
    )


def is_called_plan(text: str, token: Token) -> bool:
    """50万元预算，实际支出48万元: the word stands behind the amount."""
    return token.unit.kind == "yuan" and CALLED_PLAN.match(text, token.end) is not None


def tells_plan_and_outturn(lead: str) -> bool:
    """预算和支出分别为50万元、48万元: the two amounts of a run are of one thing."""
    return _PLAN_AND_OUTTURN.search(lead) is not None


def is_whole_plan(token: Token, lead: str, told: list[Statement]) -> bool:
    """年初预算50万元，追加10万元，合计60万元: a mere total of a plan and what was added to it is a plan."""
    if not _TOTAL_ALONE.match(lead):
        return False
    for position, statement in enumerate(reversed(told[-_ADDITIONS:])):
        amount = statement.amount
        if amount is None or amount.unit.kind != token.unit.kind or statement.sentence != told[-1].sentence:
            return False
        if statement.main is None:
            if position or "change" in statement.roles:
                return True
        elif not _ADDED.search(statement.lead):
            return False
    return False


_PAIR = 2
_FEWEST_NAMED = 3
"""Characters that name a plan; two (支出, 预算) may be told of anything."""


def is_of_plan(whole: str, current: Statement) -> bool:
    """预算总额50万元，支出48万元，占预算总额的96%: the words for all that was planned mean the plan told.

    So do the words that it was told with: 年初安排50万元，支出48万元，占年初安排的96%.
    """
    if not has_plan(current):
        return False
    named = len(whole) >= _FEWEST_NAMED and current.roles["plan"].lead.rstrip().endswith(whole)
    return named or _OF_ALL_PLANNED.match(whole) is not None


def is_unlabelled_rate(text: str, token: Token, lead: str, current: Statement) -> bool:
    """预算50万元，支出48万元，96%: behind plan and outturn, with nothing but a sign before it."""
    if not lead.strip():
        return _is_measured(text, token, current)
    return _SIGN.match(lead) is not None and has_plan(current)


def is_parted_outturn(token: Token, lead: str, told: list[Statement]) -> bool:
    """预算50万元，项目数3个，实际支付48万元: a count stands between the plan and what was done of it."""
    if len(told) < _PAIR or not _OUTTURN.match(lead):
        return False
    before, count = told[-2:]
    return (
        before.sentence == count.sentence
        and before.roles.keys() == {"plan"}
        and before.roles["plan"].unit.name == token.unit.name
        and count.roles.keys() == {"main"}
        and count.roles["main"].unit.kind == "count"
        and token.unit.kind != "count"
    )


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
        and not (_TOTAL_OF.match(lead) and _JOINED.match(current.lead))
        and not (_IN_ALL.search(lead) and _OF_A_PERIOD.search(current.lead))
        and (
            not _INCOME.search(current.lead)
            or (_PLANNED_INCOME.search(current.lead) is not None and _INCOME_DONE.match(lead) is not None)
            or _ARRANGED.search(current.lead) is not None
            or _RECEIVED.match(lead) is not None
        )
        and bool(_OUTTURN.match(lead) or _INCOME_DONE.match(lead))
    )
