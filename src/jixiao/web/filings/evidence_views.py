"""Files of a form: put there, given out, reviewed, taken away."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.cycles.permissions import READS, REVIEWS, in_hand, may_fill
from jixiao.web.cycles.task_views import of, resting
from jixiao.web.filings.actions.add_evidence import AddEvidence
from jixiao.web.filings.actions.remove_evidence import RemoveEvidence
from jixiao.web.filings.actions.review_evidence import ReviewEvidence
from jixiao.web.filings.evidence import ENDINGS, MOST, Evidence, EvidenceKind
from jixiao.web.filings.handing_out import handed_out
from jixiao.web.filings.judged_files import judged_files
from jixiao.web.filings.kinds import kind_of
from jixiao.web.filings.proving import Wanted, handed_in, wanted
from jixiao.web.filings.rows import Form
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import needs


@require_http_methods(["GET", "POST"])
@needs(READS)
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """The files of a form beside what its rulebook asks for."""
    task = of(request, pk)
    faults: list[str] = []
    if request.method == "POST":
        sent = request.FILES.get("file")
        data = sent.read(MOST + 1) if sent else b""
        kind, number, what = (*request.POST.get("place", "").split(":", 2), "", "")[:3]
        action = AddEvidence(
            task, sent.name if sent else "", data, kind, whole(number),
            request.POST.get("unclassified") == "1", what,
        )  # fmt: skip
        try:
            carry_out(action, request.user)
            messages.success(request, _("已上传，待保密审查。"))
            return redirect("filings:evidence", pk=pk)
        except ValidationError as refused:
            faults = refused.messages
    form = Form.of(task)
    files = handed_in(task)
    asked = wanted(form, files) if form else []
    context = {
        "task": task,
        "faults": faults,
        "files": files,
        "judged": judged_files(task),
        "asked": asked,
        "places": _places(form, asked),
        "chosen": _chosen(request, asked),
        "endings": ",".join(f".{one}" for one in sorted(ENDINGS)),
        "most": MOST // 2**20,
        "printable": kind_of(task) is not None,
        "may_add": may_fill(request.user, task) and task.state != "final" and not resting(task),
        "may_remove": in_hand(request.user, task) and not resting(task),
        "may_review": REVIEWS.test(request.user, task.organisation),
    }
    return render(request, "filings/evidence.html", context, status=422 if faults else 200)


def _places(form: Form | None, asked: list[Wanted]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What an uploaded file may be, in groups: what the rulebook asks for, any line, the form as a whole."""
    required = [
        (one.place, f"{one.row.name} · {one.proof.what}" if one.row else one.proof.what) for one in asked
    ]
    lines: list[Any] = []
    if form is not None:
        lines = form.rows_of("indicators") or [one.indicator for one in form.rows_of("progress")]
    others = [(f"{EvidenceKind.PROOF}:{one.pk}", one.name or _("未命名的指标")) for one in lines]
    as_a_whole = [(str(EvidenceKind.PROOF), _("整份表的其他材料"))]
    if EvidenceKind.SEALED not in {place for place, _words in required}:
        as_a_whole.append((str(EvidenceKind.SEALED), str(EvidenceKind.SEALED.label)))
    groups = [(_("规定的材料"), required), (_("指标的其他材料"), others), (_("整份表"), as_a_whole)]
    return [(words, places) for words, places in groups if places]


def _chosen(request: HttpRequest, asked: list[Wanted]) -> str:
    """What the person came to upload: as sent before, else the first that the line, or the form, lacks."""
    if place := request.POST.get("place", request.GET.get("place", "")):
        return place
    line = request.GET.get("indicator", "")
    lacking = [one for one in asked if one.proof.mandatory and not one.met]
    if not line:
        return lacking[0].place if lacking else ""
    of_line = [one for one in lacking if one.row is not None and str(one.row.pk) == line]
    return of_line[0].place if of_line else f"{EvidenceKind.PROOF}:{line}"


def _file(request: HttpRequest, pk: int, file: int) -> Evidence:
    visible = Evidence.objects.visible_to(request.user).select_related(
        "task__organisation", "task__stage__cycle"
    )
    return get_object_or_404(visible, pk=file, task=of(request, pk), deleted=False)


@require_safe
@needs(READS)
def given(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """A file of the form or of what it judges, never shown in the browser; not one that was refused."""
    of_judged = judged_files(of(request, pk)).filter(pk=file).first()
    return handed_out(request, of_judged or _file(request, pk, file))


@require_POST
@needs(READS)
def reviewed(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """The verdict of the secrecy review."""
    action = ReviewEvidence(_file(request, pk, file), request.POST.get("passed") == "1")
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("filings:evidence", pk=pk)


@require_POST
@needs(READS)
def removed(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Take the file away again."""
    try:
        carry_out(RemoveEvidence(_file(request, pk, file)), request.user)
        messages.success(request, _("已删除。"))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("filings:evidence", pk=pk)
