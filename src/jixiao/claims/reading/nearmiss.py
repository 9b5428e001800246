"""Near misses: a sum or difference that one wrong or exchanged digit of one figure explains.

Where the words do not say that a list is complete, such a gap is the evidence: among figures of four digits
and more it hardly ever comes by chance, while a list that is open leaves any gap.
"""

from collections.abc import Sequence
from decimal import Decimal

from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits, significant_digits
from jixiao.core.interval import round_half_up
from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

_LEAST_DIGITS = 4
_SEVERAL = 3
_TAIL = 2
_SLIPPED = 2
_LONG, _LENGTH = 5, 5
"""Digits of a figure, and how many times larger or smaller it is with one more or fewer."""
_FINE = 200
"""Times that a figure must be larger than what rounding leaves open, to be known with its point moved."""
_OF_UNIT = 3
"""Digits of an amount that is another one in the wrong unit."""
_ROUGHLY = Decimal("0.99"), Decimal("1.01")
_CLOSE = 100
"""Digits of the difference that one slip makes, noughts at the end left out: 1 to 9, or 9 to 81."""
_UNIT_SLIPS = (
    Decimal(10) ** 4,
    Decimal(10) ** -4,
    Decimal(10) ** 8,
    Decimal(10) ** -8,
    Decimal(10),
    Decimal("0.1"),
)
"""元 for 万元, 万元 for 亿元, and the decimal point one place off."""


def near_miss(relation: Relation) -> bool:
    """Whether a failing sum or difference holds after one digit is changed, or two neighbours exchanged."""
    factors = [operand.factor for operand in relation.operands]
    if relation.formula == "difference":
        factors = [factors[0], *(-factor for factor in factors[1:])]
    elif relation.formula != "sum":
        return False
    quantities = [operand.quantity for operand in relation.operands]
    total = sum((q.value * f for q, f in zip(quantities, factors, strict=True)), Decimal(0))
    gap = total - relation.stated.value
    if not _telling(relation):
        return False
    if slipped_unit(relation) or moved(relation, gap):
        return True
    rounded = [q for q in (relation.stated, *quantities) if not q.is_exact]
    coarsest = max((_step(q) for q in rounded), default=Decimal(0))
    if _to_the_digit(relation, gap, coarsest):
        return True
    if abs(gap) < coarsest * 10:
        return False
    tail = min(_TAIL, (len(rounded) + 1) // 2)
    # Of a total and two parts, four digits are a slip of the pen and a rounding apart too often by chance.
    least = 0 if len(rounded) <= _SEVERAL else tail
    if _explains(relation.stated, gap, coarsest, tail, least):
        return True
    return any(
        _explains(q, -gap * f, coarsest, tail, least) for q, f in zip(quantities, factors, strict=True)
    ) or _longer_or_shorter(relation, gap, factors)


def _longer_or_shorter(relation: Relation, gap: Decimal, factors: Sequence[int]) -> bool:
    """Whether a sum holds to the digit once one long figure loses a digit too many, or gets one it lacks."""
    quantities = [operand.quantity for operand in relation.operands]
    if len({_step(q) for q in (relation.stated, *quantities) if q.number}) > 1:
        return False  # what is rounded leaves too much open
    changes = [(relation.stated, gap), *((q, -gap * f) for q, f in zip(quantities, factors, strict=True))]
    for quantity, change in changes:
        value, meant = abs(quantity.value), abs(quantity.value + change)
        if (
            (meant > value * _LENGTH or value > meant * _LENGTH)
            and printed_digits(quantity.number) >= _LONG
            and one_slip_apart(quantity, (quantity.value + change) / quantity.unit.scale)
        ):
            return True
    return False


def _to_the_digit(relation: Relation, gap: Decimal, coarsest: Decimal) -> bool:
    """Whether one digit of the total explains a gap in whole 万元, and all digits behind it agree.

    275.72 beside 177.28、23.44、49 which make 249.72: the writer dropped noughts, and rounded nothing.
    """
    finest = _step(relation.stated)
    exact = 0 < finest < coarsest <= abs(gap) and not gap % coarsest
    return exact and _explains(relation.stated, gap, finest, 0, 0)


def agrees(relation: Relation) -> bool:
    """Whether a relation that a search found holds, and not only because a figure has few digits.

    4.79 as 5.73 − 1 lies within what "1" may be rounded from, but is no 4.73 to anybody who wrote it.
    """
    decision = decide(relation)
    if not decision.holds or decision.note != "coarse" or decision.computed is None:
        return decision.holds
    stated = relation.stated.value
    return abs(decision.computed - stated) * _CLOSE <= abs(stated)


def slipped_unit(relation: Relation) -> bool:
    """Whether a sum of several parts holds to the digit once one is in 万元 for 元, or the reverse."""
    parts = [operand.quantity for operand in relation.operands if operand.quantity.number]
    if relation.formula != "sum" or len(parts) < _SEVERAL or any(o.factor < 0 for o in relation.operands):
        return False
    gap = relation.stated.value - sum((q.value for q in parts), Decimal(0))
    return any(
        q.unit.kind == "yuan" and gap == q.value * (factor - 1) for q in parts for factor in _UNIT_SLIPS[:2]
    )


def moved(relation: Relation, gap: Decimal) -> bool:
    """Whether a sum of positive parts holds once the point of one figure, or its unit, is another.

    ``gap`` is what the parts make more than the total. Each figure counts with its own digits, however coarse
    the others are.
    """
    if relation.formula != "sum":
        return False
    if _is_moved(relation, relation.stated, gap):
        return True
    for operand in relation.operands:
        if operand.factor < 0:
            return False
    return any(_is_moved(relation, operand.quantity, -gap) for operand in relation.operands)


def _is_moved(relation: Relation, quantity: Quantity, change: Decimal) -> bool:
    """Whether the figure and ``change`` are the figure with its point moved, or in another unit."""
    value = quantity.value
    needed = value + change
    if not value:
        return False
    ratio = needed / value
    for factor in _UNIT_SLIPS:  # whether it is near comes first, for it costs least
        if _ROUGHLY[0] * factor < ratio < _ROUGHLY[1] * factor:
            break
    else:
        return False
    if factor in _UNIT_SLIPS[:4] and quantity.unit.kind != "yuan":
        return False
    parts = [operand.quantity for operand in relation.operands if operand.quantity.number]
    steps = sum((_step(one) for one in (relation.stated, *parts)), Decimal(0))
    slack = (steps + _step(quantity) * (factor - 1)) / 2
    least = _LEAST_DIGITS - (len(parts) >= _SEVERAL)
    near = abs(value * factor - needed) <= slack and slack * _FINE <= needed
    return near and significant_digits(quantity.number) >= least


def a_slip_apart(first: Token, later: Token, least: int) -> bool:
    """Whether one slip of the pen makes a figure of ``least`` digits or more of another amount."""
    told, meant = (token.number * token.unit.scale for token in (later, first))
    return (
        told != meant
        and printed_digits(later.number) >= least
        and one_slip_apart(later.build(), meant / later.unit.scale)
    )


def a_slip_apart_as_told(first: Token, later: Token, least: int) -> bool:
    """As ``a_slip_apart`` for an amount told again in a unit of its own, rounded where that is the larger.

    A unit may have slipped too: 134.24万元 for 1342426.12万元 is 134.24亿元.
    """
    coarse, fine = sorted((later, first), key=lambda one: one.unit.scale, reverse=True)
    exact = first.value / later.unit.scale
    pairs = [(later, exact)]
    if coarse.unit != fine.unit:
        pairs.append((coarse, round_half_up(fine.value / coarse.unit.scale, coarse.decimals)))
    if any(
        printed_digits(one.number) >= least and one_slip_apart(one.build(), number) for one, number in pairs
    ):
        return True
    step = later.unit.step(later.decimals)
    return min(printed_digits(first.number), printed_digits(later.number)) >= _OF_UNIT and any(
        abs(later.value * factor - first.value) * 2 <= step * factor for factor in _UNIT_SLIPS[:4]
    )


def nearly(relation: Relation) -> bool:
    """Whether parts come so close to their total that the list must be complete: little more, hardly less.

    An open list leaves any remainder; that it leaves less than one part in two hundred is rare, and more than
    the total it cannot be.
    """
    total = sum((o.quantity.value * o.factor for o in relation.operands), Decimal(0))
    stated = relation.stated.value
    if stated == 0 or not _telling(relation):
        return False
    ratio = total / stated
    return Decimal("0.995") <= ratio <= Decimal("1.02")


def _telling(relation: Relation) -> bool:
    """Whether there are two amounts at least, none of them the total told again."""
    values = [operand.quantity.value for operand in relation.operands if operand.quantity.value]
    return len(values) >= 2 and relation.stated.value not in values


def _step(quantity: Quantity) -> Decimal:
    return quantity.unit.step(max(quantity.decimals, quantity.prevailing))


def _explains(quantity: Quantity, change: Decimal, coarsest: Decimal, tail: int, least: int) -> bool:
    """Whether adding ``change`` (up to a rounding tail) alters one digit, or exchanges two neighbours.

    ``least`` is the tail that counts for figures with the fewest digits.
    """
    step = max(quantity.unit.step(quantity.decimals), coarsest)
    if step <= 0 or step > quantity.unit.scale * 1000:
        return False
    printed = str(abs(int((quantity.value / step).to_integral_value())))
    if len(printed) < _LEAST_DIGITS:
        return False
    tail = least if len(printed) == _LEAST_DIGITS else tail
    needed = quantity.value + change
    if abs(needed) < step * 1000:
        return False
    alike = abs(quantity.value) < abs(needed) * 2 < abs(quantity.value) * 4  # no unit between them
    if not alike and any(abs(quantity.value * slip - needed) <= step * (tail + 1) for slip in _UNIT_SLIPS):
        return True
    wanted = int((needed / step).to_integral_value()) * (1 if quantity.number >= 0 else -1)
    longer = len(str(wanted + tail)) > len(printed)
    if not longer and not _may_be_slip(abs(wanted - int(printed)), tail):
        return False
    others = [str(other) for other in range(max(wanted - tail, 0), wanted + tail + 1)]
    if any(_one_slip(printed, other) for other in others):
        return True
    digits = len(printed)
    return any(_one_slip(printed, other.zfill(digits)) for other in others if len(other) < digits)


def _may_be_slip(difference: int, tail: int) -> bool:
    """Whether figures so far apart may differ by one digit, or two exchanged: by 3000 or 27000, not 3100."""
    unit = int("1" + "0" * (len(str(difference)) - _SLIPPED))
    return min(difference % unit, -difference % unit) <= tail


def _one_slip(a: str, b: str) -> bool:
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        longest = len(long) == len(short) + 1 and len(long) > _LEAST_DIGITS + 1
        return longest and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    different = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(different) == 1:
        return True
    return (
        len(different) == 2
        and different[1] == different[0] + 1
        and a[different[0]] == b[different[1]]
        and a[different[1]] == b[different[0]]
    )
