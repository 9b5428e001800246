"""Basic spending by economic class: 301 = Σ 301xx; personnel and operating cost (X10, X11)."""

import re
from collections.abc import Iterator

from jixiao.claims.final_accounts.rule import Answer, Equation, Missing, NotApplicable, Rule, of_table
from jixiao.claims.final_accounts.rules.hierarchy import nested, tops
from jixiao.claims.final_accounts.structure import AccountsTable, Line
from jixiao.core.classification import EconomicCode

_PERSONNEL = re.compile(r"^人员(?:经费|支出)(?:合计|小计)?$")
_OPERATING = re.compile(r"^(?:日常)?公用(?:经费|支出)(?:合计|小计)?$")
_WHOLE = re.compile(r"^(?:合计|总计|基本支出合计)$")
_OF_PERSONNEL = (EconomicCode.parse("301"), EconomicCode.parse("303"))
"""All other classes are operating cost (domain: personnel = 301 + 303)."""


def lines_of(table: AccountsTable) -> tuple[Line | None, Line | None, Line | None]:
    """The lines of personnel cost, operating cost and the whole."""
    named = [line for line in table.lines if line.code is None]
    found = [
        next((line for line in named if pattern.match(line.name)), None)
        for pattern in (_PERSONNEL, _OPERATING, _WHOLE)
    ]
    return found[0], found[1], found[2]


def item(table: AccountsTable, code: str) -> Line | None:
    """The line of an economic code."""
    wanted = EconomicCode.parse(code)
    return next((line for line in table.coded() if line.code == wanted), None)


def _classes(table: AccountsTable) -> Iterator[Answer]:
    lines = table.coded()
    codes = [line.code for line in lines]
    if not lines or len(set(codes)) < len(codes):
        yield Missing(
            f"《{table.name}》没有科目编码，或编码重复",
            f"the table “{table.name}” has no codes, or some twice",
        )
        return
    for line, parts in nested(lines):
        yield Equation(line.slot("amount"), tuple((part.slot("amount"), "part") for part in parts))
    personnel, operating, _ = lines_of(table)
    highest = tops(lines)
    if any(line.code is not None and line.code.depth > 1 for line in highest):
        return  # items whose class is not listed: the classes do not make up the whole
    groups = (
        (personnel, [line for line in highest if line.code in _OF_PERSONNEL]),
        (operating, [line for line in highest if line.code not in _OF_PERSONNEL]),
    )
    for total, parts in groups:
        if total is not None and parts:
            yield Equation(total.slot("amount"), tuple((part.slot("amount"), "part") for part in parts))


def _whole(table: AccountsTable) -> Iterator[Answer]:
    personnel, operating, whole = lines_of(table)
    if personnel is None or operating is None:
        yield Missing(
            f"《{table.name}》没有人员经费、公用经费合计",
            f"“{table.name}” does not tell personnel and operating cost",
        )
    elif whole is None:
        yield NotApplicable(
            f"《{table.name}》没有合计行", f"the table “{table.name}” has no line of the whole"
        )
    else:
        yield Equation(
            whole.slot("amount"),
            ((personnel.slot("amount"), "personnel"), (operating.slot("amount"), "operating")),
        )


RULES = (
    Rule(
        "JX410",
        "accounts_economic",
        "基本支出按经济分类逐级汇总",
        "Basic spending adds up by economic class",
        of_table("basic", _classes),
    ),
    Rule(
        "JX411",
        "accounts_basic",
        "基本支出等于人员经费与公用经费之和",
        "Basic spending is personnel and operating cost",
        of_table("basic", _whole),
    ),
)
