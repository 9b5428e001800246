"""Rows to a Dossier: what scoring, checking and writing are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import LISTS_OF_PATHS
from jixiao.core.money import MoneyUnit
from jixiao.dossiers.faults import Position
from jixiao.dossiers.validating import validated
from jixiao.web.filings.columns import fields_of, shortest, value
from jixiao.web.filings.encoding import decoded
from jixiao.web.filings.evidence import Evidence
from jixiao.web.filings.models import (
    DepartmentYear,
    Funding,
    Indicator,
    IndicatorProgress,
    MonitoringPeriod,
    Project,
)
from jixiao.web.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Parts:
    """A project with the rows below it; each period has its ``progress``."""

    project: Project
    funding: Iterable[Funding]
    indicators: Iterable[Indicator]
    periods: Iterable[MonitoringPeriod]

    @classmethod
    def of(cls, project: Project) -> Self:
        """As they are stored, or were fetched with the project."""
        return cls(project, project.funding.all(), project.indicators.all(), project.periods.all())


def dossier_of(year: DepartmentYear, projects: Iterable[Parts] | None = None) -> Dossier:
    """The Dossier of a department and year, with the projects of the department and its units, or only these.

    With only some projects it is without the department's main tasks: no form of a project tells them.

    Raises:
        DossierError: the facts do not fit together; every fault.
    """
    return validated(data_of(year, projects), str(year), lambda _path: Position(0))


def data_of(year: DepartmentYear, projects: Iterable[Parts] | None = None) -> dict[str, Any]:
    """What `dossier_of` reads, before anybody looked whether it fits together."""
    facts = decoded(year.facts)
    unit = MoneyUnit(facts.get("money_unit", MoneyUnit.TEN_THOUSAND))
    body = year.organisation
    facts.setdefault(
        "department", {"code": "".join(c for c in body.code.lower() if c.isalnum()), "name": body.name}
    )
    appraisal = facts.get("appraisal", {})
    whole = list(year.indicators.all())
    found = [Parts.of(one) for one in projects_of(year)] if projects is None else list(projects)
    lines = [*whole, *(line for one in found for line in one.indicators)]
    prefetch_related_objects(lines, Prefetch("files", Evidence.objects.standing()))
    own = [indicator_fields(one, unit) for one in whole]
    if own:
        appraisal = {**appraisal, "indicators": own}
    if projects is None:
        appraisal = {**appraisal, **_main_tasks(year, appraisal, unit)}
    else:
        facts |= _about(facts, {one.project.code for one in found})
    facts |= _files(facts, lines)
    return {
        **facts,
        "rulebook": year.rulebook,
        "fiscal_year": year.fiscal_year,
        "appraisal": appraisal,
        "projects": [project_fields(one, unit) for one in found],
    }


def _main_tasks(year: DepartmentYear, appraisal: dict[str, Any], unit: MoneyUnit) -> dict[str, Any]:
    """The rows, after those that no row can hold: an imported amount was finer than 分."""
    tasks = [*appraisal.get("tasks", []), *(fields_of(one, unit) for one in year.main_tasks.all())]
    return {"tasks": tasks} if tasks else {}


def _about(facts: dict[str, Any], codes: set[str]) -> dict[str, Any]:
    """The lists of paths without those that lead to what is left out."""
    kept = {
        name: [row for row in facts.get(name, []) if not _elsewhere(row["fact"].split("."), codes)]
        for name in LISTS_OF_PATHS
    }
    return {name: rows for name, rows in kept.items() if rows or name in facts}


def _elsewhere(path: list[str], codes: set[str]) -> bool:
    if path[:2] == ["appraisal", "tasks"]:
        return True
    return len(path) > 1 and path[0] == "projects" and path[1] not in codes


def projects_of(year: DepartmentYear) -> "QuerySet[Project]":
    """The projects of the department and its units, with everything below them, in six queries."""
    below = Organisation.objects.descendants(year.organisation, include_self=True).values("pk")
    return Project.objects.filter(
        organisation__in=below, fiscal_year=year.fiscal_year, deleted=False
    ).prefetch_related("funding", "indicators", Prefetch("periods", with_progress()))


def with_progress() -> "QuerySet[MonitoringPeriod]":
    """Monitoring periods with what became of each indicator, in two queries."""
    progress = IndicatorProgress.objects.filter(indicator__deleted=False).select_related("indicator")
    return MonitoringPeriod.objects.prefetch_related(Prefetch("progress", progress))


def project_fields(parts: Parts, unit: MoneyUnit) -> dict[str, Any]:
    """The project as a part of a Dossier."""
    found = {**decoded(parts.project.more), **fields_of(parts.project, unit)}
    for name, rows in (
        ("funding", [fields_of(one, unit) for one in parts.funding]),
        ("indicators", [indicator_fields(one, unit) for one in parts.indicators]),
        ("monitoring", [_period_fields(one, unit) for one in parts.periods]),
    ):
        found |= {name: rows} if rows else {}
    return found


def indicator_fields(indicator: Any, unit: MoneyUnit) -> dict[str, Any]:
    """The indicator as a part of a Dossier; uploaded files stand beside the evidence that it names."""
    found = {**decoded(indicator.more), **fields_of(indicator, unit)}
    named = list(found.get("evidence", []))
    named += dict.fromkeys(code for one in indicator.files.all() if (code := _code(one)) not in named)
    return {**found, "evidence": named} if named else found


def _code(file: Evidence) -> str:
    return f"file-{file.pk}"


def _files(facts: dict[str, Any], lines: Iterable[Indicator]) -> dict[str, Any]:
    """The list of evidence with the uploaded files of these lines."""
    files = [file for line in lines for file in line.files.all()]
    listed = list(facts.get("evidence", []))
    known = {one.get("code") for one in listed}
    listed += [
        {"code": _code(one), "title": one.what or one.name, "file": one.name}
        for one in files
        if _code(one) not in known
    ]
    return {"evidence": listed} if listed else {}


def _period_fields(period: MonitoringPeriod, unit: MoneyUnit) -> dict[str, Any]:
    found = fields_of(period, unit)
    rows = [_progress_fields(one) for one in period.progress.all()] + decoded(
        period.more.get("indicators", [])
    )
    return {**found, "indicators": rows} if rows else found


def _progress_fields(progress: IndicatorProgress) -> dict[str, Any]:
    found: dict[str, Any] = {"indicator": progress.indicator.code}
    for name in ("actual", "forecast"):
        if (typed := value(getattr(progress, name))) is not None:
            found[name] = typed
    if progress.likelihood is not None:
        found["likelihood"] = shortest(progress.likelihood)
    for name in ("reason", "reason_kind"):
        if getattr(progress, name):
            found[name] = getattr(progress, name)
    return found
