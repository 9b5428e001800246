"""The page where the forms of a stage are given to evaluators."""

from typing import TYPE_CHECKING, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.assign_evaluator import AssignEvaluator
from jixiao.web.cycles.actions.end_assignment import EndAssignment
from jixiao.web.cycles.listing import Filters
from jixiao.web.cycles.models import Assignment, Cycle, Stage, Task
from jixiao.web.cycles.pages import page_of_forms
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.permissions import ask, needs
from jixiao.web.people.roles import Role

if TYPE_CHECKING:
    from django.db.models import QuerySet

PAGE: Final = 100


@require_http_methods(["GET", "HEAD", "POST"])
@needs(OPENS)
def assignments(request: HttpRequest, pk: int) -> HttpResponse:
    """The forms of a stage with their evaluators, page by page; ``q`` finds them by department or project.

    A post gives those ticked on the page to an evaluator, and shows the same page again.
    """
    visible = Stage.objects.filter(cycle__in=Cycle.objects.visible_to(request.user))
    stage = get_object_or_404(visible.select_related("cycle__jurisdiction"), pk=pk)
    ask(OPENS, request.user, stage.cycle.jurisdiction)
    people = _evaluators(stage)
    if request.method == "POST":
        evaluator = people.filter(pk=whole(request.POST.get("evaluator"))).first()
        found = map(whole, request.POST.getlist("task"))
        tasks = tuple(number for number in found if number is not None)
        if evaluator is None:
            messages.error(request, _("请选择评价人员。"))
        else:
            try:
                made = carry_out(AssignEvaluator(stage, tasks, evaluator), request.user)
            except ValidationError as refused:
                messages.error(request, " ".join(refused.messages))
            else:
                messages.success(request, _("已分派 %(count)s 份。") % {"count": len(made)})
        return _same_page(request, pk)
    words = Filters.of(request.GET).q
    chosen = Filters(stage=str(stage.pk), q=words)
    page = page_of_forms(
        chosen.apply(request.user), chosen.counting(request.user), PAGE, request.GET.get("page")
    )
    held: dict[int, list[Assignment]] = {}
    assigned = Assignment.objects.filter(task__in=[task.pk for task in page], ended_at=None)
    for one in assigned.select_related("evaluator"):
        held.setdefault(one.task_id, []).append(one)
    return render(
        request,
        "cycles/assignments.html",
        {
            "stage": stage,
            "page": page,
            "rows": [{"task": task, "assignments": held.get(task.pk, [])} for task in page],
            "people": people,
            "words": words,
            "query": Filters(q=words).query,
            "here": request.GET.urlencode(),
        },
    )


@require_POST
@needs(OPENS)
def end(request: HttpRequest, pk: int, assignment: int) -> HttpResponse:
    """Take a form back."""
    visible = Task.objects.visible_to(request.user)
    found = get_object_or_404(
        Assignment.objects.select_related("task__organisation", "evaluator").filter(task__in=visible),
        pk=assignment,
        task__stage=pk,
    )
    carry_out(EndAssignment(found), request.user)
    messages.success(request, _("已收回。"))
    return _same_page(request, pk)


def _same_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the list that the person was on."""
    here = request.GET.urlencode()
    return redirect(reverse("cycles:assignments", args=[pk]) + (f"?{here}" if here else ""))


def _evaluators(stage: Stage) -> "QuerySet[User]":
    """The accounts with the role in the jurisdiction, above it or at a body below it."""
    jurisdiction = stage.cycle.jurisdiction
    near = {one.pk for one in jurisdiction.ancestors(include_self=True)}
    near |= {one.pk for one in Organisation.objects.descendants(jurisdiction)}
    held = Membership.objects.in_force().filter(role=Role.EVALUATOR).select_related("organisation__parent")
    return User.objects.filter(pk__in=[one.user_id for one in held if one.top().pk in near], is_active=True)
