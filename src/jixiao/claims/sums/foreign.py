"""Lists that are none of a total's: the spending beside the income, other things, a plan and its price."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.balances import balances_told
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.reductions import reductions
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_BUDGETS = ("plan", "initial")


def without_foreign(made: Sequence[Relation], reading: Reading) -> Iterator[Relation]:
    """All but failing sums of an income or balance over parts behind the spending that tell no income.

    收入A，支出B，结余C。其中：人员经费D、公用经费E: the parts are those of the spending. Nor those that
    add up what was planned and what was paid of one thing (预算、成交额分别为A和B), or that make the other
    of two budgets (年初预算A和调整预算B).
    """
    told = [one.told for one in balances_told(reading) if one.told.keys() >= {"income", "spending", "left"}]
    later = {one[role].index: one["spending"].index for one in told for role in ("income", "left")}
    leads = {token.index: token.lead for token in reading.tokens} if later else {}
    pairs = [
        {one.told["before"].index, one.told["after"].index}
        for told_of in reductions(reading)
        for one in told_of
        if one.told.keys() >= {"before", "after"}
    ]
    budgets = {token.index: token for token in reading.tokens if token.role in _BUDGETS}
    for one in made:
        if pairs and not decide(one).holds:
            parts_of = {operand.quantity.index for operand in one.operands}
            if any(pair <= parts_of for pair in pairs):
                continue
        if one.stated.index in budgets and not decide(one).holds and _makes_other(one, budgets):
            continue
        spending = later.get(one.stated.index)
        if spending is None or decide(one).holds:
            yield one
            continue
        parts = [operand.quantity.index for operand in one.operands]
        if min(parts) <= spending or any("收" in leads.get(part, "") for part in parts):
            yield one


def _makes_other(made: Relation, budgets: dict[int, Token]) -> bool:
    """Whether the parts of a budget make, to the digit, the one told right before or behind it."""
    value = sum((operand.quantity.value * operand.factor for operand in made.operands), Decimal(0))
    beside = (budgets.get(made.stated.index + step) for step in (-1, 1))
    return any(
        other is not None
        and other.unit.kind == made.stated.unit.kind
        and other.number * other.unit.scale == value
        for other in beside
    )


def without_other_totals(
    made: Sequence[Relation], amounts: Sequence[Relation], statements: Sequence[Statement]
) -> Iterator[Relation]:
    """All but failing sums of a further measure over things whose amounts make another thing's amount.

    预算A。税收B：甲b（预算a），乙c（预算d）, where b and c make B: what was planned of them is no part of A.
    """
    if all(decide(one).holds for one in made):
        yield from made
        return
    things = {token.index: told.index for told in statements for token in told.roles.values()}
    wholes: dict[frozenset[int | None], int | None] = {}
    for one in amounts:
        if decide(one).holds:
            parts = frozenset(things.get(operand.quantity.index) for operand in one.operands)
            wholes[parts] = things.get(one.stated.index)
    for one in made:
        parts = frozenset(things.get(operand.quantity.index) for operand in one.operands)
        own = things.get(one.stated.index)
        if wholes.get(parts, own) == own or decide(one).holds:
            yield one
