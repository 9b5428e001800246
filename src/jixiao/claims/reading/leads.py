"""The words that lead to a figure: freed of comparisons, the names they list, the year they name."""

import re
from functools import lru_cache

from jixiao.claims.reading.items import label_of
from jixiao.claims.reading.joined import without_joints
from jixiao.claims.reading.role_words import Role
from jixiao.claims.reading.roles import without_change, without_rise

_SENTENCE = re.compile(r"[。；;]")
_CUE_CLAUSE = re.compile(
    r"^[\s，,、(]*(?:其中)?(?:比|较|与|同)[^，。；]{0,14}?(?:相比|同期|上年度?|去年|年度?|决算数?|预算数?)(?:同期)?(?:的)?(?:相比)?[，,]?"
)


_OWN_VERB = re.compile(
    r"(?:^|(?<=[，,]))\s*(?:较[^，,]{2,6}?)?(?:[增多减少][^\d，,]{1,2}|压减|压缩)(?:比例|率)?\s*$"
)
"""Nothing but a verb of change: 增销, 压减比例."""
_AGAINST_CALENDAR = re.compile(
    r"(?:比|较|与|超过?|高[于出]|快[于过]?|慢于?|低于|落后于?|滞后于?|欠)*(?:全年)?(?:序时|时间|均衡|时序)(?:支出|收入)?进度(?:要求)?"
    r"(?:快|慢|超|高|低|提前|落后|滞后|加快)*[了出]?\s*$"
)
_BLANK_SHARE = re.compile(r"占[^，,。；;\d]{0,14}[%％](?=[，,])")
"""A share whose figure was never filled in: 占基本支出预算%，同比增加c."""
_BY_AND_BY = re.compile(r"^(?:逐年|逐步|稳步|连年|持续|一路)(?=[增减升降提下])")
_MOVES = re.compile(r"收窄|拉动|带动")
_OVER_PLAN = re.compile(
    r"(?:决算|执行|支出|收入|实际|完成)*数?(?:大于|多于|高于|超出|超过|超|小于|少于|低于)[^，,。；]*$"
)
_OF_WHOLE = re.compile(r"(?:占|(?:^|(?<=[，,]))(?:为|是|相当于)(?=[^，。；]*的))[^，。；]*$")
_IN_WHOLE = re.compile(
    r"(?:在|于)[^，。；;,在于]{2,16}?(?:当中|之中|里|中)(?:所|的)*(?:占比|比重|比例|份额)?(?:为|是|达)?\s*$"
)
_OF_PLAN = re.compile(
    r"^[\s，,()]*(?:(?:实际|全年)?(?:支出|收入|资金|决算数?|执行数?))?(?:完成|占|为|达到?|是)[^，。；]*(?:预算|计划|目标|任务|限额|(?:到位|下达|批复|安排|拨付)(?:资金|经费|数|额))[^，。；]*$"
)


@lru_cache(maxsize=4096)
def without_cues(lead: str, role: str) -> str:
    """The lead without the comparison or the named whole, which are not its own item."""
    text = without_joints(_BLANK_SHARE.sub("", _SENTENCE.split(lead)[-1]), role)
    if role == "points":
        text = _AGAINST_CALENDAR.sub("", text)
    if role in ("growth", "change", "base", "points"):
        text = _CUE_CLAUSE.sub("", text)
        text = _MOVES.sub("", text)
        text = _OWN_VERB.sub("", text)
        if role in ("growth", "change"):
            text = without_change(text)
    if role == "main":
        text = without_rise(_BY_AND_BY.sub("", text))
    if role == "excess":
        text = _OVER_PLAN.sub("", text)
    if role in ("share", "whole"):
        text = _IN_WHOLE.sub("", _OF_WHOLE.sub("", text))
    if role in ("rate", "plan", "main"):
        text = _OF_PLAN.sub("", text)
    return text


def names_of(lead: str, count: int) -> list[str]:
    """The names before 分别: A、B和C分别完成."""
    clause = re.split(r"[。；;：:]", lead)[-1]
    head = re.split(r"分别|各|依次", clause)[0]
    head = re.split(r"[，,](?=[^，,]*[、和])", head)[-1]
    names = [name for name in re.split(r"[、]|和|及|与|以及|，|,", head) if name.strip()]
    if len(names) < count:
        return []
    return [label_of(name) or name.strip() for name in names[-count:]]


_RELATES = re.compile(
    r"^[\s，,、(的]*(?:(?:预算)?(?:执行|支出|收入|完成|收支)进度(?=[为达是]))?(?:完成|占|为|达|是|约|相当于|与|比|超)[^，。；]{0,24}$"
)
_PLANNED = re.compile(r"预算|计划|目标|任务|指标|限额")
_RATE_NAMED = re.compile(
    r"^[\s，,、(]*(?:预算|资金|项目|支出|收入|总体|全年|总|平均|综合)?(?:的)?(?:执行|完成|支付|支出|到位|节约|节支|使用|结案|办结|控制|拨付|兑付|发放)(?:率|进度|比例)"
)


def about_plan(lead: str, role: Role) -> bool:
    """完成年初预算、为调整预算: the words name only which plan is meant."""
    last = _SENTENCE.split(lead)[-1]
    if role.name == "rate" and (role.whole == "saved" or _RATE_NAMED.match(last)):
        return True
    return bool(_RELATES.match(last) and _PLANNED.search(last))


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?年|(?=(?:部门|单位|当年)?(?:预算|决算)))")


@lru_cache(maxsize=4096)
def period_of(lead: str) -> int | None:
    """The last year named in the clause of the figure."""
    clause = _SENTENCE.split(lead)[-1]
    years = _YEAR.findall(clause)
    return int(years[-1]) if years else None
