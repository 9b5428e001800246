"""Sentences that arithmetic checks share: how a contradiction of figures is told, in Chinese and English."""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.core.claim import Claim
from jixiao.core.finding import Finding, Related, Severity
from jixiao.core.observation import Observation
from jixiao.core.solution import Root, Solution

ERROR_TYPES = {
    "transposed_digits": ("相邻数字颠倒", "two digits exchanged"),
    "wrong_digit": ("一位数字有误", "one digit wrong"),
    "extra_digit": ("多写一位数字", "one digit too many"),
    "missing_digit": ("漏写一位数字", "one digit missing"),
    "shifted_point": ("小数点错位", "decimal point shifted"),
    "wrong_unit": ("计量单位有误", "wrong unit"),
    "direction": ("增减方向不符", "direction of change contradicts"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a check gives its findings: code, kind, titles."""

    code: str
    title: str
    title_en: str


def from_roots(solution: Solution, kind: str, names: Names) -> Iterator[Finding]:
    """A finding for each root whose leading claim is of this kind."""
    for root in solution.roots:
        if root.lead.kind == kind:
            yield finding_of(root, names)


def finding_of(root: Root, names: Names) -> Finding:
    """The finding of one root."""
    lead = root.lead
    severity: Severity = "error" if root.severity == "error" else "warning"
    others = [claim for claim in root.claims[1:]]
    message = f"原文“{lead.stated}”，按 {lead.expression} 计算应为 {lead.computed}。"
    message_en = f'The text states "{lead.stated}", but {lead.expression} gives {lead.computed}.'
    if others:
        message += f"同一原因还使 {len(others)} 处相关数字不能吻合。"
        message_en += f" The same cause breaks {len(others)} further relation(s)."
    suggestion = suggestion_en = ""
    error_type = ""
    if root.correction is not None:
        quantity, number = root.correction.quantity, root.correction.number
        word, word_en = ERROR_TYPES.get(root.correction.error_type, ("", ""))
        error_type = root.correction.error_type
        suggestion = f"“{quantity.text}”很可能应为 {number:f}{quantity.unit.word}" + (f"（{word}）" if word else "") + f"：{len(root.correction.support)} 处关系支持。"
        suggestion_en = f'"{quantity.text}" should probably read {number:f}{quantity.unit.word}' + (f" ({word_en})" if word_en else "") + f": {len(root.correction.support)} relations agree."
    else:
        suggestion = "请核对所列各数，更正其中有误的一个。"
        suggestion_en = "Check the figures shown and correct the one that is wrong."
    return Finding(
        code=names.code,
        severity=severity,
        kind=lead.kind,
        title=names.title,
        title_en=names.title_en,
        message=message,
        message_en=message_en,
        quote=lead.quote,
        place=lead.place,
        related=tuple(related_of(root.claims)),
        expression=lead.expression,
        stated=lead.stated,
        computed=lead.computed,
        suggestion=suggestion,
        suggestion_en=suggestion_en,
        error_type=error_type,
        claims=tuple(claim.id for claim in root.claims),
        amount=_at_stake(lead),
    )


def related_of(claims: tuple[Claim, ...]) -> Iterator[Related]:
    """The other sides: operands of the leading claim, then the other claims' stated figures, each place once."""
    seen = {claims[0].place}
    for quantity in (o.quantity for o in claims[0].relation.operands):
        if quantity.place not in seen:
            seen.add(quantity.place)
            yield Related(quantity.text, quantity.place)
    for claim in claims[1:]:
        if claim.place not in seen:
            seen.add(claim.place)
            yield Related(claim.quote, claim.place)


def _at_stake(claim: Claim):  # noqa: ANN202
    return abs(claim.gap) if claim.gap is not None and claim.relation.stated.unit.kind == "yuan" else None


def from_observations(solution: Solution, fault: str) -> Iterator[Observation]:
    """The failing observations of one fault."""
    return (o for o in solution.observations if o.fault == fault and o.verdict == "fails")
