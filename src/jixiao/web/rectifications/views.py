"""The list of demands with its export, and the page that issues one."""

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Task
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Organisation
from jixiao.web.paging import page_of
from jixiao.web.people.permissions import ask, needs
from jixiao.web.rectifications.actions.issue_demand import IssueDemand
from jixiao.web.rectifications.forms import DemandForm
from jixiao.web.rectifications.listing import Filters
from jixiao.web.rectifications.models import Demand, Source, State
from jixiao.web.rectifications.permissions import ISSUES, READS
from jixiao.web.rectifications.terms import doubts

PAGE: Final = 50


@require_safe
@needs(READS)
def demands(request: HttpRequest) -> HttpResponse:
    """The demands that the person sees, filtered by what the address says; with ``format`` as a file."""
    chosen = Filters.of(request.GET)
    found = chosen.apply(request.user)
    if (kind := request.GET.get("format")) in FORMATS:
        return exported(kind, _("整改"), _head(), (_row(one) for one in found))
    years = Demand.objects.visible_to(request.user).order_by("-fiscal_year")
    given = {
        "page": page_of(found, PAGE, request.GET.get("page")),
        "chosen": chosen,
        "query": chosen.query,
        "states": State.choices,
        "sources": Source.choices,
        "years": years.values_list("fiscal_year", flat=True).distinct(),
        "under": Organisation.objects.visible_to(request.user).filter(pk=whole(chosen.under)).first(),
        "task": Task.objects.visible_to(request.user).filter(pk=whole(chosen.task)).first(),
        "may_issue": ISSUES.test(request.user, None),
    }
    return render(request, "rectifications/demands.html", given)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ISSUES)
def issue(request: HttpRequest) -> HttpResponse:
    """Issue a demand: about the form that ``task`` names, or about a body that is chosen."""
    task = _task(request)
    made = Demand()
    if task is not None:
        ask(ISSUES, request.user, task.organisation)
        made = Demand(task=task, organisation=task.organisation, fiscal_year=task.stage.cycle.fiscal_year)
    form = DemandForm(request.POST or None, instance=made, actor=request.user, task=task)
    if request.method == "POST" and form.is_valid():
        made.warning = form.warning
        try:
            sent = carry_out(IssueDemand(made, form.cleaned_data["days"]), request.user)
        except ValidationError as refused:
            form.refuse(refused)
        else:
            _told(request, sent)
            return redirect("rectifications:demand", pk=sent.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "rectifications/issue.html", {"form": form, "task": task}, status=status)


def _task(request: HttpRequest) -> Task | None:
    """The form that the address names; 404 where the person does not see it."""
    if "task" not in request.GET:
        return None
    visible = Task.objects.visible_to(request.user).select_related("stage__cycle", "organisation", "project")
    return get_object_or_404(visible, pk=whole(request.GET["task"]))


def _told(request: HttpRequest, sent: Demand) -> None:
    """Until when, and what may be wrong about it."""
    messages.success(request, _("已发出。整改期限为 %(day)s。") % {"day": sent.deadline})
    for words in doubts(sent.organisation, timezone.localdate(), sent.deadline):
        messages.warning(request, words)


def _head() -> list[str]:
    return [
        _("预算年度"), _("整改单位"), _("对象"), _("阶段"), _("问题来源"), _("依据"), _("发文字号"),
        _("预警"), _("存在问题"), _("整改要求"), _("责任人或责任科室"), _("发出单位"), _("发出日期"),
        _("整改期限"), _("状态"), _("逾期"), _("整改措施"), _("整改结果"), _("报送日期"), _("销号日期"),
    ]  # fmt: skip


def _row(one: Demand) -> list[Any]:
    return [
        one.fiscal_year, one.organisation.name, about(one), one.task.stage.name if one.task else "",
        str(one.get_source_display()), one.basis, one.reference, one.warned, one.problem, one.requirement,
        one.responsible, one.issuer.name, timezone.localdate(one.issued_at), one.deadline,
        str(one.get_state_display()), _("是") if one.late else _("否"), one.measures, one.result,
        timezone.localdate(one.submitted_at) if one.submitted_at else None,
        timezone.localdate(one.closed_at) if one.closed_at else None,
    ]  # fmt: skip


def about(one: Demand) -> str:
    """What the problem is about, in words: the project, or the body as a whole."""
    if one.task is None:
        return ""
    return str(one.task.project or _("部门整体"))
