"""Verdicts on findings, the review of secrecy, another check."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jixiao.web.actions import carry_out
from jixiao.web.documents.actions.check_again import CheckAgain
from jixiao.web.documents.actions.give_verdict import GiveVerdict
from jixiao.web.documents.actions.review_secrecy import ReviewSecrecy
from jixiao.web.documents.actions.withdraw_verdict import WithdrawVerdict
from jixiao.web.documents.models import Found, Verdict
from jixiao.web.documents.permissions import REVIEW_SECRECY, UPLOAD, may_judge
from jixiao.web.documents.views.reaching import document_of, finding_of, version_of
from jixiao.web.documents.views.showing import findings_context
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import needs


@require_POST
@needs(UPLOAD)
def give(request: HttpRequest, pk: int, number: int, finding: int) -> HttpResponse:
    """A verdict; answers with the finding as it is now."""
    found = finding_of(request, pk, number, finding)
    reason = request.POST.get("reason", "")
    action = GiveVerdict(found, request.POST.get("decision", ""), reason, _whole(request, "revision"))
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        typed = reason if request.POST.get("decision") == "waived" else ""
        return _answer(request, found, refused, typed)
    return _answer(request, found)


@require_POST
@needs(UPLOAD)
def withdraw(request: HttpRequest, pk: int, number: int, finding: int) -> HttpResponse:
    """Take a verdict back; answers with the finding as it is now."""
    found = finding_of(request, pk, number, finding)
    verdict = Verdict.objects.filter(document=found.version.document, identity=found.identity).first()
    if verdict is None:
        return _answer(request, found)
    verdict.document = found.version.document
    try:
        carry_out(WithdrawVerdict(verdict, _whole(request, "revision")), request.user)
    except ValidationError as refused:
        return _answer(request, found, refused)
    return _answer(request, found)


@require_POST
@needs(REVIEW_SECRECY)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the outcome of a review of secrecy."""
    document = document_of(request, pk)
    state, before = request.POST.get("state", ""), request.POST.get("before", "")
    try:
        carry_out(ReviewSecrecy(document, state, before, _whole(request, "after")), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("已记录保密审查结果。"))
    return redirect("documents:document", pk=pk)


@require_POST
@needs(UPLOAD)
def again(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Check a version again."""
    version = version_of(request, pk, number)
    try:
        carry_out(CheckAgain(version), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("documents:version", pk=pk, number=number)


def _answer(
    request: HttpRequest, found: Found, refused: ValidationError | None = None, typed: str = ""
) -> HttpResponse:
    """The finding, and the counts, which change with it; with a plain browser, the whole page again."""
    if not request.headers.get("HX-Request"):
        for message in refused.messages if refused else ():
            messages.error(request, message)
        return redirect("documents:version", pk=found.version.document_id, number=found.version.number)
    judging = may_judge(request.user, found.version.document)
    given = findings_context(request, found.version, judging=judging)
    one = next(one for one in given["overview"].shown if one.found.pk == found.pk)
    if refused is not None:
        one.errors, one.typed = list(refused.messages), typed
    given |= {"one": one, "version": found.version, "document": found.version.document, "swap": True}
    return render(request, "documents/judged.html", given, status=200 if refused is None else 422)


def _whole(request: HttpRequest, name: str) -> int:
    return whole(request.POST.get(name)) or 0
