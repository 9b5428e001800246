"""Single sentences of a budget report: shares in points, progress, average growth, debt, structure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar.facts import Item, snap, split
from bench.grammar.relations import root

if TYPE_CHECKING:
    from bench.grammar.builder import Builder
    from bench.grammar.phrase import Slot


def size(builder: Builder) -> Decimal:
    """Draw the income of a place: a town has tens of millions, a city hundreds of 亿."""
    rng = builder.rng
    low, high = {
        "镇": (800, 9000),
        "县": (30_000, 420_000),
        "区": (60_000, 900_000),
        "市": (300_000, 6_000_000),
    }[builder.names["tier"]]
    return snap(Decimal(rng.randrange(low * 100, high * 100)) * 100, builder.style.step)


def share(builder: Builder, part: Item, whole: Item) -> None:
    """Tell how a share moved, in points."""
    now = builder.percent(part.now / whole.now, whole=True)
    base = builder.percent(part.prior / whole.prior, whole=True)
    gap = now.number - base.number
    points = builder.percent(abs(gap) / 100, now.places, unit="个百分点")
    slots = {"now": now, "base": base, "pp": points}
    tokens = builder.say("tax.share", slots, 1 if gap >= 0 else -1)
    signs = (1, -1) if gap >= 0 else (-1, 1)
    builder.relate("difference", "linear", points, (now, base), signs=signs)
    builder.para(tokens, "。")


def progress(builder: Builder, whole: Item) -> None:
    """Tell the rate of completion against the calendar."""
    months = int(builder.names["m"])
    rate = builder.percent(whole.now / whole.plan, whole=True)
    gap = rate.number / 100 - Decimal(months) / 12
    points = builder.percent(abs(gap), rate.places, unit="个百分点")
    tokens = builder.say("progress", {"r": rate, "pp": points}, 1 if gap >= 0 else -1)
    builder.relate("difference", "progress", points, (rate,), signs=(1 if gap >= 0 else -1,), param=months)
    builder.para(tokens, "。")


def average(builder: Builder, whole: Item) -> None:
    """Tell the average annual growth over five years."""
    base = snap(whole.now * Decimal(builder.rng.randrange(55, 85)) / 100, builder.style.step)
    now_figure, base_figure = builder.money(whole.now), builder.money(base)
    growth = builder.percent(root(whole.now / base, 5) - 1, whole=True)
    times = builder.percent(whole.now / base)
    first = str(int(builder.names["year"]) - 5)
    slots: dict[str, Slot] = {
        "n": whole.name,
        "now": now_figure,
        "base": base_figure,
        "g": growth,
        "r": times,
        "first": first,
    }
    tokens = builder.say("average", slots)
    builder.relate("growth", "annual", growth, (now_figure, base_figure), param=5)
    if times in tokens:
        builder.relate("rate", "quotient", times, (now_figure, base_figure))
    builder.para(tokens)


def debt(builder: Builder) -> None:
    """Tell the debt stock in its two kinds."""
    rng, step = builder.rng, builder.style.step
    stock = snap(size(builder) * 2, step)
    general, special = split(rng, stock, 2, step)
    limit = snap(stock * Decimal(rng.randrange(1010, 1200)) / 1000, step)
    figures = {
        "now": builder.money(stock),
        "general": builder.money(general),
        "special": builder.money(special),
        "limit": builder.money(limit),
        "r": builder.percent(stock / limit),
    }
    tokens = builder.say("debt", figures)
    builder.total(figures["now"], [figures["general"], figures["special"]])
    if figures["r"] in tokens:
        builder.relate("rate", "quotient", figures["r"], (figures["now"], figures["limit"]))
    builder.para(tokens)


def structure(builder: Builder) -> None:
    """Tell three amounts and their a:b:c structure, without per cent signs."""
    step = builder.style.step
    total = size(builder)
    parts = split(builder.rng, total, 3, step)
    amounts = [builder.money(part) for part in parts]
    ratios = []
    for part in parts:
        figure = builder.percent(part / total, 1, whole=True)
        figure.shown = False
        ratios.append(figure)
    slots = dict(zip("xyzabc", [*amounts, *ratios], strict=True))
    builder.para(builder.say("structure", slots))
    for index, ratio in enumerate(ratios):
        others = [amount for number, amount in enumerate(amounts) if number != index]
        builder.relate("ratio", "of_all", ratio, (amounts[index], *others))
