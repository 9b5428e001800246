"""The department at a glance: every form of one's bodies, its share filled in, its score, where it is."""

from collections import Counter

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jixiao.web.cycles.models import CycleState, Stage, Task, TaskState
from jixiao.web.cycles.permissions import READS
from jixiao.web.filings.filling import filled, with_rows, years
from jixiao.web.people.permissions import needs

PAGE = 100
"""Forms of one page; a department has some thirty projects."""


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
    page = Paginator(with_rows(tasks.order_by("organisation__position", "pk")), PAGE).get_page(
        request.GET.get("page")
    )
    known = years(page)
    lines = [
        {"task": one, "filled": filled(one, known.get((one.organisation_id, one.stage.cycle.fiscal_year)))}
        for one in page
    ]
    states = [(label, counts[value]) for value, label in TaskState.choices if counts[value]]
    return render(
        request,
        "filings/progress.html",
        {
            "stage": stage,
            "stages": stages,
            "lines": lines,
            "page": page,
            "states": states,
            "query": f"stage={stage.pk}" if stage else "",
            "today": timezone.localdate(),
        },
    )
