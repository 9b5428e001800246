"""What a project achieved, from its indicators: 安装劝导站门牌93处；群众满意度95%以上（目标≥90%）."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from jixiao.core.dossier.projects import Operator
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced
from jixiao.reports.views import Words, plain

_DIGIT: Final = re.compile("[0-9]")
_BOUND: Final = re.compile("(.*[0-9])(以上|以下|以内|左右)")

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``achieved``: a clause of all indicators with an actual value; empty where there is none."""

    def achieved(indicators: Iterable[Any]) -> str:
        return "；".join(_one(one) for one in indicators if isinstance(one.actual, Traced | Words))

    def _one(one: Any) -> str:  # noqa: ANN401  # an indicator of the dossier
        unit = plain(one.actual_unit) or plain(one.unit)
        done = _value(one.actual, unit)
        link = "：" if isinstance(one.actual, Words) and not _DIGIT.search(one.actual.text) else ""
        target = ""
        if isinstance(one.target, Traced):
            sign = plain(one.operator)
            sign = sign if sign and sign not in (Operator.RANGE, Operator.QUALITATIVE) else ""
            target = f"（目标{sign}{_value(one.target, plain(one.unit))}）"
        return f"{one.name}{link}{done}{target}"

    def _value(value: Traced | Words, unit: str) -> str:
        if isinstance(value, Traced):
            return printer.printed(value, unit=unit)
        return printer.words(measured(value.text, unit), value.path)

    return {"achieved": achieved}


def measured(text: str, unit: str) -> str:
    """A value in words with its unit: 700余车次, 95%以上; where the words have it already, as they are."""
    if not unit or unit in text:
        return text
    found = _BOUND.fullmatch(text)
    return f"{found[1]}{unit}{found[2]}" if found else text + unit
