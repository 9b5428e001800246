"""Indicators as forms print them: ``aim(line)`` ≥95%, 5～10天 or words; ``attained(line)`` 98%.

``valued(value, unit)`` is either with its unit.
"""

from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced
from jixiao.reports.views import field, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_NO_UNIT = ("其他", "")
"""What forms write as the unit of a target in words."""
_UNSIGNED = ("定性", "range", "")
"""Operators that are not printed before a target."""


def functions(printer: Printer) -> "Callables":
    """``aim``, ``attained`` and ``valued``."""

    def aim(line: object) -> str:
        target, operator, unit = field(line, "target"), plain(field(line, "operator")), field(line, "unit")
        if operator == "range":
            return f"{valued(target, '')}～{valued(field(line, 'target_upper'), unit)}"
        sign = "" if operator in _UNSIGNED or not isinstance(target, Traced) else operator
        return sign + valued(target, unit)

    def attained(line: object) -> str:
        return valued(field(line, "actual"), field(line, "actual_unit") or field(line, "unit"))

    def valued(value: object, unit: object = "") -> str:
        if not isinstance(value, Traced):
            return str(value)
        word = plain(unit)
        return printer.printed(value, unit="" if word in _NO_UNIT else word, decimals=value.decimals)

    return {"aim": aim, "attained": attained, "valued": valued}
