"""Check a file, a text or a document."""

import hashlib
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from jixiao.checks.catalogue import load
from jixiao.checks.failure import failed
from jixiao.claims.extraction import extract
from jixiao.core.collecting import acyclic, uncollected
from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.core.finding import Finding
from jixiao.core.report import Report
from jixiao.core.solution import Solution
from jixiao.formats import discovery
from jixiao.formats.guarded import Guard
from jixiao.formats.txt.read import read_text
from jixiao.pipeline.opening import content, converted
from jixiao.pipeline.recognised import tempered
from jixiao.pipeline.sections import Prescribing, compared
from jixiao.solving.solve import solve


def check_path(
    path: str | Path,
    headings: Prescribing | None = None,
    guard: Guard | None = None,
    *,
    office: bool = False,
) -> Report:
    """Check a file; an unreadable one yields a report with ``error`` set.

    The path may lead into an archive. ``headings`` tells which sections are prescribed for the document;
    ``guard`` opens the file in a worker process; ``office`` lets LibreOffice convert old formats first.
    """
    started = time.perf_counter()
    name = str(path)
    try:
        data = content(path, guard)
    except ReadError as error:
        return Report(file=name, error=error, seconds=_since(started))
    return check_bytes(data, name, started=started, headings=headings, guard=guard, office=office)


def check_bytes(
    data: bytes,
    name: str,
    *,
    started: float | None = None,
    headings: Prescribing | None = None,
    guard: Guard | None = None,
    office: bool = False,
) -> Report:
    """Check a file's content; ``name`` is shown to the user and helps to recognise the format.

    ``headings`` tells which sections are prescribed for a document of a year (as printed, "" unknown);
    ``guard`` reads it in a worker process; ``office`` lets LibreOffice convert old formats first.
    """
    began = time.perf_counter() if started is None else started
    digest = hashlib.sha256(data).hexdigest()
    try:
        document = _read(data, name, guard, office=office)
    except ReadError as error:
        return Report(file=name, sha256=digest, error=error, seconds=_since(began))
    return _report(document, name, digest, began, headings)


@uncollected()
def _read(data: bytes, name: str, guard: Guard | None, *, office: bool) -> Document:
    made = converted(data, name) if office else None
    if made is not None:
        data, name = made
    document = discovery.read(data, name) if guard is None else guard.read(data, name)
    if made is None:
        return document
    note = f"由 LibreOffice 转换为 {document.format} 后读取，位置按转换后的文件。"
    return replace(document, notes=(note, *document.notes))


def check_text(text: str, name: str = "text.txt") -> Report:
    """Check text that is already in memory."""
    began = time.perf_counter()
    return _report(read_text(text, name), name, hashlib.sha256(text.encode("utf-8")).hexdigest(), began)


def check_document(document: Document) -> Report:
    """Check a document that was read or made before."""
    return _report(document, document.name, "", time.perf_counter())


@acyclic()
def _report(
    document: Document, name: str, digest: str, began: float, headings: Prescribing | None = None
) -> Report:
    extraction = extract(document)
    required = headings(document, extraction.year) if headings is not None else None
    sections = tuple(compared(document, required)) if required is not None else ()
    solution = solve(
        extraction.quantities,
        extraction.claims,
        (*extraction.observations, *sections),
        extraction.alone,
        roles=extraction.roles,
        elsewhere=extraction.elsewhere,
    )
    found = (*run_checks(solution), *(failed(name, error) for name, error in extraction.failures))
    return Report(
        file=name,
        format=document.format,
        sha256=digest,
        seconds=_since(began),
        document=document,
        certificate=solution.certificate,
        claims=solution.claims,
        observations=solution.observations,
        findings=tempered(document, solution.claims, found),
        body=extraction.body,
        year=extraction.year,
        kind=extraction.kind,
        obligations=extraction.obligations,
    )


def run_checks(solution: Solution) -> list[Finding]:
    """Every check's findings, in reading order; a check that raises becomes a finding itself (JX901)."""
    findings: list[Finding] = []
    for check in load():
        try:
            findings.extend(check.find(solution))
        except Exception as error:  # noqa: BLE001 - one broken check must not stop the others (design section 8)
            findings.append(failed(check.code, type(error).__name__))
    return sorted(
        findings,
        key=lambda finding: (
            finding.place.block,
            finding.place.row or 0,
            finding.place.column or 0,
            finding.place.line or 0,
            finding.place.start,
            finding.code,
        ),
    )


def _since(started: float) -> Decimal:
    return Decimal(str(round(time.perf_counter() - started, 3)))
