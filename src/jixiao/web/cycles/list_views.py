"""The list of forms, and its export."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jixiao.web.cycles.listing import Filters, grades
from jixiao.web.cycles.models import Stage, Task, TaskState
from jixiao.web.cycles.models.tallies import countable
from jixiao.web.cycles.pages import forms, page_of_forms
from jixiao.web.cycles.permissions import READS, REVIEWS
from jixiao.web.cycles.todo import to_review
from jixiao.web.cycles.watching import LAMPS
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.permissions import needs
from jixiao.web.points import rounded

PAGE = 50


@require_safe
@needs(READS)
def tasks(request: HttpRequest) -> HttpResponse:
    """Forms, filtered by what the address says; with ``format`` as a file."""
    chosen = Filters.of(request.GET)
    found = chosen.apply(request.user)
    if (kind := request.GET.get("format")) in FORMATS:
        return exported(kind, _("表单"), _head(), (_row(one) for one in found))
    counting = chosen.counting(request.user)
    page = page_of_forms(found, counting, PAGE, request.GET.get("page"))
    stages = Stage.objects.filter(pk__in=countable(request.user).order_by().values("stage"))
    reviews = REVIEWS.test(request.user, None)
    return render(
        request,
        "cycles/tasks.html",
        {
            "page": page,
            "chosen": chosen,
            "stages": stages.select_related("cycle"),
            "under": Organisation.objects.visible_to(request.user).filter(pk=whole(chosen.under)).first(),
            "states": TaskState.choices,
            "lamps": LAMPS.items(),
            "grades": grades(request.user),
            "query": chosen.query,
            "reviews": reviews,
            "today": timezone.localdate(),
            "to_approve": forms(counting.filter(to_review(request.user))) if reviews else 0,
        },
    )


def _head() -> list[str]:
    return [
        _("年度"),
        _("阶段"),
        _("对象"),
        _("填报单位"),
        _("截止日期"),
        _("状态"),
        _("得分"),
        _("等级"),
        _("预警灯"),
    ]


def _row(task: Task) -> list[object]:
    return [
        task.stage.cycle.fiscal_year,
        task.stage.name,
        str(task.project or _("部门整体")),
        task.organisation.name,
        task.deadline,
        str(task.get_state_display()),
        _points(task.score),
        task.grade,
        str(LAMPS.get(task.lamp, "")),
    ]


def _points(score: Decimal | None) -> Decimal | None:
    return None if score is None else rounded(score)
