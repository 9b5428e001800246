"""The page of a department's budget or accounts of a year, and what is recorded of it."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import Action, Refused, carry_out
from jixiao.web.disclosures import gathering
from jixiao.web.disclosures.actions.correct_approval import CorrectApproval
from jixiao.web.disclosures.actions.lift_exemption import LiftExemption
from jixiao.web.disclosures.actions.mark_exempt import MarkExempt
from jixiao.web.disclosures.actions.record_approvals import Approval, RecordApprovals
from jixiao.web.disclosures.actions.record_disclosure import RecordDisclosure
from jixiao.web.disclosures.actions.withdraw_disclosure import WithdrawDisclosure
from jixiao.web.disclosures.keeping import FIRST_YEAR, LAST_YEAR
from jixiao.web.disclosures.models import Disclosure
from jixiao.web.disclosures.permissions import (
    EXEMPTS,
    PUBLISHES,
    READS,
    RECORDS,
    may_correct,
    may_lift,
)
from jixiao.web.disclosures.publishing import DOCUMENTS, proposed
from jixiao.web.disclosures.secrecy import papers
from jixiao.web.filings.subjects import department_of
from jixiao.web.numbers import revision, whole
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import ask, needs
from jixiao.web.reports.models import Paper, State
from jixiao.web.reports.permissions import PUBLISHES as PUBLISHES_REPORTS
from jixiao.web.reports.publication import PublicationState

if TYPE_CHECKING:
    from collections.abc import Callable


def record_of(request: HttpRequest, body: Organisation, year: int, kind: str) -> Disclosure:
    """The record, not stored where nothing was recorded; 404 for what is no department or year."""
    if body.kind != Kind.DEPARTMENT or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    stored = Disclosure.objects.visible_to(request.user).select_related("organisation")
    found = stored.filter(organisation=body, fiscal_year=year, kind=kind).first()
    return found or Disclosure(organisation=body, fiscal_year=year, kind=kind)


def shown(user: User, record: Disclosure) -> dict[str, Any]:
    """What the page shows, and what the person may do now."""
    line = gathering.lines_of([record])[0]
    body = record.organisation
    publishes = PUBLISHES.test(user, body)
    out, exempt = line.published_on is not None, bool(record.exempt_reason)
    reports = list(papers(record).prefetch_related("publication_steps"))
    signs = publishes and PUBLISHES_REPORTS.test(user, body)
    rows = [_row(one, boxed=signs and not out and not exempt) for one in reports]
    return {
        "line": line,
        "record": record,
        "steps": list(record.steps.select_related("by")) if record.pk else [],
        "papers": rows,
        "boxes": any(one["box"] for one in rows),
        "proposed": proposed(record, reports),
        "today": timezone.localdate(),
        "may_approve": RECORDS.test(user, body) and record.approved_on is None and not exempt,
        "may_correct": record.approved_on is not None and may_correct(user, record),
        "may_exempt": EXEMPTS.test(user, body) and not exempt and not out,
        "may_lift": exempt and may_lift(user, record),
        "may_publish": publishes and not out and not exempt,
        "may_withdraw": publishes and record.published_on is not None,
    }


def _row(paper: Paper, *, boxed: bool) -> dict[str, Any]:
    """A report that goes with it; ``paper`` has ``publication`` and its steps."""
    steps = list(paper.publication_steps.all())
    state = PublicationState(paper.publication)
    out = [one for one in steps if one.state == PublicationState.PUBLISHED]
    free = boxed and state == PublicationState.PASSED and paper.state == State.READY and not paper.refused
    return {
        "paper": paper,
        "state": state,
        "published": out[-1] if out and state == PublicationState.PUBLISHED else None,
        "is_it": paper.kind in DOCUMENTS,
        "box": f"{paper.pk}-{steps[-1].number}" if free and steps else "",
    }


def _ticked(values: list[str]) -> tuple[tuple[int, int], ...]:
    """The reports of the ticked boxes with the last step shown; what is no box of ours is passed over."""
    pairs = ((whole(number), whole(after)) for number, _dash, after in (one.partition("-") for one in values))
    return tuple((number, after) for number, after in pairs if number is not None and after is not None)


@require_safe
@needs(READS)
def disclosure(request: HttpRequest, body: int, year: int, kind: str) -> HttpResponse:
    """One of a department; that of a unit is its department's."""
    found = _body(request, body)
    department = department_of(found)
    if department.pk != found.pk:
        return redirect("disclosures:disclosure", department.pk, year, kind)
    record = record_of(request, found, year, kind)
    return render(request, "disclosures/disclosure.html", shown(request.user, record))


@require_POST
@needs(RECORDS)
def step(request: HttpRequest, body: int, year: int, kind: str, verb: str) -> HttpResponse:
    """Approve, correct, publish, withdraw, exempt or lift."""
    found, sent = _body(request, body), request.POST
    record = record_of(request, found, year, kind)
    record.revision = revision(sent.get("revision"))
    day, number, words = sent.get("day", ""), sent.get("number", ""), sent.get("words", "")
    actions: dict[str, Callable[[], Action[Any]]] = {
        "approve": lambda: RecordApprovals((Approval((found.pk, year, kind), day, number),)),
        "correct": lambda: CorrectApproval(record, day, number, words),
        "publish": lambda: RecordDisclosure(
            record, day, sent.get("address", ""), _ticked(sent.getlist("paper"))
        ),
        "withdraw": lambda: WithdrawDisclosure(record, words),
        "exempt": lambda: MarkExempt(record, words),
        "lift": lambda: LiftExemption(record, words),
    }
    action = actions[verb]()
    ask(action.permission, request.user, found)
    try:
        made = carry_out(action, request.user)
        if not made:  # an approval that somebody else recorded meanwhile
            raise Refused(_("已经登记过批复日期，没有改动；有误的请“更正批复日期”。"))
    except ValidationError as refused:
        given = {"errors": refused.messages, "verb": verb, "typed": sent, "ticked": sent.getlist("paper")}
        page = {**shown(request.user, record_of(request, found, year, kind)), **given}
        return render(request, "disclosures/disclosure.html", page, status=422)
    line = gathering.lines_of([record_of(request, found, year, kind)])[0]
    messages.success(request, _("已登记。现在是“%(state)s”。") % {"state": line.standing.label})
    return redirect("disclosures:disclosure", body, year, kind)


def _body(request: HttpRequest, number: int) -> Organisation:
    """The body, if the person sees it; 404 otherwise."""
    return get_object_or_404(Organisation.objects.visible_to(request.user).filing(), pk=number)
