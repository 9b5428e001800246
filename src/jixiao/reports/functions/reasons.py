"""Changes with the unit's reason for them; a reason that is owed and missing is a gap.

``{{ changed(now, before, "2022年度", line) }}``: 比2022年度增加82.00万元，增长3.62%，主要原因是…. A line that
came out as planned and as before owes none: ``{{ why(line, outturn, budget, before) }}``.
"""

from typing import TYPE_CHECKING, Any

from jixiao.reports.functions import comparing, spending
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Traced
from jixiao.reports.views import Nothing

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``changed`` and ``why``."""
    change = comparing.functions(printer)["change"]
    because = spending.functions(printer)["because"]

    def changed(now: Computed | Nothing, before: Computed | Nothing, than: str, line: Any) -> str:  # noqa: ANN401  # a line of money
        """The change and its reason; what stayed the same needs none."""
        same = isinstance(now, Traced) and isinstance(before, Traced) and now.value == before.value
        return f"{change(now, before, than)}{'' if same else why(line, now, before)}"

    def why(line: Any, now: object, *others: object) -> str:  # noqa: ANN401  # a line of money
        """The reason of the unit; a gap where ``now`` differs from one of the others and none is given."""
        told: str = because(line)
        differs = isinstance(now, Traced) and any(
            isinstance(other, Traced) and other.value != now.value for other in others
        )
        return f"，主要原因是{line.reason}" if differs and not told else told

    return {"changed": changed, "why": why}
