"""What is not there: stated to be absent, zero, or missing.

``absent(x)`` is true for 无 and for zero, and for a line of money of which all that is stated is so;
``stated(x)`` for whatever was entered, 无 included; ``gap("…")`` shows a gap in the template's own words,
and ``optional(x)`` shows none.
"""

from typing import TYPE_CHECKING, Final

from jixiao.core.dossier.values import Absent
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Nothing, View

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

PHASES: Final = ("original_budget", "revised_budget", "outturn")


def functions(printer: Printer) -> "Callables":
    """``absent``, ``stated``, ``gap`` and ``optional``."""

    def stated(value: object) -> bool:
        return not isinstance(value, Gap)

    def gap(words: str) -> Gap:
        return Gap(printer, words)

    def optional(value: object) -> object:
        """The value, or nothing at all where nobody entered it."""
        return "" if isinstance(value, Gap) else value

    return {"absent": absent, "stated": stated, "gap": gap, "optional": optional}


def absent(value: object) -> bool:
    """Whether there is nothing of it, and somebody says so."""
    if isinstance(value, View):
        phases = [getattr(value, phase) for phase in PHASES]
        known = [phase for phase in phases if not isinstance(phase, Gap)]
        return bool(known) and all(absent(phase) for phase in known)
    if isinstance(value, Traced):
        return value.value == 0
    return isinstance(value, Nothing) and value.absent is Absent.NONE
