"""A cycle with a stage, a task about a project, and a comment."""

import datetime as dt

from tests.web.support import County

from jixiao.web.cycles.models import (
    Assignment,
    Comment,
    Cycle,
    CycleState,
    Holiday,
    Stage,
    StageKind,
    SubjectKind,
    Task,
)
from jixiao.web.filings.models import Project
from jixiao.web.people.roles import Role


def make(county: County, number: int) -> None:
    """The rows of this number; the unit of the county fills them in."""
    day = dt.date(2024, 3, 1)
    cycle = Cycle.objects.create(
        pk=number, jurisdiction=county.top, fiscal_year=2023, title="Cycle 2023", state=CycleState.OPEN
    )
    stage = Stage.objects.create(
        pk=number,
        cycle=cycle,
        kind=StageKind.SELF_EVALUATION,
        subject=SubjectKind.PROJECT,
        name="Self-evaluation",
        opens=day,
        deadline=day,
        nodes=[str(Role.UNIT_REVIEWER), str(Role.DEPARTMENT_LEAD)],
    )
    project = Project.objects.create(
        pk=number, organisation=county.unit, fiscal_year=2023, code="P1", name="School meals"
    )
    Holiday.objects.create(
        pk=number, jurisdiction=county.top, day=dt.date(2023, 10, 2), name="Holiday", source="Notice",
        by=county.people[str(Role.PERFORMANCE_OFFICER)],
    )  # fmt: skip
    task = Task.objects.create(
        pk=number, stage=stage, organisation=county.unit, project=project, deadline=day
    )
    Assignment.objects.create(
        pk=number,
        task=task,
        evaluator=county.people[str(Role.EVALUATOR)],
        by=county.people[str(Role.PERFORMANCE_OFFICER)],
    )
    Comment.objects.create(
        pk=number, task=task, words="Which year?", by=county.people[str(Role.UNIT_REVIEWER)]
    )
