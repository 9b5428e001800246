"""Amounts told of several things at once: 甲县、乙县各50万元 counts twice in a sum."""

import re
from collections.abc import Sequence

from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.sums.beside import sum_of
from jixiao.claims.sums.runs import Entry
from jixiao.core.claim import Relation, decide

_EACH = re.compile(r"[^各]各(?:为|是|有|计)?\s*$")
_CLAUSE = re.compile(r"[，,;；。:：(（]|其中")
_JOINT = re.compile(r"[、和与及]")
_TIMES = range(2, 5)


def tells_each(run: Sequence[Entry]) -> bool:
    """Whether an amount of a list is told of several things at once."""
    return "各" in run[-1].token.block.text and bool(_shared(run))


def _shared(run: Sequence[Entry]) -> list[Entry]:
    return [e for e in run if "各" in e.token.lead and _EACH.search(e.token.lead)]


def of_each(total: Entry, run: Sequence[Entry]) -> Relation | None:
    """The sum with the one shared amount as often as things are named; None where that is not its sum.

    Names that no sign divides (援甲援乙各50万元) are counted by the sum itself, which then can only hold.
    """
    shared = _shared(run)
    if len(shared) != 1:
        return None
    named = len(_JOINT.split(_CLAUSE.split(shared[0].token.lead.lstrip("，,、;；"))[-1]))
    for times in (named,) if named > 1 else _TIMES:
        made = sum_of(total, [e for e in run for _ in range(times if e is shared[0] else 1)])
        if decide(made).holds or (named > 1 and (near_miss(made) or nearly(made))):
            return made
    return None
