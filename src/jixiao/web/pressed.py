"""An address that only takes what a button sends, opened by itself: a page that says so, not an empty one."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jixiao.web import programs


class NotOpenedByItself:
    """Browsers ask for such an address when a page is loaded again, or the language is changed on it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with a page where it is an empty refusal to a person."""
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        if programs.by_program(request):
            told = programs.said(response.status_code, _("这个地址不接受这种请求方法，见 Allow。"))
            told.headers["Allow"] = response.headers.get("Allow", "")
            return told
        if request.method != "GET":
            return response
        told = render(request, "405.html", status=response.status_code)
        told.headers["Allow"] = response.headers.get("Allow", "")
        return told
