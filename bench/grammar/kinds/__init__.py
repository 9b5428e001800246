"""What each kind of report tells: facts and order of sections. How it is worded comes from the two halves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bench.grammar.kinds import budget

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.grammar.builder import Builder

BIG = ("万元", "万元", "亿元")
SMALL = ("万元", "万元", "万元", "元")

# name: units it may write in, tiers of government, the writer
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...], Callable[[Builder], None]]] = {
    "budget_execution": (BIG, ("县", "区", "市"), partial(budget.report, monthly=False)),
    "monthly_bulletin": (BIG, ("县", "区", "市"), partial(budget.report, monthly=True)),
    "town_execution": (SMALL, ("镇",), partial(budget.report, monthly=False)),
}
