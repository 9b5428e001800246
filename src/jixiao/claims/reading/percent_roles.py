"""What a percentage is, from the words that lead to it: a share, a rate, growth, or a level."""

import re

from jixiao.claims.reading.role_words import (
    BUDGET,
    CHANGE,
    DOWN_NOUN,
    FILLER,
    HAN,
    NOUNED,
    PLAN_NOUN,
    REACHES,
    UP_NOUN,
    Role,
)

_RISES = ("增幅", "涨幅", "升幅", "增长率", "增长幅度")
"""Nouns of a rise; 增速 and 同比 are told of a fall as well."""
_SHARE = re.compile(
    r"(?:占|佔)(?!用|地(?!方)|有(?!效|关)|领|道)(?:据|到(?!位)|了)?(?P<whole>[^，。；;,]*?)(?:的比重|的比例|的份额|的百分比|比重|比例|百分比|份额|比|的)?"
    + FILLER
    + r"$"
)
_SHARE_OF_TOTAL = re.compile(
    r"(?:为|是|相当于)(?P<whole>(?!上年|去年|往年|同期|前)[^，。；;,]{0,12}(?:总额|总量|总数|总收入|总支出|合计|总计))的"
    + FILLER
    + r"$"
)
"""为销售总额的30%: told without 占."""
_OPENING_SHARE = re.compile(
    r"^\s*(?:即|也就是)?(?P<whole>[^，。；;,]{0,16}(?:总额|总量|总数|总收入|总支出|合计|总计))(?:中?的)\s*$"
)
"""支出合计的30%来自财政拨款: the whole opens the clause."""
_SHARE_NOUN = re.compile(rf"(?:比重|占比|份额|所占比例|占总[^，。；]{{0,6}}比例|比例){FILLER}$")
_GREATEST = re.compile(rf"(?:占比|比重|份额|所占比例)[最较][高大低小][，,]{FILLER}$")  # 占比最高，为p%
_SHARE_REST = re.compile(
    r"(?:(?:预算|计划|目标|任务|预期|(?<!投资)限额)(?:收入|支出)?(?:数|额|总额|任务|指标|安排|安排数|目标|计划)*|年初|调整数|任务|预计数|人代会.{0,4})$"
)
_NAMED_BUDGET = re.compile(
    r"^(?:本|全|我)?(?:部门|单位)?(?!年初|年度|全年|调整|变动|收入预算|支出预算|财政|本级|一般公共预算)"
    r"(?:.{2,12}(?:支出|采购|项目|经费|拨款|收支|基金|补助))(?:总)?预算$"
)
"""占基本支出预算、占政府采购预算: the budget of a class of its own is a whole, not the plan of the amount."""
_OFF_CALENDAR = re.compile(
    r"(?:(?:超|快于|高于|慢于|低于|落后)[^，,]{0,2}(?:序时|时间|均衡|时序)进度|(?:序时|时间|均衡|时序)进度(?:要求)?(?:快|慢|超|高|低|提前|落后|滞后))"
    + FILLER
    + r"$"
)
"""较均衡进度慢2.94%: points, though per cent is written."""
_RATE_NOUN = re.compile(rf"(?:率|进度|程度|比例|覆盖面|度){FILLER}$")
_DONE_SHARE = re.compile(
    rf"(?:完成|执行|支付|使用|到位|拨付|兑付|兑现|发放|落实|结算|报销|补偿|赔付)(?:的)?比例{FILLER}$"
)
"""完成比例 is a rate of what was planned, unlike other 比例."""
_RATE = re.compile(
    rf"(?:完成|占|为其?|达到?|超|相当于其?|是其?|实现|执行|使用|支付|拨付|的){FILLER}$|{BUDGET}{PLAN_NOUN}{FILLER}$"
)
_RATE_OF = re.compile(rf"(?:完成|占|为|达到?|超|相当于|是|实现|执行)[^，。；;,]{{0,22}}{FILLER}$")
_SAVING_RATE = re.compile(
    rf"(?:节约|节支|节省|节资|审减|核减|资金节约|降价|下浮|净?节){NOUNED}率?{FILLER}$|"
    rf"(?:节约|节支|节省|节资|审减|核减){NOUNED}占[^，。；;,占]{{0,8}}{FILLER}$|(?:增值|溢价|增效)率{FILLER}$|(?:结转|结余|未完成|未支付|未支出|未执行|未使用)率{FILLER}$"
)
_ADJUSTED = re.compile(
    r"同口径|可比口径|剔除|扣除|按可比|还原|不含|不变价|年均|平均|比全[省国市州县]|高于|低于|比年初预?期|增速比|提高.{0,3}个百分点"
)
_ANNUAL = re.compile(r"年均|年平均|年递增|平均每年|年复合|每年平均")
_ADJUSTMENT = re.compile(rf"(?:调整|追加|调增|调减)(?:幅度|比例|率){FILLER}$")
_PAUSE_OR_BRACKET = re.compile(r"[，,(]")
_STRAY = re.compile(r"(?<=[占长降])[，,、]\s?$")
"""占,88.19%: a sign that does not belong there."""
_PLANNED = re.compile(r"预算|计划|目标|任务|年初|调整")
_WHOLE_BUDGET = re.compile(r"(?:收入|支出|预算安排|总预算|预算总额)$")
_OTHER_BASIS = re.compile(r"同口径|剔除|扣除")
_NEGATIVE = re.compile(rf"负增长{FILLER}$")
_RATE_OF_ITS_OWN = re.compile(r"(?:提高|降低|上升|下降)率|覆盖率$")
_NOUN_WHOLE = re.compile(r"占(?!用|地(?!方)|有|领|道)(?P<whole>[^，。；;,]*?)(?:的)?(?:比重|比例)")
_WITHIN_WHOLE = re.compile(
    r"(?:^|年|月|度|末|底)(?P<whole>[^，。；;,年月]{2,16}?(?:收入|支出|经费|资金|总额))中(?!央)[^，。；;,占]{2,12}(?:占比|比重)"
)
"""一般公共预算收入中税收占比p%: the whole stands before its part."""
_IN_WHOLE = re.compile(
    r"(?:在|于)(?P<whole>[^，。；;,在于]{2,16}?)(?:当中|之中|里|中)(?:所|的)*(?:占(?!用|地)比?|比重|份额)"
)
"""在本年支出合计中占p%."""


def percent_role(clause: str) -> Role:
    """The role of a percentage, from its clause."""
    clause = _STRAY.sub("", clause)
    last = _PAUSE_OR_BRACKET.split(clause)[-1]
    if not HAN.search(last) and len(clause) > len(last):
        last = clause
    if REACHES.search(last):
        return Role("level")
    if _OFF_CALENDAR.search(last):
        return Role("points")
    if _SAVING_RATE.search(last):
        return Role("rate", whole="saved")
    share = _SHARE.search(last) or _SHARE_OF_TOTAL.search(last) or _OPENING_SHARE.match(last)
    if share is not None:
        return _of_whole(share["whole"] or _noun_whole(last), last)
    growth = _growth(last)
    if growth is not None:
        return growth
    if _DONE_SHARE.search(last):
        return Role("rate", whole=last)
    if _SHARE_NOUN.search(last) or _GREATEST.search(clause):
        return Role("share", whole=_noun_whole(last))
    if _RATE_NOUN.search(last) or _RATE.search(last):
        return Role("rate", whole=last)
    if _RATE_OF.search(last) and _PLANNED.search(last):
        return Role("rate", whole=last)
    return Role("level")


def _of_whole(whole: str, last: str) -> Role:
    """占 W 的 p%: a rate where W is a budget, else a share."""
    if _SHARE_REST.search(whole) and not _WHOLE_BUDGET.search(whole) and not _NAMED_BUDGET.match(whole):
        return Role("rate", whole=whole)
    return Role("share", whole=whole, adjusted=bool(_OTHER_BASIS.search(last)))


def _growth(last: str) -> Role | None:
    """A rate of change; None where the words tell of none."""
    if _ADJUSTMENT.search(last):
        return Role("rate", whole=last)
    adjusted = bool(_ADJUSTED.search(last))
    name = "annual" if _ANNUAL.search(last) else "growth"
    if _NEGATIVE.search(last) or DOWN_NOUN.search(last):
        return Role(name, -1, adjusted=adjusted)
    noun = UP_NOUN.search(last)
    if noun is not None:
        return Role(name, 1 if noun.group().startswith(_RISES) else 0, adjusted=adjusted)
    found = CHANGE.search(last)
    if found is None or _RATE_OF_ITS_OWN.search(last):
        return None
    direction = 1 if found["up"] else -1
    return Role(name, direction, adjusted=adjusted and name == "growth")


def _noun_whole(last: str) -> str:
    found = _IN_WHOLE.search(last) or _NOUN_WHOLE.search(last) or _WITHIN_WHOLE.search(last)
    return found["whole"] if found else ""
