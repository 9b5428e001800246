"""收入支出决算总表: both sides balance, and each adds up (X01 to X04)."""

from collections.abc import Iterator

from jixiao.claims.final_accounts.lanes import side_of
from jixiao.claims.final_accounts.rule import Answer, Equation, Part, Rule, no_line, of_table
from jixiao.claims.final_accounts.structure import AccountsTable


def _sides(table: AccountsTable) -> Iterator[Answer]:
    left, right = (side_of(table, lane).line("grand") for lane in (0, 1))
    if left is None or right is None:
        yield no_line(table, "总计")
        return
    yield Equation(right.slot("amount"), ((left.slot("amount"), "receipts"),), "equal")


def _receipts(table: AccountsTable) -> Iterator[Answer]:
    yield from _adds_up(table, 0, ("current", "used", "opening"))


def _spending(table: AccountsTable) -> Iterator[Answer]:
    yield from _adds_up(table, 1, ("current", "distributed", "closing"))


def _adds_up(table: AccountsTable, lane: int, names: tuple[str, ...]) -> Iterator[Answer]:
    side = side_of(table, lane)
    grand, current = side.line("grand"), side.line("current")
    if grand is None or current is None:
        yield no_line(table, "总计" if grand is None else ("本年收入合计", "本年支出合计")[lane])
        return
    parts: list[Part] = [
        (line.slot("amount"), name) for name in names if (line := side.line(name)) is not None
    ]
    yield Equation(grand.slot("amount"), tuple(parts))


def _items(table: AccountsTable) -> Iterator[Answer]:
    for lane in (0, 1):
        side = side_of(table, lane)
        current = side.line("current")
        if current is None or not side.items:
            yield no_line(table, ("本年收入合计", "本年支出合计")[lane])
            continue
        yield Equation(current.slot("amount"), tuple((line.slot("amount"), "part") for line in side.items))


RULES = (
    Rule(
        "JX401",
        "accounts_sides",
        "收入总计等于支出总计",
        "Receipts in all equal spending in all",
        of_table("total", _sides),
    ),
    Rule(
        "JX402",
        "accounts_receipts_total",
        "收入总计等于本年收入、使用结余与年初结转结余之和",
        "Receipts in all are those of the year, surplus used and what was brought forward",
        of_table("total", _receipts),
    ),
    Rule(
        "JX403",
        "accounts_spending_total",
        "支出总计等于本年支出、结余分配与年末结转结余之和",
        "Spending in all is that of the year, surplus distributed and what is carried forward",
        of_table("total", _spending),
    ),
    Rule(
        "JX404",
        "accounts_items",
        "总表本年收支合计等于各项之和",
        "Receipts and spending of the year are the sums of their items",
        of_table("total", _items),
    ),
)
