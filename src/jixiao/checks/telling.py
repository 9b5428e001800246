"""The finding of one claim that a check tells in words of its own."""

from jixiao.checks.catalogue import Names
from jixiao.checks.figures import computed_of
from jixiao.checks.wording import keys_of, related_of
from jixiao.core.claim import Claim
from jixiao.core.finding import Finding, Severity


def finding_told(claim: Claim, names: Names, severity: Severity, words: tuple[str, str, str, str]) -> Finding:
    """The finding at the stated figure; ``words`` are message and suggestion, each in both languages."""
    message, message_en, suggestion, suggestion_en = words
    return Finding(
        code=names.code,
        severity=severity,
        kind=claim.kind,
        title=names.title,
        title_en=names.title_en,
        message=message,
        message_en=message_en,
        quote=claim.quote,
        place=claim.place,
        related=tuple(related_of((claim,))),
        expression=claim.expression,
        stated=claim.stated,
        computed=computed_of(claim),
        suggestion=suggestion,
        suggestion_en=suggestion_en,
        claims=(claim.id,),
        keys=keys_of(claim),
    )
