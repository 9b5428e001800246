"""What is not there: stated to be absent, zero, or missing.

``none(x)`` is true for 无 and for zero; ``stated(x)`` for whatever was entered, 无 included; ``gap("…")``
shows a gap in the template's own words.
"""

from typing import TYPE_CHECKING

from jixiao.core.dossier.values import Absent
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Nothing

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``none``, ``stated`` and ``gap``."""

    def none(value: object) -> bool:
        if isinstance(value, Traced):
            return value.value == 0
        return isinstance(value, Nothing) and value.absent is Absent.NONE

    def stated(value: object) -> bool:
        return not isinstance(value, Gap)

    def gap(words: str) -> Gap:
        return Gap(printer, words)

    return {"none": none, "stated": stated, "gap": gap}
