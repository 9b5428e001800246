"""Rows of tables by codes: each total is the sum of its kinds (X05, X06, X08)."""

from collections.abc import Iterator

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Equation, Missing, Rule, absent, of_table
from jixiao.claims.final_accounts.structure import AccountsTable, Line

_SOURCES = ("fiscal", "superior", "business", "operating", "attached", "other")
_KINDS = ("basic", "project", "superior", "operating", "attached")
_BUDGETS = ("general", "funds", "capital")


def _across(table: AccountsTable, roles: tuple[str, ...], lines: list[Line]) -> Iterator[Answer]:
    if not table.has("total"):
        yield Missing(f"《{table.name}》没有合计栏", f"the table “{table.name}” has no column of totals")
        return
    present = [role for role in roles if table.has(role)]
    for line in lines:
        if present:
            yield Equation(line.slot("total"), tuple((line.slot(role), role) for role in present))


def _sources(table: AccountsTable) -> Iterator[Answer]:
    yield from _across(table, _SOURCES, list(table.lines))


def _kinds(package: Package) -> Iterator[Answer]:
    for kind in ("spending", "general"):
        table = package.table(kind)
        if table is None:
            yield absent(package, kind)
        else:
            yield from _across(table, _KINDS, list(table.lines))


def _budgets(table: AccountsTable) -> Iterator[Answer]:
    yield from _across(table, _BUDGETS, list(table.lane(1)))


RULES = (
    Rule(
        "JX405",
        "accounts_sources",
        "收入决算表各行合计等于各来源之和",
        "Each row of receipts is the sum of its sources",
        of_table("receipts", _sources),
    ),
    Rule(
        "JX406",
        "accounts_kinds",
        "支出表各行合计等于基本支出、项目支出等之和",
        "Each row of spending is the sum of its kinds",
        _kinds,
    ),
    Rule(
        "JX408",
        "accounts_budgets",
        "财政拨款总表各行合计等于三本预算之和",
        "Each row of appropriations is the sum of the three budgets",
        of_table("appropriation", _budgets),
    ),
)
