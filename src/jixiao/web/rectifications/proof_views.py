"""The files of a demand: put there, given out, reviewed, taken away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import Action, carry_out
from jixiao.web.filings.evidence import MOST
from jixiao.web.filings.handing_out import handed_out
from jixiao.web.people.permissions import needs
from jixiao.web.rectifications.actions.add_proof import AddProof
from jixiao.web.rectifications.actions.remove_proof import RemoveProof
from jixiao.web.rectifications.actions.review_proof import ReviewProof
from jixiao.web.rectifications.demand_views import of, shown
from jixiao.web.rectifications.models import Proof
from jixiao.web.rectifications.permissions import ANSWERS, ISSUES, READS


@require_POST
@needs(ANSWERS)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a file there."""
    found, sent = of(request, pk), request.FILES.get("file")
    data = sent.read(MOST + 1) if sent else b""
    action = AddProof(found, sent.name if sent else "", data, request.POST.get("unclassified") == "1")
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        page = {**shown(request.user, found), "faults": refused.messages}
        return render(request, "rectifications/demand.html", page, status=422)
    messages.success(request, _("已上传，待保密审查。"))
    return redirect("rectifications:demand", pk=pk)


def _file(request: HttpRequest, pk: int, file: int) -> Proof:
    visible = Proof.objects.visible_to(request.user).select_related("demand__organisation")
    return get_object_or_404(visible, pk=file, demand=of(request, pk), deleted=False)


@require_safe
@needs(READS)
def given(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """The file, never shown in the browser; not one that was refused."""
    return handed_out(request, _file(request, pk, file))


@require_POST
@needs(ISSUES)
def review(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """The verdict of the secrecy review."""
    return _done(request, pk, ReviewProof(_file(request, pk, file), request.POST.get("passed") == "1"), "")


@require_POST
@needs(ANSWERS)
def remove(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Take the file away again."""
    return _done(request, pk, RemoveProof(_file(request, pk, file)), _("已删除。"))


def _done(request: HttpRequest, pk: int, action: Action[Proof], words: str) -> HttpResponse:
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        if words:
            messages.success(request, words)
    return redirect("rectifications:demand", pk=pk)
