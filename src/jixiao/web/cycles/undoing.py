"""Taking back forms that were sent out by mistake, while nothing hangs on them yet."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.cycles.models import CycleState, Task, TaskState


def take_back(tasks: Iterable[Task], *, confirmed: bool) -> list[dict[str, Any]]:
    """Remove locked forms, read with stage, cycle and body; what the audit log keeps of each.

    The facts of a project stay with the project, whoever typed them; what is the form's own goes with it.

    Raises:
        Refused: a form was handed in or has files, its year is over, or it has something of its own and
            nobody confirmed that this goes too (code ``unconfirmed``).
    """
    found = list(tasks)
    for task in found:
        free(task)
    own = [words for task in found if (words := _own(task))]
    if own and not confirmed:
        raise Refused(
            [*own, _("撤销后这些内容不再保留；确认要撤销的，请勾选“已有的内容不再保留”后再办。")],
            code="unconfirmed",
        )
    told = [
        {"task": task.pk, "stage": task.stage_id, "body": task.organisation.code, "project": task.project_id}
        for task in found
    ]
    for task in found:
        task.delete()
    return told


def removable(task: Task) -> bool:
    """Whether nothing hangs on any form of the project that would keep it."""
    kept = ~Q(state=TaskState.DRAFT) | Q(versions__isnull=False)
    kept |= Q(evidence__isnull=False) | Q(demands__isnull=False)
    return task.project_id is not None and not Task.objects.filter(kept, project=task.project_id).exists()


def free(task: Task) -> None:
    """Refuse to take back a form that was handed in, or on which something hangs that stays.

    Raises:
        Refused: what stands against it.
    """
    name = {"form": str(task)}
    if task.stage.cycle.state == CycleState.CLOSED:
        raise Refused(_("“%(form)s”的年度工作已结束，不能撤销。") % name)
    if task.state != TaskState.DRAFT:
        state = {"state": task.get_state_display()}
        raise Refused(_("“%(form)s”现在是“%(state)s”，只有未报送的表可以撤销。") % (name | state))
    if task.versions.exists():
        raise Refused(_("“%(form)s”报送过，留有版本，不能撤销。") % name)
    if task.evidence.exists():
        raise Refused(_("“%(form)s”传过佐证材料，材料须留存，不能撤销。") % name)
    if task.demands.exists():
        raise Refused(_("“%(form)s”发过整改要求，要求须留存，不能撤销。") % name)


def _own(task: Task) -> str:
    """What goes with the form, in words; blank where nothing does."""
    lines = task.lines.exclude(Q(words="") & Q(points=None))
    counts = (
        (_("%(count)s 条批注"), task.comments.count()),
        (_("%(count)s 处评价内容"), lines.count()),
        (_("%(count)s 次办理记录"), task.moves.count()),
        (_("%(count)s 次分派"), task.assignments.count()),
    )
    said = "、".join(words % {"count": count} for words, count in counts if count)
    return _("“%(form)s”已有%(said)s。") % {"form": task, "said": said} if said else ""
