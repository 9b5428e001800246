"""The printed form: the place's own, as `jixiao report` writes it."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jixiao.pipeline.reporting import FAULTS, faults
from jixiao.web.actions import Refused
from jixiao.web.cycles.permissions import READS
from jixiao.web.cycles.task_views import of
from jixiao.web.exporting import attached
from jixiao.web.filings.kinds import kind_of
from jixiao.web.filings.printing import dossier_to_print, office
from jixiao.web.people.permissions import needs

TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


@require_safe
@needs(READS)
def printed(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The form as a file to print, sign and seal; one that lacks something is a draft, and says what."""
    task = of(request, pk)
    kind = kind_of(task)
    if kind is None:
        messages.error(request, _("这个阶段没有表格可打印。"))
        return redirect("cycles:task", pk=pk)
    code = task.project.code if task.project else None
    try:
        report = office().printed(dossier_to_print(task), kind, form, project=code)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("cycles:task", pk=pk)
    except FAULTS as error:
        english = get_language() == "en"
        messages.error(request, " ".join(en if english else zh for zh, en in faults(error)))
        return redirect("cycles:task", pk=pk)
    response = HttpResponse(report.data, content_type=TYPES[form])
    response["Content-Disposition"] = attached(f"{task}.{form}")
    return response
