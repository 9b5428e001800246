"""Words between the figures of one thing that name nothing of their own.

在上年B的基础上增长p%: where a change starts from. 由B扩大到A: where it ends.
同比减收d，下降p%，缴库数为A: the amount told last.
完成年初预算P的p%、调整预算Q的q%，执行数为A: that of both budgets.
"""

import re

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_BASIS = re.compile(r"\s?(?:的\s?基础|为(?:基[期数年准]|起点))")
_FROM_BASIS = re.compile(r"[在于以][^，,。；;]*$")
_ON_BASIS = re.compile(r"^\s?的?\s?基础(?:上|之上)?[，,]?\s?(?:又|再|继续|同比)?")
_MOVES_TO = re.compile(
    r"^[\s，,]*(?:进一步|逐步|稳步|快速|大幅)?(?:扩大|压缩|压减|缩减|缩小|收缩|收窄|攀升|跃升|回升|回落|下滑|滑落|增加|减少|增长|提升|发展|累积|减)"
    r"(?:到|至|为|成)(?:了|约)?\s*$"
)
_NAMELESS = re.compile(
    r"^[\s，,]*(?:实际|累计|全年|当年|本年|本期|共)*(?!余额|差额|限额|结余|其他)[\u4e00-\u9fff]{0,2}(?:数|数额|总额|总量|总数|规模|额|量)(?:分别|依次|各)?(?:为|是|达到?|:)*\s*$"
)
_DONE = re.compile(
    r"^[\s，,；;]*(?:实际|累计|全年|当年|本年)*(?:执行|支出|收入|完成|支付|决算|拨付|入库|使用)(?:总?(?:数|额)|金额)(?:为|是|达|:)*\s*$"
)
_YEARLY = re.compile(r"^[\s，,、(]*年度(?=的?(?:预算|计划|目标|任务))")
_SOURCE = re.compile(
    r"^\s?(?:来自于?|来源于|源于|用于|投向|由)[^，,。；;\d]{2,30}[，,](?:即|计|为|共|金额为?)+[^，,。；;\d]{0,16}$"
)
_IS_PART = re.compile(
    r"\s?(?:来自于?|来源于|源于|用于|投向|由|为|是|系|属于?)[^，,。；;\d]{2,30}[，,(](?:即|计|为|共|合|达|金额为?|数额为?)[^，,。；;\d]{0,16}"
)
"""的p%为保险费，计: a share before the name of its part and the amount of that."""
_OPENED = re.compile(r"[\u4e00-\u9fff](?:中?的)\s*$")
_ONLY_SIGN = re.compile(r"^\s*[，,、；;]\s*$")


def is_start_of_change(text: str, token: Token, lead: str) -> bool:
    """在2021年B的基础上增长p%, 以2018年B为基期: an amount that the words behind it call a basis."""
    return _BASIS.match(text, token.end) is not None and _FROM_BASIS.search(lead) is not None


def without_joints(lead: str, role: str) -> str:
    """The lead without words that only join its figure to the one before."""
    if role == "main":
        return _MOVES_TO.sub("", lead)
    if role in ("plan", "initial"):
        return _YEARLY.sub("", lead)
    if role in ("growth", "change", "annual"):
        return _ON_BASIS.sub("", lead)
    return lead


def is_told_after_change(lead: str, current: Statement) -> bool:
    """同比减收d，下降p%，缴库数为A: an amount that only its kind names, behind a change that has none."""
    names = current.roles.keys()
    return "change" in names and not names & {"main", "plan", "initial"} and _NAMELESS.match(lead) is not None


def is_told_after_stages(lead: str, told: list[Statement]) -> bool:
    """完成年初预算P的p%、调整预算Q的q%，执行数为A: the amount of the thing that both budgets are of."""
    if len(told) < 2 or _DONE.match(lead) is None:
        return False
    first, second = told[-2:]
    return (
        first.sentence == second.sentence
        and first.roles.keys() == {"initial", "rate"}
        and second.roles.keys() == {"plan", "rate"}
        and bool(first.label)
        and not second.label
    )


def is_outturn_alone(lead: str, current: Statement) -> bool:
    """甲项目：预算数A；执行数B: the next field of a form, though a semicolon parts them."""
    return current.roles.keys() == {"plan"} and _DONE.match(lead) is not None


def is_part_told_last(lead: str, current: Statement) -> bool:
    """支出合计的p%来自财政拨款，即A; 收入合计的p%为保险费，计A: the amount whose share it is."""
    if current.roles.keys() != {"share"}:
        return False
    how = current.how["share"]
    opened = bool(how.whole) and (_OPENED.search(current.roles["share"].lead) is not None or how.again)
    return _SOURCE.match(lead) is not None or (opened and _IS_PART.fullmatch(lead.rstrip()) is not None)


def is_next_share(text: str, token: Token, lead: str, told: list[Statement]) -> bool:
    """收入合计的p%为保险费，计A；q%为财政补贴，计B: a further share of the whole named with the first."""
    before = told[-1]
    if before.roles.keys() != {"share", "main"} or not _ONLY_SIGN.match(lead):
        return False
    share, how = before.roles["share"], before.how["share"]
    opened = bool(how.whole) and (_OPENED.search(share.lead) is not None or how.again)
    return opened and share.start < before.roles["main"].start and _IS_PART.match(text, token.end) is not None
