"""The list of decisions with its export, the page of one, and the page that records one."""

from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import Action, carry_out
from jixiao.web.cycles.models import Task
from jixiao.web.dashboards.permissions import SEE
from jixiao.web.decisions.actions.confirm_decision import ConfirmDecision
from jixiao.web.decisions.actions.record_decision import RecordDecision
from jixiao.web.decisions.actions.withdraw_decision import WithdrawDecision
from jixiao.web.decisions.forms import DecisionForm
from jixiao.web.decisions.listing import Filters, joined
from jixiao.web.decisions.models import STANDING, Decision, State
from jixiao.web.decisions.permissions import DECIDES, READS
from jixiao.web.decisions.proposing import counts, proposal_of
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import revision, whole
from jixiao.web.paging import page_of
from jixiao.web.people.permissions import ask, needs

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.web.people.models import User

PAGE: Final = 50


@require_safe
@needs(READS)
def decisions(request: HttpRequest) -> HttpResponse:
    """The decisions that the person sees, filtered by what the address says; with ``format`` as a file."""
    chosen = Filters.of(request.GET)
    found = chosen.apply(request.user)
    if (kind := request.GET.get("format")) in FORMATS:
        return exported(kind, _("结果应用决定"), _head(), (_row(one) for one in found))
    years = Decision.objects.visible_to(request.user).order_by("-fiscal_year")
    given = {
        "page": page_of(found, PAGE, request.GET.get("page")),
        "chosen": chosen,
        "query": chosen.query,
        "states": State.choices,
        "years": years.values_list("fiscal_year", flat=True).distinct(),
        "may_decide": DECIDES.test(request.user, None),
        "sees_grades": SEE.test(request.user, None),
    }
    return render(request, "decisions/decisions.html", given)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(DECIDES)
def record(request: HttpRequest) -> HttpResponse:
    """Record a decision about the form that ``task`` names; without one, the list of grades to begin with."""
    if "task" not in request.GET:
        return redirect("dashboards:results")
    visible = Task.objects.visible_to(request.user).select_related("stage__cycle", "organisation", "project")
    task = get_object_or_404(visible, pk=whole(request.GET["task"]))
    ask(DECIDES, request.user, task.organisation)
    proposal = proposal_of(task)
    form = DecisionForm(request.POST or None, proposal=proposal)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        action = RecordDecision(
            task, given["follows"] == "follow", given["words"], given["reason"], form.yuan, given["day"],
            given["reference"],
        )  # fmt: skip
        try:
            made = carry_out(action, request.user)
        except ValidationError as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("已登记，等另一位绩效股室人员复核。"))
            return redirect("decisions:decision", made.pk)
    page = {"form": form, "task": task, "proposal": proposal, "counts": counts(task)}
    return render(request, "decisions/record.html", page, status=422 if request.method == "POST" else 200)


@require_safe
@needs(READS)
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision."""
    return render(request, "decisions/decision.html", shown(request.user, _of(request, pk)))


@require_POST
@needs(DECIDES)
def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Confirm or withdraw."""
    found, sent = _of(request, pk), request.POST
    seen = revision(sent.get("revision"))
    actions: dict[str, Callable[[], Action[Decision]]] = {
        "confirm": lambda: ConfirmDecision(found, seen),
        "withdraw": lambda: WithdrawDecision(found, sent.get("words", ""), seen),
    }
    try:
        now = carry_out(actions[verb](), request.user)
    except ValidationError as refused:
        page = {**shown(request.user, _of(request, pk)), "errors": refused.messages, "verb": verb}
        page["typed"] = sent
        return render(request, "decisions/decision.html", page, status=422)
    messages.success(request, _("已办理。现在是“%(state)s”。") % {"state": now.get_state_display()})
    return redirect("decisions:decision", pk)


def shown(user: "User", found: Decision) -> dict[str, Any]:
    """What the page shows, and what the person may do now."""
    decides = DECIDES.test(user, found.organisation)
    own = found.recorded_by_id == user.pk
    return {
        "decision": found,
        "steps": list(found.steps.select_related("by")),
        "sees_form": Task.objects.visible_to(user).filter(pk=found.task_id).exists(),
        "may_confirm": decides and found.state == State.RECORDED and not own,
        "own": decides and found.state == State.RECORDED and own,
        "may_withdraw": decides and found.state in STANDING,
        "may_record": decides and found.state == State.WITHDRAWN,
    }


def _of(request: HttpRequest, pk: int) -> Decision:
    """The decision, if the person sees it; 404 otherwise."""
    return get_object_or_404(joined(Decision.objects.visible_to(request.user)), pk=pk)


def _head() -> list[str]:
    return [
        _("预算年度"), _("单位"), _("项目代码"), _("对象"), _("依据的评价"), _("等级"), _("按规则的应用建议"),
        _("规则依据"), _("决定方式"), _("决定"), _("不按规则建议的理由"), _("下年预算调整额（万元）"),
        _("决定日期"), _("文号"), _("登记人"), _("状态"),
    ]  # fmt: skip


def _row(one: Decision) -> list[Any]:
    return [
        one.fiscal_year, one.organisation.name, one.project.code if one.project else "",
        one.project.name if one.project else _("部门整体"), one.task.stage.name, one.grade, one.proposed,
        one.basis, _("按规则建议") if one.follows else _("另作决定"), one.words, one.reason,
        one.ten_thousands, one.day, one.reference,
        one.recorded_by.full_name, str(one.get_state_display()),
    ]  # fmt: skip
