"""Slips of the pen: which single damage to one figure explains that a relation fails."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.digits import printed_digits
from jixiao.core.quantity import Quantity

_DIGITS = "0123456789"
_POINT_POWERS = (-3, -2, -1, 1, 2, 3)
_UNIT_POWERS = (4, -4, 8, -8)
"""元, 万元 and 亿元 are four powers of ten apart."""
_UNIT_SIZES = (0, 4, 8)
"""The three as powers of ten: no slip of a unit ends anywhere else."""
_FEN = 2
"""Decimals of an amount in yuan at most."""


@dataclass(frozen=True, slots=True)
class Slip:
    """The figure, what it should read, and the kind of damage."""

    quantity: Quantity
    number: Decimal
    error_type: str


def edits(quantity: Quantity) -> Iterator[tuple[Decimal, str]]:
    """Every number that one slip away printed as this quantity, most likely damage first."""
    text = f"{abs(quantity.number):f}"
    sign = -1 if quantity.number < 0 else 1
    seen = {Decimal(text)}
    for make, error_type in _DAMAGES:
        for candidate in make(text):
            if _well_formed(candidate) and (number := Decimal(candidate)) not in seen:
                seen.add(number)
                yield sign * number, error_type
    for power in _POINT_POWERS:
        yield quantity.number.scaleb(power), "shifted_point"
    for power in _UNIT_POWERS:
        if _of_other_unit(quantity, power):
            yield quantity.number.scaleb(power), "wrong_unit"


def one_slip_apart(quantity: Quantity, number: Decimal) -> bool:
    """Whether ``number`` is among the ``edits`` of the quantity, without making them all."""
    size, own = number.adjusted(), quantity.number.adjusted()
    # A digit more or less makes a figure one place longer or shorter at most, unless it is below one.
    of_a_size = not number or min(size, own) < 0 or abs(size - own) <= 1
    if of_a_size and ((number < 0) == (quantity.number < 0) or not number):
        text = f"{abs(quantity.number):f}"
        decimals = len(text.partition(".")[2])
        for places in range(max(decimals - 1, 0), decimals + 2):
            other = f"{abs(number):.{places}f}"
            if Decimal(other) == abs(number) and _one_edit(text, other):
                return True
    if not quantity.number:
        return not number
    power = size - own
    slipped = power in _POINT_POWERS or (power in _UNIT_POWERS and _of_other_unit(quantity, power))
    return slipped and quantity.number.scaleb(power) == number


def _of_other_unit(quantity: Quantity, power: int) -> bool:
    """Whether the printed digits can stand before a unit that is so many powers of ten away.

    There must be such a unit, and their last digit must be a fen at least: 1.53万元 may be 1.53元, and
    15.3284万元 no amount in yuan.
    """
    if quantity.unit.kind != "yuan":
        return False
    size = quantity.unit.scale.adjusted() + power
    return size in _UNIT_SIZES and quantity.decimals <= size + _FEN


def _one_edit(text: str, other: str) -> bool:
    """Whether one digit is changed, removed or inserted, or two neighbours are exchanged."""
    if len(text) != len(other):
        short, long = sorted((text, other), key=len)
        return len(long) == len(short) + 1 and short in {*_one_removed(long)}
    different = [pair for pair in zip(text, other, strict=True) if pair[0] != pair[1]]
    if len(different) == 1:
        return "." not in different[0]
    return len(different) <= 2 and other in {*_exchanged(text)}


def _well_formed(text: str) -> bool:
    if not text or text.startswith(".") or text.endswith("."):
        return False
    return not (len(text) > 1 and text[0] == "0" and text[1] != ".")


def _exchanged(text: str) -> Iterator[str]:
    """Two neighbouring digits exchanged, also across the point."""
    for at in range(len(text) - 1):
        left, right = text[at], text[at + 1]
        if "." not in (left, right):
            yield text[:at] + right + left + text[at + 2 :]
        elif right == "." and at + 2 < len(text):
            yield text[:at] + text[at + 2] + "." + left + text[at + 3 :]


def _one_changed(text: str) -> Iterator[str]:
    for at, digit in enumerate(text):
        if digit != ".":
            for other in _DIGITS:
                yield text[:at] + other + text[at + 1 :]


def _one_removed(text: str) -> Iterator[str]:
    for at, digit in enumerate(text):
        if digit != ".":
            yield text[:at] + text[at + 1 :]


def _one_inserted(text: str) -> Iterator[str]:
    for at in range(len(text) + 1):
        for digit in _DIGITS:
            yield text[:at] + digit + text[at:]


_DAMAGES = (
    (_exchanged, "transposed_digits"),
    (_one_changed, "wrong_digit"),
    (_one_removed, "extra_digit"),
    (_one_inserted, "missing_digit"),
)


def slip(relation: Relation) -> Slip | None:
    """The first damaged figure that explains a failing sum or difference; None when none does.

    Only figures of three digits or more are tried: almost any short figure can be explained so.
    """
    for position, quantity in enumerate((relation.stated, *(o.quantity for o in relation.operands))):
        needed = _needed(relation, position) if printed_digits(quantity.number) >= 3 else None
        if needed is None:
            continue
        low, high = needed
        for number, error_type in edits(quantity):
            if low <= number <= high:
                return Slip(quantity, number, error_type)
    return None


def _needed(relation: Relation, position: int) -> tuple[Decimal, Decimal] | None:
    """Bounds of what the figure at this position (0 = stated) must read for a sum or difference to hold."""
    if relation.formula not in ("sum", "difference"):
        return None
    factors = [operand.factor for operand in relation.operands]
    if relation.formula == "difference":
        factors = [factors[0], *(-factor for factor in factors[1:])]
    total = Decimal(0)
    slack = Decimal(0)
    for at, (operand, factor) in enumerate(zip(relation.operands, factors, strict=True), start=1):
        if at != position:
            total += factor * operand.quantity.value
            slack += _half(operand.quantity)
    if position == 0:
        quantity, middle = relation.stated, total
    else:
        quantity = relation.operands[position - 1].quantity
        middle = (relation.stated.value - total) * factors[position - 1]
        slack += _half(relation.stated)
    scale = quantity.unit.scale
    slack = min(slack, abs(middle) / 200) if slack else slack
    half = _half(quantity)
    return (middle - slack - half) / scale, (middle + slack + half) / scale


def _half(quantity: Quantity) -> Decimal:
    if quantity.is_exact:
        return Decimal(0)
    return quantity.unit.scale.scaleb(-max(quantity.decimals, quantity.prevailing)) / 2


def altered(quantity: Quantity, number: Decimal, error_type: str = "") -> Quantity:
    """The quantity with another number, printed with the decimals that the number has.

    A slipped unit leaves the digits as they are, so it scales the precision too: 15.00 for 150000 is 15.00万.
    """
    if error_type == "wrong_unit" and quantity.number:
        power = number.adjusted() - quantity.number.adjusted()
        return replace(
            quantity,
            number=number,
            decimals=quantity.decimals - power,
            prevailing=quantity.prevailing - power,
        )
    exponent = number.as_tuple().exponent
    decimals = max(quantity.decimals, -exponent if isinstance(exponent, int) else 0)
    return replace(quantity, number=number, decimals=decimals, prevailing=max(quantity.prevailing, decimals))


def replaced(relation: Relation, quantity: Quantity, number: Decimal, error_type: str = "") -> Relation:
    """The relation with one figure read differently."""
    other = altered(quantity, number, error_type)
    stated = other if relation.stated.index == quantity.index else relation.stated
    operands = tuple(
        Operand(other, o.role, o.factor) if o.quantity.index == quantity.index else o
        for o in relation.operands
    )
    return replace(relation, stated=stated, operands=operands)


def mends(relation: Relation, quantity: Quantity, number: Decimal, error_type: str = "") -> bool:
    """Whether the relation truly holds (not only by the printed digits) when the figure reads this number."""
    decision = decide(replaced(relation, quantity, number, error_type))
    return decision.holds and decision.note != "coarse"
