"""The department at a glance: every form of one's bodies, its share filled in, its score, where it is."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jixiao.web.cycles.models import CycleState, Stage, Task, TaskState
from jixiao.web.cycles.permissions import READS
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.filings.filling import filled, with_rows, years
from jixiao.web.people.permissions import needs
from jixiao.web.points import rounded

PAGE = 100
"""Forms of one page; a department has some thirty projects."""
Line = dict[str, Any]


@require_safe
@needs(READS)
def progress(request: HttpRequest) -> HttpResponse:
    """Forms of the open years, by stage."""
    visible = Task.objects.visible_to(request.user).filter(stage__cycle__state=CycleState.OPEN)
    stages = list(Stage.objects.filter(pk__in=visible.values("stage")).select_related("cycle"))
    wanted = request.GET.get("stage", "")
    stage = next((one for one in stages if str(one.pk) == wanted), stages[-1] if stages else None)
    tasks = visible.filter(stage=stage) if stage else visible.none()
    counts = Counter(tasks.order_by().values_list("state", flat=True))
    ordered = with_rows(tasks.order_by("organisation__position", "pk"))
    if (kind := request.GET.get("format")) in FORMATS:
        return exported(kind, _("填报进度"), _head(), map(_row, _lines(ordered)))
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    states = [(label, counts[value]) for value, label in TaskState.choices if counts[value]]
    return render(
        request,
        "filings/progress.html",
        {
            "stage": stage,
            "stages": stages,
            "lines": _lines(page),
            "page": page,
            "states": states,
            "query": f"stage={stage.pk}" if stage else "",
            "today": timezone.localdate(),
        },
    )


def _lines(tasks: Iterable[Task]) -> list[Line]:
    """The forms with their shares, in as many queries for one as for all."""
    forms = list(tasks)
    known = years(forms)
    return [
        {"task": one, "filled": filled(one, known.get((one.organisation_id, one.stage.cycle.fiscal_year)))}
        for one in forms
    ]


def _head() -> list[str]:
    return [_("对象"), _("填报单位"), _("填报比例"), _("状态"), _("得分"), _("等级"), _("截止日期")]


def _row(line: Line) -> list[Any]:
    task = line["task"]
    score = None if task.score is None else rounded(task.score)
    about = str(task.project or _("部门整体"))
    state = str(task.get_state_display())
    return [about, task.organisation.name, line["filled"], state, score, task.grade, task.deadline]
