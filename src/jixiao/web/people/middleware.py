"""Everything asks for a login but the login itself; some accounts have to do something first."""

import logging
import re
from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from jixiao.web.people.adapters import UNREADABLE
from jixiao.web.people.coming_first import comes_first
from jixiao.web.people.outer import came_from_outside
from jixiao.web.programs import by_program
from jixiao.web.refusals import came_from

_LOG: Final = logging.getLogger(__name__)
_OUTER: Final = "/account/oidc/"
_OPEN: Final = (
    "/account/login/",
    "/account/2fa/authenticate/",
    _OUTER,
    "/account/inactive/",
    "/account/3rdparty/login/",
    "/language/",
    "/static/",
    "/favicon.ico",
)
_ACCOUNT: Final = "/account/"
_UNDONE: Final = gettext_lazy("登录已过期，刚才的操作没有完成，请登录后重做。")
# Allauth has more pages: signing up, resets by mail. Accounts here are given, and no mail is sent.
_SHUT: Final = re.compile(
    "account_(signup|email|set_password|reset_password|confirm|.*verification)|socialaccount_(signup|connections)"
)


class RequireLogin:
    """Sends strangers to the login, old passwords to the change, administrators to the second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page asked for, or the one that has to come first."""
        if request.path.startswith(_OPEN) or by_program(request):  # whom `tokens.middleware` let in
            return self.get_response(request)
        if not request.user.is_authenticated:
            return self._to_login(request)
        outside = came_from_outside(request.session)
        if not request.path.startswith(_ACCOUNT) and (first := comes_first(request.user, outside=outside)):
            address, why = first
            messages.warning(request, why)
            return HttpResponseRedirect(reverse(address))
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-store")  # a shared office machine keeps no page
        return response

    def process_view(
        self, request: HttpRequest, view: object, arguments: object, named: object
    ) -> HttpResponse | None:
        """Pages of allauth that this site does without are not there."""
        if request.path.startswith(_ACCOUNT) and _SHUT.match(
            request.resolver_match.url_name or "account_signup"
        ):
            raise Http404
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The directory of the office does not answer, or a second factor cannot be read: say so."""
        if isinstance(exception, ValidationError) and getattr(exception, "code", "") == UNREADABLE:
            messages.error(request, " ".join(exception.messages))
            return HttpResponseRedirect(reverse("home"))
        if not request.path.startswith(_OUTER):
            return None
        from requests import RequestException

        if not isinstance(exception, RequestException):
            return None
        _LOG.error("the directory of JIXIAO_OIDC_SERVER does not answer: %s", type(exception).__name__)
        return render(request, "socialaccount/authentication_error.html", status=503)

    def _to_login(self, request: HttpRequest) -> HttpResponse:
        if request.headers.get("HX-Request"):
            if request.method != "GET":
                messages.warning(request, _UNDONE)
            response = HttpResponse(status=401)
            response["HX-Redirect"] = redirect_to_login(came_from(request)).url
            return response
        if request.method not in {"GET", "HEAD"}:
            messages.warning(request, _UNDONE)
            return redirect_to_login(came_from(request))
        return redirect_to_login(request.get_full_path())
