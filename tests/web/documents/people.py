"""A small district with people in every role."""

import datetime as dt
from collections.abc import Callable

from django.test import Client

from jixiao.web.cycles.models import Assignment, Cycle, CycleState, Stage, StageKind, SubjectKind, Task
from jixiao.web.documents.models import Document
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

_PASSWORD = "Report-2023-ok"  # noqa: S105  # of accounts that live as long as a test


class Place:
    """A district with its bureau, two departments and a unit, and people in every role."""

    def __init__(self) -> None:
        self.top = Organisation.objects.create(kind=Kind.JURISDICTION, code="430406", name="雁峰区")
        self.bureau = self._body(Kind.BUREAU, self.top, "430406-cz", "雁峰区财政局")
        self.health = self._body(Kind.DEPARTMENT, self.top, "430406-ws", "雁峰区卫生健康局")
        self.clinic = self._body(Kind.UNIT, self.health, "430406-ws-01", "雁峰区疾控中心")
        self.schools = self._body(Kind.DEPARTMENT, self.top, "430406-jy", "雁峰区教育局")
        self.clerk = self._person("clerk", self.clinic, Role.UNIT_CLERK)
        self.reviewer = self._person("reviewer", self.clinic, Role.UNIT_REVIEWER)
        self.lead = self._person("lead", self.health, Role.DEPARTMENT_LEAD)
        self.officer = self._person("officer", self.bureau, Role.PERFORMANCE_OFFICER)
        self.line = self._person("line", self.bureau, Role.LINE_OFFICER)
        self.evaluator = self._person("evaluator", self.health, Role.EVALUATOR)
        self.auditor = self._person("auditor", self.top, Role.AUDITOR)
        self._assign(self.clinic)
        self.system = self._person("system", self.top, Role.SYSTEM_ADMINISTRATOR)
        self.stranger = self._person("stranger", self.schools, Role.UNIT_CLERK)

    def _assign(self, body: Organisation) -> None:
        """Give the evaluator a form of the body."""
        day = dt.date(2024, 3, 1)
        cycle = Cycle.objects.create(
            jurisdiction=self.top, fiscal_year=2023, title="2023", state=CycleState.OPEN
        )
        stage = Stage.objects.create(
            cycle=cycle, kind=StageKind.EVALUATION, subject=SubjectKind.PROJECT, name="绩效评价",
            opens=day, deadline=day, nodes=[Role.PERFORMANCE_OFFICER.value],
        )  # fmt: skip
        project = Project.objects.create(organisation=body, fiscal_year=2023, code="p1", name="疫苗接种")
        task = Task.objects.create(stage=stage, organisation=body, project=project, deadline=day)
        Assignment.objects.create(task=task, evaluator=self.evaluator, by=self.officer)

    def _body(self, kind: str, parent: Organisation, code: str, name: str) -> Organisation:
        return Organisation.objects.create(kind=kind, parent=parent, code=code, name=name)

    def _person(self, name: str, body: Organisation, role: Role) -> User:
        user = User(username=name, full_name=f"{name}姓名", organisation=body, must_change_password=False)
        user.set_password(_PASSWORD)
        user.save()
        Membership.objects.create(user=user, organisation=body, role=role)
        return user


Browsers = Callable[[User], Client]
HandIn = Callable[..., Document]
