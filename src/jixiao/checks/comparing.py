"""Sentences for contradictions that are no equation, limits, bands and counts, and for observations."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jixiao.checks.catalogue import Names
from jixiao.checks.wording import finding_of, from_observations
from jixiao.core.finding import Finding
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity
from jixiao.core.solution import Root, Solution

_REFUTED = {"≤": ">", "<": "≥", "≥": "<", ">": "≤", "=": "≠"}
"""What holds instead of a comparison that fails."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a finding says; ``{stated}``, ``{computed}``, ``{expression}`` and ``{other}`` are filled in."""

    message: str
    message_en: str
    suggestion: str
    suggestion_en: str
    error_type: str = ""


def roots_of(solution: Solution, kind: str) -> Iterator[Root]:
    """The roots whose leading claim is of this kind."""
    return (root for root in solution.roots if root.lead.kind == kind)


def told(root: Root, names: Names, words: Words) -> Finding:
    """The finding of a root in a check's own words; what else the root breaks is counted."""
    lead = root.lead
    operands = lead.relation.operands
    keys = {
        "stated": lead.stated,
        "computed": lead.computed,
        "expression": lead.expression,
        "other": _shown(operands[0].quantity) if operands else lead.computed,
    }
    more, more_en = "", ""
    if len(root.claims) > 1:
        more = f"同一原因还使 {len(root.claims) - 1} 处相关数字不能吻合。"
        more_en = f" The same cause breaks {len(root.claims) - 1} further relation(s)."
    plain = finding_of(root, names)
    if lead.kind == "bound":
        actual = _REFUTED[lead.relation.comparator]
        plain = replace(plain, expression=f"{lead.stated} {actual} {keys['other']}")
    corrected = root.correction is not None and lead.relation.comparator == "="
    return replace(
        plain,
        message=words.message.format(**keys) + more,
        message_en=words.message_en.format(**keys) + more_en,
        suggestion=plain.suggestion if corrected else words.suggestion.format(**keys),
        suggestion_en=plain.suggestion_en if corrected else words.suggestion_en.format(**keys),
        error_type=(plain.error_type if corrected else "") or words.error_type,
    )


def _shown(quantity: Quantity) -> str:
    """The figure with its unit, which may stand in a header."""
    return quantity.text if quantity.text.endswith(quantity.unit.word) else quantity.text + quantity.unit.word


def observed(solution: Solution, fault: str, names: Names, words: Words) -> Iterator[Finding]:
    """A finding for each failing observation of a fault."""
    for observation in from_observations(solution, fault):
        yield _of_observation(observation, names, words)


def _of_observation(observation: Observation, names: Names, words: Words) -> Finding:
    keys = {
        "stated": observation.stated,
        "computed": observation.computed,
        "expression": observation.expression,
        "other": observation.related[0].quote if observation.related else "",
    }
    return Finding(
        code=names.code,
        severity="error" if observation.proven else "warning",
        kind=observation.kind,
        title=names.title,
        title_en=names.title_en,
        message=words.message.format(**keys),
        message_en=words.message_en.format(**keys),
        quote=observation.quote,
        place=observation.place,
        related=observation.related,
        expression=observation.expression,
        stated=observation.stated,
        computed=observation.computed,
        suggestion=words.suggestion.format(**keys),
        suggestion_en=words.suggestion_en.format(**keys),
        error_type=words.error_type,
    )
