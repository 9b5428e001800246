"""The certificate: which numbers took part in a decided claim, which stand alone, why the rest is open."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jixiao.core.claim import Claim
from jixiao.core.finding import Certificate, Unchecked
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity
from jixiao.solving.reasons import reason

CHECKING = frozenset(
    {"rate", "share", "sum", "difference", "growth", "ratio", "count", "score_sum", "grade", "restated"}
)
"""Kinds of claims that recompute or compare a figure; a limit (over 100 %) or a unit proves none."""
_CODED = "accounts_"
"""How kinds of coded rules on final accounts begin: they recompute or compare, too."""
_LIMITS = frozenset({"accounts_publics_within"})


def certify(
    quantities: Sequence[Quantity],
    claims: Sequence[Claim],
    observations: Sequence[Observation],
    alone: frozenset[int],
    roles: Mapping[int, str] | None = None,
) -> Certificate:
    """Count each number once; ``alone`` are the indexes of numbers that have no partner in the document."""
    decided, undecided = _decided(claims)
    for observation in observations:
        if observation.verdict != "undecidable":
            decided.update(observation.quantities)
    blocks = Counter(quantity.place.block for quantity in quantities if quantity.unit.kind == "yuan")
    checked, single = 0, 0
    unchecked: list[Unchecked] = []
    for quantity in quantities:
        if quantity.index in decided:
            checked += 1
        elif quantity.index in alone and quantity.index not in undecided:
            single += 1
        else:
            role = (roles or {}).get(quantity.index, "")
            why = reason(quantity, undecided.get(quantity.index), role, blocks[quantity.place.block])
            unchecked.append(Unchecked(quantity.text, why, quantity.place))
    return Certificate(len(quantities), checked, single, tuple(unchecked))


def _recomputes(kind: str) -> bool:
    return kind in CHECKING or (kind.startswith(_CODED) and kind not in _LIMITS)


def _decided(claims: Sequence[Claim]) -> tuple[set[int], dict[int, Claim]]:
    """The numbers of decided claims, and for the others a claim that could not be decided."""
    decided: set[int] = set()
    undecided: dict[int, Claim] = {}
    for claim in claims:
        if not _recomputes(claim.kind):
            continue
        if claim.verdict != "undecidable":
            decided.update([quantity.index for quantity in claim.quantities])
            continue
        for quantity in claim.quantities:
            undecided.setdefault(quantity.index, claim)
    return decided, undecided
