"""Final accounts: the items of the three budgets.

``general_rows(accounts)`` are the items of the general budget, ``general_total(accounts)`` what it spent in
all, ``budget_rows(accounts)`` the items of all three budgets.
"""

from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.accounts.rows import BudgetRow
from jixiao.reports.functions import accounts_sums
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import field, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_GENERAL: Final = "一般公共预算财政拨款收入"


def functions(printer: Printer) -> "Callables":
    """``general_rows``, ``general_total``, ``budget_rows`` and ``only_general``."""
    summed = accounts_sums.functions(printer)["summed"]

    def general_rows(accounts: Any) -> list[object]:  # noqa: ANN401  # the accounts of the dossier
        """The items of the general budget: its own lines, or all where it is the only source."""
        own = list(accounts.general_lines)
        return own or (list(accounts.functions) if only_general(accounts) else [])

    def general_total(accounts: Any, name: str = "outturn") -> object:  # noqa: ANN401
        """What the general budget spent in all, or on ``basic`` or ``project``: stated, else summed."""
        own = accounts.general_budget.outturn
        if name == "outturn" and not isinstance(own, Gap):
            return own
        if not list(accounts.general_lines) and only_general(accounts):
            whole = getattr(accounts, "expenditure" if name == "outturn" else name)
            return field(whole, "outturn")
        return summed(general_rows(accounts), name)

    def budget_rows(accounts: Any) -> list[BudgetRow]:  # noqa: ANN401
        """The items of all three budgets, each code once."""
        three = (general_rows(accounts), list(accounts.fund_lines), list(accounts.capital_lines))
        found: dict[object, list[object]] = {}
        for place, rows in enumerate(three):
            for row in rows:
                key = plain(field(row, "code")) or plain(field(row, "name"))
                nothing = Gap(printer, "金额")
                found.setdefault(key, [row, nothing, nothing, nothing])[place + 1] = row
        return [
            BudgetRow(field(first, "code"), field(first, "name"), *lines) for first, *lines in found.values()
        ]

    return {
        "general_rows": general_rows,
        "general_total": general_total,
        "budget_rows": budget_rows,
        "only_general": only_general,
    }


def only_general(accounts: Any) -> bool:  # noqa: ANN401  # the accounts of the dossier
    """Whether the general budget is the only source of the year: others are zero or not mentioned."""
    named = {plain(source.name): source.outturn for source in accounts.sources}
    others = [value for name, value in named.items() if name != _GENERAL]
    carried = [accounts.opening_balance, accounts.non_fiscal_surplus_used]
    return _GENERAL in named and not any(
        isinstance(value, Traced) and value.value != 0 for value in (*others, *carried)
    )
