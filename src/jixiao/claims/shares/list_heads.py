"""The amount that opens a list whose shares make a hundred: nothing is left out, so the list adds up to it.

财政拨款支出A，按功能分类：甲B，占40%；乙C，占60%: were another amount of the report the whole of these
shares, the list would still be of A.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.shares.divisions import Division, heads

_FEWEST = 2


def of_list_heads(reading: Reading, lists: list[Division]) -> Iterator[Proposal]:
    """The head of each such list as the sum of its parts."""
    told = [s for s in reading.statements if s.amount is not None and s.table is None]
    for _, members in groupby(told, key=lambda s: (lists[s.index].number, s.block, s.sentence)):
        parts = list(members)
        division = lists[parts[0].index]
        if len(parts) < _FEWEST or not division.cued or not make_a_hundred(parts):
            continue
        unit = parts[0].roles["share"].unit
        amounts = [s.amount for s in parts if s.amount is not None]
        before = heads(reading.statements, division, amounts[0].unit.name)
        head = before[0].amount if len(before) == 1 else None
        if head is None or before[0].sentence != parts[0].sentence or "share" in before[0].roles:
            continue
        if any(
            s.roles["share"].unit is not unit or token.approximate
            for s, token in zip(parts, amounts, strict=True)
        ):
            continue
        if make_another(reading, sum((t.number * t.unit.scale for t in amounts), Decimal(0)), parts[0].block):
            continue
        yield Proposal((relation("sum", "sum", head, [(token, "part") for token in amounts], role="total"),))


def make_a_hundred(parts: list[Statement]) -> bool:
    """Whether every part has a share of the whole that the list divides, and nothing is left."""
    shares = [s.roles.get("share") for s in parts]
    if any(share is None or share.unit.kind != "percent" for share in shares):
        return False
    if not all(is_generic(s.how["share"].whole) for s in parts):
        return False
    told = [share for share in shares if share is not None]
    step = max(Decimal(1).scaleb(-share.decimals) for share in told)
    return abs(sum((share.number for share in told), Decimal(0)) - HUNDRED) <= step


def make_another(reading: Reading, value: Decimal, block: int) -> bool:
    """Whether the parts make another amount of their paragraph to the digit."""
    paragraph = reading.paragraph_of(block)
    return paragraph is not None and any(
        token.number * token.unit.scale == value for token in paragraph.tokens
    )
