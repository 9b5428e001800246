"""Files of reports, handed out: for pages and for programs."""

from io import BytesIO
from typing import Final

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.reports.models import Copy, Paper, State

_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "ofd": "application/ofd",
}


def file_of(paper: Paper, form: str) -> FileResponse:
    """The file of this format, to be saved; 404 where none was written.

    Raises:
        Refused: its bytes are not those that were written.
    """
    row = get_object_or_404(Copy, paper=paper, format=form, state=State.READY)
    if not row.intact:
        raise Refused(_("这个文件与写成时的校验值不符，不能下载。请报告系统管理员。"))
    draft = _("（草稿）") if row.draft else ""
    name = f"{draft}{paper.title or paper.kind}{'-' + paper.project if paper.project else ''}.{form}"
    response = FileResponse(BytesIO(bytes(row.data)), as_attachment=True, filename=name)
    response["Content-Type"] = _TYPES[form]
    return response
