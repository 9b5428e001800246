"""The three publics: the whole is its items (X12); basic spending keeps within them (X25)."""

from collections.abc import Iterator

from jixiao.claims.final_accounts.rule import (
    Answer,
    Equation,
    Missing,
    NotApplicable,
    Rule,
    of_table,
    of_tables,
)
from jixiao.claims.final_accounts.rules.economic import item
from jixiao.claims.final_accounts.structure import AccountsTable, Slot
from jixiao.claims.reading.publics import cost_of

_STAGES = ("budget", "amount")
_WITHIN = (("30212", "abroad"), ("31013", "buying"), ("30231", "running"), ("30217", "reception"))
"""Economic items and the cost of the three publics that they are part of; a part, for projects pay too."""


def costs_of(table: AccountsTable) -> dict[tuple[str, str], Slot]:
    """The cells by stage (budget, amount) and cost (all, abroad, vehicles, buying, running, reception)."""
    found: dict[tuple[str, str], Slot] = {}
    for line in table.lines:
        for role, slot in line.slots.items():
            stage, _, cost = role.partition(":")
            cost = cost or ("all" if line.name in ("合计", "总计") else cost_of(line.name))
            if cost:
                found.setdefault((stage, cost), slot)
    return found


def _items(table: AccountsTable) -> Iterator[Answer]:
    slots = costs_of(table)
    known = False
    for stage in _STAGES:
        whole, vehicles = slots.get((stage, "all")), slots.get((stage, "vehicles"))
        parts = [
            (slots[stage, cost], cost)
            for cost in ("abroad", "vehicles", "reception")
            if (stage, cost) in slots
        ]
        if whole is not None and len(parts) == 3:
            known = True
            yield Equation(whole, tuple(parts))
        kinds = [(slots[stage, cost], cost) for cost in ("buying", "running") if (stage, cost) in slots]
        if vehicles is not None and len(kinds) == 2:
            known = True
            yield Equation(vehicles, tuple(kinds))
    if not known:
        yield Missing(f"没有认出《{table.name}》的各栏", f"the columns of “{table.name}” were not understood")


def _within(basic: AccountsTable, publics: AccountsTable) -> Iterator[Answer]:
    slots = costs_of(publics)
    compared = False
    for code, cost in _WITHIN:
        line, limit = item(basic, code), slots.get(("amount", cost))
        if line is None or limit is None or line.slot("amount").is_nil:
            continue
        compared = True
        if limit.token is None:
            yield Missing("“三公”经费表有空白格，不能确定是否为零", "blank cells may or may not be zero")
        else:
            yield Equation(line.slot("amount"), ((limit, "whole"),), "equal", "≤")
    if not compared:
        yield NotApplicable("基本支出中没有列“三公”经费", "basic spending has no three publics")


RULES = (
    Rule(
        "JX412",
        "accounts_publics",
        "“三公”经费合计等于各项之和",
        "The three publics are the sum of their items",
        of_table("publics", _items),
    ),
    Rule(
        "JX425",
        "accounts_publics_within",
        "基本支出所列各项不超过“三公”经费表",
        "Basic spending on the three publics keeps within their table",
        of_tables("basic", "publics", ask=_within),
    ),
)
