"""Final accounts: sums over what is stated.

``added(x, y)`` sums what is stated; ``known(x, y)`` is the first that is; ``summed(rows, "basic")`` adds up
the items; ``detailed(rows, "project", whole)`` tells whether any row states its part of the whole.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jixiao.core.classification import FunctionalCode
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Gap, Traced, total
from jixiao.reports.views import Nothing, field, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``added``, ``known``, ``summed``, ``detailed`` and ``leaf_rows``."""

    def added(*values: object) -> Computed | Nothing:
        """The sum of what is stated; 无 counts for nothing."""
        numbers: list[Computed] = [value for value in values if isinstance(value, Traced)]
        if numbers:
            return numbers[0] if len(numbers) == 1 else total(numbers, printer)
        first = next((value for value in values if isinstance(value, Nothing | Gap)), None)
        return first if first is not None else Gap(printer, "金额")

    def known(*values: object) -> object:
        """The first that is stated, else the first gap."""
        return next((value for value in values if not isinstance(value, Gap)), values[0])

    def summed(rows: Iterable[object], name: str = "outturn") -> Computed | Nothing:
        """The sum over the items (the lowest level) of what they state."""
        return added(*(field(row, name) for row in leaf_rows(rows)))

    def detailed(rows: Iterable[object], name: str, whole: object) -> bool:
        """Whether any row states its part of the whole, or there is nothing to state."""
        if isinstance(whole, Nothing) or (isinstance(whole, Traced) and whole.value == 0):
            return True
        return any(isinstance(field(row, name), Traced) for row in rows)

    return {
        "added": added,
        "known": known,
        "summed": summed,
        "detailed": detailed,
        "leaf_rows": leaf_rows,
    }


def leaf_rows(rows: Iterable[object]) -> list[object]:
    """The rows with no other row below them; those without a code stand for themselves."""
    every = [(row, FunctionalCode.read(plain(field(row, "code")))) for row in rows]
    above = {code.parent for _, code in every if code is not None}
    above |= {parent.parent for parent in above if parent is not None}
    return [row for row, code in every if code is None or code not in above]
