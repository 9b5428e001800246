"""The completion of a whole from its parts and theirs: 支出9.30万元，完成预算93%; 支出3.10万元，完成预算84%.

Amount and rate of each part tell its budget; together they must be that of the whole. A part of which nothing
was spent may have had a budget of its own, so that such a rate can only hold.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.claim import decide

if TYPE_CHECKING:
    from jixiao.claims.reading.statements import Statement
    from jixiao.claims.reading.tokens import Token

KIND = "rate"
_OF_BUDGET = re.compile(r"(?:完成|占|为)(?P<which>年初|全年|调整后?|调整)?预算(?:数|安排)?(?:的|为|:)?\s*$")
_FAR = 20
_MOST_PARTS = 6


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each whole whose parts follow it with amounts and rates of their own."""
    told = [(one, *figures) for one in reading.statements if (figures := _figures(one)) is not None]
    for at, (whole, amount, rate) in enumerate(told):
        parts = [
            (main, share)
            for one, main, share in told[at + 1 : at + 1 + _MOST_PARTS]
            if one.index - whole.index <= _FAR and _which(share) == _which(rate)
        ]
        for count in range(2, len(parts) + 1):
            mains, rates = [main for main, _ in parts[:count]], [share for _, share in parts[:count]]
            if not decide(relation("sum", "sum", amount, [(main, "part") for main in mains])).holds:
                continue
            operands = [*((main, "part") for main in mains), *((share, "part_rate") for share in rates)]
            made = relation(KIND, "parts_done", rate, operands, role="rate")
            if decide(made).holds:
                yield Proposal((made,), asserted=False)
            break


def _figures(statement: "Statement") -> "tuple[Token, Token] | None":
    """The amount spent and its rate of the budget."""
    main, rate = statement.roles.get("main"), statement.roles.get("rate")
    if main is None or rate is None or main.unit.kind != "yuan" or rate.unit.kind != "percent":
        return None
    exact = not main.approximate and not rate.approximate and main.number > 0 and rate.number > 0
    return (main, rate) if exact and _OF_BUDGET.search(rate.lead) else None


def _which(rate: "Token") -> str:
    """Which budget a rate is of: at first, adjusted, or just the budget."""
    found = _OF_BUDGET.search(rate.lead)
    return (found["which"] or "") if found is not None else ""
