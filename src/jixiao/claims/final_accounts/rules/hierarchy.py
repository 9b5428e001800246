"""Codes nest: 类 = Σ 款, 款 = Σ 项, 合计 = Σ 类, in every column of money (X07)."""

from collections.abc import Iterator, Sequence

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Equation, Missing, Rule
from jixiao.claims.final_accounts.structure import AccountsTable, Line
from jixiao.claims.final_accounts.titles import Kind

TABLES: tuple[Kind, ...] = (
    "receipts",
    "spending",
    "general",
    "projects",
    "funds",
    "capital",
    "capital_spending",
)


def nested(lines: Sequence[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Each line with those directly below it among the lines there are: a 类 without 款 has its 项."""
    for line in lines:
        below = [other for other in lines if _is_above(line, other)]
        direct = [
            other
            for other in below
            if not any(_is_above(line, between) and _is_above(between, other) for between in below)
        ]
        if direct:
            yield line, direct


def _is_above(line: Line, other: Line) -> bool:
    return line.code is not None and other.code is not None and line.code.is_above(other.code)


def tops(lines: Sequence[Line]) -> list[Line]:
    """The coded lines that stand below no other."""
    return [line for line in lines if not any(_is_above(other, line) for other in lines)]


def sums_of(table: AccountsTable, roles: Sequence[str]) -> Iterator[Answer]:
    """The sums that the codes of a table make, column by column."""
    lines = table.coded()
    codes = [line.code for line in lines]
    if len(set(codes)) < len(codes):
        yield Missing(
            f"《{table.name}》中同一编码出现多次", f"a code stands several times in the table “{table.name}”"
        )
        return
    pairs = list(nested(lines))
    total = table.total()
    if total is not None and lines:
        pairs.insert(0, (total, tops(lines)))
    for role in roles:
        for line, parts in pairs:
            yield Equation(line.slot(role), tuple((part.slot(role), "part") for part in parts))


def _ask(package: Package) -> Iterator[Answer]:
    present = [table for kind in TABLES if (table := package.table(kind)) is not None and not table.is_empty]
    if not present:
        yield Missing("没有找到按功能分类科目编列的决算表", "there is no table by functional codes")
    for table in present:
        roles = list(dict.fromkeys(table.roles[0]))
        if not table.coded():
            yield Missing(f"《{table.name}》没有科目编码", f"the table “{table.name}” has no codes")
        else:
            yield from sums_of(table, roles)


RULES = (Rule("JX407", "accounts_hierarchy", "类、款、项逐级汇总", "Codes add up level by level", _ask),)
