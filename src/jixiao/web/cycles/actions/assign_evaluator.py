"""Give forms to an evaluator."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Assignment, Stage
from jixiao.web.cycles.moving import in_open_year
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class AssignEvaluator(Action[list[Assignment]]):
    """Forms of a stage (numbers) for one evaluator; those assigned before stay as they are."""

    stage: Stage
    tasks: tuple[int, ...]
    evaluator: User

    permission = OPENS
    verb = "cycles.assign_evaluator"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.stage.cycle.jurisdiction

    def perform(self, actor: User) -> list[Assignment]:
        """Assign what is missing."""
        stage = Stage.objects.select_for_update(of=("self",)).get(pk=self.stage.pk)
        tasks = list(stage.tasks.select_related("stage__cycle").filter(pk__in=self.tasks))
        if not tasks:
            raise Refused(_("没有选择表单。"))
        in_open_year(tasks[0])
        reached = Q(pk__in=())
        for one in self.evaluator.memberships.in_force().filter(role=Role.EVALUATOR, user__is_active=True):
            below = Organisation.objects.descendants(one.top(), include_self=True).values("pk")
            reached |= Q(organisation__in=below)
        if stage.tasks.filter(reached, pk__in=self.tasks).count() < len(tasks):
            raise Refused({"evaluator": _("“%(name)s”不是这些单位的评价人员。") % {"name": self.evaluator}})
        there = set(Assignment.objects.in_force(self.evaluator).values_list("task_id", flat=True))
        return [
            Assignment.objects.create(task=task, evaluator=self.evaluator, by=actor)
            for task in tasks
            if task.pk not in there
        ]

    def told(self, result: list[Assignment]) -> dict[str, Any]:
        """Who evaluates what."""
        return {
            "stage": self.stage.pk,
            "evaluator": self.evaluator.username,
            "tasks": [one.task_id for one in result],
        }
