"""Purchases and reviews: what was planned less what was paid was saved; its rate; totals over a list."""

from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.reductions import Reduction, named_savings, reduced_rates, reductions
from jixiao.core.claim import Relation, decide

KIND = "difference"
_MEASURES = ("before", "after", "cut", "count")
_FEWEST = 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """What the names of the figures promise, and sums of each measure over the members of a list."""
    for told in reductions(reading):
        for one in told:
            yield from _of_one(one)
        yield from _totals(told)
    for made in (*named_savings(reading).values(), *reduced_rates(reading).values()):
        yield Proposal((made,))


def _of_one(one: Reduction) -> Iterator[Proposal]:
    parts = one.told
    if parts.keys() >= {"before", "contract", "extra"}:
        operands = [(parts["contract"], "part"), (parts["extra"], "part")]
        yield Proposal((relation("sum", "sum", parts["before"], operands, role="total"),))


def _totals(told: Sequence[Reduction]) -> Iterator[Proposal]:
    """One is of all that the next sentence tells, each with a saving; one measure that adds up proves it."""
    whole = next(one for one in told if one.told)
    at = told.index(whole) + 1
    parts = [one for one in told[at:] if one.sentence == told[at].sentence]
    if len(parts) < _FEWEST or parts[0].sentence == whole.sentence or not all(one.told for one in parts):
        return
    made = [_sum(measure, whole, parts) for measure in _MEASURES]
    sums = [one for one in made if one is not None]
    proved = any(decide(one).holds and one.stated.number for one in sums)
    for one in sums:
        yield Proposal((one,), asserted=proved or near_miss(one) or nearly(one))


def _sum(measure: str, whole: Reduction, parts: Sequence[Reduction]) -> Relation | None:
    total = whole.told.get(measure)
    members = [one.told[measure] for one in parts if measure in one.told]
    if total is None or len(members) < len(parts) or len({(t.unit.kind) for t in (total, *members)}) > 1:
        return None
    if total.unit.kind == "count" and len({t.unit.word for t in (total, *members)}) > 1:
        return None
    return relation("sum", "sum", total, [(token, "part") for token in members], role="total")
