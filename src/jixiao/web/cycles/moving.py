"""What every move of a form shares: locking it, refusing what is out of turn, keeping what was said."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Changed, Refused
from jixiao.web.cycles.models import CycleState, Move, StageKind, Task, TaskState, Version
from jixiao.web.cycles.permissions import may_fill
from jixiao.web.cycles.signals import finalising
from jixiao.web.filings.encoding import encoded
from jixiao.web.people.models import User


def locked(task: Task, revision: int | None, *states: TaskState) -> Task:
    """The form as it is now, locked until the transaction ends.

    Raises:
        Changed: it moved since the page was shown.
        Refused: it is in none of these states, its year is not open, or its stage has not begun.
    """
    now = (
        Task.objects.select_for_update(of=("self",))
        .select_related("stage__cycle", "organisation")
        .get(pk=task.pk)
    )
    if revision is not None and now.revision != revision:
        raise Changed(_("这份表刚被他人办理过，请刷新后再办。"), now)
    if now.state not in states:
        raise Refused(_("这份表现在是“%(state)s”，不能这样办理。") % {"state": now.get_state_display()})
    begun(now)
    return now


def to_fill(task: Task, actor: User) -> Task:
    """The form, locked, for whoever may fill it in: the clerk of the body, or the assigned evaluator.

    Raises:
        PermissionDenied: it is not the person's to fill in.
        Refused: as `locked` and `not_evaluated`.
    """
    now = locked(task, None, TaskState.DRAFT, TaskState.RETURNED)
    if not may_fill(actor, now):
        raise PermissionDenied
    not_evaluated(now)
    return now


def not_evaluated(task: Task) -> None:
    """Refuse to change targets by which a self-evaluation was handed in: its reviewers see what it said."""
    if task.stage.kind != StageKind.TARGETS:
        return
    judged = Task.objects.filter(
        stage__cycle=task.stage.cycle_id, stage__kind=StageKind.SELF_EVALUATION,
        organisation=task.organisation_id, project=task.project_id,
        state__in=(TaskState.PENDING, TaskState.FINAL),
    )  # fmt: skip
    if judged.exists():
        raise Refused(_("绩效自评已经报送，不能再改绩效目标；请先撤回自评，或请审核人退回、绩效股取消终审。"))


def in_open_year(task: Task) -> None:
    """Refuse a form whose year is being prepared or is over."""
    if task.stage.cycle.state != CycleState.OPEN:
        raise Refused(_("这个年度的工作没有开放，不能办理。"))


def begun(task: Task) -> None:
    """Refuse a form whose year is not open, or whose stage has not begun."""
    in_open_year(task)
    if task.stage.opens > timezone.localdate():
        raise Refused(_("“%(stage)s”自 %(day)s 起办理。") % {"stage": task.stage, "day": task.stage.opens})


def move(  # noqa: PLR0913  # what a step is made of
    task: Task, actor: User, verb: str, after: TaskState, *, node: int = 0, words: str = "",
    version: Version | None = None,
) -> Task:  # fmt: skip
    """Put the form into another hand and keep the step.

    Raises:
        Refused: it would be final, and something still speaks against it.
    """
    if after == TaskState.FINAL:
        finalising.send(Task, task=task, actor=actor)
    before, task.state, task.node = task.state, after, node
    task.revision += 1
    task.save()
    Move.objects.create(
        task=task, by=actor, verb=verb, before=before, after=after, node=node, words=words, version=version
    )
    return task


def snapshot(task: Task, actor: User, why: str) -> Version:
    """Keep the form's content as it is now.

    Raises:
        Refused: the facts do not fit together; every fault.
    """
    last = task.versions.order_by("-number").first()
    return Version.objects.create(
        task=task, number=last.number + 1 if last else 1, by=actor, why=why, content=content(task)
    )


def content(task: Task) -> dict[str, Any]:
    """The part of the Dossier that the form is about, as JSON; of a form that judges, its lines.

    Raises:
        Refused: the facts do not fit together; every fault.
    """
    from jixiao.dossiers.faults import DossierError
    from jixiao.web.filings.assessments import versions
    from jixiao.web.filings.assessments.defining import STAGES
    from jixiao.web.filings.rows import Form
    from jixiao.web.filings.subjects import dossier_for

    if task.stage.kind in STAGES and (form := Form.of(task)) is not None:
        return versions.content(form)
    try:
        dossier = dossier_for(task)
    except DossierError as error:
        raise Refused([fault.told("zh") for fault in error.faults]) from error
    part = encoded(dossier)
    if task.project_id:
        return dict(part["projects"][0])
    return {name: value for name, value in part.items() if name != "projects"}
