"""Lists that are none of a total's: those of the spending, held against the income told before it."""

from collections.abc import Iterator, Sequence

from jixiao.claims.reading.balances import balances_told
from jixiao.claims.reading.document import Reading
from jixiao.core.claim import Relation, decide


def without_foreign(made: Sequence[Relation], reading: Reading) -> Iterator[Relation]:
    """All but failing sums of an income or balance over parts behind the spending that name no income.

    收入A，支出B，结余C。其中：人员经费D、公用经费E: the parts are those of the spending.
    """
    told = [one.told for one in balances_told(reading) if one.told.keys() >= {"income", "spending", "left"}]
    later = {one[role].index: one["spending"].index for one in told for role in ("income", "left")}
    leads = {token.index: token.lead for token in reading.tokens} if later else {}
    for one in made:
        spending = later.get(one.stated.index)
        if spending is None or decide(one).holds:
            yield one
            continue
        parts = [operand.quantity.index for operand in one.operands]
        if min(parts) <= spending or any("收" in leads.get(part, "") for part in parts):
            yield one
