"""Sentences about a line of money: budget, outturn, rate, and that there is none.

``{{ spent(accounts.basic) }}``: 年初预算454.99万元，全年预算561.09万元，实际支出561.09万元，执行率100%.
What is not stated is left out, except the outturn: a report without it shows a gap.
"""

from typing import TYPE_CHECKING, Any

from jixiao.reports.functions.absence import PHASES
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced, percentage
from jixiao.reports.views import View, Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(_printer: Printer) -> "Callables":
    """``spent`` and ``because`` (the unit's reason)."""

    def spent(line: Any, paid: str = "实际支出") -> str:  # noqa: ANN401  # a line of money
        original, revised, outturn = (getattr(line, phase) for phase in PHASES)
        parts = [
            f"{words}{value}"
            for words, value in (("年初预算", original), ("全年预算", revised))
            if isinstance(value, Traced)
        ]
        parts.append(f"{paid}{outturn}")
        for words, budget in (("执行率", revised), ("完成年初预算的", original)):
            if isinstance(budget, Traced) and isinstance(outturn, Traced):
                if budget.value != 0:
                    parts.append(f"{words}{percentage(outturn, budget)}")
                break
        return "，".join(parts)

    def because(line: View) -> str:
        """，主要原因是…；nothing where the unit gave no reason."""
        reason = line.reason
        if not isinstance(reason, Words):
            return ""
        own = Words(reason.text.strip().rstrip("。；，"), reason.path, reason._printer)  # noqa: SLF001  # the same words, shorter
        return f"，主要原因是{own}"

    return {"spent": spent, "because": because}
