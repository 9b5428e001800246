"""Undoing what was sent out or added by mistake."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jixiao.web.actions import Action, carry_out
from jixiao.web.cycles.actions.recall_task import RecallTask
from jixiao.web.cycles.actions.remove_project import RemoveProject
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.cycles.task_views import of
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import needs


@require_POST
@needs(OPENS)
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the form back."""
    shown = whole(request.POST.get("revision"))
    action = RecallTask(of(request, pk), request.POST.get("words", ""), shown, _confirmed(request))
    return _done(request, pk, action, _("已撤销下达。需要时可以重新下达。"))


@require_POST
@needs(OPENS)
def remove_project(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out the project that the form is about, with its forms."""
    project = of(request, pk).project
    if project is None:
        raise Http404
    action = RemoveProject(project, request.POST.get("words", ""), _confirmed(request))
    return _done(request, pk, action, _("已删除项目，并撤销它的表。"))


def _confirmed(request: HttpRequest) -> bool:
    return request.POST.get("confirmed") == "1"


def _done(request: HttpRequest, pk: int, action: Action[Any], words: str) -> HttpResponse:
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("cycles:task", pk=pk)
    messages.success(request, words)
    return redirect("cycles:tasks")
