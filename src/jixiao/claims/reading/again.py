"""A figure told again: whether it is the same fact as one before, and agrees with it."""

import re
from collections.abc import Sequence

from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "restated"
OWN = 4
"""Digits of a figure that hardly differs from another one by one slip of the pen, were it not the same."""
_YEAR = re.compile(r"(?:19|20)\d\d|上年|去年|同期|年初|调整")


def held_against(first: Token, later: Token, least: int = OWN) -> Proposal | None:
    """Both figures of one fact, where nothing says that they tell of two."""
    if first.block is later.block or first.role != later.role or first.unit.name != later.unit.name:
        return None
    made = relation(KIND, "equal", later, [(first, first.role)], role=later.role)
    if first.number * first.unit.scale == later.number * later.unit.scale:
        return Proposal((made,), asserted=False)
    if (
        is_cut_and_rounded(first, later)
        or first.direction != later.direction
        or not _of_one_time((first, later))
    ):
        return None
    apart = a_slip_apart(first, later, least) and not of_two_things(first, later)
    return Proposal((made,)) if apart else None


def is_cut_and_rounded(first: Token, later: Token) -> bool:
    """Whether two percentages differ by one of their last digit: cut off here and rounded there."""
    step = later.unit.scale.scaleb(-min(first.decimals, later.decimals))
    gap = abs(first.number * first.unit.scale - later.number * later.unit.scale)
    return later.unit.kind == "percent" and gap <= step


def _of_one_time(tokens: Sequence[Token]) -> bool:
    """Whether the words before both figures name the same year and stage, or none."""
    return len({frozenset(_YEAR.findall(token.lead)) for token in tokens}) == 1
