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
from jixiao.reports.views import Nothing, plain
from jixiao.reports.views import field as stated

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
        return printed(value, decimals=decimals, unit=None if unit is None else plain(unit))

    return {"money": money, "amount": amount, "percent": percent, "number": number}


def functions(printer: Printer) -> "Callables":
    """Arithmetic with a name."""

    def total(rows: Iterable[object], field: str | None = None) -> Computed:
        values = [stated(row, field) for row in rows] if field else list(rows)
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
    over, under = _divisible(part), _divisible(whole)
    if isinstance(over, Nothing) or isinstance(under, Nothing):
        return over if isinstance(over, Nothing) else under
    return percentage(over, under)


def _divisible(value: object) -> Computed | Nothing:
    if not isinstance(value, Traced | Gap | Nothing):
        raise Unfit(f"“{value}”不是数，不能计算比率")
    return value


def _only(value: object) -> object:
    if isinstance(value, Gap | Nothing):
        return value
    raise Unfit(f"“{value}”不是数，不能按数打印")
