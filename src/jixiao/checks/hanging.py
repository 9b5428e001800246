"""What was worked out from a figure in dispute: the other figure of the two gives another result."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.core.claim import Claim, Relation, decide, describe
from jixiao.core.finding import Finding, Related
from jixiao.core.quantity import Quantity
from jixiao.core.solution import Root, Solution

_MOST_TOLD = 2
_FEW_PARTS = 3
"""Longer sums that hold with one figure and not with the other may hold by chance."""
_WORKED_OUT = frozenset({"rate", "share", "growth", "ratio", "difference", "sum"})


def with_hanging(finding: Finding, root: Root, solution: Solution) -> Finding:
    """The finding of two different figures of one thing, with the results that choose between them."""
    lead = root.lead
    if root.correction is not None or lead.relation.formula != "equal":
        return finding
    found = list(_hanging(lead, solution))[:_MOST_TOLD]
    places = {finding.place, *(side.place for side in finding.related)}
    told = [one for one in found if one[0].place not in places]
    if not told:
        return finding
    zh = "".join(
        f"“{claim.stated}”系按 {claim.expression} 得出，若改用“{other.text}”则为 {result}，须一并核对。"
        for claim, other, result in told
    )
    en = "".join(
        f' "{claim.stated}" is {claim.expression}; with "{other.text}" it would be {result}.'
        for claim, other, result in told
    )
    return replace(
        finding,
        message=finding.message + zh,
        message_en=finding.message_en + en,
        related=(*finding.related, *(Related(claim.quote, claim.place) for claim, _, _ in told)),
    )


def _hanging(lead: Claim, solution: Solution) -> Iterator[tuple[Claim, Quantity, str]]:
    """Claims that hold plainly with one of the two figures, the other, and what it would give instead."""
    stated, other = lead.relation.stated, lead.relation.operands[0].quantity
    for claim in solution.claims:
        if claim.verdict != "holds" or claim.note or claim.kind not in _WORKED_OUT:
            continue
        if claim.relation.binding == "inferred" or claim.relation.comparator != "=":
            continue
        if claim.kind == "sum" and len(claim.relation.operands) > _FEW_PARTS:
            continue
        for used, instead in ((stated, other), (other, stated)):
            made = _with(claim.relation, used, instead)
            if made is None:
                continue
            decision = decide(made)
            if decision.computed is not None and (decision.verdict, decision.note) != ("holds", ""):
                yield claim, instead, describe(made, decision.computed)[1]


def _with(relation: Relation, used: Quantity, instead: Quantity) -> Relation | None:
    """The relation worked out from the other figure; None where it is not worked out from this one."""
    if all(operand.quantity.index != used.index for operand in relation.operands):
        return None
    operands = tuple(
        replace(operand, quantity=instead) if operand.quantity.index == used.index else operand
        for operand in relation.operands
    )
    return replace(relation, operands=operands)
