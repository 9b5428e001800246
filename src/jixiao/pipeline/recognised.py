"""Findings that rest on text which a program recognised in a picture: it may have misread them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.claim import Claim
    from jixiao.core.document import Document
    from jixiao.core.finding import Finding

_PART: Final = "ocr"


def tempered(document: Document, claims: Sequence[Claim], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, those that rest on recognised text at most warnings."""
    if all(block.part != _PART for block in document.blocks):
        return tuple(findings)
    by_name = {claim.id: claim for claim in claims}
    return tuple(
        replace(finding, severity="warning")
        if finding.severity == "error" and _rests_on_it(finding, by_name, document)
        else finding
        for finding in findings
    )


def _rests_on_it(finding: Finding, claims: dict[str, Claim], document: Document) -> bool:
    places = [finding.place, *(related.place for related in finding.related)]
    for name in finding.claims:
        if name in claims:
            places += [quantity.place for quantity in claims[name].quantities]
    return any(
        document.blocks[place.block].part == _PART for place in places if place.block < len(document.blocks)
    )
