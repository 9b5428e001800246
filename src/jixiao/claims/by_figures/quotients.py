"""Rates of two amounts: which two of a pool make a percentage, by what formula."""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.by_figures.chance import is_no_accident, tellings
from jixiao.claims.by_figures.pool import Pool
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_FEWEST = 100
"""Of rates with fewer digits many agree by accident."""
_FORMULAS = {"growth": ("base_rate", "quotient")}
_KINDS = {"growth": "growth", "share": "share"}
_ROLES = {"base_rate": ("main", "base"), "shortfall_rate": ("outturn", "plan")}


def quotients_of(rate: Token, pool: Pool, *, falls: bool) -> Iterator[Relation]:
    """Every reading of the rate as that of two amounts of the pool, if it is no accident."""
    if tellings(rate) < _FEWEST or not rate.number:
        return
    formulas = _FORMULAS.get(rate.role, ("quotient",))
    if falls:
        formulas = (*formulas, "shortfall_rate")
    tried = len(formulas) * len(pool) * (len(pool) - 1)
    if not is_no_accident(tried, 1 / tellings(rate)):
        return
    for formula in formulas:
        for made, width in _found(rate, pool, formula):
            if is_no_accident(tried, width):
                yield made


def _found(rate: Token, pool: Pool, formula: str) -> Iterator[tuple[Relation, Decimal]]:
    factor = {"base_rate": 1 + rate.value, "shortfall_rate": 1 - rate.value}.get(formula, rate.value)
    own = rate.unit.step(rate.decimals)
    top_role, bottom_role = _ROLES.get(formula, ("part", "whole"))
    if factor <= 0:
        return
    for bottom in pool:
        whole = bottom.value
        if whole <= 0:
            continue
        slack = own * whole + bottom.unit.step(bottom.decimals) * factor
        for top in pool.near(whole * factor, slack + own * whole):
            if top is bottom or top.unit.kind != bottom.unit.kind:
                continue
            made = relation(
                _KINDS.get(rate.role, "rate"),
                formula,
                rate,
                [(top, top_role), (bottom, bottom_role)],
                "inferred",
            )
            decision = decide(made)
            if decision.holds and decision.note in ("", "truncated"):
                yield made, 1 / tellings(rate) + _blur(top) + _blur(bottom)


def _blur(token: Token) -> Decimal:
    """How far off its true value a figure may be, of itself."""
    step = Decimal(0) if token.unit.kind == "count" else token.unit.step(token.decimals)
    return step / abs(token.value)
