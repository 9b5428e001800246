"""What somebody sees instead of a page: who may not, who comes too late, too often or with too much."""

from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import defaults

from jixiao.web import programs


def forbidden(request: HttpRequest, exception: object = None) -> HttpResponse:
    """Why a page does not open, and who can help."""
    del exception
    words = _("您的角色不能打开这个页面或进行这项操作。需要时请联系安全管理员授予角色。")
    return refusal(request, "403.html", words, 403)


def grown_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A button of a page from before the last login: its form no longer shows that it is ours."""
    del reason
    words = _("这个页面打开之后又登录过，刚才的操作没有完成。请回到原来的页面再做一次。")
    return refusal(request, "stale.html", words, 403, back=came_from(request))


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is there, or nothing that the person may see."""
    return programs.missing() if programs.by_program(request) else defaults.page_not_found(request, exception)


def malformed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that no page of ours sends."""
    if programs.by_program(request):
        return programs.said(400, _("请求不完整或读不懂，没有办理。"))
    return defaults.bad_request(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """The program is at fault."""
    return programs.failed() if programs.by_program(request) else defaults.server_error(request)


def refusal(request: HttpRequest, template: str, words: str, status: int, **more: str) -> HttpResponse:
    """A page; only the sentence, above what stays, where a part of a page asked, or where a program did."""
    if programs.by_program(request):
        return programs.said(status, words)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"error": words}, status=status)
    if request.headers.get("HX-Request"):
        response = render(request, "parts/refusal.html", {"words": words}, status=status)
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#messages", "innerHTML"
        return response
    return render(request, template, {"words": words, **more}, status=status)


def came_from(request: HttpRequest) -> str:
    """The page on which a button was pressed: the address that takes the press has nothing to show."""
    address = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}):
        return reverse("home")
    parts = urlsplit(address)
    return urlunsplit(("", "", parts.path, parts.query, ""))
