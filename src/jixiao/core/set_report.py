"""What a check of the documents of one body and year yields, beside the reports of each."""

from dataclasses import dataclass

from jixiao.core.finding import Finding
from jixiao.core.report import Report


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that was not compared with the others, and why."""

    file: str
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class NotRun:
    """A check that could not run, and why."""

    code: str
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class SetReport:
    """The result for a set.

    ``reports`` are those of its files in order, last year's document at the end; ``findings`` are only
    those between files, their places naming the file. ``body`` and ``year`` are those of most documents;
    ``compared`` counts the facts that two documents or more tell.
    """

    name: str
    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]
    body: str = ""
    year: int | None = None
    compared: int = 0
    left_out: tuple[LeftOut, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    previous: str = ""

    def count(self, severity: str) -> int:
        """How many findings between files are of this severity."""
        return sum(finding.severity == severity for finding in self.findings)
