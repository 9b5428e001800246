"""Parts that sections of their own tell, against a total told anywhere: 基本支出 here, 项目支出 there.

Self-evaluations tell basic and project expenditure each with its first budget, its budget and outturn; the
section on execution then tells the totals of all three. Such sums may only hold: other parts may be untold.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.complements import EXPENDITURE
from jixiao.core.claim import decide
from jixiao.core.digits import printed_digits

_MEASURES = ("initial", "plan", "main")
_LEAST_DIGITS = 4
_MOST = 6


def of_sections(reading: Reading) -> Iterator[Proposal]:
    """Sums of two such parts that make an amount of the same measure."""
    for measure in _MEASURES:
        told = [s for s in reading.statements if _is_amount(s.roles.get(measure))]
        totals: dict[int, list[Token]] = defaultdict(list)
        for statement in told:
            token = statement.roles[measure]
            if printed_digits(token.number) >= _LEAST_DIGITS:
                totals[int(token.build().value)].append(token)
        for family in EXPENDITURE:
            named = [[s for s in told if name in key_of(s.label)][:_MOST] for name in family]
            for parts in product(*named):
                if len({part.block for part in parts}) == len(parts):
                    yield from _made([part.roles[measure] for part in parts], totals)


def _made(parts: list[Token], totals: dict[int, list[Token]]) -> Iterator[Proposal]:
    """The first amount that the parts make, to the digit that rounding leaves open."""
    whole = int(sum(part.build().value for part in parts))
    unit = int(parts[0].unit.scale.scaleb(-parts[0].decimals)) or 1
    for value in (whole, whole - unit, whole + unit):
        for total in totals.get(value, ()):
            if any(total is part for part in parts) or any(part.number == 0 for part in parts):
                continue
            made = relation("sum", "sum", total, [(part, "part") for part in parts], role="total")
            if decide(made).holds:
                yield Proposal((made,), asserted=False)
                return


def _is_amount(token: Token | None) -> bool:
    return token is not None and token.unit.kind == "yuan" and not token.approximate
