"""What each kind of report tells: facts and order of sections. How it is worded comes from the two halves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bench.grammar.kinds import accounts, budget, funds, procurement, projects, scoring

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
    "final_accounts": (SMALL, ("县", "区", "市"), accounts.report),
    "project_roll_up": (("万元",), ("县", "区", "市"), projects.report),
    "indicator_scores": (SMALL, ("县", "区", "市"), scoring.indicators),
    "ten_categories": (SMALL, ("县", "区"), scoring.ten),
    "weighted_table": (SMALL, ("县", "区", "市"), scoring.weighted),
    "procurement": (BIG, ("县", "区", "市"), procurement.report),
    "social_funds": (BIG, ("县", "市"), funds.social),
    "lottery": (BIG, ("市", "县"), funds.lottery),
    "hospital": (BIG, ("县", "市"), funds.hospital),
}
