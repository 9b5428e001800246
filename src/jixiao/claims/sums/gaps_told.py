"""The gap between the two amounts told just before it: 支出3.20万元，年初预算4.00万元，差值0.80万元."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.core.claim import Relation

_GAP = re.compile(r"(?:两者|二者)?(?:差值|差额|相差|差异(?:额|值|数)?|差距|超出|超支)$")
_OVER = re.compile(r"超")
_OTHERS = ("plan", "initial", "base")


def of_gaps(statements: Sequence[Statement]) -> Iterator[Relation]:
    """Each such gap whose statement before tells two amounts of one unit, and no more."""
    for before, own in pairwise(statements):
        gap, main = own.main, before.main
        if gap is None or main is None or not _GAP.match(own.label) or own.roles.keys() != {"main"}:
            continue
        others = [before.roles[role] for role in _OTHERS if role in before.roles]
        if len(others) != 1 or own.block != before.block or own.sentence != before.sentence:
            continue
        other = others[0]
        if len({token.unit.name for token in (gap, main, other)}) > 1:
            continue
        if _OVER.match(own.label) and main.number < other.number:
            continue
        larger, smaller = (main, other) if main.number >= other.number else (other, main)
        if gap.number < 0:
            larger, smaller = smaller, larger
        yield relation("difference", "difference", gap, [(larger, larger.role), (smaller, smaller.role)])
