"""Chinese unless the person chose otherwise: a browser that says English speaks of its system.

A program chooses by ``Accept-Language``, as it has no switch.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from jixiao.web.programs import by_program


class ChosenLanguage:
    """The language of the cookie that the switch sets, or that a program asks for, else Chinese."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, in that language."""
        language = _asked(request) if by_program(request) else _chosen(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
        response.setdefault("Content-Language", language)
        if by_program(request):
            patch_vary_headers(response, ("Accept-Language",))
        return response


def _chosen(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _asked(request: HttpRequest) -> str:
    return translation.get_language_from_request(request)
