"""How the cross-checks of a final-accounts package tell their findings: the rule first, then both sides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults
from jixiao.checks.wording import finding_of
from jixiao.core.finding import Finding, Severity
from jixiao.core.solution import Solution

BASIS = "部门决算报表勾稽关系（领域资料 6.4 之 {}）；印出的数代表其四舍五入前的区间，不设容差。"
"""The ground of these checks; the number is that of the list of cross-checks."""


@dataclass(frozen=True, slots=True)
class Asserted:
    """A cross-check: its names, the kind of its claims, what it demands (a whole sentence), its severity."""

    names: Names
    kind: str
    rule: str
    rule_en: str
    severity: Severity = "error"


def contradictions(solution: Solution, asserted: Asserted) -> Iterator[Finding]:
    """A finding for each root that a claim of this cross-check shows best."""
    for root in solution.roots:
        if root.lead.kind != asserted.kind:
            continue
        plain = finding_of(root, asserted.names)
        yield replace(
            plain,
            severity=asserted.severity if root.severity == "error" else plain.severity,
            message=f"{asserted.rule}{plain.message}",
            message_en=f"{asserted.rule_en} {plain.message_en}",
        )


def limits(solution: Solution, asserted: Asserted) -> Iterator[Finding]:
    """The same for a part that must not exceed its whole."""
    for root in solution.roots:
        if root.lead.kind != asserted.kind:
            continue
        plain, lead = finding_of(root, asserted.names), root.lead
        whole = lead.relation.operands[0].quantity.text
        yield replace(
            plain,
            severity=asserted.severity,
            message=f"{asserted.rule}此处“{lead.stated}”，大于“{whole}”。",
            message_en=f'{asserted.rule_en} Here "{lead.stated}" exceeds "{whole}".',
            expression=f"{lead.stated} > {whole}",
            computed=whole,
        )


def coded(
    asserted: Asserted,
    number: str,
    explanation: tuple[str, str],
    failing: str,
    passing: str,
    find: Callable[[Solution, Asserted], Iterator[Finding]] = contradictions,
) -> Check:
    """The check of a cross-check; ``number`` is its X-number in the field's list."""

    def _found(solution: Solution) -> Iterator[Finding]:
        return find(solution, asserted)

    return Check(
        names=asserted.names,
        severity=asserted.severity,
        kinds=(asserted.kind,),
        explanation=explanation[0],
        explanation_en=explanation[1],
        basis=BASIS.format(number),
        failing=failing,
        passing=passing,
        find=_found,
    )


def faults(
    solution: Solution, names: Names, kind: str, words: Words, *, proof: bool = True
) -> Iterator[Finding]:
    """A finding for each observation of a cross-check that fails.

    Without ``proof`` what was computed names a line or table: the message tells it, it is no figure that
    should stand there.
    """
    for finding in from_faults(solution, names, {kind: words}, counts=False):
        yield finding if proof else replace(finding, computed="")
