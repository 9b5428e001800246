"""The page of an import: an empty workbook out, a filled one in, the preview, and the confirmation."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jixiao.web.importing.judging import Fate, Judged, Line, Lines
from jixiao.web.importing.reading import lines_of, opened
from jixiao.web.importing.sealing import BrokenSealError, sealed, unsealed
from jixiao.web.importing.table import Table
from jixiao.web.importing.writing import written
from jixiao.web.worker_calls import MOST

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Given = dict[Table, Lines]


class Import(ABC):
    """What an application says of its import: tables, judging, action, and the words of the page."""

    name: str  # of the import with the row that it is about: part of the seal, and of the file's name
    heading: str
    back: str  # the address to return to
    tables: tuple[Table, ...]  # the sheets of the workbook; any of them may be left empty, not all

    @abstractmethod
    def judged(self, given: Given) -> dict[Table, list[Judged]]:
        """What becomes of each line.

        Raises:
            Refused: nothing at all can be taken over now.
        """

    @abstractmethod
    def take(self, given: Given) -> str:
        """Carry the action out; what to tell the person.

        Raises:
            Refused: it cannot be done as asked; nothing was written.
        """

    def more(self) -> Any:
        """A form with what else has to be said beside the file; None for nothing."""
        return None


def page(request: HttpRequest, one: Import) -> HttpResponse:
    """All at one address: ``?format=xlsx`` is the empty workbook, a post the file or the confirmation."""
    if request.GET.get("format") == "xlsx":
        answer = HttpResponse(written(dict.fromkeys(one.tables, ())), content_type=XLSX)
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{one.heading}.xlsx')}"
        return answer
    if request.method != "POST":
        return _shown(request, one)
    try:
        if "sealed" in request.POST:
            return _taken(request, one)
        return _previewed(request, one)
    except ValidationError as refused:
        return _shown(request, one, faults=refused.messages)


def _previewed(request: HttpRequest, one: Import) -> HttpResponse:
    sent = request.FILES.get("workbook")
    if sent is None:
        raise ValidationError(_("请选择工作簿。"))
    if request.POST.get("unclassified") != "1":
        raise ValidationError(_("请先声明文件不含涉密信息。"))
    if (more := one.more()) is not None and not more.is_valid():
        return _shown(request, one, faults=[words for faults in more.errors.values() for words in faults])
    sheets = opened(sent.read(MOST + 1))
    given = {table: found for table in one.tables if (found := lines_of(sheets, table)) is not None}
    if not given:
        raise ValidationError(_("工作簿里没有认得出的表。请下载空白工作簿，填好后上传，不要改表头。"))
    if not any(found.lines for found in given.values()):
        raise ValidationError(_("工作簿里没有填写的行。"))
    return _shown(request, one, given=given, judged=one.judged(given))


def _taken(request: HttpRequest, one: Import) -> HttpResponse:
    given, left_out = _unsealed(request, one)
    if left_out and request.POST.get("leave_out") != "1":
        raise ValidationError(_("有误的行没有导入。请改正后重新上传，或勾选“不导入有误的行”。"))
    if (more := one.more()) is not None and not more.is_valid():
        return _shown(request, one, faults=[words for faults in more.errors.values() for words in faults])
    messages.success(request, one.take(given))
    return redirect(one.back)


def _shown(
    request: HttpRequest,
    one: Import,
    *,
    faults: Sequence[str] = (),
    given: Given | None = None,
    judged: Mapping[Table, list[Judged]] | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"import": one, "faults": faults, "more": one.more()}
    if given is not None and judged is not None:
        rows = [judge for found in judged.values() for judge in found]
        counts = {fate.value: sum(judge.fate == fate for judge in rows) for fate in Fate}
        wrong = {
            table: {judge.line.row for judge in found if judge.fate == Fate.WRONG}
            for table, found in judged.items()
        }
        right = {table: found.without(wrong.get(table, set())) for table, found in given.items()}
        context |= {
            "tables": [(table.title, judged[table], given[table].unused) for table in given],
            "counts": counts,
            "sealed": _sealed(request, one, right, counts[Fate.WRONG]) if counts[Fate.NEW] else "",
        }
    return render(request, "parts/import.html", context, status=422 if faults else 200)


def _purpose(request: HttpRequest, one: Import) -> str:
    return f"{one.name}:{request.user.pk}"


def _sealed(request: HttpRequest, one: Import, given: Given, left_out: int) -> str:
    """The lines that were shown as right, so that nothing else can be confirmed."""
    lines = [asdict(given[table]) if table in given else None for table in one.tables]
    return sealed(json.dumps([lines, left_out], ensure_ascii=False), _purpose(request, one))


def _unsealed(request: HttpRequest, one: Import) -> tuple[Given, int]:
    try:
        told = unsealed(request.POST["sealed"], _purpose(request, one))
    except BrokenSealError as error:
        raise ValidationError(_("预览已过期，请重新选择文件。")) from error
    kept, left_out = json.loads(told)
    given = {}
    for table, found in zip(one.tables, kept, strict=True):
        if found is not None:
            lines = tuple(Line(**line) for line in found["lines"])
            given[table] = Lines(found["sheet"], found["letters"], lines, tuple(found["unused"]))
    return given, left_out
