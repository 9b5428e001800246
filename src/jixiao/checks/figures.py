"""Figures in sentences: with sensible digits, in the unit as printed, and where they stand."""

import re
from decimal import Decimal

from jixiao.core.claim import Claim
from jixiao.core.formulas import FORMULAS
from jixiao.core.interval import EXACT, round_half_up
from jixiao.core.place import Place
from jixiao.core.quantity import Quantity
from jixiao.core.solution import Correction

_WORDS = {0: "元", 4: "万元", 8: "亿元"}
_LONGEST = 8
_MORE_DIGITS = 2


def computed_of(claim: Claim) -> str:
    """What the stated figure should be, in its unit: no fewer decimals than printed, no zeros beyond."""
    if claim.gap is None:
        return claim.computed
    stated = claim.relation.stated
    unit = stated.unit
    value = EXACT.divide(EXACT.add(stated.value, claim.gap), unit.scale)
    return f"{trimmed(round_half_up(value, _digits(claim)), stated.decimals)}{unit.word}"


def _digits(claim: Claim) -> int:
    """As many decimals as the operands have in this unit, but at most two more than printed."""
    stated = claim.relation.stated
    if FORMULAS[claim.relation.formula].divides or stated.unit.kind in ("percent", "point", "permille"):
        return stated.decimals + _MORE_DIGITS
    scales = [(o.quantity.decimals, o.quantity.unit.scale) for o in claim.relation.operands]
    finest = [decimals + stated.unit.scale.adjusted() - scale.adjusted() for decimals, scale in scales]
    constants = [-constant.as_tuple().exponent for constant in claim.relation.constants]  # type: ignore[operator]
    return min(max(stated.decimals, *finest, *constants, 0), stated.decimals + _MORE_DIGITS)


def trimmed(value: Decimal, decimals: int) -> str:
    """The number without zeros at its end, but with at least this many decimals."""
    whole, _, part = f"{value:f}".partition(".")
    part = part.rstrip("0").ljust(decimals, "0") if decimals > 0 else part.rstrip("0")
    return f"{whole}.{part}" if part else whole


def expression_of(claim: Claim) -> str:
    """The expression; a long sum is told by its ends and its length."""
    parts = claim.expression.split(" + ")
    if len(parts) <= _LONGEST:
        return claim.expression
    return f"{' + '.join(parts[:3])} + … + {parts[-1]}"


def corrected(correction: Correction) -> str:
    """The figure as it should read, in the manner of the printed one; a slipped unit keeps its digits."""
    quantity = correction.quantity
    number, decimals, word = correction.number, quantity.decimals, _unit_as_printed(quantity)
    if correction.error_type == "wrong_unit" and quantity.unit.kind == "yuan":
        scale = EXACT.divide(EXACT.multiply(number, quantity.unit.scale), quantity.number)
        if scale.adjusted() in _WORDS:
            number, word = quantity.number, _WORDS[scale.adjusted()]
    elif correction.error_type == "shifted_point" or quantity.is_exact:
        decimals = 0
    text = trimmed(number, decimals)
    if "," in quantity.text or "，" in quantity.text:
        whole, point, part = text.partition(".")
        text = f"{int(whole):,}{point}{part}"
    return text + word


def _unit_as_printed(quantity: Quantity) -> str:
    """The unit as it stands after the figure, in its own characters; empty where it stands elsewhere."""
    return re.sub(r"^[-−－+\d.,，．\s]+", "", quantity.text)


def where(place: Place) -> tuple[str, str]:
    """The place in a word, Chinese and English."""
    if place.line is not None:
        return f"第{place.line}行", f"line {place.line}"
    if place.cell is not None:
        sheet = place.sheet or ""
        return f"{sheet}{place.cell}", f"{sheet} {place.cell}".strip()
    if place.table is not None and place.row is not None:
        return (
            f"第{place.table + 1}张表第{place.row + 1}行",
            f"table {place.table + 1}, row {place.row + 1}",
        )
    if place.chart is not None:
        return "图表", "chart"
    return f"第{place.block + 1}段", f"paragraph {place.block + 1}"


def at_stake(claim: Claim, correction: Correction | None) -> Decimal | None:
    """The money between what is written and what should be, in yuan; None where no amount is wrong."""
    if correction is not None and correction.quantity.unit.kind == "yuan":
        change = EXACT.subtract(correction.number, correction.quantity.number)
        return abs(EXACT.multiply(change, correction.quantity.unit.scale))
    if claim.gap is not None and claim.relation.stated.unit.kind == "yuan":
        return abs(claim.gap)
    return None


def last_place(quantity: Quantity) -> Decimal:
    """One unit of the last decimal that figures of its list are written with, in base units."""
    return quantity.unit.step(quantity.prevailing)
