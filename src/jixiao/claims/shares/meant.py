"""What a figure of a share is meant as: the end of a range is no share, and what is planned is of a plan."""

import re
from collections.abc import Iterable, Sequence

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_RANGE = re.compile(r"\s*(?:[—–~～-]{1,2}|至|到)\s*\d+(?:\.\d+)?[%％]")
_RANGE_END = re.compile(r"[%％]\s*(?:[—–~～-]{1,2}|至|到)\s*$")
_RANGE_LONG = 8
"""Characters of the first end of a range."""
_UNDONE = re.compile(r"(?:未|尚未|没有)(?:完成|实施|开工|执行|达标|整改|实现|达到)[^，,。；;]{0,6}$")
_PLANNED = ("plan", "initial")


def is_of_range(rate: Token) -> bool:
    """30%—50%的5个: the one end of a range, by which things are told apart."""
    text = rate.block.text
    return bool(
        _RANGE.match(text, rate.end) or _RANGE_END.search(text, max(rate.start - _RANGE_LONG, 0), rate.start)
    )


def of_stage(
    ranked: Sequence[tuple[Token, bool]], before: Iterable[Statement], part: Token
) -> list[tuple[Token, bool]]:
    """全年预算A，执行B。分性质看，甲安排C，占p%: what is planned is of the plan beside the outturn."""
    undone = _UNDONE.search(part.lead) is not None  # 45个，完成42个，未完成3个: of what was to be done
    if part.role not in _PLANNED and not undone:
        return [*ranked]
    plans = {id(s.main): s.roles["plan"] for s in before if s.main is not None and "plan" in s.roles}
    plans = {key: plan for key, plan in plans.items() if plan.unit.name == part.unit.name}
    return [
        entry
        for token, sure in ranked
        for entry in (
            [(plans[id(token)], sure), *([] if undone else [(token, False)])]
            if id(token) in plans
            else [(token, sure)]
        )
    ]
