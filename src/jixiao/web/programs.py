"""What programs are answered that ask below `API`: JSON, and every refusal in one shape."""

from collections.abc import Iterable
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

API: Final = "/api/"
CODES: Final = {
    400: "malformed",
    401: "unauthorized",
    403: "forbidden",
    404: "missing",
    405: "method",
    409: "changed",
    413: "too_large",
    422: "refused",
    429: "too_often",
    500: "failed",
}
"""What a program may tell refusals apart by, where nothing more exact is known."""


def by_program(request: HttpRequest) -> bool:
    """Whether the answer is read by a program: its address lies below `API`."""
    return request.path.startswith(API)


def fault(code: str, message: str, where: str = "") -> dict[str, str]:
    """One refusal: ``where`` is the field, the cell or nothing, ``message`` a sentence for people."""
    return {"code": code, "where": where, "message": message}


def refused(status: int, faults: Iterable[dict[str, str]], **more: Any) -> JsonResponse:
    """The answer that every refusal has: ``{"errors": [{"code", "where", "message"}]}``."""
    response = JsonResponse({"errors": list(faults), **more}, status=status)
    response.headers["Cache-Control"] = "no-store"
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def said(status: int, words: str) -> JsonResponse:
    """A refusal of one sentence."""
    return refused(status, [fault(CODES[status], words)])


def of_action(error: ValidationError) -> list[dict[str, str]]:
    """Each sentence of what an action refused, with its field and the code that it gave."""
    fields = error.error_dict.items() if hasattr(error, "error_dict") else [("", error.error_list)]
    return [
        fault(one.code or CODES[422], words, "" if name == "__all__" else name)
        for name, faults in fields
        for one in faults
        for words in one.messages
    ]


def missing() -> JsonResponse:
    """Nothing is there, or nothing that the person may see."""
    return said(404, _("没有这个地址，或者您看不到它。"))


def failed() -> JsonResponse:
    """The program is at fault."""
    return said(500, _("程序出错，没有办成。请稍后再试，仍不行时把时间告诉系统管理员。"))
