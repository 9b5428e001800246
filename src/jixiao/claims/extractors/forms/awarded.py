"""Points of an indicator against its target and value: 10 of 10 where the target is met, else in proportion.

Places set their own steps, so what does not follow is no contradiction.
"""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.scores.indicators import Indicator, indicators
from jixiao.core.claim import Operand, Relation

KIND = "score_sum"
_FORMULAS = {"≥": "points_more", "=": "points_more", "≤": "points_less"}


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each indicator with a target and a value in figures of one unit."""
    for line in indicators(reading):
        made = _relation(line)
        if made is not None:
            yield Proposal((made,), asserted=False)


def _relation(line: Indicator) -> Relation | None:
    target, actual, full, score = line.target, line.actual, line.full, line.score
    if target is None or actual is None or full is None or score is None:
        return None
    if (target.unit.kind, target.unit.name) != (actual.unit.kind, actual.unit.name):
        return None
    if line.operator == "=" and actual.value > target.value:
        return None  # more than exactly so much is no merit
    return Relation(
        kind=KIND,
        formula=_FORMULAS.get(line.operator, "points_more"),
        stated=score.build(),
        operands=(Operand(full.build(), "full"), Operand(actual, "actual"), Operand(target, "target")),
        binding="bound",
        role="score",
        quote="",
    )
