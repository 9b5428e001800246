"""What the tables tell, by the words that the narrative and charts use for it: section, then name.

A name is reduced as the checker reduces all names (``items.key_of``); one that two lines share is left out,
for nothing tells which of them is meant.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from jixiao.claims.final_accounts.lanes import side_of
from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rules.economic import lines_of
from jixiao.claims.final_accounts.rules.publics import costs_of
from jixiao.claims.final_accounts.structure import AccountsTable, Line, Slot
from jixiao.claims.final_accounts.titles import Kind
from jixiao.claims.reading.items import key_of

_MARK = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|其中[:：])")
_SOURCES = {
    "上级补助收入": "superior",
    "事业收入": "business",
    "经营收入": "operating",
    "附属单位上缴收入": "attached",
    "其他收入": "other",
    "财政拨款收入": "fiscal",
}
_KINDS = {
    "基本支出": "basic",
    "项目支出": "project",
    "上缴上级支出": "superior",
    "经营支出": "operating",
    "对附属单位补助支出": "attached",
}


@dataclass(slots=True)
class Facts:
    """The figures of one section by name; ``whole`` is what the section is about."""

    table: AccountsTable
    whole: Slot | None = None
    named: dict[str, Slot] = field(default_factory=dict)
    items: dict[tuple[str, str], Slot] = field(default_factory=dict)
    """The 项 of a table by the names of 款 and 项."""


def name_key(name: str) -> str:
    """A name reduced for comparison, its number left out; 支出 and 收入 stay told apart."""
    plain = _MARK.sub("", name)
    kind = "收" if plain.endswith("收入") else ""
    return key_of(plain).removesuffix("收") + kind


def facts_of(package: Package) -> dict[Kind, Facts]:
    """The facts of each section whose table there is."""
    found: dict[Kind, Facts] = {}
    for kind, make in (
        ("total", _grand),
        ("appropriation", _grand),
        ("receipts", _receipts),
        ("spending", _spending),
        ("general", _general),
        ("basic", _basic),
        ("publics", _publics),
        ("funds", _flow),
        ("capital", _flow),
    ):
        table = next((table for key, table in package.tables.items() if key == kind), None)
        if table is not None:
            found[table.kind] = make(table)
    receipts, total = found.get("receipts"), package.table("total")
    if receipts is not None and total is not None:
        for line in side_of(total, 0).items:
            receipts.named.setdefault(name_key(line.name), line.slot("amount"))
    return found


def _grand(table: AccountsTable) -> Facts:
    line = side_of(table, 1).line("grand")
    role = "total" if table.has("total") else "amount"
    return Facts(table, line.slot(role) if line is not None else None)


def _receipts(table: AccountsTable) -> Facts:
    return _row(table, _SOURCES)


def _spending(table: AccountsTable) -> Facts:
    return _row(table, _KINDS)


def _row(table: AccountsTable, names: dict[str, str]) -> Facts:
    line = table.total()
    if line is None:
        return Facts(table)
    named = {name_key(name): line.slot(role) for name, role in names.items() if table.has(role)}
    return Facts(table, line.slot("total"), named)


def _general(table: AccountsTable) -> Facts:
    line = table.total()
    facts = Facts(table, line.slot("total") if line is not None else None)
    lines = table.coded()
    by_code = {each.code: each for each in lines}
    _name(facts, [each for each in lines if each.code is not None and each.code.depth == 1], "total")
    for each in lines:
        above = by_code.get(each.code.parent) if each.code is not None and each.code.depth == 3 else None
        if above is not None:
            facts.items[name_key(above.name), name_key(each.name)] = each.slot("total")
    return facts


def _basic(table: AccountsTable) -> Facts:
    personnel, operating, whole = lines_of(table)
    facts = Facts(table, whole.slot("amount") if whole is not None else None)
    _name(facts, table.coded(), "amount")
    for line, name in ((personnel, "人员经费"), (operating, "公用经费")):
        if line is not None:
            facts.named[name_key(name)] = line.slot("amount")
    return facts


def _publics(table: AccountsTable) -> Facts:
    costs = costs_of(table)
    return Facts(
        table,
        costs.get(("amount", "all")),
        {cost: slot for (stage, cost), slot in costs.items() if stage == "amount"},
    )


def _flow(table: AccountsTable) -> Facts:
    line = table.total()
    return Facts(table, line.slot("total") if line is not None else None)


def _name(facts: Facts, lines: list[Line], role: str) -> None:
    times = Counter(name_key(line.name) for line in lines)
    for line in lines:
        if times[name_key(line.name)] == 1:
            facts.named[name_key(line.name)] = line.slot(role)
