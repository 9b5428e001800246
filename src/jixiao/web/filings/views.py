"""What the grid asks and tells: JSON under the form's own address."""

import json
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.cycles.permissions import READS, in_hand
from jixiao.web.cycles.task_views import of
from jixiao.web.filings.actions.add_rows import AddRows
from jixiao.web.filings.actions.remove_rows import RemoveRows
from jixiao.web.filings.actions.restore_rows import RestoreRows
from jixiao.web.filings.actions.save_cells import Cell, SaveCells
from jixiao.web.filings.grid_answers import after_saving, language
from jixiao.web.filings.grid_data import comments, data
from jixiao.web.filings.rows import Form
from jixiao.web.filings.scores import score_of
from jixiao.web.people.permissions import needs


@require_safe
@needs(READS)
def grid(request: HttpRequest, pk: int) -> HttpResponse:
    """The form's tables, its score, and whether the person may fill it in now."""
    task = of(request, pk)
    form = Form.of(task)
    if form is None:
        return JsonResponse({"tables": {}, "comments": [], "editable": False})
    editable = in_hand(request.user, task)
    tables = data(form)
    return JsonResponse(
        {
            "tables": tables,
            "comments": comments(form, tables),
            "editable": editable,
            "files": reverse("filings:evidence", args=[pk]),
            "score": score_of(task, language(), form),
        }
    )


@require_POST
@needs(READS)
def cells(request: HttpRequest, pk: int) -> HttpResponse:
    """Save cells; answers with what became of each, what follows from them, and the score."""
    task = of(request, pk)
    try:
        saved = carry_out(SaveCells(task, _cells(_body(request)["cells"])), request.user)
    except (ValidationError, *_MALFORMED) as error:
        return _refused(error)
    return JsonResponse(after_saving(task, saved))


@require_POST
@needs(READS)
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Add rows, or take some away; answers with the whole form."""
    task = of(request, pk)
    try:
        body = _body(request)
        table = _words(body["table"])
        if "add" in body:
            new = [{_words(name): _words(value) for name, value in row.items()} for row in _list(body["add"])]
            keys = tuple(_key(row.pop("key", "")) for row in new)
            carry_out(AddRows(task, table, tuple(new), keys=keys), request.user)
        if "remove" in body:
            carry_out(
                RemoveRows(task, table, tuple(_number(one) for one in _list(body["remove"]))), request.user
            )
        if "restore" in body:
            carry_out(
                RestoreRows(task, table, tuple(_number(one) for one in _list(body["restore"]))), request.user
            )
    except (ValidationError, *_MALFORMED) as error:
        return _refused(error)
    return _again(request, pk)


_MALFORMED = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
_MOST = 10_000
"""Cells or rows of one request; the page sends no more."""


def _cells(given: object) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            _words(one["table"]),
            _number(one["row"]),
            _words(one["column"]),
            _words(one["before"]),
            _words(one["after"]),
        )
        for one in _list(given)
    )  # fmt: skip


def _list(given: object) -> list[Any]:
    if not isinstance(given, list) or len(given) > _MOST:
        raise TypeError
    return given


def _words(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError
    return given


def _key(given: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]{0,40}", given):
        raise ValueError
    return given


def _number(given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise TypeError
    return given


def _again(request: HttpRequest, pk: int) -> HttpResponse:
    request.method = "GET"
    return grid(request, pk)


def _body(request: HttpRequest) -> dict[str, Any]:
    body = json.loads(request.body)
    if not isinstance(body, dict):
        raise TypeError
    return body


def _refused(error: Exception) -> HttpResponse:
    if isinstance(error, ValidationError):
        return JsonResponse({"refused": error.messages}, status=422)
    return JsonResponse({"refused": [_("请求不完整，请刷新页面后重试。")]}, status=400)
