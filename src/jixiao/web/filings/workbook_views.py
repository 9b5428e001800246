"""A form's workbook: taken out, sent back, looked at, and only then taken over."""

from dataclasses import asdict
from typing import Any, Final

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.dossiers.faults import DossierError
from jixiao.pipeline.workbooks import UnwritableError
from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.permissions import READS, in_hand
from jixiao.web.cycles.task_views import of
from jixiao.web.exporting import attached
from jixiao.web.filings.actions.save_cells import Cell
from jixiao.web.filings.actions.take_workbook import TakeWorkbook
from jixiao.web.filings.comparing import Preview, compared
from jixiao.web.filings.rows import Form
from jixiao.web.filings.workbooks import read_back, written
from jixiao.web.people.permissions import needs
from jixiao.web.worker_calls import MOST

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HOUR: Final = 3600  # seconds that a preview may be confirmed


@require_safe
@needs(READS)
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The form as a workbook."""
    task = of(request, pk)
    try:
        data = written(task)
    except DossierError as error:
        return _refused(request, task, [fault.told("zh") for fault in error.faults])
    except UnwritableError as error:
        return _refused(request, task, [str(error)])
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = attached(f"{task}.xlsx")
    return response


@require_http_methods(["GET", "POST"])
@needs(READS)
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file; see what it would change. Nothing is stored."""
    task = of(request, pk)
    form = Form.of(task)
    if form is None or not in_hand(request.user, task):
        return _refused(request, task, [_("这份表现在不能填。")])
    sent = request.FILES.get("workbook")
    if request.method != "POST":
        return render(request, "filings/workbook.html", {"task": task})
    if sent is None:
        return _shown(request, task, [_("请选择工作簿。")])
    if request.POST.get("unclassified") != "1":
        return _shown(request, task, [_("请先声明文件不含涉密信息。")])
    try:
        found = compared(form, read_back(sent.read(MOST + 1), sent.name or ""))
    except ValidationError as refused:
        return _shown(request, task, refused.messages)
    context = {"task": task, "preview": found, "sealed": _sealed(request, task, found) if found else ""}
    return render(request, "filings/workbook.html", context)


@require_POST
@needs(READS)
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over what was shown."""
    task = of(request, pk)
    try:
        wanted = signing.loads(request.POST.get("sealed", ""), salt=_salt(request, task), max_age=HOUR)
    except signing.BadSignature:
        return _refused(request, task, [_("预览已过期，请重新选择文件。")])
    cells = tuple(Cell(**one) for one in wanted["cells"])
    try:
        count = carry_out(TakeWorkbook(task, cells, wanted["added"]), request.user)
        messages.success(request, _("已导入 %(count)s 处。") % {"count": count})
    except ValidationError as refused:
        return _refused(request, task, refused.messages)
    return redirect("cycles:task", pk=pk)


def _sealed(request: HttpRequest, task: Task, found: Preview) -> str:
    """What was shown, so that nothing else can be confirmed."""
    wanted: dict[str, Any] = {"cells": [asdict(one.cell) for one in found.changes], "added": found.added}
    return signing.dumps(wanted, salt=_salt(request, task), compress=True)


def _salt(request: HttpRequest, task: Task) -> str:
    return f"filings.workbook:{task.pk}:{request.user.pk}"


def _shown(request: HttpRequest, task: Task, faults: list[str]) -> HttpResponse:
    return render(request, "filings/workbook.html", {"task": task, "faults": faults}, status=422)


def _refused(request: HttpRequest, task: Task, words: list[str]) -> HttpResponse:
    messages.error(request, " ".join(words))
    return redirect("cycles:task", pk=task.pk)
