"""Financial ratios by name: the debt ratio is liabilities ÷ assets, and so on, where both are told nearby.

Formulas: government financial report analysis (财务报告分析指标), as reports of departments state them.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide

KIND = "rate"
_REACH = 16
_RATIOS = (
    (
        re.compile(r"资产负债率"),
        re.compile(r"负债(?:总额|合计|总计)?$"),
        re.compile(r"资产(?:总额|合计|总计)?$"),
    ),
    (re.compile(r"现金比率"), re.compile(r"货币资金$"), re.compile(r"(?:流动)?负债(?:总额|合计|总计)?$")),
    (re.compile(r"流动比率"), re.compile(r"流动资产(?:总额|合计)?$"), re.compile(r"流动负债(?:总额|合计)?$")),
    (re.compile(r"成新率"), re.compile(r"净值$"), re.compile(r"原值$")),
)
"""Name of the ratio, name of what is divided, name of what it is divided by."""
_PAUSE = re.compile(r"[，,。；;、]")
_FILLER = re.compile(r"[为是共约:：达\s]+$")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per named ratio whose two amounts are told in the passage before it."""
    for position, statement in enumerate(reading.statements):
        for token in statement.roles.values():
            if token.unit.kind != "percent":
                continue
            words = token.lead[-12:]
            found = next((ratio for ratio in _RATIOS if "率" in words and ratio[0].search(words)), None)
            if found is None:
                continue
            near = reading.statements[max(position - _REACH, 0) : position][::-1]
            near = [s for s in near if statement.block - s.block <= 2 and s.amount is not None]
            tops: list[Token] = [
                s.amount for s in near if s.amount is not None and found[1].search(_name(s.amount))
            ]
            bottoms: list[Token] = [
                s.amount for s in near if s.amount is not None and found[2].search(_name(s.amount))
            ]
            readings = [
                relation("rate", "quotient", token, [(a, "numerator"), (b, "denominator")])
                for a in tops[:3]
                for b in bottoms[:3]
                if a is not b and a.unit.name == b.unit.name and b.number
            ]
            if readings:
                yield Proposal((next((r for r in readings if decide(r).holds), readings[0]),))


def _name(token: Token) -> str:
    return _FILLER.sub("", _PAUSE.split(token.lead)[-1])
