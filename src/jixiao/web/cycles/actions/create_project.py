"""A project that comes during the year."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jixiao.core.dossier.projects import Origin
from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.adding import ADDS, faults_of_code, locked, stages_under_way
from jixiao.web.cycles.bodies import filing_bodies
from jixiao.web.cycles.models import Cycle, Task
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.saving import save_unique


@dataclass(frozen=True, slots=True)
class CreateProject(Action[Project]):
    """A supplementary or carried-over project, with its forms at the stages under way.

    Targets are always asked for: where their deadline has passed, ``targets_by`` is that of this project.
    """

    cycle: Cycle
    project: Project
    targets_by: date | None = None

    permission = ADDS
    verb = "cycles.create_project"

    def place(self) -> Organisation | None:
        """The body that carries it out."""
        return self.project.organisation

    def perform(self, actor: User) -> Project:
        """Store it and send its forms out."""
        del actor
        cycle = locked(self.cycle)
        project = self.project
        if project.organisation not in filing_bodies(cycle.jurisdiction):
            raise Refused({"organisation": _("这个单位不在本年度工作的范围内。")})
        if faults := faults_of_code(project.code):
            raise Refused({"code": faults})
        if project.origin not in {one.value for one in Origin}:
            raise Refused({"origin": _("没有这种来源。")})
        project.fiscal_year = cycle.fiscal_year
        project.position = Project.objects.filter(
            organisation=project.organisation, fiscal_year=cycle.fiscal_year
        ).count()
        project.full_clean()
        save_unique(project)
        for stage, deadline in stages_under_way(cycle, self.targets_by):
            Task.objects.create(
                stage=stage, organisation=project.organisation, project=project, deadline=deadline
            )
        return project

    def told(self, result: Project) -> dict[str, Any]:
        """Where from, and its forms."""
        return {"code": result.code, "origin": result.origin, "tasks": result.tasks.count()}
