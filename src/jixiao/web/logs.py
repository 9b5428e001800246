"""Logs as one JSON object a line, without personal data.

An account is a pseudonym, an address its route with the numbers of rows, and what other people's code says is
kept only as far as it stands in the program: the values in its sentences may be what somebody typed.
"""

import hashlib
import hmac
import json
import logging
import secrets
import time
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

REQUESTS: Final = logging.getLogger("jixiao.requests")
_OURS: Final = "jixiao"
_NOW: Final[ContextVar[str]] = ContextVar("request", default="")


def pseudonym(account: int) -> str:
    """What the logs call an account: the same as long as the installation keeps its key."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"logs:{account}".encode(), hashlib.sha256).hexdigest()[:12]


class LogRequests:
    """One line for each request but those for files of the program; its id goes out as ``X-Request-ID``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page."""
        number, began = secrets.token_hex(8), time.perf_counter()
        token = _NOW.set(number)
        try:
            response = self.get_response(request)
            if not request.path.startswith(f"/{settings.STATIC_URL.strip('/')}/"):
                milliseconds = round((time.perf_counter() - began) * 1000)
                REQUESTS.info("request", extra={"request_line": _told(request, response, milliseconds)})
        finally:
            _NOW.reset(token)
        response.headers["X-Request-ID"] = number
        return response


def _told(request: HttpRequest, response: HttpResponseBase, milliseconds: int) -> dict[str, Any]:
    match = request.resolver_match
    user = getattr(request, "user", None)
    return {
        "method": request.method if request.method in _METHODS else "?",
        "route": match.route if match else "",
        "rows": {name: value for name, value in match.kwargs.items() if isinstance(value, int)}
        if match
        else {},
        "status": response.status_code,
        "milliseconds": milliseconds,
        "account": pseudonym(user.pk) if user is not None and user.is_authenticated else None,
    }


_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class JsonFormatter(logging.Formatter):
    """Time, level, logger, message, request; of an error its class and its trace without the sentences."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        if number := _NOW.get():
            line["request"] = number
        line |= getattr(record, "request_line", {})
        if status := getattr(record, "status_code", None):
            line["status"] = status
        if record.exc_info and record.exc_info[0]:
            # The sentence of an exception may quote what a user typed; its class and place do not.
            line["error"] = record.exc_info[0].__name__
            line["trace"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    """Ours whole; another's without its values, and not at all where they cannot be told from the words."""
    if record.name.partition(".")[0] == _OURS:
        return record.getMessage()
    return str(record.msg) if record.args else ""
