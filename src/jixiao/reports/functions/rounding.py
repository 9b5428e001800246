"""Whether printed parts add up to their printed total."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``uneven``."""

    def uneven(whole: object, parts: Iterable[object]) -> bool:
        """Whether rounding alone keeps the printed parts from making the printed total: a note says so."""
        numbers = [printer.rounded(part) for part in parts if isinstance(part, Traced)]
        if not isinstance(whole, Traced) or not numbers:
            return False
        total = printer.rounded(whole)
        exponent = total.as_tuple().exponent
        half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
        return 0 < abs(sum(numbers) - total) <= half * (len(numbers) + 1)

    return {"uneven": uneven}
