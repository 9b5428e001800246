"""The list of forms, its export, and approving many of them."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.listing import Filters, grades
from jixiao.web.cycles.models import Stage, Task, TaskState
from jixiao.web.cycles.models.tallies import countable
from jixiao.web.cycles.pages import forms, page_of_forms
from jixiao.web.cycles.permissions import READS, REVIEWS
from jixiao.web.cycles.todo import to_review
from jixiao.web.cycles.watching import LAMPS
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.filings.columns import shortest
from jixiao.web.people.permissions import needs

if TYPE_CHECKING:
    from django.db.models import QuerySet

PAGE = 50
AT_ONCE = 200
"""Forms approved in one go."""


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
            "states": TaskState.choices,
            "lamps": LAMPS.items(),
            "grades": grades(request.user),
            "query": chosen.query,
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
    return None if score is None else shortest(score)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(REVIEWS)
def approve(request: HttpRequest) -> HttpResponse:
    """What the person would approve of the forms that the address names; a post does those ticked.

    Each is approved on its own, at the revision that the page showed: one that moved meanwhile stays so.
    """
    chosen = Filters.of(request.GET)
    found = chosen.apply(request.user).filter(to_review(request.user))
    if request.method == "POST":
        done = sum(_approved(request, found, number) for number in request.POST.getlist("task")[:AT_ONCE])
        messages.success(request, _("已通过 %(count)s 份。") % {"count": done})
        return redirect(f"{reverse('cycles:tasks')}?{chosen.query}")
    return render(
        request,
        "cycles/approve.html",
        {
            "tasks": found[:AT_ONCE],
            "count": found.count(),
            "query": chosen.query,
            "today": timezone.localdate(),
        },
    )


def _approved(request: HttpRequest, found: "QuerySet[Task]", number: str) -> bool:
    """Whether the form could be approved; says why not."""
    task = found.filter(pk=number).first() if number.isdigit() and len(number) < 19 else None
    if task is None:
        messages.error(request, _("有一份表已不再等您审核，没有改动。"))
        return False
    revision = request.POST.get(f"revision-{number}", "")
    action = ApproveTask(task, request.POST.get("words", ""), int(revision) if revision.isdigit() else -1)
    try:
        carry_out(action, request.user)
    except (ValidationError, PermissionDenied) as refused:
        why = " ".join(refused.messages) if isinstance(refused, ValidationError) else _("不能审核。")
        messages.error(request, f"{task}：{why}")
        return False
    return True
