"""The rate of several things together: 中央资金A，支出B，执行率p%；省级资金C，支出D，执行率q%；合计r%.

The list tells plan, amount and rate of each and no total: the rate behind it is of all that it tells.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jixiao.claims.reading.proposal import Proposal, relation

if TYPE_CHECKING:
    from jixiao.claims.reading.document import Reading
    from jixiao.claims.reading.statements import Statement

KIND = "rate"
_TOGETHER = re.compile(
    r"^[\s，,、;；。]*(?:以上|上述|三项|两项|几项|各项|项目|资金|预算)*(?:合计|总计|总体?|整体|综合|全部|共计)(?:的)?(?:资金|项目|预算)?"
    r"(?:执行|完成|支付|支出|使用|到位)(?:率|进度)(?:为|是|达到?|:)*\s*$"
)
_WITHIN = re.compile(r"其中|包括")
_FEWEST, _MOST = 2, 12


def extract(reading: "Reading") -> Iterator[Proposal]:
    """One proposal per such rate behind a list of things with rates of their own."""
    for position, statement in enumerate(reading.statements):
        rate = statement.roles.get("rate")
        if (
            rate is None
            or statement.roles.keys() & {"main", "plan", "initial"}
            or rate.unit.kind != "percent"
        ):
            continue
        if not _TOGETHER.match(rate.lead) or rate.approximate:
            continue
        parts = _list_before(reading.statements, position)
        if len(parts) < _FEWEST:
            continue
        operands = [
            *((part.roles["main"], "outturn") for part in parts),
            *((part.roles["rate"], "part_rate") for part in parts),
        ]
        made = relation(KIND, "parts_done", rate, operands)
        yield Proposal((made,), asserted=not _is_within(reading.statements, parts[0]))


def _list_before(statements: Sequence["Statement"], position: int) -> list["Statement"]:
    """The things told right before, each with its plan, what was done of it and the rate of that."""
    own = statements[position]
    parts: list[Statement] = []
    for other in statements[max(position - _MOST, 0) : position][::-1]:
        if other.block != own.block or own.sentence - other.sentence > 1:
            break
        if not other.roles.keys() >= {"plan", "main", "rate"} or other.depth != own.depth:
            break
        if other.roles["plan"].unit.kind != "yuan" or other.roles["main"].unit.kind != "yuan":
            break
        parts.insert(0, other)
    rates = {part.roles["rate"].lead[-3:] for part in parts}
    return parts if len(rates) == 1 else []


def _is_within(statements: Sequence["Statement"], first: "Statement") -> bool:
    """Whether the list is part of something told before it."""
    before = statements[first.index - 1] if first.index else None
    if before is None or before.block != first.block or before.amount is None:
        return False
    return _WITHIN.search(first.lead) is not None or before.sentence == first.sentence
