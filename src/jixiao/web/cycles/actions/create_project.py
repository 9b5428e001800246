"""A project that comes during the year."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import TypeAdapter
from pydantic import ValidationError as PydanticError

from jixiao.core.dossier.projects import Origin
from jixiao.core.dossier.values import Code
from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.bodies import filing_bodies
from jixiao.web.cycles.models import Cycle, CycleState, StageKind, SubjectKind, Task
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class CreateProject(Action[Project]):
    """A supplementary or carried-over project, with its forms at the stages under way.

    A stage is under way when its forms went out and its deadline is ahead. Targets are always asked for:
    where their deadline has passed, ``targets_by`` is that of this project.
    """

    cycle: Cycle
    project: Project
    targets_by: date | None = None

    permission = holds(Role.UNIT_CLERK, Role.PERFORMANCE_OFFICER)
    verb = "cycles.create_project"

    def place(self) -> Organisation | None:
        """The body that carries it out."""
        return self.project.organisation

    def perform(self, actor: User) -> Project:
        """Store it and send its forms out."""
        del actor
        cycle = (
            Cycle.objects.select_for_update(of=("self",)).select_related("jurisdiction").get(pk=self.cycle.pk)
        )
        project = self.project
        if cycle.state != CycleState.OPEN:
            raise Refused(_("这个年度的工作没有开放，不能办理。"))
        if project.organisation not in filing_bodies(cycle.jurisdiction):
            raise Refused({"organisation": _("这个单位不在本年度工作的范围内。")})
        try:
            TypeAdapter(Code).validate_python(project.code)
        except PydanticError as error:
            raise Refused({"code": [one["msg"] for one in error.errors()]}) from error
        if project.origin not in {one.value for one in Origin}:
            raise Refused({"origin": _("没有这种来源。")})
        project.fiscal_year = cycle.fiscal_year
        project.position = Project.objects.filter(
            organisation=project.organisation, fiscal_year=cycle.fiscal_year
        ).count()
        project.full_clean()
        project.save()
        for stage in cycle.stages.filter(subject=SubjectKind.PROJECT, tasks__isnull=False).distinct():
            deadline = stage.deadline
            if deadline < timezone.localdate():
                if stage.kind != StageKind.TARGETS:
                    continue
                if self.targets_by is None or self.targets_by < timezone.localdate():
                    raise Refused({"targets_by": _("绩效目标申报已截止，请写明本项目的申报截止日期。")})
                deadline = self.targets_by
            Task.objects.create(
                stage=stage, organisation=project.organisation, project=project, deadline=deadline
            )
        return project

    def told(self, result: Project) -> dict[str, Any]:
        """Where from, and its forms."""
        return {"code": result.code, "origin": result.origin, "tasks": result.tasks.count()}
