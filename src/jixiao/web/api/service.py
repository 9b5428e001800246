"""The API as one object: who is let in, how refusals are told, and every resource of the folder."""

import importlib
import pkgutil
from typing import Any, Final

from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as Unfit
from ninja.security import HttpBearer

from jixiao.web import programs, refusals
from jixiao.web.actions import Changed
from jixiao.web.api import resources, unfit
from jixiao.web.limits.middleware import too_often
from jixiao.web.limits.storing import TooOften

WORDS: Final = (
    "Read the year's work and fill in forms as the person of the token. Money in `amounts` is yuan as a "
    'decimal string ("1080000.00"); scores are strings; days are ISO 8601. Every refusal is '
    '`{"errors": [{"code", "where", "message"}]}`.'
)


class TokenBearer(HttpBearer):
    """Whom `tokens.middleware.ByToken` let in, and nobody else."""

    openapi_name = "token"

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The token."""
        return getattr(request, "token", None)


API: Final = NinjaAPI(
    title="jixiao",
    version="1",
    description=WORDS,
    docs_url=None,  # its page would be loaded from elsewhere
    urls_namespace="api",
    auth=TokenBearer(),
)


@API.exception_handler(Changed)
@API.exception_handler(ValidationError)
def _refused(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return programs.refused(409 if isinstance(error, Changed) else 422, programs.of_action(error))


@API.exception_handler(Unfit)
def _unfit(request: HttpRequest, error: Unfit) -> HttpResponse:
    """The request is not of the shape that the OpenAPI document states."""
    return programs.refused(422, unfit.faults(error.errors))


@API.exception_handler(PermissionDenied)
def _forbidden(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return refusals.forbidden(request)


@API.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return programs.missing()


@API.exception_handler(TooOften)
def _too_often(request: HttpRequest, error: TooOften) -> HttpResponse:
    return too_often(request, error.seconds)


@API.exception_handler(RequestDataTooBig)
def _too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return programs.said(413, _("请求太大，请分几次发送。"))


@API.exception_handler(AuthenticationError)
def _stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return programs.said(401, _("没有这个接口令牌，请核对是否抄写完整。"))


@API.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The framework raises it for a body that is no JSON."""
    return programs.said(error.status_code, _("请求不完整或读不懂，没有办理。"))


for _module in sorted(pkgutil.iter_modules(resources.__path__), key=lambda one: one.name):
    API.add_router("", importlib.import_module(f"{resources.__name__}.{_module.name}").router)
