"""Growth of next year's budget over what this year came to under its name: 支出安排A，比上年执行数增长p%.

What came to be is told pages before; where several figures have the name, one of them may be meant, so that
only what is told once is sure.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.core.claim import decide

KIND = "growth"
_BUDGET = re.compile(r"预期|安排|预计|拟|草案|计划")
_PLANNED = re.compile(r"(?:预期|安排|预计|拟安排|计划)(?:数|为)?$")
_OVER_OUTTURN = re.compile(r"(?:[比较](?:上年|20\d\d年))(?:预计)?(?:执行|完成|决算)数?")
_OTHER = re.compile(r"预算数|同口径|可比|剔除|扣除|年均")
_MOST = 4
"""Outturns of one name before a budget that it may be compared with."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per rate of a budget whose year before is told under its name."""
    named: dict[str, list[Statement]] | None = None
    year: int | None = None
    for statement in reading.statements:
        year = statement.period if statement.period is not None else year
        rate, amount = statement.roles.get("growth"), statement.amount
        if rate is None or amount is None or rate.unit.kind != "percent" or amount.end > rate.start:
            continue
        if year is None or reading.year is None or statement.roles.keys() & {"base", "change"}:
            continue
        if not _BUDGET.search(amount.lead) or _OTHER.search(rate.lead):
            continue
        if named is None:
            named = _outturns(reading)
        yield from _over_last_year(statement, year, named)


def _outturns(reading: Reading) -> dict[str, list[Statement]]:
    """What came to be, by its name."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in reading.statements:
        told = statement.main is not None and statement.main.unit.kind == "yuan" and statement.key
        if told and not _BUDGET.search(statement.lead) and statement.main is not None:
            found[statement.key].append(statement)
    return found


def _over_last_year(own: Statement, year: int, named: dict[str, list[Statement]]) -> Iterator[Proposal]:
    rate, amount = own.roles["growth"], own.amount
    told = [s for s in named.get(key_of(_PLANNED.sub("", own.label)), ()) if s.index < own.index][-_MOST:]
    told = [s for s in told if s.period in (None, year - 1) and s.block < own.block]
    bases = {s.main.value: s.main for s in told if s.main is not None and amount is not None}
    if amount is None:
        return
    formula = "shortfall_rate" if rate.direction < 0 and rate.number >= 0 else "base_rate"
    made = [
        relation("growth", formula, rate, [(amount, "outturn"), (base, "prior")])
        for base in bases.values()
        if base.unit.kind == amount.unit.kind
    ]
    held = next((one for one in made if decide(one).holds), None)
    if held is not None:
        yield Proposal((held,), asserted=False)
    elif len(made) == 1 and _OVER_OUTTURN.search(rate.lead):
        yield Proposal((made[0],))
