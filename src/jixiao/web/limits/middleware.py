"""Refuses what comes too often or is too large, before it costs anything."""

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from jixiao.web import programs
from jixiao.web.limits.storing import TooOften, peek, spend
from jixiao.web.refusals import refusal

_LONG: Final = 120  # seconds that are told in minutes
_EXPORTING: Final[set[str]] = set()
"""Addresses, without their numbers, that were seen to answer with a file; a process learns them."""


class Limited:
    """By ``settings.RATE_LIMITS`` and ``settings.REQUEST_LIMIT``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page, unless its body is too large, or is one file too many."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.REQUEST_LIMIT:
            return _too_large(request)
        response = self.get_response(request)
        if _is_file(response):
            _EXPORTING.add(_kind(request))
            try:
                _spend(request, "export")
            except TooOften as refused:
                response.close()
                return too_often(request, refused.seconds)
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Refuse before the view runs, and before the body is read."""
        try:
            for name in _limits(request):
                _spend(request, name)
        except TooOften as refused:
            return too_often(request, refused.seconds)
        rate = settings.RATE_LIMITS["export"]
        if rate.number and _kind(request) in _EXPORTING:
            used, seconds = peek("export", _who(request, by_address=rate.by_address))
            if used >= rate.number:
                return too_often(request, seconds)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A limit that a view or form asked for itself."""
        return too_often(request, exception.seconds) if isinstance(exception, TooOften) else None


def _limits(request: HttpRequest) -> list[str]:
    found = []
    if request.method == "POST":
        match = request.resolver_match
        if match is not None and (named := settings.LIMITED_VIEWS.get(match.view_name)):
            found.append(named)
        if request.content_type == "multipart/form-data":
            found.append("upload")
    if programs.by_program(request):
        found.append("api")
    return found


def _spend(request: HttpRequest, name: str) -> None:
    spend(name, _who(request, by_address=settings.RATE_LIMITS[name].by_address))


def _who(request: HttpRequest, *, by_address: bool) -> str:
    user = getattr(request, "user", None)
    if by_address or user is None or not user.is_authenticated:
        return f"address {request.META.get('REMOTE_ADDR', '')}"
    return f"account {user.pk}"


def _kind(request: HttpRequest) -> str:
    match = request.resolver_match
    return f"{match.view_name if match else ''}:{'format' in request.GET}"


def _is_file(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Disposition", "").startswith("attachment")


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """What somebody is answered who has to wait so many seconds."""
    if seconds > _LONG:
        words = _("操作太频繁，请约 %(minutes)s 分钟后再试。") % {"minutes": -(-seconds // 60)}
    else:
        words = _("操作太频繁，请 %(seconds)s 秒后再试。") % {"seconds": seconds}
    response = refusal(request, "429.html", words, 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _too_large(request: HttpRequest) -> HttpResponse:
    limit = settings.REQUEST_LIMIT // 2**20
    words = _("一次上传的文件合计超过 %(limit)s MB，请分几次上传。") % {"limit": limit}
    return refusal(request, "413.html", words, 413)
