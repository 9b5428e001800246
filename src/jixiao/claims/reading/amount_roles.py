"""What an amount is, from the words that lead to it: itself, a plan, a base, a change, what was saved."""

import re

from jixiao.claims.reading.role_words import (
    APART,
    BUDGET,
    CHANGE,
    FILLER,
    HAN,
    MORE_OR_LESS,
    NOUNED,
    PLAN_NOUN,
    REACHES,
    Role,
)

_CHANGE_OF_SOMETHING = re.compile(
    rf"(?:(?:比|较)\s?[^，,。；]{{2,10}}?|基础上)(?:(?P<up>增|多)|(?P<down>减|少|压))[^\d\s，,。；加到至为]{{1,2}}{FILLER}$"
)
"""比上年增销20万元, 较去年多支出5万元: a change told with a verb of its own."""
_CUT = re.compile(rf"(?:调减|核减|追减|收回)[^，,。；\d]{{1,12}}(?:资金|预算|指标|经费){FILLER}$")
"""年中调减中央财政资金300万元: taken from a budget told before."""
_PLAN = re.compile(rf"(?P<budget>{BUDGET})(?:分别|依次|各)?{PLAN_NOUN}{FILLER}$")
_EXCESS = re.compile(
    rf"(?<!不)(?:(?P<up>大于|多于|高于|超出|超过|超)|(?P<down>小于|少于|低于))了?{BUDGET}{PLAN_NOUN}{FILLER}$"
)
_BUDGETED = re.compile(rf"预算{FILLER}$")
"""年初预算5个: things paid from the budget are no plan of theirs."""
_INITIAL = re.compile(rf"年初(?:批复|核定|批准|安排|下达)?的?(?:部门|单位|综合)预算{PLAN_NOUN}{FILLER}$")
_FUND_NAMES = re.compile(
    r"(?:公共|公共财政|政府性基金|国有资本经营|社会保险基金|社保基金|基金|四本|一般)预算$"
)
_FUND_INCOME = re.compile(
    r"(?:一般公共|公共|一般|公共财政|地方公共财政|地方财政|政府性基金|基金|国有资本经营|国有资本|社会保险基金|社保基金|财政|地方一般公共|部门|综合)预算(?=(?:财政)?(?:内|外)?(?:总|财力|财政|拨款|当年|本年|可用)*(?:收入|支出|拨款|资金|收支|结余|财力)|[（(]?$|补助)"
)
_PRIOR = r"(?:上年度?|去年|上一年度?|往年|前一年|同[期月]|年初|期初|上期|上月|(?P<year>(?:19|20)\d\d)年度?)"
_BASE = re.compile(
    rf"(?:(?:比|较|与|同|由|从|在|和|原)\s?)?{_PRIOR}(?:同[期月]|年度|末|底|初)?(?:全年|全部|总)?(?:的|数|完成数?|实现|决算数?|支出数?|收入数?|实际|执行数?|为|基数|总额|数额|实绩|水平|累计|金额|额)*{FILLER}$"
)
_FROM = re.compile(r"(?:由|从|原来?|原为)(?:年初|上年|去年|期初|原来|最初|调整前|之?前)?(?:的|为)?\s*$")
_SAVED = re.compile(
    rf"(?:节约|节省|节支|节资|审减|核减|结余|结转|剩余|差额|节约资金|节省资金|审减额|核减额|未支付)"
    rf"(?:[\u4e00-\u9fff]{{2,4}}资金|造价|投资|价款|工程款|{NOUNED}){FILLER}$"
)
_PAUSE = re.compile(r"[，,]")
_AMOUNT_OF = re.compile(r"占(?!用|地(?!方)|有(?!效|关)|领|道)([^，。；]*)$")
_FLOW = re.compile(r"(?:收入|支出)$")
_SAVING = re.compile(r"节|审减|核减|差额")
_GAINED = re.compile(rf"(?:增值|溢价)(?:金额|资金|额){FILLER}$")
_FUNDS = re.compile(r"收入|支出|资金|规模")
_AGAINST_PRIOR = re.compile(rf"(?:比|较|与|同|由|从)\s?{_PRIOR}[^，。；,增减升降多少压]{{0,14}}$")
_OPENING = re.compile(r"^[\s，,、(]*(?:年初|期初)(?:数|余额|时)?为?\s*$")
_CARRIED = re.compile(r"(?:结转|结余)$")
_LAST_YEAR = re.compile(r"上年|去年|同期|上一年")


def amount_role(clause: str, kind: str) -> Role:
    """The role of an amount of this kind of unit, from its clause."""
    last = _PAUSE.split(clause)[-1]
    bare = not HAN.search(last)
    tail = clause if bare else last
    if REACHES.search(tail) or _OPERATION.match(clause):
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
    if APART.search(tail):
        return Role("change")
    found = CHANGE.search(tail)
    if found is not None:
        return _changed(found, clause)
    other = _CHANGE_OF_SOMETHING.search(tail) or MORE_OR_LESS.search(tail)
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
_ONLY_CHANGE = re.compile(rf"[\s，,、(]*(?:多|少|高|低){FILLER}$")
"""比去年3.01万元少0.07万元: right behind the figure that is compared with."""
_OPERATION = re.compile(
    r"^[\s，,、]*(?:减去|扣除|加上|扣减|减(?=[\u4e00-\u9fff]*支出)(?![少收免]|支(?!出))|加(?=[\u4e00-\u9fff]*收入))[^，,。；]{1,12}$"
)


def _compares(clause: str) -> bool:
    return "比" in clause or "较" in clause
