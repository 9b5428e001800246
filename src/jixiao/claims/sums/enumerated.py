"""Whether a list behind a total may be meant to make it: by its size, and by the colon that opens it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.claims.reading.proposal import relation
from jixiao.claims.sums.runs import Entry
from jixiao.core.slips import slip

_LEAST, _MOST = Decimal("0.1"), Decimal(12)
"""How many times its parts a total may be, a point shifted or a digit doubled, and still be theirs."""
_SAME = Decimal(9900), Decimal(10100)
"""How many times its parts a total may be, or they the total, where one is in 万元 for 元."""
_ENUMERATED = re.compile(
    r"\s*(?:[，,]?\s*(?:具体|构成|明细|分项|情况|如下|用于|用途|分别|为)+)?[:：]"
    r"|\s*[，,；;]\s*(?![^:：]*(?:主要|其中|重点|部分|例如))[按分]?[^，,。；;:：\d]{0,10}"
    r"(?:[领区]域|金额|用途|类[别型]?|对象|性质|科目|级次|来源|方式|功能|构成|组成|去向|投向|分布|划分|归类|分)"
    r"[^，,。；;:：\d]{0,6}[:：]"
)
"""安排资金A：甲B、乙C; 支出A，按用途分：甲B、乙C: all is told, unless what is told is far from all."""
_COVERED = Decimal("0.75")
"""How much of the total such a list tells at least: chosen from lists that were read, no published source."""


def is_of_size(total: Entry, amount: Decimal) -> bool:
    """Whether parts that come to so much may be meant to make a total, be it in another unit."""
    if amount <= 0 or total.value <= 0:
        return False
    ratio = total.value / amount
    return _LEAST < ratio < _MOST or _SAME[0] < ratio < _SAME[1] or 1 / _SAME[1] < ratio < 1 / _SAME[0]


def is_enumerated(total: Entry, run: Sequence[Entry], words: str) -> bool:
    """Whether a colon right behind the total opens a list that makes it, but for a little or for one slip."""
    first = run[0]
    return (
        first.position == total.position + 1
        and first.statement.sentence == total.statement.sentence
        and first.statement.block == total.statement.block
        and _ENUMERATED.match(words) is not None
        and _may_make(total, run)
    )


def covers(parts: Decimal, total: Decimal) -> bool:
    """Whether a list that a colon opens tells so much of its total that it is meant to make it."""
    return _COVERED < parts / total < 1 / _COVERED


def _may_make(total: Entry, run: Sequence[Entry]) -> bool:
    """Whether parts come near their total, or one figure with a slip of the pen explains why they do not."""
    if covers(sum((e.value for e in run), Decimal(0)), total.value):
        return True
    parts = [(entry.token, "part", entry.sign * total.sign) for entry in run]
    return slip(relation("sum", "sum", total.token, parts)) is not None
