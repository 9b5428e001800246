"""The score of an indicator told at length: what it could have less what it lost.

绩效自评（12分）。2个项目佐证材料不完整，每个扣0.5分，自评11分.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.scores.items import Item, item_of
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_SOME = re.compile(r"等(?![级次第于])[^，,。;]{0,8}扣|[例比]如|其[余他它]|另外|详见|附[表件]")
_PART = re.compile(r"其中|主要")
"""One deduction that these words tell is seldom all."""
_LEAST = 3
"""Points that such a paragraph tells."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such paragraph."""
    for paragraph in reading.paragraphs:
        if len(paragraph.points) >= _LEAST and (item := item_of(paragraph)) is not None:
            made = relation(KIND, "sum", item.score, item.operands, role="total")
            told = _SOME.search(paragraph.text, item.full.end) is None
            first = item.lost[0][0]
            clause = re.split("[。;]", paragraph.text[item.full.end : first.start])[-1]
            several = len(item.lost) > 1 or item.lost[0][1] > 1 or _PART.search(clause) is None
            yield Proposal((made,), asserted=told and several and _is_meant(item))


def _is_meant(item: Item) -> bool:
    """Whether the deductions leave the score, or one slip of it or of one of them keeps them from it."""
    left = sum((token.number * factor for token, _, factor in item.operands), Decimal(0))
    gap = left - item.score.number
    slips = [(token, token.number + gap / times) for token, times in item.lost]
    return one_slip_apart(item.score.build(), left) or any(
        meant > 0 and one_slip_apart(token.build(), meant) for token, meant in slips
    )
