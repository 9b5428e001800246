"""Record what was decided because of a final grade."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.decisions.keeping import step, told_of
from jixiao.web.decisions.models import Decision, State
from jixiao.web.decisions.permissions import DECIDES
from jixiao.web.decisions.proposing import counts, proposal_of
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.saving import save_unique
from jixiao.web.typed import explained


@dataclass(frozen=True, slots=True)
class RecordDecision(Action[Decision]):
    """As the rules propose, or differently with a reason; ``amount``: the next budget's change in yuan."""

    task: Task
    follows: bool
    words: str
    reason: str
    amount: Decimal | None
    day: date
    reference: str = ""

    permission = DECIDES
    verb = "decisions.record"

    def place(self) -> Organisation | None:
        """The body that it is about."""
        return self.task.organisation

    def perform(self, actor: User) -> Decision:
        """It waits for another officer's confirmation."""
        visible = Task.objects.visible_to(actor).select_for_update(of=("self",))
        task = (
            visible.select_related("stage__cycle", "organisation", "project").filter(pk=self.task.pk).first()
        )
        if task is None:
            raise PermissionDenied
        if not counts(task):
            raise Refused(
                _("这份表没有终审定等级，或另有更优先的评价，不能据此登记决定。请从“评价结果应用”进入。")
            )
        if self.day > timezone.localdate():
            raise Refused({"day": _("决定日期 %(day)s 还没有到。") % {"day": self.day}})
        made = Decision(
            task=task, organisation=task.organisation, project=task.project, recorded_by=actor,
            fiscal_year=task.stage.cycle.fiscal_year, grade=task.grade, follows=self.follows,
            amount=self.amount, day=self.day, reference=self.reference.strip(),
        )  # fmt: skip
        proposal = proposal_of(task)
        made.proposed, made.basis = proposal.action[:500], proposal.basis[:500]
        if self.follows:
            if not proposal.action:
                raise Refused({"follows": _("规则库没有建议可按，请选“另作决定”，写明决定和理由。")})
            made.words = self.words.strip() or made.proposed
        else:
            made.words = explained(self.words, "words", _("决定"))
            made.reason = explained(self.reason, "reason", _("不按规则建议的理由"))
        standing = Decision.objects.standing().filter(
            organisation=made.organisation, project=made.project, fiscal_year=made.fiscal_year
        )
        if standing.exists():
            raise Refused(_("已经登记过决定；要改的先撤回原来的决定，再重新登记。"))
        made.full_clean(
            exclude=("task", "organisation", "project", "recorded_by"), validate_constraints=False
        )
        save_unique(made)
        return step(made, actor, State.RECORDED, made.words)

    def told(self, result: Decision) -> dict[str, Any]:
        """What was decided."""
        return told_of(result)
