"""What is wrong with a request that is not of the shape that the OpenAPI document states, field by field."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jixiao.web import programs

_NUMBER: Final = gettext_lazy("应写一个整数。")
_TEXT: Final = gettext_lazy("应写文字，放在引号里。")
_RANGE: Final = gettext_lazy("数字超出允许的范围。")
_COUNT: Final = gettext_lazy("项数太少或太多。")
_WORDS: Final[dict[str, Any]] = {
    "missing": gettext_lazy("缺少这一项。"),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": _RANGE,
    "int_from_float": _NUMBER,
    "greater_than_equal": _RANGE,
    "less_than": _RANGE,
    "less_than_equal": _RANGE,
    "string_type": _TEXT,
    "string_too_long": gettext_lazy("文字太长。"),
    "bool_type": gettext_lazy("应写 true 或 false。"),
    "bool_parsing": gettext_lazy("应写 true 或 false。"),
    "list_type": gettext_lazy("应写一个列表。"),
    "too_short": _COUNT,
    "too_long": _COUNT,
}
"""By the kinds of errors that pydantic names."""


def faults(errors: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Each with its place in the body, or the name of its parameter."""
    return [programs.fault("malformed", _words(one), _where(one["loc"])) for one in errors]


def _words(one: dict[str, Any]) -> str:
    if one["type"] == "literal_error":
        return _("只能写：%(choices)s。") % {"choices": one["ctx"]["expected"].replace(" or ", ", ")}
    return str(_WORDS.get(one["type"]) or _("这一项不合要求，请对照 openapi.json 改正。"))


def _where(path: tuple[Any, ...]) -> str:
    """Without where the framework keeps it: ``("body", "sent", "cells", 0, "row")`` is ``cells.0.row``."""
    parts = [str(one) for one in path[1:]]
    return ".".join(parts[1:] if path[0] == "body" and len(parts) > 1 else parts)
