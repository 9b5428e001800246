"""Approving many forms: which of them can be, and what became of each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.foretelling import candidates
from jixiao.web.cycles.listing import Filters
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.permissions import REVIEWS
from jixiao.web.cycles.todo import to_review
from jixiao.web.numbers import revision, whole
from jixiao.web.people.permissions import needs

if TYPE_CHECKING:
    from django.db.models import QuerySet

AT_ONCE: Final = 200
"""Forms approved in one go."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a form that was ticked; ``task`` is None where it waits for the person no more."""

    task: Task | None
    passed: bool
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
@needs(REVIEWS)
def approve(request: HttpRequest) -> HttpResponse:
    """What the person would approve of the forms that the address names, and what keeps some from it.

    A post approves those ticked, each on its own at the revision that the page showed. Where some were
    refused all the same, the answer tells of each what became of it.
    """
    chosen = Filters.of(request.GET)
    found = chosen.apply(request.user).filter(to_review(request.user))
    outcomes: list[Outcome] = []
    if request.method == "POST":
        numbers = list(dict.fromkeys(request.POST.getlist("task")))[:AT_ONCE]
        outcomes = [_approved(request, found, number) for number in numbers]
        if not outcomes:
            messages.warning(request, _("没有勾选表单，没有改动。"))
        elif all(one.passed for one in outcomes):
            messages.success(request, _("已通过 %(count)s 份。") % {"count": len(outcomes)})
            return redirect(f"{reverse('cycles:tasks')}?{chosen.query}")
    shown = candidates(found[:AT_ONCE], request.user)
    return render(
        request,
        "cycles/approve.html",
        {
            "candidates": shown,
            "barred": sum(not one.may_pass for one in shown),
            "count": found.count(),
            "outcomes": outcomes,
            "passed": sum(one.passed for one in outcomes),
            "refused": sum(not one.passed for one in outcomes),
            "words": request.POST.get("words", ""),
            "query": chosen.query,
            "today": timezone.localdate(),
        },
        status=422 if outcomes else 200,
    )


def _approved(request: HttpRequest, found: "QuerySet[Task]", number: str) -> Outcome:
    """What became of one form."""
    task = found.filter(pk=whole(number)).first()
    if task is None:
        return Outcome(None, passed=False, words=_("这份表已不再等您审核，没有改动。"))
    seen = revision(request.POST.get(f"revision-{number}"))
    action = ApproveTask(task, request.POST.get("words", ""), seen)
    try:
        done = carry_out(action, request.user)
    except ValidationError as refused:
        return Outcome(task, passed=False, words=" ".join(refused.messages))
    except PermissionDenied:
        return Outcome(task, passed=False, words=_("不能审核。"))
    final = done.state == TaskState.FINAL
    return Outcome(task, passed=True, words=_("已通过，终审完成。") if final else _("已通过，转下一环节。"))
