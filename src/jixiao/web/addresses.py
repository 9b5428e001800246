"""Where a request came from, when a proxy stands in front: otherwise everybody has the proxy's address."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class TrueAddress:
    """Puts the address that the outermost trusted proxy saw in the place of the proxy's own.

    Each proxy adds at the right of ``X-Forwarded-For`` the address that it saw; what stands further left was
    sent by the client, who may write anything.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if settings.PROXIES and len(told) >= settings.PROXIES:
            try:
                seen = ipaddress.ip_address(told[-settings.PROXIES].strip())
            except ValueError:
                pass
            else:
                request.META["REMOTE_ADDR"] = str(seen)
        return self.get_response(request)
