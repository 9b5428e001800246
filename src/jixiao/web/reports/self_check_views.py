"""The self-check of the reports that a form will freeze: a part of the form's page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.filings.subjects import year_of
from jixiao.web.numbers import revision
from jixiao.web.people.models import User
from jixiao.web.people.permissions import ask, needs
from jixiao.web.reports.actions.ask_self_check import AskSelfCheck
from jixiao.web.reports.actions.waive_error import WaiveError
from jixiao.web.reports.actions.withdraw_waiver import WithdrawWaiver
from jixiao.web.reports.models import Waiver
from jixiao.web.reports.permissions import READS, WAIVES, WRITES, may_waive
from jixiao.web.reports.self_checking import freezes, self_check
from jixiao.web.reports.telling import told_words


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READS)
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """How the self-check stands; a post has it made again."""
    task = _task(request, pk)
    if request.method == "POST":
        try:
            carry_out(AskSelfCheck(task), request.user)
        except ValidationError as refused:
            return _answer(request, task, errors=refused.messages)
        if not request.headers.get("HX-Request"):
            return redirect("cycles:task", pk=pk)
    return _answer(request, task)


@require_POST
@needs(WAIVES)
def waive(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer for an error; what was typed stays where it was refused."""
    task = _task(request, pk)
    identity, reason = request.POST.get("identity", ""), request.POST.get("reason", "")
    try:
        carry_out(WaiveError(task, identity, reason, revision(request.POST.get("revision"))), request.user)
    except ValidationError as refused:
        return _answer(request, task, identity=identity, typed=reason, errors=refused.messages)
    return _done(request, task)


@require_POST
@needs(WAIVES)
def withdraw(request: HttpRequest, pk: int, waiver: int) -> HttpResponse:
    """Take an answer back."""
    task = _task(request, pk)
    found = get_object_or_404(Waiver.objects.visible_to(request.user), pk=waiver)
    try:
        carry_out(WithdrawWaiver(task, found, revision(request.POST.get("revision"))), request.user)
    except ValidationError as refused:
        return _answer(request, task, identity=found.identity, errors=refused.messages)
    return _done(request, task)


def panel(user: User, task: Task) -> dict[str, Any] | None:
    """What the part shows; None for a form that freezes no reports, or has frozen them."""
    if task.state == TaskState.FINAL or not freezes(task) or not READS.test(user, task.organisation):
        return None
    year = year_of(task.organisation, task.stage.cycle.fiscal_year)
    if not year.pk:
        return None
    found = self_check(year)
    shown = [
        {
            "one": one,
            "where": told_words(one.told["where"]),
            "why": told_words(one.told["why"]),
            "fix": told_words(one.told["fix"]),
        }
        for one in found.blockers
    ]
    listing = found.listing
    return {
        "task": task,
        "check": found,
        "blockers": sorted(shown, key=lambda one: one["one"].waiver is not None),
        "open": len(found.open),
        "waived": len(found.blockers) - len(found.open),
        "faults": [told_words(one) for one in (listing.told.get("faults", ()) if listing else ())],
        "may_write": WRITES.test(user, task.organisation),
        "may_waive": may_waive(user, task),
    }


def _task(request: HttpRequest, pk: int) -> Task:
    visible = Task.objects.visible_to(request.user).select_related("stage__cycle", "organisation", "project")
    found = get_object_or_404(visible, pk=pk)
    ask(READS, request.user, found.organisation)
    return found


def _answer(
    request: HttpRequest, task: Task, *, identity: str = "", typed: str = "", errors: Any = ()
) -> HttpResponse:
    given = panel(request.user, task) or {"task": task}
    placed = False
    for shown in given.get("blockers", ()):
        if errors and shown["one"].identity == identity:
            shown["one"].typed, shown["one"].errors, placed = typed, list(errors), True
    given["errors"] = [] if placed else list(errors)
    return render(request, "reports/self_check.html", given, status=422 if errors else 200)


def _done(request: HttpRequest, task: Task) -> HttpResponse:
    return (
        _answer(request, task) if request.headers.get("HX-Request") else redirect("cycles:task", pk=task.pk)
    )
