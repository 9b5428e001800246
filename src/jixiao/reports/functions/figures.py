"""Numbers: how they are printed, and arithmetic with a name.

``{{ x | money }}`` 866.74万元; ``| amount`` 866.74, where the heading names the unit; ``| percent`` 97.27%;
``| number(1)``; ``rate(outturn, budget)``, ``share(part, whole)``, ``growth(now, before)``,
``total(rows, "outturn")``, ``counted(rows)``.
"""

from collections.abc import Iterable, Sized
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.core.ledger import Constant
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Gap, Traced, Unfit, percentage
from jixiao.reports.traced import total as summed
from jixiao.reports.views import Nothing

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def filters(printer: Printer) -> "Callables":
    """How numbers are printed."""

    def printed(value: object, **how: Any) -> str:  # noqa: ANN401  # passed on
        if not isinstance(value, Traced):
            return str(_only(value))
        return printer.printed(value, **how)

    def money(value: object, unit: str | None = None, decimals: int = 2) -> str:
        return printed(value, unit=unit, decimals=decimals)

    def amount(value: object, unit: str | None = None, decimals: int = 2, *, grouped: bool = False) -> str:
        return printed(value, unit=unit, decimals=decimals, bare=True, grouped=grouped)

    def percent(value: object, decimals: int = 2, *, bare: bool = False) -> str:
        return printed(value, decimals=decimals, bare=bare)

    def number(value: object, decimals: int | None = None, unit: object = None) -> str:
        """``unit`` is the word behind; one that the dossier does not give is none."""
        word = "" if isinstance(unit, Gap | Nothing) else getattr(unit, "text", unit)
        return printed(value, decimals=decimals, unit=word)

    return {"money": money, "amount": amount, "percent": percent, "number": number}


def functions(printer: Printer) -> "Callables":
    """Arithmetic with a name."""

    def total(rows: Iterable[object], field: str | None = None) -> Computed:
        values = [getattr(row, field) for row in rows] if field else list(rows)
        parts = [value for value in values if isinstance(value, Traced | Gap)]
        if any(not isinstance(value, Traced | Gap | Nothing) for value in values):
            raise Unfit(f"“{field}”不都是数，不能合计")
        return summed(parts, printer)

    def growth(now: Computed, before: Computed) -> Computed:
        return percentage(now - before, before)

    def counted(rows: Sized) -> Traced:
        """How many there are, of a list that the template made."""
        number = len(rows)
        return Traced(Fraction(number), "count", Constant(Decimal(number)), printer)

    return {"rate": _percentage, "share": _percentage, "growth": growth, "total": total, "counted": counted}


def _percentage(part: object, whole: object) -> Computed | Nothing:
    for one in (part, whole):
        if isinstance(one, Nothing):
            return one
        if not isinstance(one, Traced | Gap):
            raise Unfit(f"“{one}”不是数，不能计算比率")
    return percentage(part, whole)  # type: ignore[arg-type]  # both were looked at


def _only(value: object) -> object:
    if isinstance(value, Gap | Nothing):
        return value
    raise Unfit(f"“{value}”不是数，不能按数打印")
