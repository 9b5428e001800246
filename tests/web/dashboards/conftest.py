"""A year of the small county with forms, money, periods and scores."""

from datetime import date
from decimal import Decimal

import pytest
from tests.web.support import County

from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task
from jixiao.web.dashboards.models import FormScore
from jixiao.web.filings.models import Indicator, MonitoringPeriod, Project

YEAR = 2025


@pytest.fixture
def year(county: County) -> list[Project]:
    """Four projects: three of the school, one of the hospital."""
    cycle = Cycle.objects.create(
        jurisdiction=county.top, fiscal_year=YEAR, title="Cycle 2025", state=CycleState.OPEN
    )
    stage = Stage.objects.create(
        cycle=cycle, kind=StageKind.SELF_EVALUATION, subject=SubjectKind.PROJECT, name="Projects",
        opens=date(2026, 1, 1), deadline=date(2026, 3, 31),
    )  # fmt: skip
    given = (
        (county.unit, "P1", "100.00", "59.99", "final", "95"),
        (county.unit, "P2", "300.00", "180.00", "pending", "75"),
        (county.unit, "P3", "0.03", "0.03", "draft", None),
        (county.other_unit, "P4", "1000.00", None, "returned", "55"),
    )
    made = []
    for body, code, budget, outturn, state, score in given:
        project = Project.objects.create(
            organisation=body, fiscal_year=YEAR, code=code, name=f"Project {code}", revised_budget=Decimal(budget),
            outturn=None if outturn is None else Decimal(outturn),
        )  # fmt: skip
        task = Task.objects.create(
            stage=stage, organisation=body, project=project, state=state, deadline=stage.deadline
        )
        if score:
            FormScore.objects.create(
                task=task, organisation=body, project=project, fiscal_year=YEAR, percent=Decimal(score),
                grade="A" if Decimal(score) > 80 else "B", indicators=4, reached=3,
            )  # fmt: skip
        Indicator.objects.create(
            project=project, code="i1", level1="Output", name="Meals", target="=5", weight=10, points=8
        )
        made.append(project)
    MonitoringPeriod.objects.create(project=made[0], through_month=6, outturn=Decimal("29.99"))
    MonitoringPeriod.objects.create(project=made[1], through_month=6, outturn=Decimal("90.00"))
    return made
