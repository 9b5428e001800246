"""Refuses addresses with a NUL in them: no page sends one, and PostgreSQL cannot compare with it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from jixiao.web import programs


class NoNullSigns:
    """Answers 400 where the query has one; forms refuse it by themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, else the refusal."""
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\x00" in query or "\x00" in request.path:
            if programs.by_program(request):
                return programs.said(400, _("请求不完整或读不懂，没有办理。"))
            return HttpResponseBadRequest(render_to_string("400.html"))
        return self.get_response(request)
