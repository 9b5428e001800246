"""Amounts that cannot be negative: what came in, what was spent (X14). Shares above 100 % are JX110's."""

import re
from collections.abc import Iterator

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Compared, Missing, Rule
from jixiao.claims.final_accounts.structure import Line, Slot
from jixiao.core.observation import Observation

KIND = "accounts_negative"
_BALANCES = re.compile(r"结转|结余|总计")
"""Lines of balances, and of totals that hold them: a deficit is carried with its sign."""
_BALANCE_ROLES = {"opening", "closing"}


def _ask(package: Package) -> Iterator[Answer]:
    if not package.tables:
        yield Missing("没有找到决算表", "there are no tables of final accounts")
    for table in package.tables.values():
        for line in table.lines:
            if _BALANCES.search(line.name):
                continue
            for role, slot in line.slots.items():
                if slot.token is None or role in _BALANCE_ROLES:
                    continue
                if slot.token.number < 0:
                    yield _below(line, slot)
                else:
                    yield Compared()


def _below(line: Line, slot: Slot) -> Observation:
    text = slot.cell.text if slot.cell is not None else ""
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=text.strip(),
        place=line.block.place(0, len(text), slot.cell),
        stated=text.strip(),
        computed=line.name,
        fault=KIND,
    )


RULES = (Rule("JX414", KIND, "收入、支出不为负数", "Receipts and spending are not negative", _ask),)
