"""What is kept of a written report beside its page: what its self-check found, and where."""

from collections.abc import Iterator
from typing import Any

from jixiao.core.finding import Finding
from jixiao.pipeline.reporting import ReleasedReport
from jixiao.pipeline.reporting.explaining import facts_behind
from jixiao.renderers.json import version
from jixiao.renderers.wording import place_words
from jixiao.web.reports.telling import fact_words


def found_in(report: ReleasedReport) -> dict[str, Any]:
    """Findings, what keeps it from being final, explanations, gaps, certificate: as JSON keeps them."""
    return {
        "program": version(),
        "findings": [_finding(one, report) for one in report.report.findings],
        "refusals": [
            {
                "where": [one.where, one.where_en],
                "why": [one.why, one.why_en],
                "fix": [one.fix, one.fix_en],
                "fact": one.fact,
                "anchor": _anchor(report, (one.fact,)),
                "identity": one.identity,
            }
            for one in report.refusals
        ],
        "blockers": list(_blockers(report)),
        "explained": [
            {
                "title": [one.finding.title, one.finding.title_en],
                "statement": one.statement,
                "by": one.signed_by,
            }
            for one in report.explained
        ],
        "gaps": list(report.gaps),
        "notices": [[one.zh, one.en] for one in report.notices],
        "certificate": _certificate(report),
    }


def _blockers(report: ReleasedReport) -> Iterator[dict[str, Any]]:
    """Every error that somebody has to correct or to answer for: of figures, of facts, of wording."""
    advice = {one.fingerprint: [one.suggestion, one.suggestion_en] for one in report.report.findings}
    for one in report.refusals:
        unsettled = one.ground == "unresolved"
        where = f"没有定下来的数：{fact_words(one.fact)}" if unsettled else one.where
        yield {
            "identity": one.identity, "code": one.code, "where": [where, one.where_en],
            "why": [one.why, one.why_en], "fix": advice.get(one.fingerprint, ["", ""]),
            "anchor": _anchor(report, (one.fact,)),
        }  # fmt: skip
    known = {one.identity for one in report.refusals} | {one.finding.fingerprint for one in report.explained}
    for finding in report.report.findings:
        if finding.severity == "error" and finding.fingerprint not in known:
            told = _finding(finding, report)
            where = [
                f"{finding.code} {title}（{place}）"
                for title, place in zip(told["title"], told["where"], strict=True)
            ]
            yield {
                "identity": finding.fingerprint, "code": finding.code, "where": where, "why": told["message"],
                "fix": told["fix"], "anchor": told["anchor"],
            }  # fmt: skip


def _finding(finding: Finding, report: ReleasedReport) -> dict[str, Any]:
    document = report.report.document
    facts = facts_behind(finding, document) if document else ()
    return {
        "code": finding.code,
        "severity": finding.severity,
        "title": [finding.title, finding.title_en],
        "message": [finding.message, finding.message_en],
        "fix": [finding.suggestion, finding.suggestion_en],
        "where": [place_words(finding.place, "zh"), place_words(finding.place, "en")],
        "quote": finding.quote[:300],
        "anchor": _anchor(report, facts, finding.quote),
    }


def _anchor(report: ReleasedReport, facts: Any, quote: str = "") -> str:
    """The name of the printed number that these facts stand behind; the one within the quote first."""
    wanted = {one for one in facts if one}
    entries = report.ledger.entries if report.ledger else ()
    found = [one for one in entries if wanted & set(one.facts)]
    found.sort(key=lambda one: one.printed not in quote)
    return found[0].name if found else ""


def _certificate(report: ReleasedReport) -> dict[str, int] | None:
    made = report.report.certificate
    return None if made is None else {"numbers": made.numbers, "checked": made.checked, "alone": made.alone}
