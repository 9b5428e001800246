"""The facts behind a report: accounts whose parts add up, this year, last year and in the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence


@dataclass(eq=False, slots=True)
class Item:
    """An account: what it was, was to be and is, in yuan; parts add to the whole in every column."""

    name: str
    now: Decimal
    prior: Decimal
    plan: Decimal
    revised: Decimal
    children: list[Item] = field(default_factory=list)

    @property
    def change(self) -> Decimal:
        """This year less last year."""
        return self.now - self.prior


def snap(value: Decimal, step: Decimal) -> Decimal:
    """Round to a whole multiple of the step."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def split(rng: random.Random, total: Decimal, count: int, step: Decimal) -> list[Decimal]:
    """Cut a total into parts of uneven size that add up exactly."""
    weights = [Decimal(rng.randrange(8, 100)) ** 2 for _ in range(count)]
    whole = sum(weights)
    parts = [snap(total * weight / whole, step) for weight in weights[:-1]]
    return [*parts, total - sum(parts, Decimal(0))]


def vary(rng: random.Random, value: Decimal, low: int, high: int, step: Decimal) -> Decimal:
    """Take a value some per mille smaller or greater, never zero."""
    return max(step, snap(value * Decimal(1000 + rng.randrange(low, high)) / 1000, step))


def item(rng: random.Random, name: str, now: Decimal, step: Decimal, factor: Decimal = Decimal(1)) -> Item:
    """Make an account without parts; the plan may be for a longer period than the outturn."""
    span = rng.choice(((-160, 220), (-160, 220), (-450, 900)))
    prior = vary(rng, now, *span, step)
    if prior == now:
        prior = now + step * rng.randrange(3, 40)
    plan = vary(rng, now * factor, -90, 160, step)
    revised = vary(rng, now * factor, 5, 90, step)
    return Item(name, now, prior, plan, revised)


def family(
    rng: random.Random,
    name: str,
    parts: Sequence[str],
    total: Decimal,
    step: Decimal,
    factor: Decimal = Decimal(1),
) -> Item:
    """Make an account of the given size from parts of the given names."""
    children = [
        item(rng, part, value, step, factor)
        for part, value in zip(parts, split(rng, total, len(parts), step), strict=True)
        if value > 0
    ]
    return gather(name, children)


def gather(name: str, children: list[Item]) -> Item:
    """Make the account that its parts add up to."""
    zero = Decimal(0)
    return Item(
        name,
        sum((child.now for child in children), zero),
        sum((child.prior for child in children), zero),
        sum((child.plan for child in children), zero),
        sum((child.revised for child in children), zero),
        children,
    )


def resplit(rng: random.Random, whole: Item, parts: Sequence[str], step: Decimal) -> list[Item]:
    """Split the same account another way; every column adds up again."""
    nows = split(rng, whole.now, len(parts), step)
    noise = [Decimal(rng.randrange(900, 1100)) / 1000 for _ in parts]
    columns = [nows]
    for value in (whole.prior, whole.plan, whole.revised):
        weights = [now * bend for now, bend in zip(nows, noise, strict=True)]
        total = sum(weights)
        column = [snap(value * weight / total, step) for weight in weights[:-1]]
        columns.append([*column, value - sum(column, Decimal(0))])
        noise = [Decimal(rng.randrange(900, 1100)) / 1000 for _ in parts]
    return [Item(name, *row) for name, row in zip(parts, zip(*columns, strict=True), strict=True)]
