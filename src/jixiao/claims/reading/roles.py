"""The role of a number, from the words that lead to it.

Roles: main (the amount itself), plan, base (a prior amount printed), change (amount of rise or fall), saved
(sent − cut), gained (sold − reserve price), excess (over or under the plan), growth, share, rate, points,
milestone (a round figure passed), level (another percentage), full, score, deducted, count, whole
(占 W 的 p%).
"""

import re
from functools import lru_cache

from jixiao.core.frozen import frozen

_FILLER = (
    r"(?:了|约为|大约|大概|约|近|超过|超|逾|将近|达到|达|为|是|有|共计|共|合计|总计|"
    r":|：|\s|\"|“|的|各|均|分别|依次|仅|只|\+)*"
)
_UP = (
    r"增加|增收|增支|增长|净增长|净增加|净增|多收入?|多支出?|多增|上升|提高|上涨|超收|超支|"
    r"扩大|扩张|攀升|新增|调增|追加|回升|递增|多出|增|升|多|涨|高"
)
_DOWN = (
    r"减少|减收|减支|压缩|下降|降低|短收|少收入?|少支出?|净减少|净减|压减|核减|调减|下滑|"
    r"回落|缩减|收缩|萎缩|递减|走低|负增长|下浮|减|降|少|低|滑落|收窄"
)
_NOUNED = r"(?:额度?|量|数额?|金额|总额|幅度?|比例|率|百分比|收入|支出|资金|规模|幅|速)?"
_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:的(?=数?额|金额|数量|幅度|比例))?{_NOUNED}{_FILLER}$"
)
_APART = re.compile(rf"(?:两年|两年度|前后|与?(?:上年|去年))(?:之?间)?(?:的)?(?:相差|差额|差距){_FILLER}$")
"""本年A，上年B，两年相差d: a change whose direction no word tells."""
_SET_IN_BRACKETS = re.compile(r"(?<![增减加少升降长])\((增加?|减少?|下降)\)(?=[幅额]?\s*$)")
"""较上年(减少)2万元: a word chosen of a form's, not the other one that a form leaves beside it."""
_CHANGE_OF_SOMETHING = re.compile(
    rf"(?:(?:比|较)\s?[^，,。；]{{2,10}}?|基础上)(?:(?P<up>增|多)|(?P<down>减|少|压))[^\d\s，,。；加到至为]{{1,2}}{_FILLER}$"
)
"""比上年增销20万元, 较去年多支出5万元: a change told with a verb of its own."""
_MORE_OR_LESS = re.compile(
    r"(?:^|[，,]|相比|比较|[期年度])\s?(?:(?P<up>[多增])|(?P<down>[少减]))"
    rf"(?:[售销征]|拨付?|支出?|列支|收入?|缴纳?|安排|完成|入库|使用|付|投入|下达|用|花)了?{_FILLER}$"
)
"""与上年同期20万元相比少拨付5万元: told with a verb, behind the base itself."""
_CUT = re.compile(rf"(?:调减|核减|追减|收回)[^，,。；\d]{{1,12}}(?:资金|预算|指标|经费){_FILLER}$")
"""年中调减中央财政资金300万元: taken from a budget told before."""
_UP_NOUN = re.compile(
    rf"(?:增幅|增速|增长率|涨幅|增减率|增长幅度|增减幅度?|升幅|增减变化率?|变动率|增减比例|同比|环比|增减){_FILLER}$"
)
_RISES = ("增幅", "涨幅", "升幅", "增长率", "增长幅度")
"""Nouns of a rise; 增速 and 同比 are told of a fall as well."""
_DOWN_NOUN = re.compile(
    rf"(?:降幅|减幅|压减率|压减比例|压缩率|压缩比例|下降比例|减少比例|下降率|下降幅度|减少率|跌幅){_FILLER}$"
)
_RISES_TO = re.compile(
    rf"^[\s，,、(]*(?:{_UP}|{_DOWN})(?:到|至|为)(?=\s?(?:19|20)\d\d\s?年|今年|本年|当年|去年)"
)
_REACHES = re.compile(rf"(?:{_UP}|{_DOWN}|调整|变更|压缩|提升)(?:到|至|为|成)(?:约|近|了)?\s*$")
_BUDGET = (
    r"(?:年初|调整后?|变动|全年|批复|下达|核定|年度|当年|本年|调整|追加后?|人代?会|部门|收入|支出|基金|代编|财政|人大批准的?|审定的?|中期)*"
    r"(?:预算|预期目标|计划|目标|任务|概算|预计|限额|控制数|预算指标|控制价|指标值|目标值|送审|报审|申报|中标前|标底|起始|起拍)"
)
_PLAN_NOUN = (
    r"(?:总额|数额|数|额|值|总|金额|资金|安排数?|下达数?|调整数|收入|支出|批复数?|价|造价|"
    r"投资|规模|经费|任务|采购|投入|筹集|小计|合计|总计|加总|汇总)*"
)
_PLAN = re.compile(rf"(?P<budget>{_BUDGET})(?:分别|依次|各)?{_PLAN_NOUN}{_FILLER}$")
_EXCESS = re.compile(
    rf"(?<!不)(?:(?P<up>大于|多于|高于|超出|超过|超)|(?P<down>小于|少于|低于))了?{_BUDGET}{_PLAN_NOUN}{_FILLER}$"
)
_BUDGETED = re.compile(rf"预算{_FILLER}$")
"""年初预算5个: things paid from the budget are no plan of theirs."""
_INITIAL = re.compile(rf"年初(?:批复|核定|批准|安排|下达)?的?(?:部门|单位|综合)预算{_PLAN_NOUN}{_FILLER}$")
_FUND_NAMES = re.compile(
    r"(?:公共|公共财政|政府性基金|国有资本经营|社会保险基金|社保基金|基金|四本|一般)预算$"
)
_FUND_INCOME = re.compile(
    r"(?:一般公共|公共|一般|公共财政|地方公共财政|地方财政|政府性基金|基金|国有资本经营|国有资本|社会保险基金|社保基金|财政|地方一般公共|部门|综合)预算(?=(?:财政)?(?:内|外)?(?:总|财力|财政|拨款|当年|本年|可用)*(?:收入|支出|拨款|资金|收支|结余|财力)|[（(]?$|补助)"
)
_PRIOR = r"(?:上年度?|去年|上一年度?|往年|前一年|同[期月]|年初|期初|上期|上月|(?P<year>(?:19|20)\d\d)年度?)"
_BASE = re.compile(
    rf"(?:(?:比|较|与|同|由|从|在|和|原)\s?)?{_PRIOR}(?:同[期月]|年度|末|底|初)?(?:全年|全部|总)?(?:的|数|完成数?|实现|决算数?|支出数?|收入数?|实际|执行数?|为|基数|总额|数额|实绩|水平|累计|金额|额)*{_FILLER}$"
)
_FROM = re.compile(r"(?:由|从|原来?|原为)(?:年初|上年|去年|期初|原来|最初|调整前|之?前)?(?:的|为)?\s*$")
_SHARE = re.compile(
    r"(?:占|佔)(?!用|地(?!方)|有(?!效|关)|领|道)(?:据|到(?!位)|了)?(?P<whole>[^，。；;,]*?)(?:的比重|的比例|的份额|的百分比|比重|比例|百分比|份额|比|的)?"
    + _FILLER
    + r"$"
)
_SHARE_OF_TOTAL = re.compile(
    r"(?:为|是|相当于)(?P<whole>(?!上年|去年|往年|同期|前)[^，。；;,]{0,12}(?:总额|总量|总数|总收入|总支出|合计|总计))的"
    + _FILLER
    + r"$"
)
"""为销售总额的30%: told without 占."""
_OPENING_SHARE = re.compile(
    r"^\s*(?:即|也就是)?(?P<whole>[^，。；;,]{0,16}(?:总额|总量|总数|总收入|总支出|合计|总计))(?:中?的)\s*$"
)
"""支出合计的30%来自财政拨款: the whole opens the clause."""
_SHARE_NOUN = re.compile(rf"(?:比重|占比|份额|所占比例|占总[^，。；]{{0,6}}比例|比例){_FILLER}$")
_GREATEST = re.compile(rf"(?:占比|比重|份额|所占比例)[最较][高大低小][，,]{_FILLER}$")  # 占比最高，为p%
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
    + _FILLER
    + r"$"
)
"""较均衡进度慢2.94%: points, though per cent is written."""
_RATE_NOUN = re.compile(rf"(?:率|进度|程度|比例|覆盖面|度){_FILLER}$")
_DONE_SHARE = re.compile(rf"(?:完成|执行|支付|使用|到位|拨付|兑付|兑现|发放|落实|结算)(?:的)?比例{_FILLER}$")
"""完成比例 is a rate of what was planned, unlike other 比例."""
_RATE = re.compile(
    rf"(?:完成|占|为其?|达到?|超|相当于其?|是其?|实现|执行|使用|支付|拨付|的){_FILLER}$|{_BUDGET}{_PLAN_NOUN}{_FILLER}$"
)
_RATE_OF = re.compile(rf"(?:完成|占|为|达到?|超|相当于|是|实现|执行)[^，。；;,]{{0,22}}{_FILLER}$")
_SAVED = re.compile(
    rf"(?:节约|节省|节支|节资|审减|核减|结余|结转|剩余|差额|节约资金|节省资金|审减额|核减额|未支付)"
    rf"(?:[\u4e00-\u9fff]{{2,4}}资金|造价|投资|价款|工程款|{_NOUNED}){_FILLER}$"
)
_SAVING_RATE = re.compile(
    rf"(?:节约|节支|节省|节资|审减|核减|资金节约|降价|下浮|净?节){_NOUNED}率?{_FILLER}$|"
    rf"(?:节约|节支|节省|节资|审减|核减){_NOUNED}占[^，。；;,占]{{0,8}}{_FILLER}$|(?:增值|溢价|增效)率{_FILLER}$|(?:结转|结余|未完成|未支付|未支出|未执行|未使用)率{_FILLER}$"
)
_ADJUSTED = re.compile(
    r"同口径|可比口径|剔除|扣除|按可比|还原|不含|不变价|年均|平均|比全[省国市州县]|高于|低于|比年初预?期|增速比|提高.{0,3}个百分点"
)
_ANNUAL = re.compile(r"年均|年平均|年递增|平均每年|年复合|每年平均")
_ADJUSTMENT = re.compile(rf"(?:调整|追加|调增|调减)(?:幅度|比例|率){_FILLER}$")
_FULL = re.compile(rf"(?:分值|满分|总分|权重|标准分|基本分|赋分|设定|指标分){_FILLER}$|\(\s*$")
_SCORE = re.compile(rf"(?:得分|评分|自评分?|评价|得|评为|获得|综合得分|折算|换算|总评){_NOUNED}{_FILLER}$")
_DEDUCTED = re.compile(rf"(?:扣分?|扣减|减|失分|扣除){_FILLER}$")


@frozen
class Role:
    """A role with the direction of change (+1, −1, 0) and, for shares, the words that name the whole."""

    name: str
    direction: int = 0
    whole: str = ""
    adjusted: bool = False
    again: bool = False
    """The whole was named with the share before it."""
    bare: bool = False
    """No word says that it is a share, only its brackets: it may hold, but never fail."""


_BRACKETED = re.compile(r"\([^()]*\)")
_IN_NAME = re.compile(r"(?<=[\u4e00-\u9fff])\([\u4e00-\u9fff]{1,6}\)(?=[\u4e00-\u9fff])")
_SENTENCE = re.compile(r"[。；;！?？]")
_PAUSE = re.compile(r"[，,]")
_PAUSE_OR_BRACKET = re.compile(r"[，,(]")
_PAUSE_OR_JOINT = re.compile(r"[，,、]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_STRAY = re.compile(r"(?<=[占长降])[，,、]\s?$")
"""占,88.19%: a sign that does not belong there."""
_PLANNED = re.compile(r"预算|计划|目标|任务|年初|调整")
_WHOLE_BUDGET = re.compile(r"(?:收入|支出|预算安排|总预算|预算总额)$")
_OTHER_BASIS = re.compile(r"同口径|剔除|扣除")
_NEGATIVE = re.compile(rf"负增长{_FILLER}$")
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
_AMOUNT_OF = re.compile(r"占(?!用|地(?!方)|有(?!效|关)|领|道)([^，。；]*)$")
_FLOW = re.compile(r"(?:收入|支出)$")
_SAVING = re.compile(r"节|审减|核减|差额")
_GAINED = re.compile(rf"(?:增值|溢价)(?:金额|资金|额){_FILLER}$")
_FUNDS = re.compile(r"收入|支出|资金|规模")
_AGAINST_PRIOR = re.compile(rf"(?:比|较|与|同|由|从)\s?{_PRIOR}[^，。；,增减升降多少压]{{0,14}}$")
_OPENING = re.compile(r"^[\s，,、(]*(?:年初|期初)(?:数|余额|时)?为?\s*$")
_CARRIED = re.compile(r"(?:结转|结余)$")
_LAST_YEAR = re.compile(r"上年|去年|同期|上一年")


def without_named_brackets(text: str) -> str:
    """The text without brackets that are part of a name: 维修(护)费, 因公出国(境)费."""
    return _IN_NAME.sub("", text) if "(" in text else text


def without_brackets(text: str) -> str:
    """The text without what closed brackets hold; an opening bracket that is still open stays."""
    return _BRACKETED.sub("", text) if "(" in text else text


def without_change(text: str) -> str:
    """The text without the words of change that end it, which name no thing: 同比扩大, 增幅."""
    for words in (_UP_NOUN, _DOWN_NOUN, _MORE_OR_LESS, _APART, _CHANGE):
        found = words.search(text)
        if found is not None:
            return text[: found.start()]
    return text


def without_rise(text: str) -> str:
    """由2019年的A扩大到2024年的B: the verb before the year names no thing."""
    return _RISES_TO.sub("", text)


@lru_cache(maxsize=4096)
def role_of(kind: str, lead: str) -> Role:
    """The role of a number of this kind of unit, from its lead: the text since the number before it."""
    clause = _SENTENCE.split(lead)[-1]
    clause = without_brackets(_SET_IN_BRACKETS.sub(r"\1", clause) if "(" in clause else clause)[-60:]
    match kind:
        case "percent" | "permille":
            return _percent(clause)
        case "point":
            return Role("points", _direction(clause))
        case "score":
            return _score(clause)
        case _:
            return _amount(clause, kind)


def _direction(clause: str) -> int:
    found = _CHANGE.search(clause)
    if found is None:
        return 0
    return 1 if found["up"] else -1


def _percent(clause: str) -> Role:
    clause = _STRAY.sub("", clause)
    last = _PAUSE_OR_BRACKET.split(clause)[-1]
    if not _HAN.search(last) and len(clause) > len(last):
        last = clause
    if _REACHES.search(last):
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
    if _NEGATIVE.search(last) or _DOWN_NOUN.search(last):
        return Role(name, -1, adjusted=adjusted)
    noun = _UP_NOUN.search(last)
    if noun is not None:
        return Role(name, 1 if noun.group().startswith(_RISES) else 0, adjusted=adjusted)
    found = _CHANGE.search(last)
    if found is None or _RATE_OF_ITS_OWN.search(last):
        return None
    direction = 1 if found["up"] else -1
    return Role(name, direction, adjusted=adjusted and name == "growth")


def _noun_whole(last: str) -> str:
    found = _IN_WHOLE.search(last) or _NOUN_WHOLE.search(last) or _WITHIN_WHOLE.search(last)
    return found["whole"] if found else ""


def _score(clause: str) -> Role:
    last = _PAUSE_OR_JOINT.split(clause)[-1]
    if _DEDUCTED.search(last):
        return Role("deducted")
    if _FULL.search(last):
        return Role("full")
    if _SCORE.search(last):
        return Role("score")
    return Role("score" if any(sign in clause for sign in "分评得") else "points_other")


def _amount(clause: str, kind: str) -> Role:
    last = _PAUSE.split(clause)[-1]
    bare = not _HAN.search(last)
    tail = clause if bare else last
    if _REACHES.search(tail) or _OPERATION.match(clause):
        return Role("main")
    share = _AMOUNT_OF.search(tail)
    if share is not None:
        plan = _PLAN.search(_FUND_INCOME.sub("", share[1]))
        return Role("plan" if plan is not None and not _FLOW.search(share[1]) else "whole")
    if _names_base(tail) or _FROM.search(tail):
        return Role("base")
    if kind == "yuan" and (kept := _kept(tail)) is not None:
        return kept
    if (moved := _moved(tail, clause)) is not None:
        return moved
    if _AGAINST_PRIOR.search(tail):
        return Role("base")
    excess = _EXCESS.search(tail)
    if excess is not None:
        return Role("excess", 1 if excess["up"] else -1, whole=excess.group())
    return _planned(tail, kind)


def _moved(tail: str, clause: str) -> Role | None:
    """A change: by a word of rise or fall, as what two years are apart, or with a verb of its own."""
    if _APART.search(tail):
        return Role("change")
    found = _CHANGE.search(tail)
    if found is not None:
        return _changed(found, clause)
    other = _CHANGE_OF_SOMETHING.search(tail) or _MORE_OR_LESS.search(tail)
    if other is not None:
        return Role("change", 1 if other["up"] else -1)
    return Role("change", -1) if _CUT.search(tail) else None


def _kept(tail: str) -> Role | None:
    """What was saved of a plan, or gained over a reserve price."""
    if _GAINED.search(tail):
        return Role("gained", 1)
    saved = _SAVED.search(tail) and _SAVING.search(tail[-8:])
    return Role("saved", -1) if saved else None


def _names_base(tail: str) -> bool:
    """Whether the words compare with an earlier year, or name one without a number."""
    if _OPENING.match(tail):
        return True
    base = _BASE.search(tail)
    if base is None or _CARRIED.search(tail):
        return False
    if base["year"] is None and _LAST_YEAR.search(base.group()):
        return True
    named = re.escape(base.group().lstrip("比较与同由从在和原 ")[:4])
    return re.search(rf"(?:比|较|与|同|由|从|原)\s?{named}", tail) is not None


def _changed(found: re.Match[str], clause: str) -> Role:
    """An amount after a word of change: the change, or what is new, or an amount that only stands near it."""
    word = found["up"] or found["down"]
    direction = 1 if found["up"] else -1
    if word in _SHORT_CHANGES and not _compares(clause) and _ONLY_CHANGE.match(clause) is None:
        return Role("change", direction) if word in ("增", "减", "调增", "降") else Role("main")
    noun = found.string[found.start() + len(word) :]
    if _FUNDS.search(noun) and word not in ("增加", "减少", "多", "少", "增", "减"):
        return Role("main")
    return Role("change", direction)


def _planned(tail: str, kind: str) -> Role:
    """A plan where the words name a budget that is no mere name of a fund."""
    if _INITIAL.search(tail):
        return Role("initial")
    tail = _BUDGETED.sub("", tail) if kind == "count" else _FUND_INCOME.sub("", tail)
    plan = _PLAN.search(tail)
    if (
        plan is not None
        and not _FUND_NAMES.search(plan.group().rstrip(" 的为:：约达共"))
        and not _FUND_NAMES.search(tail.rstrip(" 的为:：约达共"))
    ):
        return Role("initial" if "年初" in plan.group() or "年初" in tail else "plan")
    return Role("main")


_SHORT_CHANGES = frozenset(
    ("新增", "追加", "调增", "高", "低", "多", "少", "扩大", "减", "降", "增", "升", "涨")
)
"""Words of change that mean one only where something is compared."""
_ONLY_CHANGE = re.compile(rf"[\s，,、(]*(?:多|少|高|低){_FILLER}$")
"""比去年3.01万元少0.07万元: right behind the figure that is compared with."""
_OPERATION = re.compile(
    r"^[\s，,、]*(?:减去|扣除|加上|扣减|减(?=[\u4e00-\u9fff]*支出)(?![少收免]|支(?!出))|加(?=[\u4e00-\u9fff]*收入))[^，,。；]{1,12}$"
)


def _compares(clause: str) -> bool:
    return "比" in clause or "较" in clause
