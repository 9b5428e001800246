"""What stands beside the forms: monitoring, scores of forms handed in, documents with findings."""

import random
from collections.abc import Iterator
from typing import Any

from bench.website.filling import YEAR, Size, body_of, rows

from jixiao.web.dashboards.models import FormScore
from jixiao.web.documents.models import Document, Found, Secrecy, State, Version
from jixiao.web.filings.models import Indicator, MonitoringPeriod

_GRADES = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))
_DOCUMENTS = 2
"""Of each body."""
_FINDINGS = 5
_LINES = 20
"""Indicators of a department."""


def fill_more(size: Size, states: tuple[str, ...]) -> None:
    """Write it; ``states`` are those of the self-evaluations by the project's number."""
    chance = random.Random(11)
    numbers = range(1, size.projects + 1)
    rows(
        MonitoringPeriod,
        (
            {"id": number, "project_id": number, "through_month": 6, "outturn": chance.randrange(40_000_000)}
            for number in numbers
        ),
    )
    rows(Indicator, _of_departments(size))
    rows(FormScore, _scores(size, states, chance))
    rows(Document, _documents(size))
    rows(Version, _versions(size))
    rows(Found, _findings(size))


def _of_departments(size: Size) -> Iterator[dict[str, Any]]:
    """The lines of each department's own appraisal, after those of the projects."""
    departments = max(1, size.units // 10)
    for number in range(departments * _LINES):
        yield {
            "id": size.projects * 15 + number + 1, "department_year_id": 3 + number // _LINES,
            "position": number % _LINES, "code": f"d{number % _LINES}", "level1": "履职效能",
            "name": f"重点工作{number % _LINES}", "operator": "≥", "target": "95", "unit": "%", "weight": 5,
        }  # fmt: skip


def _scores(size: Size, states: tuple[str, ...], chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, size.projects + 1):
        if states[number % len(states)] in {"pending", "final"}:
            points = chance.randrange(45, 101)
            grade = next(name for least, name in _GRADES if points >= least)
            yield {
                "id": number, "task_id": size.projects + number, "organisation_id": body_of(size, number),
                "project_id": number, "fiscal_year": YEAR, "percent": points, "grade": grade,
                "indicators": 15, "reached": points * 15 // 100,
            }  # fmt: skip


def _documents(size: Size) -> Iterator[dict[str, Any]]:
    for number in range(1, size.units * _DOCUMENTS + 1):
        body = 3 + (number - 1) % size.units
        yield {
            "id": number, "organisation_id": body, "title": f"第{body}号单位绩效自评报告", "year": YEAR,
            "kind": "绩效自评报告", "secrecy": Secrecy.DECLARED, "uploaded_by_id": body - 2,
            "latest_id": number,
        }  # fmt: skip


def _versions(size: Size) -> Iterator[dict[str, Any]]:
    for number in range(1, size.units * _DOCUMENTS + 1):
        yield {
            "id": number, "document_id": number, "number": 1, "name": "报告.docx", "sha256": f"{number:064x}",
            "size": 60_000, "uploaded_by_id": 1 + (number - 1) % size.units, "state": State.CHECKED,
            "format": "docx", "errors": 2, "warnings": 3, "numbers": 800, "checked": 600, "alone": 100,
        }  # fmt: skip


def _findings(size: Size) -> Iterator[dict[str, Any]]:
    for version in range(1, size.units * _DOCUMENTS + 1):
        for number in range(_FINDINGS):
            yield {
                "id": (version - 1) * _FINDINGS + number + 1, "version_id": version, "number": number,
                "identity": f"{version}-{number}", "likeness": str(number), "code": "JX101",
                "severity": "error" if number < 2 else "warning", "told": {},
            }  # fmt: skip
