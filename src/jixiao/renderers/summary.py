"""The figures and rows of one report for tables of many: small values that travel between processes."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from jixiao.core.finding import Severity
from jixiao.core.report import Report
from jixiao.renderers.wording import (
    Language,
    message_of,
    place_words,
    proof_words,
    suggestion_of,
    title_of,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One finding in words."""

    place: str
    severity: Severity
    code: str
    title: str
    message: str
    quote: str
    stated: str
    computed: str
    proof: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One file: who, how many findings, how much was checked, or why it could not be read."""

    file: str
    body: str
    year: str
    kind: str
    errors: int
    warnings: int
    infos: int
    share: Decimal | None
    amount: Decimal | None
    unreadable: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The file name without its folders."""
        return PurePath(self.file).name


def summarise(report: Report, language: Language = "zh") -> Summary:
    """The report without its document and claims."""
    error = report.error
    reason = "" if error is None else error.message if language == "zh" else error.message_en
    amounts = [finding.amount for finding in report.findings if finding.amount is not None]
    rows = tuple(
        Row(
            place_words(finding.place, language),
            finding.severity,
            finding.code,
            title_of(finding, language),
            message_of(finding, language),
            finding.quote,
            finding.stated,
            finding.computed,
            proof_words(finding, language),
            suggestion_of(finding, language),
        )
        for finding in report.findings
    )
    return Summary(
        file=report.file,
        body=report.body,
        year=report.year,
        kind=report.kind,
        errors=report.count("error"),
        warnings=report.count("warning"),
        infos=report.count("info"),
        share=None if report.certificate is None else report.certificate.share,
        amount=sum((abs(amount) for amount in amounts), Decimal(0)) if amounts else None,
        unreadable=reason,
        rows=rows,
    )
