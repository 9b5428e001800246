"""Lets programs in by token below `API`, and by nothing else."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jixiao.web import programs
from jixiao.web.audit.writing import TOKEN
from jixiao.web.limits.middleware import too_often
from jixiao.web.limits.storing import TooOften, spend
from jixiao.web.people.coming_first import comes_first
from jixiao.web.tokens.models import Token, digest
from jixiao.web.tokens.permissions import HAS
from jixiao.web.tokens.storing import note_use

_SCHEME: Final = "bearer"
_LONGEST: Final = 200
"""Characters of a header that is looked at; ours has 53."""


class WithoutCookies:
    """Takes the cookies off a program's request: no session, so that no other site can borrow one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer."""
        if programs.by_program(request):
            request.META.pop("HTTP_COOKIE", None)
            request.COOKIES = {}
        return self.get_response(request)


class ByToken:
    """Makes the person of the token the one who asks; 401 says why a token does not hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, which nothing on the way keeps."""
        if not programs.by_program(request):
            return self.get_response(request)
        try:
            token, why = _shown(request)
        except TooOften as refused:
            return too_often(request, refused.seconds)
        if token is None or why:
            return programs.said(401, why)
        note_use(token)
        request.user, request.token = token.user, token
        mark = TOKEN.set(token.pk)
        try:
            response = self.get_response(request)
        finally:
            TOKEN.reset(mark)
        response.setdefault("Cache-Control", "no-store")
        return response


def _shown(request: HttpRequest) -> tuple[Token | None, str]:
    """The token of the header, and why it does not hold; empty where it does.

    Raises:
        TooOften: too many wrong ones came from there.
    """
    scheme, _space, secret = request.headers.get("Authorization", "")[:_LONGEST].partition(" ")
    if scheme.lower() != _SCHEME or not secret.strip():
        return None, _("请在请求头 Authorization 中写 Bearer 和接口令牌；令牌登录网页后在“接口令牌”中建立。")
    token = Token.objects.filter(digest=digest(secret.strip())).select_related("user__organisation").first()
    why = _("没有这个接口令牌，请核对是否抄写完整。") if token is None else _fault(token)
    if why:
        spend("token", f"address {request.META.get('REMOTE_ADDR', '')}")
    return token, why


def _fault(token: Token) -> str:
    if token.revoked_at is not None:
        return _("这个接口令牌已撤销，请换用有效的，或重新建立。")
    if token.expired:
        return _("这个接口令牌已于 %(day)s 到期，请重新建立。") % {"day": token.until}
    if not token.user.is_active:
        return _("这个账号已停用。")
    if not HAS.test(token.user, None):
        return _("这个账号的角色不能使用接口令牌，需要时请联系安全管理员。")
    first = comes_first(token.user, outside=token.outside)
    return _("%(why)s请先登录办理。") % {"why": first[1]} if first else ""
