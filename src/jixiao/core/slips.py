"""Slips of the pen: which single damage to one figure explains that a relation fails."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Slip:
    """The figure, what it should read, and the kind of damage."""

    quantity: Quantity
    number: Decimal
    error_type: str


_DIGITS = "0123456789"


def edits(quantity: Quantity) -> Iterator[tuple[Decimal, str]]:
    """Every number that one slip away printed as this quantity, most likely damage first."""
    text = f"{abs(quantity.number):f}"
    sign = -1 if quantity.number < 0 else 1
    seen = {text}

    def fresh(candidate: str) -> bool:
        if candidate in seen or candidate.startswith(".") or candidate.endswith(".") or not candidate:
            return False
        if len(candidate) > 1 and candidate[0] == "0" and candidate[1] != ".":
            return False
        seen.add(candidate)
        return True

    for at in range(len(text) - 1):
        if text[at] != "." and text[at + 1] != "." and text[at] != text[at + 1]:
            candidate = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
            if fresh(candidate):
                yield sign * Decimal(candidate), "transposed_digits"
        elif at + 2 < len(text) and text[at + 1] == "." and text[at] != text[at + 2]:
            candidate = text[:at] + text[at + 2] + "." + text[at] + text[at + 3 :]
            if fresh(candidate):
                yield sign * Decimal(candidate), "transposed_digits"
    for at, digit in enumerate(text):
        if digit == ".":
            continue
        for other in _DIGITS:
            candidate = text[:at] + other + text[at + 1 :]
            if other != digit and fresh(candidate):
                yield sign * Decimal(candidate), "wrong_digit"
    for at, digit in enumerate(text):
        if digit != ".":
            candidate = text[:at] + text[at + 1 :]
            if fresh(candidate):
                yield sign * Decimal(candidate), "extra_digit"
    for at in range(len(text) + 1):
        for digit in _DIGITS:
            candidate = text[:at] + digit + text[at:]
            if fresh(candidate):
                yield sign * Decimal(candidate), "missing_digit"
    for power in (-4, -3, -2, -1, 1, 2, 3, 4):
        yield quantity.number.scaleb(power), "shifted_point" if abs(power) < 4 else "wrong_unit"


def slip(relation: Relation) -> Slip | None:
    """The one damaged figure that explains a failing sum or difference; None when none or several do.

    Only figures of three digits or more are tried: almost any short figure can be explained so.
    """
    found: list[Slip] = []
    for position, quantity in enumerate((relation.stated, *(o.quantity for o in relation.operands))):
        digits = len(f"{abs(quantity.number):f}".replace(".", "").lstrip("0"))
        if digits < 3:
            continue
        needed = _needed(relation, position)
        if needed is None:
            continue
        low, high = needed
        for number, error_type in edits(quantity):
            if low <= number <= high:
                found.append(Slip(quantity, number, error_type))
                break
    return found[0] if found else None


def _needed(relation: Relation, position: int) -> tuple[Decimal, Decimal] | None:
    """Bounds of what the figure at this position (0 = stated) would have to read for a sum or difference to hold."""
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


def replaced(relation: Relation, quantity: Quantity, number: Decimal) -> Relation:
    """The relation with one figure read differently."""
    other = replace(quantity, number=number)
    stated = other if relation.stated.index == quantity.index else relation.stated
    operands = tuple(
        Operand(other, o.role, o.factor) if o.quantity.index == quantity.index else o for o in relation.operands
    )
    return replace(relation, stated=stated, operands=operands)


def mends(relation: Relation, quantity: Quantity, number: Decimal) -> bool:
    """Whether the relation holds when the figure reads this number."""
    return decide(replaced(relation, quantity, number)).holds
