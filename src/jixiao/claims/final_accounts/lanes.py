"""The lines of the two tables that set receipts beside spending, by what they are."""

import re
from dataclasses import dataclass, field

from jixiao.claims.final_accounts.structure import AccountsTable, Line

_ITEM = re.compile(r"^[一二三四五六七八九十]+、")
_OF_WHICH = re.compile(r"^(?:其中|#|\([一二三四五六七八九十]+\)|\d+[.、])")
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("current", re.compile(r"^本年(?:收入|支出)合计$")),
    ("used", re.compile(r"^使用.*结余|^用事业基金弥补")),
    ("distributed", re.compile(r"^结余分配")),
    ("opening", re.compile(r"^年初.*结转和?结余")),
    ("closing", re.compile(r"^年末.*结转和?结余")),
    ("grand", re.compile(r"^(?:收入|支出)?总计$")),
)
_BUDGETS = (("general", "一般公共预算"), ("funds", "政府性基金"), ("capital", "国有资本经营"))


@dataclass(slots=True)
class Side:
    """One lane: the items above the total of the year, the other lines by what they are.

    ``opening`` and ``closing`` have their parts by budget where the table tells them.
    """

    items: list[Line] = field(default_factory=list)
    lines: dict[str, Line] = field(default_factory=dict)
    budgets: dict[str, dict[str, Line]] = field(default_factory=dict)

    def line(self, name: str) -> Line | None:
        """The line of a name."""
        return self.lines.get(name)


def side_of(table: AccountsTable, lane: int) -> Side:
    """A lane of 收入支出决算总表 or 财政拨款收入支出决算总表: 0 receipts, 1 spending."""
    side = Side()
    last = ""
    for line in table.lane(lane):
        named = next((name for name, pattern in _LINES if pattern.search(line.name)), "")
        if named:
            side.lines.setdefault(named, line)
            last = named
        elif not last and line.name and not _OF_WHICH.match(line.name):
            side.items.append(line)
        elif last in ("opening", "closing"):
            budget = next((key for key, word in _BUDGETS if word in line.name), "")
            if budget:
                side.budgets.setdefault(last, {}).setdefault(budget, line)
    if any(_ITEM.match(line.name) for line in side.items):  # lines without a number are parts of those above
        side.items = [line for line in side.items if _ITEM.match(line.name)]
    return side


def budget_of(line: Line) -> str:
    """Which of the three budgets a line of receipts is of; "" for none."""
    return next((key for key, word in _BUDGETS if word in line.name), "")
