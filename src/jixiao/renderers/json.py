"""JSON Lines: the contract of other programs with us. Keys are never renamed and never left out."""

import json
from functools import cache
from typing import Any

from jixiao.core.claim import Claim, Operand
from jixiao.core.collecting import acyclic
from jixiao.core.digits import plain
from jixiao.core.finding import Finding
from jixiao.core.obligation import Obligation
from jixiao.core.observation import Observation
from jixiao.core.place import Box, Place
from jixiao.core.report import Report


def to_line(report: Report) -> str:
    """One compact object without line breaks."""
    return json.dumps(to_dict(report), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@acyclic()
def to_dict(report: Report) -> dict[str, Any]:
    """The report in the terms of the contract; an unreadable file has ``error`` instead of findings."""
    head: dict[str, Any] = {
        "jixiao": version(),
        "file": report.file,
        "format": report.format,
        "sha256": report.sha256,
        "seconds": round(float(report.seconds), 6),
    }
    if report.error is not None:
        return head | {"error": {"code": report.error.code, "message": report.error.message}}
    body: dict[str, Any] = {
        "certificate": _certificate(report),
        "claims": [
            *(_claim(claim) for claim in report.claims),
            *(_observation(number, one) for number, one in enumerate(report.observations, start=1)),
        ],
        "findings": [finding_dict(finding) for finding in report.findings],
    }
    if report.obligations:  # a final-accounts package
        body["obligations"] = [_obligation(obligation) for obligation in report.obligations]
    return head | body


@cache
def version() -> str:
    """The installed version of the program."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("jixiao")
    except PackageNotFoundError:  # run from a copied folder
        return "0"


def place_dict(place: Place) -> dict[str, str | int | Box | None]:
    """A place; the keys of the contract always, those of some formats where they have a value."""
    keys: dict[str, str | int | Box | None] = {
        "line": place.line,
        "start": place.start,
        "end": place.end,
        "block": place.block,
        "part": place.part,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "page": place.page,
    }
    if place.file:
        keys["file"] = place.file
    if place.box is not None:
        keys["box"] = place.box
    if place.sheet is not None:
        keys["sheet"] = place.sheet
    if place.cell is not None:
        keys["cell"] = place.cell
    if place.chart is not None:
        keys["chart"] = place.chart
    return keys


def _certificate(report: Report) -> dict[str, Any] | None:
    certificate = report.certificate
    if certificate is None:
        return None
    return {
        "numbers": certificate.numbers,
        "checked": certificate.checked,
        "alone": certificate.alone,
        "share": None if certificate.share is None else f"{certificate.share:f}",
        "unchecked": [
            {"text": number.text, "why": number.why, "place": place_dict(number.place)}
            for number in certificate.unchecked
        ],
    }


def _obligation(obligation: Obligation) -> dict[str, Any]:
    return {
        "rule": obligation.rule,
        "title": obligation.title,
        "title_en": obligation.title_en,
        "status": obligation.status,
        "compared": obligation.compared,
        "reason": obligation.reason,
        "reason_en": obligation.reason_en,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "verdict": claim.verdict,
        "note": claim.note,
        "expression": claim.expression,
        "stated": claim.stated,
        "computed": claim.computed,
        "quote": claim.quote,
        "place": place_dict(claim.place),
        "operands": [_operand(operand) for operand in claim.relation.operands],
    }


def _observation(number: int, observation: Observation) -> dict[str, Any]:
    """What was compared without arithmetic (numbering, wording, counts of names), in the shape of a claim."""
    return {
        "id": f"o{number}",
        "kind": observation.kind,
        "verdict": observation.verdict,
        "note": observation.fault,
        "expression": observation.expression,
        "stated": observation.stated,
        "computed": observation.computed,
        "quote": observation.quote,
        "place": place_dict(observation.place),
        "operands": [],
    }


def _operand(operand: Operand) -> dict[str, Any]:
    quantity = operand.quantity
    return {
        "text": quantity.text,
        "value": plain(quantity.value),
        "unit": quantity.unit.name,
        "role": operand.role,
        "place": place_dict(quantity.place),
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """A finding in the terms of the contract."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "kind": finding.kind,
        "title": finding.title,
        "message": finding.message,
        "message_en": finding.message_en,
        "quote": finding.quote,
        "place": place_dict(finding.place),
        "related": [{"quote": side.quote, "place": place_dict(side.place)} for side in finding.related],
        "expression": finding.expression,
        "stated": finding.stated,
        "computed": finding.computed,
        "suggestion": finding.suggestion,
        "error_type": finding.error_type,
        "claims": list(finding.claims),
        "fingerprint": finding.fingerprint,
    }
