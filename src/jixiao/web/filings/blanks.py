"""What is blank on many forms of projects, told by one query: what each form's own page tells in full."""

from collections.abc import Iterable
from typing import Final

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from jixiao.web.cycles.models import StageKind, Task
from jixiao.web.filings.models import Indicator

_WITH_INDICATORS: Final = frozenset({StageKind.TARGETS, StageKind.SELF_EVALUATION})


def blanks(tasks: Iterable[Task]) -> dict[int, list[str]]:
    """By the number of the form what is not filled in, in words; a form that lacks nothing is not in it.

    The forms are about projects and come with them and with their stage.
    """
    asked = list(tasks)
    counted = {
        row["project"]: row
        for row in Indicator.objects.filter(project__in={task.project_id for task in asked}, deleted=False)
        .order_by()
        .values("project")
        .annotate(
            targets=Count("pk", filter=Q(target="")),
            weights=Count("pk", filter=Q(weight=None)),
            scores=Count("pk", filter=Q(points=None)),
        )
    }
    found = {task.pk: list(_of(task, counted.get(task.project_id))) for task in asked}
    return {number: names for number, names in found.items() if names}


def _of(task: Task, row: dict[str, int] | None) -> list[str]:
    judged = task.stage.kind == StageKind.SELF_EVALUATION
    names = []
    if task.project is not None and not task.project.annual_goal.strip():
        names.append(_("年度绩效目标"))
    if judged and task.project is not None and not task.project.annual_result.strip():
        names.append(_("年度目标完成情况"))
    if task.stage.kind not in _WITH_INDICATORS:
        return names
    if row is None:
        return [*names, _("绩效指标")]
    counts = [(_("指标值"), row["targets"]), (_("分值"), row["weights"])]
    if judged:
        counts.append((_("自评得分"), row["scores"]))
    told = _("%(what)s（%(count)s 处）")
    return [*names, *(told % {"what": what, "count": count} for what, count in counts if count)]
