"""A year in a county, for tests: a stage about projects, its form, and who holds it."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from tests.web.support import County

from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task
from jixiao.web.filings.models import Indicator, Project
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

NODES = (Role.UNIT_REVIEWER, Role.DEPARTMENT_LEAD, Role.LINE_OFFICER, Role.PERFORMANCE_OFFICER)
"""Every role that may review, in the order of the tests' stage."""


@dataclass(slots=True)
class Year:
    """A cycle with one stage and the form of one project of the county's unit."""

    county: County
    cycle: Cycle
    stage: Stage
    project: Project
    task: Task

    def person(self, role: str) -> User:
        """The account with the role, as a request would read it."""
        user = User.objects.get(pk=self.county.people[str(role)].pk)
        user.forget_roles()
        return user

    @property
    def clerk(self) -> User:
        """Who fills the form in."""
        return self.person(Role.UNIT_CLERK)

    @property
    def officer(self) -> User:
        """Who opens the year."""
        return self.person(Role.PERFORMANCE_OFFICER)

    def now(self) -> Task:
        """The form as it is stored."""
        return Task.objects.select_related("stage__cycle", "organisation", "project").get(pk=self.task.pk)


def year(  # noqa: PLR0913  # what the tests vary
    county: County,
    *,
    nodes: tuple[str, ...] = NODES,
    kind: str = StageKind.SELF_EVALUATION,
    month: int | None = None,
    state: str = CycleState.OPEN,
    fiscal_year: int = 2024,
    days: int = 10,
) -> Year:
    """A year; the form is due in so many days."""
    today = timezone.localdate()
    cycle = Cycle.objects.create(
        jurisdiction=county.top, fiscal_year=fiscal_year, title=f"Year {fiscal_year}", state=state
    )
    stage = Stage.objects.create(
        cycle=cycle, kind=kind, subject=SubjectKind.PROJECT, name=f"Stage of {kind}", through_month=month,
        opens=today - dt.timedelta(days=30), deadline=today + dt.timedelta(days=days),
        nodes=[str(role) for role in nodes],
    )  # fmt: skip
    project = Project.objects.create(
        organisation=county.unit, fiscal_year=fiscal_year, code="p1", name="School meals",
        revised_budget=100_000, outturn=100_000, annual_goal="Meals for 500 pupils", annual_result="Done",
    )  # fmt: skip
    if kind == StageKind.TARGETS:
        Indicator.objects.create(
            project=project,
            code="i1",
            level1="产出指标",
            name="Pupils",
            operator="≥",
            target="500",
            weight=90,
        )
    task = Task.objects.create(
        stage=stage, organisation=county.unit, project=project, deadline=stage.deadline
    )
    return Year(county, cycle, stage, project, task)
