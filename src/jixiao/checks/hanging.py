"""What was worked out from a figure in dispute: the other figure of the two gives another result."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jixiao.core.claim import Claim, Relation, decide, describe
from jixiao.core.finding import Finding, Related
from jixiao.core.quantity import Quantity
from jixiao.core.solution import Root, Solution

_MOST_TOLD = 2
_FEW_PARTS = 3
"""Longer sums that hold with one figure and not with the other may hold by chance."""
_WORKED_OUT = frozenset({"rate", "share", "growth", "ratio", "difference", "sum"})


def results_by_operand(solution: Solution) -> Mapping[int, Sequence[Claim]]:
    """The results that hold plainly, by the index of each figure that they are worked out from."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in solution.claims:
        if _is_result(claim):
            for index in dict.fromkeys(operand.quantity.index for operand in claim.relation.operands):
                found[index].append(claim)
    return found


def with_hanging(finding: Finding, root: Root, results: Mapping[int, Sequence[Claim]]) -> Finding:
    """The finding of two different figures of one thing, with the results that choose between them.

    ``results`` are those of the document, by figure (`results_by_operand`).
    """
    lead = root.lead
    if root.correction is not None or lead.relation.formula != "equal":
        return finding
    found = list(_hanging(lead, results))[:_MOST_TOLD]
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


def _hanging(lead: Claim, results: Mapping[int, Sequence[Claim]]) -> Iterator[tuple[Claim, Quantity, str]]:
    """Claims that hold plainly with one of the two figures, the other, and what it would give instead."""
    stated, other = lead.relation.stated, lead.relation.operands[0].quantity
    for used, instead in ((stated, other), (other, stated)):
        for claim in results.get(used.index, ()):
            made = _with(claim.relation, used, instead)
            decision = decide(made)
            if decision.computed is not None and (decision.verdict, decision.note) != ("holds", ""):
                yield claim, instead, describe(made, decision.computed)[1]


def _is_result(claim: Claim) -> bool:
    """Whether a claim tells what was worked out, and holds without a reserve."""
    if claim.verdict != "holds" or claim.note or claim.kind not in _WORKED_OUT:
        return False
    if claim.relation.binding == "inferred" or claim.relation.comparator != "=":
        return False
    return claim.kind != "sum" or len(claim.relation.operands) <= _FEW_PARTS


def _with(relation: Relation, used: Quantity, instead: Quantity) -> Relation:
    """The relation worked out from the other figure."""
    operands = tuple(
        replace(operand, quantity=instead) if operand.quantity.index == used.index else operand
        for operand in relation.operands
    )
    return replace(relation, operands=operands)
