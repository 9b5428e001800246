"""Vehicles bought in a year whose cost of buying is told as nil: 公务用车购置费0万元 … 购置公务用车3辆."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.relate import against

KIND = "bound"
_BOUGHT = re.compile(
    r"(?:购置|购买|新购|采购|更新)(?:了|的)?(?:公务)?(?:用车|公车|车辆)(?:购置)?(?:数量?)?[为共]?\s*$"
)
_ANOTHER = re.compile(r"保有|上年|去年|计划|捐赠|调拨|划拨|划入|其他资金|自有资金|非财政")
_CLAUSE = re.compile(r"[，,。；;:]")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each number of vehicles bought this year, against the cost where it is nil wherever it is told."""
    bought = [
        main
        for one in reading.statements
        if (main := one.main) is not None
        and main.unit.word == "辆"
        and main.number
        and not main.approximate
        and one.period in (None, reading.year)
        and _BOUGHT.search(one.lead)
        and not _ANOTHER.search(_CLAUSE.split(one.lead)[-1])
    ]
    costs = [
        main.number
        for one in (reading.statements if bought else ())
        if (main := one.main) is not None and main.unit.kind == "yuan" and cost_of(one.label) == "buying"
    ]
    if costs and not any(costs):
        for token in bought:
            yield Proposal((against(KIND, token, "≤", 0, role="bought"),))
