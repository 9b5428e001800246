"""How a check of text tells its findings: words for each fault, severity by proof."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jixiao.checks.catalogue import Names
from jixiao.core.finding import Finding, Severity
from jixiao.core.observation import Observation
from jixiao.core.solution import Solution


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of a fault; the names in braces stand for what was observed."""

    message: str
    message_en: str
    suggestion: str
    suggestion_en: str


def from_faults(
    solution: Solution,
    names: Names,
    words: Mapping[str, Words],
    unproven: Severity = "warning",
    *,
    counts: bool = True,
    within: tuple[str, str] = ("全文", "in all"),
) -> Iterator[Finding]:
    """A finding for each observation that fails with one of these faults: an error where proven.

    ``counts``: a whole number in ``computed`` says how often the fault occurs ``within`` what.
    """
    for observation in solution.observations:
        if observation.verdict == "fails" and observation.fault in words:
            severity: Severity = "error" if observation.proven else unproven
            often = observation.computed if counts and observation.computed.isdigit() else ""
            yield _finding(observation, names, words[observation.fault], severity, (often, *within))


def _finding(
    observation: Observation, names: Names, words: Words, severity: Severity, times: tuple[str, str, str]
) -> Finding:
    often, within, within_en = times
    values = {
        "quote": observation.quote,
        "stated": observation.stated,
        "computed": observation.computed,
        "other": observation.related[0].quote if observation.related else "",
        "many": f"（{within}共 {often} 处）" if often not in ("", "1") else "",
        "many_en": f" ({often} times {within_en})" if often not in ("", "1") else "",
        "expression": observation.expression,
    }
    return Finding(
        code=names.code,
        severity=severity,
        kind=observation.kind,
        title=names.title,
        title_en=names.title_en,
        message=words.message.format_map(values),
        message_en=words.message_en.format_map(values),
        suggestion=words.suggestion.format_map(values),
        suggestion_en=words.suggestion_en.format_map(values),
        quote=observation.quote,
        place=observation.place,
        related=observation.related,
        expression=observation.expression,
        stated=observation.stated,
        computed="" if often else observation.computed,
        error_type=observation.fault,
        keys=(observation.fault,),
    )
