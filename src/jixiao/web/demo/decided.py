"""Decisions on the use of results in the demo, recorded and confirmed by two officers; they are invented."""

from decimal import Decimal

from django.utils import timezone

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Cycle, StageKind, Task, TaskState
from jixiao.web.decisions.actions.confirm_decision import ConfirmDecision
from jixiao.web.decisions.actions.record_decision import RecordDecision
from jixiao.web.decisions.proposing import counts, proposal_of
from jixiao.web.people.models import User


def decided(cycle: Cycle) -> None:
    """Of the final self-evaluations one was decided as the rules propose and confirmed, one differently."""
    officer, second = (User.objects.get(username=name) for name in ("jixiao", "jixiao2"))
    found = Task.objects.filter(
        stage__cycle=cycle,
        stage__kind=StageKind.SELF_EVALUATION,
        project__isnull=False,
        state=TaskState.FINAL,
    ).exclude(grade="")
    ready = [
        one
        for one in found.select_related("stage__cycle", "organisation", "project").order_by("pk")
        if counts(one)
    ]
    day = timezone.localdate()
    for task in (one for one in ready[:1] if proposal_of(one).action):
        made = carry_out(
            RecordDecision(task, follows=True, words="", reason="", amount=None, day=day), officer
        )
        carry_out(ConfirmDecision(made, made.revision), second)
    for task in ready[1:2]:
        words, reason = "压减下年预算。", "演示：任务已基本完成，下年工作量减少。"
        carry_out(
            RecordDecision(task, follows=False, words=words, reason=reason, amount=Decimal(-20_000), day=day),
            officer,
        )
