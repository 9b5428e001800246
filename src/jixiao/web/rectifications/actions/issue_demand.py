"""Demand that a problem be put right."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import Demand, State
from jixiao.web.rectifications.moving import step
from jixiao.web.rectifications.permissions import ISSUES, office_of, seat_of
from jixiao.web.rectifications.terms import due


@dataclass(frozen=True, slots=True)
class IssueDemand(Action[Demand]):
    """A demand not stored yet, and the working days that it gives; the issuer's highest office issues it."""

    demand: Demand
    days: int | None

    permission = ISSUES
    verb = "rectifications.issue"

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """Send it out: the body finds it among what waits for it."""
        made = self.demand
        office = office_of(actor, made.organisation)
        if office is None:
            raise PermissionDenied
        if made.task is not None:
            if not Task.objects.visible_to(actor).filter(pk=made.task.pk).exists():
                raise PermissionDenied
            if made.task.organisation_id != made.organisation_id:
                raise Refused({"organisation": _("整改单位应是这份表的填报单位。")})
        elif not made.basis.strip():
            raise Refused({"basis": _("没有关联表单的，须写明依据，例如审计报告、检查文件的名称和文号。")})
        if made.organisation.kind not in {Kind.DEPARTMENT, Kind.UNIT}:
            raise Refused({"organisation": _("整改单位应是部门或单位。")})
        made.deadline = due(made.organisation, timezone.localdate(), self.days)
        made.office, made.issuer, made.issued_by = office, seat_of(actor, office), actor
        return step(made, actor, "issue", State.OPEN, made.requirement)

    def told(self, result: Demand) -> dict[str, Any]:
        """To whom, about what, until when; the words stay in the demand."""
        return {
            "organisation": result.organisation.code,
            "fiscal_year": result.fiscal_year,
            "source": result.source,
            "task": result.task_id,
            "deadline": result.deadline.isoformat(),
        }
