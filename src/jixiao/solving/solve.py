"""Failing claims to roots: claims that share a suspect number have one cause, reported once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from jixiao.core.claim import Claim
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity
from jixiao.core.slips import edits, mends
from jixiao.core.solution import Correction, Root, Solution
from jixiao.solving.certificate import certify

_PRIORITY = ("restated", "sum", "rate", "growth", "share", "difference", "score_sum", "count", "ratio", "bound", "unit", "grade")


def solve(
    quantities: Sequence[Quantity],
    claims: Sequence[Claim],
    observations: Sequence[Observation] = (),
    alone: frozenset[int] = frozenset(),
) -> Solution:
    """Group the failing claims, look for corrections, certify."""
    by_number: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.verdict != "undecidable":
            for quantity in claim.quantities:
                by_number[quantity.index].append(claim)
    failing = [claim for claim in claims if claim.verdict == "fails"]
    roots = [_root(group, by_number) for group in _groups(failing, by_number)]
    return Solution(tuple(claims), tuple(observations), tuple(roots), certify(quantities, claims, observations, alone), tuple(quantities))


def _groups(failing: list[Claim], by_number: dict[int, list[Claim]]) -> list[list[Claim]]:
    """The smallest sets of numbers that touch all failing claims, greedily: the number in most of them first."""
    left = list(failing)
    groups: list[list[Claim]] = []
    while left:
        counts: dict[int, int] = defaultdict(int)
        for claim in left:
            for index in {quantity.index for quantity in claim.quantities}:
                counts[index] += 1
        def suspicion(index: int) -> tuple[int, int]:
            kept = sum(claim.verdict == "holds" for claim in by_number[index])
            return counts[index], -kept
        best = max(counts, key=suspicion)
        if counts[best] == 1:
            groups.extend([claim] for claim in left)
            break
        group = [claim for claim in left if any(q.index == best for q in claim.quantities)]
        left = [claim for claim in left if claim not in group]
        groups.append(group)
    return groups


def _root(group: list[Claim], by_number: dict[int, list[Claim]]) -> Root:
    ordered = sorted(group, key=lambda claim: (_PRIORITY.index(claim.kind) if claim.kind in _PRIORITY else 99, claim.relation.stated.index))
    correction = _correction(ordered, by_number)
    severity = "error" if any(claim.relation.binding != "inferred" for claim in group) else "warning"
    return Root(tuple(ordered), correction, severity)


def _correction(group: list[Claim], by_number: dict[int, list[Claim]]) -> Correction | None:
    """A figure whose one change mends all failing claims of the group, and breaks none that holds; two must support it."""
    shared: set[int] = set.intersection(*({q.index for q in claim.quantities} for claim in group))
    best: Correction | None = None
    for quantity in (q for q in group[0].quantities if q.index in shared):
        related = by_number[quantity.index]
        if len(related) < 2:
            continue
        for number, error_type in edits(quantity):
            if all(mends(claim.relation, quantity, number) for claim in group):
                support = tuple(c for c in related if c in group or mends(c.relation, quantity, number))
                kept = all(mends(c.relation, quantity, number) for c in related)
                if kept and len(support) >= 2 and (best is None or len(support) > len(best.support)):
                    best = Correction(replace(quantity), number, error_type, support)
                    break
    return best
