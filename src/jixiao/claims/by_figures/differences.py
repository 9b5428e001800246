"""Amounts that two others make: which two of a pool leave or add up to one."""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.by_figures.chance import is_no_accident, last_place, tellings
from jixiao.claims.by_figures.pool import Pool
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_FEWEST = 100
"""``tellings`` of an amount: of shorter ones many are left or made by accident."""


def differences_of(token: Token, pool: Pool) -> Iterator[Relation]:
    """Every reading of the amount as what two of the pool leave or add up to, if it is no accident."""
    if tellings(token) < _FEWEST or token.value <= 0:
        return
    tried = 2 * len(pool) * (len(pool) - 1)
    if not is_no_accident(tried, min(pool.finest, last_place(token)) / token.value):
        return
    slack = token.unit.step(token.decimals) + pool.coarsest
    for one in pool:
        for sign in (1, -1):
            # one − other = stated, or stated − one = other
            wanted = one.value - token.value if sign < 0 else token.value - one.value
            if wanted <= 0:
                continue
            for other in pool.near(wanted, slack):
                if other is one or token in (one, other):
                    continue
                made = _made(token, one, other, sign)
                decision = decide(made)
                if decision.holds and not decision.note and is_no_accident(tried, _width(token, one, other)):
                    yield made


def _made(token: Token, one: Token, other: Token, sign: int) -> Relation:
    if sign > 0:
        return relation("sum", "sum", token, [(one, "part"), (other, "part")], "inferred", "total")
    return relation("difference", "difference", token, [(one, "whole"), (other, "part")], "inferred")


def _width(*figures: Token) -> Decimal:
    """How likely three figures of so many digits agree: their last place in the first of them."""
    finest = min(last_place(figure) for figure in figures)
    steps = [figure.unit.step(figure.decimals) for figure in figures if figure.unit.kind != "count"]
    rough = sum(steps) if len(set(steps)) > 1 else Decimal(0)
    return max(finest, rough) / figures[0].value
