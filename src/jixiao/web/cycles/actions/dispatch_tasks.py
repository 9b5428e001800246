"""Send out the forms of a stage."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.bodies import filing_bodies
from jixiao.web.cycles.models import CycleState, Stage, SubjectKind, Task
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User

AT_ONCE: Final = 500
"""Forms written by one statement; the triggers of `tally_triggers` count each of them all the same."""


@dataclass(frozen=True, slots=True)
class DispatchTasks(Action[list[Task]]):
    """A form for every department, or every project of the bodies; those sent out before stay as they are.

    ``bodies`` narrows it to some departments and units; None means all of the jurisdiction.
    """

    stage: Stage
    bodies: tuple[Organisation, ...] | None = None

    permission = OPENS
    verb = "cycles.dispatch_tasks"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.stage.cycle.jurisdiction

    def perform(self, actor: User) -> list[Task]:
        """Create what is missing; the stage is locked, so that two officers at once send each form once."""
        del actor
        stage = (
            Stage.objects.select_for_update(of=("self",))
            .select_related("cycle__jurisdiction")
            .get(pk=self.stage.pk)
        )
        if stage.cycle.state == CycleState.CLOSED:
            raise Refused(_("这个年度的工作已结束，不能再下达。"))
        bodies = filing_bodies(stage.cycle.jurisdiction)
        if self.bodies is not None:
            chosen = {body.pk for body in self.bodies}
            bodies = [body for body in bodies if body.pk in chosen]
        if stage.subject == SubjectKind.DEPARTMENT:
            there = set(stage.tasks.filter(project=None).values_list("organisation_id", flat=True))
            wanted = [
                (body.pk, None) for body in bodies if body.kind == Kind.DEPARTMENT and body.pk not in there
            ]
        else:
            # By project alone: one that went to another body keeps the form that it has.
            there = set(stage.tasks.values_list("project_id", flat=True))
            projects = Project.objects.filter(
                organisation__in=bodies, fiscal_year=stage.cycle.fiscal_year, deleted=False
            )
            wanted = [
                (body, project)
                for body, project in projects.values_list("organisation_id", "pk")
                if project not in there
            ]
        return Task.objects.bulk_create(
            (
                Task(stage=stage, organisation_id=body, project_id=project, deadline=stage.deadline)
                for body, project in wanted
            ),
            batch_size=AT_ONCE,
        )

    def told(self, result: list[Task]) -> dict[str, Any]:
        """How many."""
        return {"stage": self.stage.pk, "sent": len(result)}
