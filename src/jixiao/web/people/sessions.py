"""Keeps the session of whoever is at work, with one write a minute instead of two at every request."""

import time
from collections.abc import Callable
from typing import Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

EVERY: Final = 60
"""Seconds within which a session is not written again; the idle limit is that much shorter at worst."""
_SEEN: Final = "seen"
_BEGAN: Final = "began"


class KeepSession:
    """Notes that the person was here, which also puts off the end of the session, though not for ever."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        if request.session.session_key and request.user.is_authenticated:
            now = int(time.time())
            began = request.session.get(_BEGAN)
            if began is None:
                request.session[_BEGAN] = began = now
            if settings.SESSION_HOURS and now - began >= settings.SESSION_HOURS * 3600:
                logout(request)
                return self.get_response(request)
            if not 0 <= now - request.session.get(_SEEN, 0) < EVERY:
                request.session[_SEEN] = now
                UserSession.objects.create_from_request(request)
        return self.get_response(request)
