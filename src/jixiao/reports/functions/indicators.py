"""Indicators as forms print them: ``aim(line)`` ≥95%, 5～10天 or words; ``attained(line)`` 98%.

``valued(value, unit)`` is either with its unit.
"""

from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_NO_UNIT = ("其他", "")
"""What forms write as the unit of a target in words."""
_UNSIGNED = ("定性", "range", "")
"""Operators that are not printed before a target."""


def functions(printer: Printer) -> "Callables":
    """``aim``, ``attained`` and ``valued``."""

    def aim(line: object) -> str:
        target, operator = line.target, _plain(line.operator)  # type: ignore[attr-defined]  # an indicator
        if operator == "range":
            return f"{valued(target, '')}～{valued(line.target_upper, line.unit)}"  # type: ignore[attr-defined]
        sign = "" if operator in _UNSIGNED or not isinstance(target, Traced) else operator
        return sign + valued(target, line.unit)  # type: ignore[attr-defined]

    def attained(line: object) -> str:
        return valued(line.actual, line.actual_unit or line.unit)  # type: ignore[attr-defined]  # an indicator

    def valued(value: object, unit: object = "") -> str:
        if not isinstance(value, Traced):
            return str(value)
        word = _plain(unit)
        return printer.printed(value, unit="" if word in _NO_UNIT else word, decimals=value.decimals)

    return {"aim": aim, "attained": attained, "valued": valued}


def _plain(words: object) -> str:
    """Words without marks; nothing where they are missing."""
    return words.text if isinstance(words, Words) else words if isinstance(words, str) else ""
