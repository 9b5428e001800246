"""A Dossier to rows: from a workbook, a file, or a demo. Called by actions, inside their transaction."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from jixiao.core.dossier import Dossier
from jixiao.core.dossier import Task as MainTaskPart
from jixiao.core.dossier.projects import Indicator as IndicatorPart
from jixiao.core.dossier.projects import Monitoring
from jixiao.core.dossier.projects import Project as ProjectPart
from jixiao.core.dossier.values import Absent
from jixiao.web.fields import ScoreField
from jixiao.web.filings.columns import INDICATOR, PROJECT, columns_of
from jixiao.web.filings.encoding import encoded
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import (
    DepartmentYear,
    Funding,
    Indicator,
    IndicatorProgress,
    MonitoringPeriod,
    Project,
)
from jixiao.web.organisations.models import Organisation

_APART = ("rulebook", "fiscal_year", "projects")


def store(dossier: Dossier, organisation: Organisation) -> DepartmentYear:
    """Write a whole Dossier; what has the same code, or a main task of the same name, keeps its row.

    Raises:
        ValidationError: an amount is finer than 分, or a project has a monitoring period twice.
    """
    facts = {name: value for name, value in encoded(dossier).items() if name not in _APART}
    for apart in ("indicators", "tasks"):
        facts.get("appraisal", {}).pop(apart, None)
    year, _made = DepartmentYear.objects.update_or_create(
        organisation=organisation,
        fiscal_year=dossier.fiscal_year,
        defaults={"rulebook": dossier.rulebook, "facts": facts},
    )
    _indicators(dossier.appraisal.indicators, department_year=year)
    _main_tasks(dossier.appraisal.tasks, year)
    below = Organisation.objects.descendants(organisation, include_self=True)
    kept = {
        one.code: one
        for one in Project.objects.filter(
            organisation__in=below.values("pk"), fiscal_year=dossier.fiscal_year, deleted=False
        )
    }
    units = {unit.name: unit for unit in below}
    for position, part in enumerate(dossier.projects):
        row = kept.pop(part.code, None) or Project(
            organisation=units.get(part.unit, organisation), fiscal_year=dossier.fiscal_year
        )
        store_project(part, row, position)
    for gone in kept.values():
        gone.deleted = True
        gone.save(update_fields=["deleted"])
    return year


def store_project(part: ProjectPart, row: Project, position: int) -> Project:
    """Write a project with everything below it into the row."""
    apart = {*PROJECT, "funding", "indicators", "monitoring"}
    _set(row, columns_of(part, Project))
    row.more = {name: value for name, value in encoded(part).items() if name not in apart}
    row.position = position
    row.revision += 1
    row.save()
    row.funding.all().delete()
    for number, line in enumerate(part.funding):
        Funding.objects.create(project=row, position=number, **columns_of(line, Funding))
    indicators = _indicators(part.indicators, project=row)
    row.periods.all().delete()
    months = [period.through_month for period in part.monitoring]
    if len(set(months)) < len(months):
        raise ValidationError(_("项目“%(name)s”的同一个监控期写了两次，请合并。") % {"name": part.name})
    for period in part.monitoring:
        _period(period, row, indicators)
    return row


def _indicators(parts: tuple[IndicatorPart, ...], **owner: models.Model) -> dict[str, Indicator]:
    kept = {one.code: one for one in Indicator.objects.filter(**owner)}
    found: dict[str, Indicator] = {}
    for position, part in enumerate(parts):
        row = kept.pop(part.code, None) or Indicator(**owner)
        _set(row, columns_of(part, Indicator))
        row.more = {name: value for name, value in encoded(part).items() if name not in INDICATOR}
        row.position = position
        row.revision += 1
        row.save()
        found[part.code] = row
    for gone in kept.values():
        gone.delete()
    return found


def _main_tasks(parts: tuple[MainTaskPart, ...], year: DepartmentYear) -> None:
    kept: dict[str, list[MainTask]] = {}
    for row in MainTask.objects.filter(department_year=year):
        kept.setdefault(row.name, []).append(row)
    for position, part in enumerate(parts):
        same = kept.get(part.name)
        row = same.pop(0) if same else MainTask(department_year=year)
        _set(row, {**columns_of(part, MainTask), "position": position})
        row.revision += 1
        row.save()
    for rows in kept.values():
        for gone in rows:
            gone.delete()


def _period(part: Monitoring, project: Project, indicators: dict[str, Indicator]) -> None:
    period = MonitoringPeriod(project=project, **columns_of(part, MonitoringPeriod))
    left = dict(indicators)
    rows = []
    for one in part.indicators:
        if one.indicator in left and not isinstance(one.likelihood, Absent):
            rows.append((left.pop(one.indicator), one))
        else:  # of no indicator of the project, told twice, or stated not to apply: no row of the grid
            period.more.setdefault("indicators", []).append(encoded(one))
    period.save()
    for indicator, one in rows:
        IndicatorProgress.objects.create(
            period=period,
            indicator=indicator,
            actual="" if one.actual is None else str(one.actual),
            forecast="" if one.forecast is None else str(one.forecast),
            likelihood=ScoreField(null=True, blank=True).clean(one.likelihood, None),
            reason=one.reason,
            reason_kind=one.reason_kind,
        )


def _set(row: models.Model, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
