"""The certificate: which numbers took part in a decided claim, which stand alone, and why the rest is unchecked."""

from collections.abc import Sequence

from jixiao.core.claim import Claim
from jixiao.core.finding import Certificate, Unchecked
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity


def certify(quantities: Sequence[Quantity], claims: Sequence[Claim], observations: Sequence[Observation], alone: frozenset[int]) -> Certificate:
    """Count each number once; ``alone`` are the indexes of numbers that have no partner in the document."""
    decided: set[int] = set()
    undecided: dict[int, Claim] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if claim.verdict == "undecidable":
                undecided.setdefault(quantity.index, claim)
            else:
                decided.add(quantity.index)
    for observation in observations:
        if observation.verdict != "undecidable":
            decided.update(observation.quantities)
    single = {q.index for q in quantities if q.index in alone and q.index not in decided and q.index not in undecided}
    unchecked = tuple(
        Unchecked(q.text, _why(q, undecided.get(q.index)), q.place)
        for q in quantities
        if q.index not in decided and q.index not in single
    )
    return Certificate(len(quantities), len(decided & {q.index for q in quantities}), len(single), unchecked)


def _why(quantity: Quantity, claim: Claim | None) -> str:
    if claim is not None:
        return "缺少可比的数或为约数，无法判定"
    if quantity.unit.kind == "percent":
        return "未找到计算该百分比所需的两个数"
    return "未找到与之有勾稽关系的数"
