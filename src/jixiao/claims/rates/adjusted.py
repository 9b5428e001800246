"""预算调整率: what the budget was changed by, or what it became, over the first budget.

年初预算A，年中追加B，全年预算C，预算调整率p%: B ÷ A, which is C ÷ A − 1.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_RATE = re.compile(r"(?:调整|追加|调增|调减|变动)(?:比?率|比例|幅度)")
_DEVIATION = re.compile(r"(?:差异|偏差|偏离)(?:比?率|度|比例)")
_CHANGED = re.compile(
    r"(?:追加|追减|调增|调减|调整|核增|核减|净[增减]|增加|减少)(?:了|预算|资金|金额|数|额)*(?:为|了)?\s*$"
)
_NEAR = 10


def is_adjustment(rate: Token) -> bool:
    """Whether words call a percentage the rate by which a budget was changed."""
    return _RATE.search(rate.lead) is not None


def of_adjustment(statements: Sequence[Statement], position: int, rate: Token) -> tuple[list[Relation], bool]:
    """The readings of such a rate; without a first budget in its paragraph there are none."""
    own = statements[position]
    near = [s for s in statements[max(position - _NEAR, 0) : position + 1] if s.block == own.block]
    first = [t for s in near if (t := s.roles.get("initial")) is not None]
    if len(first) != 1 or not first[0].number:
        return [], False
    initial = first[0]
    tokens = [
        t for s in near for t in s.roles.values() if t.unit.kind == initial.unit.kind and t is not initial
    ]
    changes = [t for t in tokens if not t.depth and _CHANGED.search(t.lead)]
    plans = [t for t in tokens if not t.depth and t.role == "plan"]
    made = [relation("rate", "quotient", rate, [(t, "change"), (initial, "initial")]) for t in changes]
    made += [
        relation("rate", formula, rate, [(t, "adjusted"), (initial, "initial")])
        for t in plans
        for formula in ("base_rate", "shortfall_rate")
    ]
    held = next((one for one in made if decide(one).holds), None)
    return ([held], True) if held is not None else (made[:1], len(changes) == 1)


def is_deviation(rate: Token) -> bool:
    """Whether words call a percentage that by which the outturn differs from the budget (预决算差异率)."""
    return _DEVIATION.search(rate.lead) is not None


def of_deviation(statements: Sequence[Statement], position: int, rate: Token) -> list[Relation]:
    """What is more or less than the plan over the plan, if the amounts of the paragraph make it so."""
    own = statements[position]
    near = [s for s in statements[max(position - _NEAR, 0) : position + 1] if s.block == own.block]
    done = [t for s in near if (t := s.roles.get("main")) is not None and not t.depth]
    plans = [
        t for s in near for r in ("plan", "initial") if (t := s.roles.get(r)) is not None and not t.depth
    ]
    made = (
        relation("rate", formula, rate, [(main, "outturn"), (plan, "plan")])
        for main in done[::-1]
        for plan in plans
        if plan.number and plan.unit.kind == main.unit.kind
        for formula in ("shortfall_rate", "base_rate")
    )
    return [one for one in made if decide(one).holds][:1]
