"""Procurement with savings, investment review with cuts, settlement of works."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar import names
from bench.grammar.facts import snap, split, vary
from bench.grammar.lists import joined
from bench.grammar.phrase import expand
from bench.grammar.telling import Rule, note_rules, tell

if TYPE_CHECKING:
    from bench.grammar.builder import Builder
    from bench.grammar.figures import Figure, Token
    from bench.grammar.phrase import Slot

SAVING = [
    Rule("difference", "linear", "left", "plan -now"),
    Rule("rate", "quotient", "s", "left plan"),
    Rule("rate", "of_both", "s", "left now"),
]
CUT = [
    Rule("difference", "linear", "done", "sent -cut"),
    Rule("rate", "quotient", "r", "cut sent"),
]


def report(builder: Builder) -> None:
    """Write a whole report."""
    rng = builder.rng
    builder.para(builder.say("procurement.title"))
    builder.heading(0, "政府采购情况")
    bought = purchases(builder)
    builder.heading(0, "财政投资评审情况")
    reviews(builder, bought["left"])
    if rng.random() < 0.7:
        builder.para(builder.noise())
    for _ in range(rng.randrange(1, 3)):
        settlement(builder)


def purchases(builder: Builder) -> dict[str, Figure]:
    """Tell plan, actual, saved and saving rate, in total and by class; give the totals."""
    rng, step = builder.rng, builder.style.step
    plan = snap(Decimal(rng.randrange(3_000_000, 900_000_000)), step)
    # A class so small that it rounds to nothing was not planned, and has no rate.
    plans = [part for part in split(rng, plan, 3, step) if part]
    nows = [vary(rng, part, -220, -8, step) for part in plans]
    totals = saving(builder, plan, sum(nows, Decimal(0)))
    count = builder.count(rng.randrange(30, 600), "个")
    tokens = builder.say("procurement.total", {**totals, "k": count})
    note_rules(builder, tokens, totals, SAVING)
    if rng.random() < 0.8:
        template = builder.pick("procurement.part")
        said: list[list[Token]] = []
        parts: list[dict[str, Figure]] = []
        for name, one_plan, one_now in zip(names.SUPPLIERS, plans, nows, strict=False):
            figures = saving(builder, one_plan, one_now)
            one = expand(template, {**figures, "n": name}, rng)
            note_rules(builder, one, figures, SAVING)
            said.append(one)
            parts.append(figures)
        printed = {id(token) for piece in said for token in piece}
        for key in ("plan", "now", "left"):
            figures_of = [part[key] for part in parts]
            if all(id(figure) in printed for figure in figures_of):
                builder.total(totals[key], figures_of)
        tokens = [*tokens, *builder.say("lead"), *joined(said, "；"), "。"]
    builder.para(tokens)
    if rng.random() < 0.5:
        values = split(rng, sum(nows, Decimal(0)), 3, step)
        figures = {name: builder.money(value) for name, value in zip("abc", values, strict=True)}
        whole = totals["now"]
        figures |= {
            f"p{name}": builder.percent(value / whole.exact)
            for name, value in zip("abc", values, strict=True)
        }
        builder.para(tell(builder, "mode", figures, []))
        builder.total(whole, [figures[name] for name in "abc"])
        for name in "abc":
            builder.relate("share", "quotient", figures[f"p{name}"], (figures[name], whole))
    return totals


def saving(builder: Builder, plan: Decimal, now: Decimal) -> dict[str, Figure]:
    """Print the four figures of a purchase."""
    return {
        "plan": builder.money(plan),
        "now": builder.money(now),
        "left": builder.money(plan - now),
        "s": builder.percent((plan - now) / plan),
    }


def review(builder: Builder, sent: Decimal, cut: Decimal, count: int) -> dict[str, Figure]:
    """Print the figures of a review."""
    return {
        "k": builder.count(count, "个"),
        "sent": builder.money(sent),
        "done": builder.money(sent - cut),
        "cut": builder.money(cut),
        "r": builder.percent(cut / sent),
    }


def reviews(builder: Builder, saved: Figure) -> None:
    """Tell the review of projects, in total and by kind; ``saved`` is what purchases saved."""
    rng, step = builder.rng, builder.style.step
    sents = [snap(Decimal(rng.randrange(2_000_000, 400_000_000)), step) for _ in range(rng.randrange(2, 4))]
    cuts = [vary(rng, sent / 10, -700, 900, step) for sent in sents]
    counts = [rng.randrange(4, 90) for _ in sents]
    totals = review(builder, sum(sents, Decimal(0)), sum(cuts, Decimal(0)), sum(counts))
    both: list[Figure] = []

    def together() -> Figure:
        both.append(builder.money(saved.exact + totals["cut"].exact))
        return both[0]

    more: dict[str, Slot] = {"saved": lambda: builder.again(saved), "both": together}
    tokens = tell(builder, "review.total", totals, CUT, more=more)
    if both:
        builder.total(both[0], [saved, totals["cut"]])
    template = builder.pick("review.part")
    said, parts = [], []
    for name, sent, cut, count in zip(
        ("预算评审", "结算评审", "决算评审"), sents, cuts, counts, strict=False
    ):
        figures = review(builder, sent, cut, count)
        one = expand(template, {**figures, "n": name}, rng)
        note_rules(builder, one, figures, CUT)
        said.append(one)
        parts.append(figures)
    printed = {id(token) for piece in said for token in piece}
    for key, kind in (("sent", "sum"), ("done", "sum"), ("cut", "sum"), ("k", "count")):
        column = [part[key] for part in parts]
        if all(id(figure) in printed for figure in column):
            builder.total(totals[key], column, kind)
    builder.para(tokens, builder.say("lead"), joined(said, "；"), "。")


def settlement(builder: Builder) -> None:
    """Tell one settlement: contract, variation, sent, cut, audited."""
    rng, step = builder.rng, builder.style.step
    a = snap(Decimal(rng.randrange(300_000, 60_000_000)), step)
    b = vary(rng, a / 9, -600, 600, step)
    cut = vary(rng, a / 12, -700, 700, step)
    figures = {
        "a": builder.money(a), "b": builder.money(b), "sent": builder.money(a + b), "cut": builder.money(cut),
        "done": builder.money(a + b - cut), "r": builder.percent(cut / (a + b)),
    }  # fmt: skip
    name = rng.choice(names.PROJECTS)
    builder.para(f"{name}：", tell(builder, "settle", figures, [Rule("sum", "linear", "sent", "a b"), *CUT]))
