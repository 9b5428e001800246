"""Relations that agree only loosely: gaps that rounding allows but an auditor would look at."""

from collections.abc import Iterator

from jixiao.checks.catalogue import Names
from jixiao.checks.figures import computed_of, expression_of, last_place, trimmed
from jixiao.checks.telling import finding_told
from jixiao.core.claim import Claim
from jixiao.core.finding import Finding, Severity
from jixiao.core.interval import EXACT
from jixiao.core.solution import Solution

NOTICED = 2
"""Units of the last decimal from which a gap is told."""


def gap_in_units(claim: Claim) -> int:
    """The gap in units of the last decimal that the coarsest figure's list is written with."""
    figures = [q for q in claim.quantities if q.unit.kind == claim.relation.stated.unit.kind and q.number]
    step = max((last_place(quantity) for quantity in figures), default=None)
    return 0 if claim.gap is None or not step else int(EXACT.divide(abs(claim.gap), step))


def once_per_block(claims: Iterator[Claim]) -> Iterator[Claim]:
    """The first claim of each paragraph or table, by the stated figure or by the first part."""
    told: set[int] = set()
    for claim in claims:
        blocks = {claim.place.block, *(o.quantity.place.block for o in claim.relation.operands[:1])}
        if not blocks & told:
            yield claim
        told |= blocks


def parts_of_exact_sums(solution: Solution) -> dict[int, set[int]]:
    """By number, the totals that it truly is a part of."""
    totals: dict[int, set[int]] = {}
    for claim in solution.claims:
        if claim.verdict == "holds" and not claim.note and claim.relation.formula == "sum":
            for operand in claim.relation.operands:
                totals.setdefault(operand.quantity.index, set()).add(claim.relation.stated.index)
    return totals


def gap_finding(claim: Claim, names: Names, severity: Severity, words: tuple[str, str, str, str]) -> Finding:
    """The finding of a gap; message and suggestion are given in both languages."""
    unit = claim.relation.stated.unit
    gap = abs(EXACT.divide(claim.gap or unit.scale, unit.scale)).normalize()
    shown = {
        "stated": claim.stated,
        "computed": computed_of(claim),
        "expression": expression_of(claim),
        "gap": f"{trimmed(round(gap, 4), 0)}{unit.word}",
        "count": str(len(claim.relation.operands)),
    }
    message, message_en, suggestion, suggestion_en = (text.format(**shown) for text in words)
    return finding_told(claim, names, severity, (message, message_en, suggestion, suggestion_en))
