"""The page of one demand, its notice on paper, and the steps that lead on from it."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import Action, Changed, carry_out
from jixiao.web.cycles.models import Task
from jixiao.web.filings.evidence import ENDINGS, MOST
from jixiao.web.numbers import revision, whole
from jixiao.web.people.models import User
from jixiao.web.people.permissions import needs
from jixiao.web.rectifications.actions.accept_result import AcceptResult
from jixiao.web.rectifications.actions.extend_term import ExtendTerm
from jixiao.web.rectifications.actions.return_result import ReturnResult
from jixiao.web.rectifications.actions.save_result import SaveResult
from jixiao.web.rectifications.actions.submit_result import SubmitResult
from jixiao.web.rectifications.actions.take_back_result import TakeBackResult
from jixiao.web.rectifications.actions.withdraw_demand import WithdrawDemand
from jixiao.web.rectifications.forms import ResultForm
from jixiao.web.rectifications.listing import joined
from jixiao.web.rectifications.models import IN_HAND, UNDER_WAY, Demand, State
from jixiao.web.rectifications.permissions import ANSWERS, ISSUES, READS, issued
from jixiao.web.rectifications.terms import doubts
from jixiao.web.rectifications.views import about

if TYPE_CHECKING:
    from collections.abc import Callable


def of(request: HttpRequest, pk: int) -> Demand:
    """The demand, if the person sees it; 404 otherwise."""
    return get_object_or_404(joined(Demand.objects.visible_to(request.user)), pk=pk)


def shown(user: User, found: Demand) -> dict[str, Any]:
    """What the page of the demand shows, and what the person may do now."""
    sees_form = found.task_id and Task.objects.visible_to(user).filter(pk=found.task_id).exists()
    mine = ISSUES.test(user, found.organisation) and issued(user, found)
    judges = mine and found.state == State.PENDING
    answers = found.state in IN_HAND and ANSWERS.test(user, found.organisation)
    steps = list(found.steps.select_related("by"))
    return {
        "demand": found,
        "about": about(found),
        "sees_form": sees_form,
        "steps": steps,
        "sent_back": next((one for one in steps if one.verb == "return"), None)
        if found.state == State.RETURNED
        else None,
        "files": list(found.proofs.filter(deleted=False).select_related("by", "reviewed_by")),
        "form": ResultForm(instance=found) if answers else None,
        "may_answer": answers,
        "may_take_back": found.state == State.PENDING and ANSWERS.test(user, found.organisation),
        "past": found.deadline < timezone.localdate(),
        "may_judge": judges and found.submitted_by_id != user.pk,
        "own": judges and found.submitted_by_id == user.pk,
        "may_extend": mine and found.state in IN_HAND,
        "may_withdraw": mine and found.state in UNDER_WAY,
        "may_review": ISSUES.test(user, found.organisation),
        "endings": ",".join(f".{one}" for one in sorted(ENDINGS)),
        "most": MOST // 2**20,
    }


@require_safe
@needs(READS)
def demand(request: HttpRequest, pk: int) -> HttpResponse:
    """The demand."""
    return render(request, "rectifications/demand.html", shown(request.user, of(request, pk)))


@require_safe
@needs(READS)
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice to print, sign and seal."""
    return render(request, "rectifications/notice.html", {"demand": of(request, pk)})


@require_POST
@needs(ANSWERS)
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep measures and result, or hand them in."""
    found = of(request, pk)
    form = ResultForm(request.POST, instance=of(request, pk))
    if not form.is_valid():
        return _refused(request, found, form=form)
    texts = form.cleaned_data["measures"], form.cleaned_data["result"]
    submits = request.POST.get("step") == "submit"
    kind = SubmitResult if submits else SaveResult
    try:
        carry_out(kind(found, *texts, revision(request.POST.get("revision"))), request.user)
    except Changed as changed:
        form.show_change(changed)
        return _refused(request, of(request, pk), form=form)
    except ValidationError as refused:
        form.add_error(None, refused)
        return _refused(request, of(request, pk), form=form)
    messages.success(request, _("已报送，等待验收。") if submits else _("已保存，尚未报送。"))
    return redirect("rectifications:demand", pk=pk)


@require_POST
@needs(ANSWERS)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the result back that was handed in."""
    found = of(request, pk)
    try:
        carry_out(TakeBackResult(found, revision(request.POST.get("revision"))), request.user)
    except ValidationError as refused:
        return _refused(request, of(request, pk), errors=refused.messages)
    messages.success(request, _("已撤回，修改后请重新报送。"))
    return redirect("rectifications:demand", pk=pk)


@require_POST
@needs(ISSUES)
def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Accept, return, extend or withdraw."""
    found, sent = of(request, pk), request.POST
    words, seen = sent.get("words", ""), revision(sent.get("revision"))
    actions: dict[str, Callable[[], Action[Demand]]] = {
        "accept": lambda: AcceptResult(found, words, seen),
        "return": lambda: ReturnResult(found, words, seen),
        "extend": lambda: ExtendTerm(found, whole(sent.get("days")), words, seen),
        "withdraw": lambda: WithdrawDemand(found, words, seen),
    }
    try:
        now = carry_out(actions[verb](), request.user)
    except ValidationError as refused:
        return _refused(request, of(request, pk), errors=refused.messages, verb=verb)
    messages.success(request, _("已办理。现在是“%(state)s”。") % {"state": now.get_state_display()})
    if verb == "extend":
        for told in doubts(now.organisation, timezone.localdate(), now.deadline):
            messages.warning(request, told)
    return redirect("rectifications:demand", pk=pk)


def _refused(request: HttpRequest, found: Demand, **given: Any) -> HttpResponse:
    """The page with what stands against the step, and with what was typed."""
    page = {**shown(request.user, found), "typed": request.POST, **given}
    return render(request, "rectifications/demand.html", page, status=422)
