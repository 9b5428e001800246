"""What was there, what came, what went, what is left: for each budget and each code (X09, X13)."""

from collections.abc import Iterator

from jixiao.claims.final_accounts.lanes import Side, budget_of, side_of
from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import (
    Answer,
    Equation,
    NotApplicable,
    Part,
    Rule,
    absent,
    no_line,
    of_table,
)
from jixiao.claims.final_accounts.structure import AccountsTable, Slot

_BUDGETS = ("general", "funds", "capital")


def _appropriation(table: AccountsTable) -> Iterator[Answer]:
    left, right = side_of(table, 0), side_of(table, 1)
    grand, whole = left.line("grand"), right.line("grand")
    if grand is None or whole is None:
        yield no_line(table, "总计")
    else:
        total = "total" if table.has("total") else "amount"
        yield Equation(whole.slot(total), ((grand.slot("amount"), "receipts"),), "equal")
    current = left.line("current")
    if current is not None and left.items:
        yield Equation(current.slot("amount"), tuple((line.slot("amount"), "part") for line in left.items))
    if grand is not None and current is not None:
        parts: list[Part] = [(current.slot("amount"), "receipts")]
        opening = left.line("opening")
        if opening is not None:
            parts.append((opening.slot("amount"), "opening"))
        yield Equation(grand.slot("amount"), tuple(parts))
    spent = right.line("current")
    if spent is not None:
        roles = [role for role in ("total", *_BUDGETS) if table.has(role)]
        for role in roles:
            if right.items:
                yield Equation(spent.slot(role), tuple((line.slot(role), "part") for line in right.items))
        for budget in _BUDGETS:
            yield from _budget(left, right, budget)


def _budget(left: Side, right: Side, budget: str) -> Iterator[Answer]:
    """年初 + 本年收入 − 本年支出 = 年末, in the column of one budget."""
    receipts = next((line for line in left.items if budget_of(line) == budget), None)
    spent, closing = right.line("current"), right.line("closing")
    opening = left.budgets.get("opening", {}).get(budget)
    if receipts is None or spent is None or closing is None:
        return
    if opening is None and left.line("opening") is not None and not _nil(left):
        return  # something was brought forward, and the table does not say in which budget
    parts: list[Part] = [(receipts.slot("amount"), "receipts"), (spent.slot(budget), "spending", -1)]
    if opening is not None:
        parts.append((opening.slot("amount"), "opening"))
    yield Equation(closing.slot(budget), tuple(parts))


def _nil(left: Side) -> bool:
    opening = left.line("opening")
    return opening is None or opening.slot("amount").is_nil


def _funds(package: Package) -> Iterator[Answer]:
    for kind in ("funds", "capital"):
        table = package.table(kind)
        if table is None:
            yield absent(package, kind)
        elif table.is_empty:
            yield NotApplicable(f"《{table.name}》是空表", f"the table “{table.name}” is empty")
        elif not table.has("opening", "receipts", "total", "closing"):
            yield NotApplicable(f"《{table.name}》只列支出", f"the table “{table.name}” tells spending only")
        else:
            for line in table.lines:
                slots: dict[str, Slot] = line.slots
                yield Equation(
                    line.slot("closing"),
                    (
                        (slots["opening"], "opening"),
                        (slots["receipts"], "receipts"),
                        (slots["total"], "spending", -1),
                    ),
                )


RULES = (
    Rule(
        "JX409",
        "accounts_appropriation",
        "财政拨款总表收支与结转结余平衡",
        "Appropriations balance with what was brought and carried forward",
        of_table("appropriation", _appropriation),
    ),
    Rule(
        "JX413",
        "accounts_flows",
        "基金、国资表各行年初、收入、支出与年末平衡",
        "Funds and state capital balance row by row",
        _funds,
    ),
)
