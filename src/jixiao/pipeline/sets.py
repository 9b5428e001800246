"""Documents of one body and year compared with each other, and with last year's."""

from collections.abc import Iterator, Sequence

from jixiao.checks.catalogue import load
from jixiao.checks.failure import failed
from jixiao.claims.across.comparing import compare
from jixiao.claims.across.members import Gathered, gather
from jixiao.claims.across.units import sum_units
from jixiao.core.collecting import uncollected
from jixiao.core.finding import Certificate, Finding
from jixiao.core.report import Report
from jixiao.core.set_report import LeftOut, NotRun, SetReport
from jixiao.core.solution import Solution

_FAMILY = 6
_NO_PREVIOUS = (
    "没有给出上年的文件（--previous）",
    "no document of last year was given (--previous)",
)
_NO_UNITS = (
    "文件夹里没有所属单位的文件",
    "the set holds no documents of units",
)


@uncollected()
def check_set(reports: Sequence[Report], previous: Report | None = None, name: str = "") -> SetReport:
    """Compare what reports of one body and year tell; ``previous`` is the report of last year's document.

    Pure: the reports are those of the usual check, in the order of their files. What cannot be read, or is
    of another body or year, is listed as left out.
    """
    documents = [(report.file, report.document) for report in reports if report.document is not None]
    before = [(previous.file, previous.document)] if previous is not None and previous.document else []
    gathered = gather(documents, before)
    same = compare(gathered.own)
    department = [member for member in gathered.own if not member.previous]
    summed = sum_units(department, gathered.units)
    solution = Solution(
        (), (), (), Certificate(0, 0, 0), comparisons=(*same.comparisons, *summed.comparisons)
    )
    everyone = [*reports, *([] if previous is None else [previous])]
    return SetReport(
        name,
        tuple(everyone),
        tuple(_findings(solution)),
        gathered.body,
        gathered.year,
        same.facts,
        (*_unread(everyone), *gathered.left_out),
        (*summed.not_run, *_not_run(gathered)),
        "" if previous is None else previous.file,
    )


def _findings(solution: Solution) -> list[Finding]:
    """The findings of the checks between files, the errors first, then in the order of the files."""
    findings: list[Finding] = []
    for check in load():
        if check.family != _FAMILY:
            continue
        try:
            findings.extend(check.find(solution))
        except Exception as error:  # noqa: BLE001 - one broken check must not stop the others (design section 8)
            findings.append(failed(check.code, type(error).__name__))
    return sorted(findings, key=lambda finding: finding.severity != "error")


def _unread(reports: Sequence[Report]) -> Iterator[LeftOut]:
    for report in reports:
        if report.error is not None:
            yield LeftOut(report.file, report.error.message, report.error.message_en)


def _not_run(gathered: Gathered) -> Iterator[NotRun]:
    if not any(member.previous for member in gathered.own):
        for code in ("JX602", "JX603"):
            yield NotRun(code, *_NO_PREVIOUS)
    if not gathered.units:
        yield NotRun("JX604", *_NO_UNITS)
