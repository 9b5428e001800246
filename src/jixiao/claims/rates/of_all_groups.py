"""The satisfaction of all groups by the answers of each: 学生782份，满意693份；家长371份，满意326份；综合p%.

All that were content over all that answered. The writer may have taken the mean of the rates instead, so that
only a slip is refuted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

_OVERALL = re.compile(
    r"(?:综合|总体?|平均|整体|合计|全部|[两三四五]类|[两三四五]项|[两三四五]者)[^，,。；;]{0,8}满意(?:度|率)(?:为|是|达到?|:)*\s*$"
)
_BLOCKS = 8
"""How far apart the groups and their overall rate may stand, where each group is an item."""
_FEWEST = 2
"""Groups that make a survey of several."""


@dataclass(frozen=True, slots=True)
class Group:
    """What the answers of one group made: its rate, content and asked."""

    block: int
    made: Relation


def is_overall(rate: Token) -> bool:
    """Whether a rate is said to be of several groups together."""
    return _OVERALL.search(rate.lead) is not None


def of_all_groups(rate: Token, groups: Sequence[Group], counts: Sequence[Token]) -> Proposal | None:
    """The overall rate by the groups told right before it; ``counts`` are those of its own paragraph."""
    block = rate.block.index
    near = [one.made for one in groups if block - one.block <= _BLOCKS and one.made.stated.index < rate.index]
    own = [made for made in near if made.stated.place.block == block]
    near = own if len(own) >= _FEWEST else near
    if len(near) < _FEWEST or len({made.operands[1].quantity.unit.word for made in near}) > 1:
        return None
    content, asked = ([made.operands[at].quantity for made in near] for at in (0, 1))
    parts = [Operand(one, "part") for one in content]
    total = sum((one.value for one in asked), Decimal(0))
    told = [token for token in counts if token.end <= rate.start and token.value == total]
    wholes = [Operand(told[-1].build(), "whole")] if told else [Operand(one, "whole") for one in asked]
    formula = "parts_of_whole" if told else "parts_of_wholes"
    pooled = Relation("rate", formula, rate.build(), (*parts, *wholes), role="rate")
    computed = decide(pooled).computed
    meant = computed is not None and one_slip_apart(
        rate.build(), round_half_up(computed / rate.unit.scale, rate.decimals)
    )
    mean = sum((made.stated.number for made in near), Decimal(0)) / len(near)
    return Proposal((pooled,), asserted=meant and round_half_up(mean, rate.decimals) != rate.number)
