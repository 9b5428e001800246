"""What a suspect number should read: the value that failing claims agree on, the slip that explains it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.core.claim import Claim, decide
from jixiao.core.digits import printed_digits
from jixiao.core.interval import EXACT, Interval, round_half_up
from jixiao.core.quantity import Quantity
from jixiao.core.slips import edits, mends, replaced
from jixiao.solving.graph import Graph

TIERS = {
    "transposed_digits": 0,
    "wrong_unit": 0,
    "shifted_point": 0,
    "direction": 0,
    "wrong_digit": 1,
    "extra_digit": 1,
    "missing_digit": 1,
    "stale": 2,
    "wrong_figure": 2,
}
"""How telling a kind of damage is: the fewer ways there are to do it, the less it explains by accident."""

_DIGITS_CHANGE = ("transposed_digits", "wrong_digit", "extra_digit", "missing_digit")
_MOST_TRIED = 8
_MOST_KEPT = 200
_WIDEST = {1: 16, 2: 5}
"""By tier: with more printable values in the range that the claims allow, one of them is no proof."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that the quantity should read; ``broken`` claims hold now and would not then."""

    quantity: Quantity
    number: Decimal
    error_type: str
    broken: tuple[Claim, ...] = ()

    @property
    def tier(self) -> int:
        """0 and 1 a slip, 2 another figure altogether."""
        return TIERS[self.error_type]

    @property
    def breaks_only_copies(self) -> bool:
        """Whether nothing breaks but that the wrong figure equals another one somewhere."""
        return all(claim.relation.formula == "equal" for claim in self.broken)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Claims that one value of a number would satisfy: the values, and the centre of the tightest demand."""

    claims: tuple[Claim, ...]
    low: Decimal
    high: Decimal
    centre: Decimal


def agreement(quantity: Quantity, demands: Sequence[tuple[Claim, Interval]]) -> Agreement:
    """The largest set of claims that one value satisfies."""
    if not demands:
        return Agreement((), Decimal(0), Decimal(0), Decimal(0))
    half = half_unit(quantity)
    ends: list[tuple[Decimal, int, int]] = []
    for at, (_, interval) in enumerate(demands):
        ends.append((EXACT.subtract(interval.low, half), 0, at))
        ends.append((EXACT.add(interval.high, half), 1, at))
    ends.sort()
    inside: set[int] = set()
    best: tuple[int, ...] = ()
    for _, closes, at in ends:
        if closes:
            inside.discard(at)
            continue
        inside.add(at)
        if len(inside) > len(best):
            best = tuple(sorted(inside))
    met = [demands[at] for at in best]
    low = max(EXACT.subtract(interval.low, half) for _, interval in met)
    high = min(EXACT.add(interval.high, half) for _, interval in met)
    tightest = min((interval for _, interval in met), key=lambda interval: interval.high - interval.low)
    centre = min(max(EXACT.divide(EXACT.add(tightest.low, tightest.high), Decimal(2)), low), high)
    return Agreement(tuple(claim for claim, _ in met), low, high, centre)


def half_unit(quantity: Quantity) -> Decimal:
    """Half of the last place that figures of its kind are written with, in base units."""
    if quantity.unit.kind in ("score", "count"):
        return Decimal(0)
    return EXACT.multiply(quantity.unit.scale, Decimal(5).scaleb(-quantity.prevailing - 1))


def candidates(graph: Graph, quantity: Quantity, agreed: Agreement) -> Iterator[Candidate]:
    """Values that satisfy all the claims, the most telling damage first, without those that break much."""
    for number, error_type in _numbers(graph, quantity, agreed):
        if all(mends(claim.relation, quantity, number, error_type) for claim in agreed.claims):
            broken = _broken(graph, quantity, number, error_type, limit=len(agreed.claims))
            if len(broken) < len(agreed.claims) or not broken:
                yield Candidate(quantity, number, error_type, broken)


def _numbers(graph: Graph, quantity: Quantity, agreed: Agreement) -> Iterator[tuple[Decimal, str]]:
    scale = quantity.unit.scale
    low, high = EXACT.divide(agreed.low, scale), EXACT.divide(agreed.high, scale)
    centre = EXACT.divide(agreed.centre, scale)
    short = printed_digits(quantity.number) < 3
    slips = [
        (number, error_type)
        for number, error_type in (*edits(quantity), (-quantity.number, "direction"))
        if low <= number <= high
        and number != quantity.number
        and not (short and error_type in _DIGITS_CHANGE)
    ]
    step = Decimal(1).scaleb(-quantity.prevailing)
    width = (high - low) / step
    slips = [pair for pair in slips if TIERS[pair[1]] < 1 or width <= _WIDEST[1]]
    order = list(TIERS)
    slips.sort(key=lambda pair: (order.index(pair[1]), abs(pair[0] - centre)))
    yield from slips[:_MOST_TRIED]
    if not short and width <= _WIDEST[2]:
        number = round_half_up(centre, quantity.prevailing)
        if number != quantity.number and all(number != slip for slip, _ in slips):
            yield number, "stale" if graph.is_printed_elsewhere(quantity) else "wrong_figure"


def _broken(
    graph: Graph, quantity: Quantity, number: Decimal, error_type: str, limit: int
) -> tuple[Claim, ...]:
    """The holding claims that the change breaks; the search ends once there are more than ``limit``."""
    broken: list[Claim] = []
    for claim in graph.around(quantity.index).confirming[:_MOST_KEPT]:
        decision = decide(replaced(claim.relation, quantity, number, error_type))
        if not decision.holds or decision.note == "coarse":
            broken.append(claim)
            if len(broken) > limit:
                break
    return tuple(broken)
