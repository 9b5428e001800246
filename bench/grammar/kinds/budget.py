"""Budget execution reports of counties, towns and cities, and monthly bulletins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar import names
from bench.grammar.facts import Item, family, gather, item, resplit, snap, split
from bench.grammar.kinds.parts import breakdown
from bench.grammar.kinds.ratios import average, debt, progress, share, size, structure
from bench.grammar.lists import clauses, joined, listing

if TYPE_CHECKING:
    from bench.grammar.builder import Builder, Said
    from bench.grammar.figures import Figure


def opening(builder: Builder, slot: str, whole: Item) -> Said:
    """Word a total with its period."""
    said = builder.clause(slot, whole, more={"t": builder.say("when")})
    said.tokens.extend(builder.say("reason"))
    return said


def income(builder: Builder) -> tuple[Item, Figure]:
    """Tell the general income, split several ways."""
    rng, step = builder.rng, builder.style.step
    total = size(builder)
    tax_share = Decimal(rng.randrange(40, 80)) / 100
    taxes = family(
        rng,
        "税收收入",
        rng.sample(names.TAXES, rng.randrange(3, 9)),
        snap(total * tax_share, step),
        step,
        builder.factor,
    )
    fees = family(
        rng,
        "非税收入",
        rng.sample(names.NON_TAXES, rng.randrange(2, 6)),
        total - taxes.now,
        step,
        builder.factor,
    )
    whole = gather("一般公共预算收入", [taxes, fees])
    said = opening(builder, "income.total", whole)
    builder.para(said, "。", builder.noise() if rng.random() < 0.4 else [])
    figure = said.figures["now"]
    halves = clauses(builder, "part", [taxes, fees], figure)
    builder.total(figure, [half.figures["now"] for half in halves])
    builder.para(builder.say("lead.again", {"way": "收入结构"}), halves[0], "；", halves[1], "。")
    if rng.random() < 0.7:
        breakdown(builder, halves[0].figures["now"], taxes.children)
    if rng.random() < 0.5:
        breakdown(builder, halves[1].figures["now"], fees.children)
    for way in rng.sample(("征收部门", "级次", "预算级次"), rng.randrange(0, 3)):
        parts = resplit(
            rng, whole, [name.replace("县", builder.names["tier"]) for name in names.SPLITS[way]], step
        )
        builder.para(builder.say("lead.again", {"way": way}), listing(builder, "part", parts, figure), "。")
    if rng.random() < 0.4:
        share(builder, taxes, whole)
    if rng.random() < 0.3:
        average(builder, whole)
    if builder.factor > 1 and rng.random() < 0.7:
        progress(builder, whole)
    return whole, figure


def expense(builder: Builder, income_now: Decimal) -> tuple[Item, Figure]:
    """Tell the general expenditure by class."""
    rng, step = builder.rng, builder.style.step
    total = snap(income_now * Decimal(rng.randrange(130, 420)) / 100, step)
    whole = family(
        rng, "一般公共预算支出", rng.sample(names.CLASSES, rng.randrange(3, 11)), total, step, builder.factor
    )
    said = opening(builder, "expense.total", whole)
    builder.para(said, "。")
    breakdown(builder, said.figures["now"], whole.children)
    if rng.random() < 0.4:
        parts = resplit(rng, whole, names.SPLITS["支出性质"], step)
        builder.para(
            builder.say("lead.again", {"way": "支出性质"}),
            listing(builder, "part", parts, said.figures["now"]),
            "。",
        )
    return whole, said.figures["now"]


def balance(builder: Builder, whole_in: Item, whole_out: Item) -> None:
    """Add what else came in and went out; the two totals differ by what is left."""
    rng, step = builder.rng, builder.style.step
    extra_total = abs(whole_out.now - whole_in.now) + snap(whole_in.now / 3, step)
    ins = [
        item(rng, name, value, step)
        for name, value in zip(
            names.CARRY_IN[: rng.randrange(2, 6)], split(rng, extra_total, 5, step), strict=False
        )
    ]
    total_in = whole_in.now + sum((one.now for one in ins), Decimal(0))
    spare = total_in - whole_out.now
    if spare <= step * 100:
        return
    builder.heading(1, "收支平衡情况")
    shares = split(rng, spare, 4, step)
    outs = [item(rng, name, value, step) for name, value in zip(names.CARRY_OUT[:3], shares, strict=False)]
    total_out = whole_out.now + sum((one.now for one in outs), Decimal(0))
    grand: list[Figure] = []
    for slot, own, others, total in (
        ("balance.in", whole_in, ins, total_in),
        ("balance.out", whole_out, outs, total_out),
    ):
        first = builder.clause("plain.part", own)
        rest = [builder.clause("plain.part", other) for other in others]
        figure = builder.money(total)
        tokens = builder.say(
            slot, {"own": first.tokens, "list": joined([one.tokens for one in rest], "、"), "whole": figure}
        )
        builder.total(figure, [first.figures["now"], *(one.figures["now"] for one in rest)])
        builder.para(tokens, "。")
        grand.append(figure)
    left = builder.money(total_in - total_out)
    a, b = (builder.money(value) for value in (total_in, total_out))
    tokens = builder.say("balance.left", {"left": left, "a": a, "b": b})
    pair = (a, b) if a in tokens else (grand[0], grand[1])
    builder.relate("difference", "linear", left, pair, signs=(1, -1))
    builder.para(tokens, "。")


def funds(builder: Builder) -> None:
    """Tell the government-managed funds and state capital."""
    rng, step = builder.rng, builder.style.step
    whole = family(
        rng,
        "政府性基金收入",
        rng.sample(names.FUND_PARTS, rng.randrange(2, 5)),
        snap(size(builder) / 2, step),
        step,
        builder.factor,
    )
    said = opening(builder, "fund.total", whole)
    builder.para(said, "。")
    breakdown(builder, said.figures["now"], whole.children)
    builder.para(
        builder.clause(
            "fund.out", item(rng, "政府性基金支出", snap(size(builder) / 2, step), step, builder.factor)
        ),
        "。",
    )
    if rng.random() < 0.5:
        capital = item(
            rng, "国有资本经营预算收入", snap(size(builder) / 40, step) or step, step, builder.factor
        )
        builder.para(builder.clause("capital.total", capital), "。")


def report(builder: Builder, *, monthly: bool) -> None:
    """Write a whole report."""
    rng = builder.rng
    kind = "bulletin" if monthly else "budget"
    if monthly:
        builder.names["m"] = str(rng.randrange(2, 12))
        builder.factor = Decimal(12) / int(builder.names["m"])
    builder.phrases = {**builder.phrases, "when": builder.phrases["when.month" if monthly else "when.year"]}
    builder.para(builder.say(f"{kind}.title"))
    if not monthly:
        builder.para(builder.say("budget.intro"))
    builder.heading(0, f"一般公共预算{rng.choice(('收支', '执行'))}情况")
    builder.heading(1, "收入情况")
    whole, figure = income(builder)
    builder.heading(1, "支出情况")
    spent, spent_figure = expense(builder, whole.now)
    if not monthly:
        balance(builder, whole, spent)
    if rng.random() < 0.7:
        builder.heading(0, "政府性基金预算执行情况")
        funds(builder)
    if rng.random() < 0.5:
        builder.heading(0, "政府债务情况")
        debt(builder)
    builder.heading(0, "财政运行特点")
    builder.para(builder.noise())
    if rng.random() < 0.4:
        structure(builder)
    if rng.random() < 0.6:
        slots = {
            "now": lambda: builder.again(figure),
            "other": lambda: builder.converted(figure),
            "spent": lambda: builder.again(spent_figure),
            "spent.other": lambda: builder.converted(spent_figure),
        }
        builder.para(builder.say("again.total", slots))
    builder.para(builder.noise())
