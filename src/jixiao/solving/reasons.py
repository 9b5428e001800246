"""Why a number could not be checked, in plain Chinese and as specific as is known."""

from jixiao.core.claim import Claim
from jixiao.core.quantity import Quantity

_ROLES = {
    "rate": "没有印出对应的预算数或执行数，无法复算该比率",
    "growth": "上年数与增减额均未印出，无法复算增减幅度",
    "share": "没有印出所占的总额或该部分的金额，无法复算占比",
    "change": "上年数未印出，无法复算增减额",
    "saved": "没有印出计划数或实际数，无法复算结余（节约）额",
    "points": "所比较的两个百分比未同时印出，无法复算百分点",
    "level": "调查或统计得出的比例，没有印出所依据的数",
    "base": "上年数仅此一处，没有可比的增减额或增减幅度",
    "plan": "预算（计划）数仅此一处，没有印出执行率或分项",
    "initial": "年初预算数仅此一处，没有印出完成率或分项",
    "main": "金额仅此一处，没有合计、分项、占比或执行率可供复算",
    "score": "得分仅此一处，没有印出分值、扣分或合计",
    "full": "分值仅此一处，没有印出可相加的合计",
    "deducted": "扣分仅此一处，没有印出满分和得分",
    "count": "数量仅此一处，没有列出可清点的内容",
}
_KINDS = {
    "yuan": "金额仅此一处，没有合计、分项、占比或执行率可供复算",
    "percent": "没有印出计算该百分比所需的两个数",
    "permille": "没有印出计算该千分比所需的两个数",
    "point": _ROLES["points"],
    "score": _ROLES["score"],
    "count": _ROLES["count"],
}
_CLAIMS = {
    "rate": "预算数为零或未印出，无法复算执行率",
    "growth": "上年数为零或未印出，无法复算增减幅度",
    "share": "总额为零或未印出，无法复算占比",
    "sum": "列举不全（等），不能断定各项之和应等于合计",
    "score_sum": "所列指标不全，不能断定各项之和应等于总分",
    "count": "列举不全（等），不能清点",
    "difference": "相减的两个数未同时印出",
    "ratio": "相比的两个数未同时印出",
}


def reason(quantity: Quantity, claim: Claim | None = None, role: str = "", amounts_beside: int = 0) -> str:
    """The reason for one number.

    ``claim`` is an undecidable claim that it takes part in, ``role`` what it is, where known;
    ``amounts_beside`` counts the amounts in its paragraph or table.
    """
    if quantity.approximate:
        return "约数，不作精确比较"
    if claim is not None:
        if claim.note == "approximate":
            return "与之比较的是约数，无法判定"
        return _CLAIMS.get(claim.kind, "缺少可比的数，无法判定")
    if quantity.comparator:
        return "目标值或限额，没有印出对应的完成数"
    if role in _ROLES:
        return _ROLES[role]
    if quantity.unit.kind == "percent" and amounts_beside < 2:
        return "同段没有印出金额，无法复算该百分比"
    return _KINDS.get(quantity.unit.kind, "没有印出计量单位，无法判断与何数比较")
