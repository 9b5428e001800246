"""Decisions on the use of results in the demo, recorded and confirmed by two officers; they are invented."""

from decimal import Decimal

from django.utils import timezone

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Cycle, StageKind, Task
from jixiao.web.decisions.actions.confirm_decision import ConfirmDecision
from jixiao.web.decisions.actions.record_decision import RecordDecision
from jixiao.web.decisions.proposing import counting, proposal_of
from jixiao.web.people.models import User


def decided(cycle: Cycle) -> None:
    """Of the final self-evaluations one is decided as the rules propose and confirmed, one differently."""
    officer, second = (User.objects.get(username=name) for name in ("jixiao", "jixiao2"))
    forms = Task.objects.filter(stage__kind=StageKind.SELF_EVALUATION)
    ready = list(
        counting(forms, cycle.fiscal_year)
        .filter(stage__cycle=cycle)
        .select_related("stage__cycle", "organisation", "project")
        .order_by("project_id", "pk")
    )
    follow = next((one for one in ready if proposal_of(one).action), None)
    differ = next((one for one in ready if one is not follow), None)
    day = timezone.localdate()
    if follow:
        made = carry_out(
            RecordDecision(follow, follows=True, words="", reason="", amount=None, day=day), officer
        )
        carry_out(ConfirmDecision(made, made.revision), second)
    if differ:
        words, reason = "压减下年预算。", "演示：任务已基本完成，下年工作量减少。"
        carry_out(
            RecordDecision(
                differ, follows=False, words=words, reason=reason, amount=Decimal(-20_000), day=day
            ),
            officer,
        )
