"""How the site shows scores and amounts: everywhere alike, so that 91.70 never stands beside 91.7."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from jixiao.core.interval import decimal

_STEP: Final = Decimal("0.01")


def rounded(score: Decimal) -> Decimal:
    """The score to two decimals, half up."""
    return score.quantize(_STEP, ROUND_HALF_UP)


def points(score: Decimal | str | None) -> str:
    """The score, a text where it was kept as one, as pages show it; blank where there is none."""
    return "" if score is None or score == "" else f"{rounded(decimal(score)):f}"


def yuan(amount: Decimal | None) -> str:
    """An amount in yuan as pages show it, in groups of three digits; blank where there is none."""
    return "" if amount is None else f"{amount:,.2f}"
