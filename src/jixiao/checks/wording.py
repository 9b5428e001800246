"""Sentences that arithmetic checks share: how a contradiction of figures is told, in Chinese and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jixiao.checks.catalogue import Names
from jixiao.checks.figures import at_stake, computed_of, corrected, expression_of, where
from jixiao.core.claim import Claim, describe
from jixiao.core.finding import Finding, Related, Severity
from jixiao.core.observation import Observation
from jixiao.core.place import Place
from jixiao.core.quantity import Quantity
from jixiao.core.solution import Correction, Root, Solution

ERROR_TYPES = {
    "transposed_digits": ("相邻数字颠倒", "two digits exchanged"),
    "wrong_digit": ("一位数字有误", "one digit wrong"),
    "extra_digit": ("多写一位数字", "one digit too many"),
    "missing_digit": ("漏写一位数字", "one digit missing"),
    "shifted_point": ("小数点错位", "decimal point shifted"),
    "wrong_unit": ("计量单位有误", "wrong unit"),
    "direction": ("增减方向不符", "direction of change contradicts"),
    "stale": ("疑为误抄文中另一数字", "another figure of the document seems to have been copied"),
    "wrong_figure": ("数字有误", "wrong figure"),
}
_MOST_WITNESSES = 3
_CHANGES = re.compile(r"净?[增减升降多少涨跌超短][\u4e00-\u9fff]{0,5}$")
"""A word of rise or fall, and what may stand between it and its figure."""
_MOVES = frozenset({"restated", "sum", "rate", "share", "growth", "difference", "ratio", "score_sum"})
"""Kinds whose finding goes to the blamed figure; others are told from the stated one."""
_CODED = "accounts_"
"""So do the kinds of cross-checks of final accounts."""


def from_roots(solution: Solution, kind: str, names: Names) -> Iterator[Finding]:
    """A finding for each root whose leading claim is of this kind."""
    for root in solution.roots:
        if root.lead.kind == kind:
            yield finding_of(root, names)


def finding_of(root: Root, names: Names) -> Finding:
    """The finding of one root: at the blamed figure where one is blamed, else at the stated figure."""
    lead, correction = root.lead, root.correction
    severity: Severity = "error" if root.severity == "error" else "warning"
    facts = _Facts.of(root)
    messages = (_contradiction(lead, facts), _cause(correction), _consequences(root))
    suggestion, suggestion_en = _suggestion(correction)
    return Finding(
        code=names.code,
        severity=severity,
        kind=lead.kind,
        title=names.title,
        title_en=names.title_en,
        message="".join(zh for zh, _ in messages),
        message_en=" ".join(en for _, en in messages if en),
        quote=facts.quote,
        place=_with_word(lead, facts.at),
        related=tuple(related_of((*root.claims, *_other_words(correction)), facts.at)),
        expression=facts.expression,
        stated=facts.stated,
        computed=facts.computed,
        suggestion=suggestion,
        suggestion_en=suggestion_en,
        error_type=correction.error_type if correction is not None else "",
        claims=tuple(claim.id for claim in root.claims),
        amount=at_stake(lead, correction),
        keys=keys_of(lead),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a finding shows: the figure where it stands, its words, and both sides."""

    at: Quantity
    quote: str
    stated: str
    computed: str
    expression: str
    other: Quantity | None
    """The other side of an equality."""

    @classmethod
    def of(cls, root: Root) -> "_Facts":
        lead, correction = root.lead, root.correction
        stated = lead.relation.stated
        operands = [operand.quantity for operand in lead.relation.operands]
        blamed = correction.quantity if correction is not None and _moves(lead.kind) else stated
        equal = lead.relation.formula == "equal"
        if correction is not None and equal and blamed.index != stated.index:  # the other side is wrong
            right = corrected(correction)
            return cls(operands[0], operands[0].text, operands[0].text, right, stated.text, stated)
        expression = operands[0].text if equal else lead.expression
        if (
            correction is not None and blamed.index != stated.index
        ):  # an operand is wrong, not the stated figure
            right = corrected(correction)
            return cls(blamed, blamed.text, blamed.text, right, _as_corrected(lead, correction), None)
        return cls(
            stated, lead.quote, lead.stated, computed_of(lead), expression, operands[0] if equal else None
        )


def _with_word(lead: Claim, at: Quantity) -> Place:
    """Where a figure stands; where only its direction is wrong, with the word of change before it."""
    place, stated = at.place, lead.relation.stated
    if at.index != stated.index or lead.gap is None or lead.gap + stated.value + stated.value != 0:
        return place
    before = lead.quote[: -len(stated.text)] if lead.quote.endswith(stated.text) else ""
    found = _CHANGES.search(before)
    length = len(before) - found.start() if found is not None else 0
    return replace(place, start=place.start - length) if place.start >= length else place


def _moves(kind: str) -> bool:
    return kind in _MOVES or kind.startswith(_CODED)


def _as_corrected(lead: Claim, correction: Correction) -> str:
    """The relation with the corrected figure, which then holds; "" for a unit or a direction."""
    if correction.error_type in ("wrong_unit", "direction"):
        return ""
    operands = tuple(
        replace(operand, quantity=replace(operand.quantity, number=correction.number))
        if operand.quantity.index == correction.quantity.index
        else operand
        for operand in lead.relation.operands
    )
    expression, _ = describe(replace(lead.relation, operands=operands), None)
    return f"{expression} = {lead.stated}"


def _contradiction(lead: Claim, facts: _Facts) -> tuple[str, str]:
    if facts.other is not None:
        zh, en = where(facts.other.place)
        return (
            f"同一事项数字不一致：此处“{facts.stated}”，他处（{zh}）“{facts.other.text}”。",
            f'The same thing is "{facts.stated}" here and "{facts.other.text}" elsewhere ({en}).',
        )
    expression = expression_of(lead)
    many = f"（共{len(lead.relation.operands)}项）" if expression != lead.expression else ""
    if facts.at.index != lead.relation.stated.index:
        computed = computed_of(lead)
        return (
            f"“{facts.stated}”有误：原文“{lead.stated}”，按 {expression}{many} 计算却为 {computed}。",
            f'"{facts.stated}" is wrong: the text states "{lead.stated}", but {expression} gives {computed}.',
        )
    return (
        f"原文“{facts.stated}”，按 {expression}{many} 计算应为 {facts.computed}。",
        f'The text states "{facts.stated}", but {expression} gives {facts.computed}.',
    )


def _cause(correction: Correction | None) -> tuple[str, str]:
    if correction is None:
        return "", ""
    word, word_en = ERROR_TYPES[correction.error_type]
    right = corrected(correction)
    told = list(dict.fromkeys(words for claim in correction.support for words in _witness(claim, correction)))
    witnesses = "，见" + "、".join(f"“{quote}”" for quote in told[:_MOST_WITNESSES]) if told else ""
    seen = ", see " + ", ".join(f'"{quote}"' for quote in told[:_MOST_WITNESSES]) if told else ""
    count = len(correction.support)
    if correction.error_type == "direction":
        return (
            f"“{correction.quantity.text}”的{word}：{count} 处关系支持{witnesses}。",
            f'"{correction.quantity.text}": {word_en}; {count} relations agree{seen}.',
        )
    return (
        f"“{correction.quantity.text}”应为“{right}”（{word}）：{count} 处关系支持{witnesses}。",
        f'"{correction.quantity.text}" should be "{right}" ({word_en}): {count} relations agree{seen}.',
    )


def _witness(claim: Claim, correction: Correction) -> list[str]:
    """The words of a claim that speak for a correction: never the corrected figure itself."""
    blamed = correction.quantity
    if claim.relation.stated.index == blamed.index:
        return [operand.quantity.text for operand in claim.relation.operands]
    return [claim.stated if not claim.quote or blamed.text in claim.quote else claim.quote]


def _other_words(correction: Correction | None) -> tuple[Claim, ...]:
    """增967.56万元，下降1.09%: the claims whose words say the other direction."""
    if correction is None or correction.error_type != "direction":
        return ()
    return correction.support[:_MOST_WITNESSES]


def _consequences(root: Root) -> tuple[str, str]:
    others = len(root.claims) - 1
    if not others:
        return "", ""
    return (
        f"同一原因还使 {others} 处相关数字不能吻合。",
        f"The same cause breaks {others} further relation(s).",
    )


def _suggestion(correction: Correction | None) -> tuple[str, str]:
    if correction is None:
        return (
            "请核对所列各数，更正其中有误的一个。",
            "Check the figures shown and correct the one that is wrong.",
        )
    text, right = correction.quantity.text, corrected(correction)
    if correction.error_type == "direction":
        return f"请更正“{text}”的增减方向。", f'Correct the direction of "{text}".'
    return f"将“{text}”改为“{right}”。", f'Change "{text}" to "{right}".'


def keys_of(claim: Claim) -> tuple[str, ...]:
    """What identifies a claim wherever it stands: kind, formula, roles and the texts of its operands."""
    relation = claim.relation
    operands = sorted(f"{operand.role}:{operand.quantity.text}" for operand in relation.operands)
    return relation.kind, relation.formula, relation.role, *operands


def related_of(claims: tuple[Claim, ...], at: Quantity | None = None) -> Iterator[Related]:
    """The other sides: figures of the leading claim, then other claims' stated figures, each place once."""
    lead = claims[0]
    seen = {(at or lead.relation.stated).place}
    if lead.place not in seen:
        seen.add(lead.place)
        yield Related(lead.quote or lead.stated, lead.place)
    for quantity in (operand.quantity for operand in lead.relation.operands):
        if quantity.place not in seen:
            seen.add(quantity.place)
            yield Related(quantity.text, quantity.place)
    for claim in claims[1:]:
        if claim.place not in seen:
            seen.add(claim.place)
            yield Related(claim.quote, claim.place)


def from_observations(solution: Solution, fault: str) -> Iterator[Observation]:
    """The failing observations of one fault."""
    return (o for o in solution.observations if o.fault == fault and o.verdict == "fails")
