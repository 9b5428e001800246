"""Budget execution reports of counties, towns and cities, and monthly bulletins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar import names
from bench.grammar.facts import Item, family, gather, item, resplit, snap, split
from bench.grammar.figures import Figure, Token, Word
from bench.grammar.lists import clauses, joined, listing, parallel
from bench.grammar.relations import root

if TYPE_CHECKING:
    from bench.grammar.builder import Builder, Said
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


def opening(builder: Builder, slot: str, whole: Item) -> Said:
    """Word a total with its period."""
    said = builder.clause(slot, whole, more={"t": builder.say("when")})
    said.tokens.extend(builder.say("reason"))
    return said


def breakdown(builder: Builder, whole: Figure, items: list[Item], *, lead: str = "lead") -> None:
    """Tell the parts of a total: after a colon, in parallel lists, on lines of their own or in a table."""
    rng = builder.rng
    way = rng.choice(("run", "run", "run", "parallel", "lines", "table"))
    if way == "parallel" and len(items) > 6:
        way = "run"
    if way in ("run", "parallel"):
        separator = rng.choice(("；", "；", "，")) if len(items) < 4 else "；"
        said = (
            parallel(builder, "parallel", items, whole)
            if way == "parallel"
            else listing(builder, "part", items, whole, separator)
        )
        if rng.random() < 0.65:
            builder.attach([rng.choice(("，", "。", "。"))], builder.say(lead), said.tokens, ["。"])
        else:
            builder.para(builder.say(lead), said, "。")
    elif way == "lines":
        said_parts = clauses(builder, "part", items, whole)
        builder.total(whole, [one.figures["now"] for one in said_parts])
        builder.attach([rng.choice(("，", "。"))], builder.say(lead))
        mark = rng.choice(("{}.", "{}、", "（{}）", "——", "{}）"))
        for number, one in enumerate(said_parts, 1):
            builder.para(mark.format(number), one, "；" if number < len(said_parts) else "。")
    else:
        table_of(builder, items, whole)


def table_of(builder: Builder, items: list[Item], whole: Figure) -> None:
    """Print the parts as a table with last year, change and rate; the unit stands above it."""
    rng = builder.rng
    columns = rng.choice(
        (("now", "p"), ("now", "base", "d", "g"), ("plan", "now", "r"), ("base", "now", "g"))
    )
    heads = {
        "now": "本年数",
        "p": "占比（%）",
        "base": "上年数",
        "d": "增减额",
        "g": "增减（%）",
        "plan": "预算数",
        "r": "完成预算（%）",
    }
    total = gather("合计", items)
    header: list[list[Token]] = [["项目"]]
    header.extend([heads[name]] for name in columns)
    rows: list[list[list[Token]]] = [header]
    cells: dict[str, list[Figure]] = {name: [] for name in columns}
    body = [total, *items] if rng.random() < 0.4 else [*items, total]
    grand = builder.money(total.now, unit=builder.style.unit)
    grand.shown = False
    for one in body:
        row: list[list[Token]] = [[one.name]]
        got: dict[str, Figure] = {}
        sign = 1 if one.change >= 0 else -1
        for name in columns:
            figure = cell(builder, name, one, total)
            if name == "now" and one is total:
                figure = grand
            got[name] = figure
            cells[name].append(figure)
            row.append([Word("-", "", -1), figure] if name in "dg" and sign < 0 else [figure])
        rows.append(row)
        words = tuple(token for piece in row for token in piece if isinstance(token, Word))
        builder.note(got, None if one is total else grand, words, sign)
    at = body.index(total)
    for name in columns:
        if name in ("now", "base", "plan"):
            figures = cells[name]
            builder.total(figures[at], figures[:at] + figures[at + 1 :])
    builder.relate("restated", "linear", grand, (whole,))
    builder.para(f"单位：{grand.unit}")
    builder.table(rows)


def cell(builder: Builder, name: str, one: Item, total: Item) -> Figure:
    """Print one cell."""
    unit = builder.style.unit
    values = {"now": one.now, "base": one.prior, "d": abs(one.change), "plan": one.plan}
    if name in values:
        figure = builder.money(values[name], unit=unit)
    else:
        rates = {"p": one.now / total.now, "g": abs(one.change) / one.prior, "r": one.now / one.plan}
        figure = builder.percent(rates[name])
    figure.shown = False
    return figure


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


def expense(builder: Builder, income_now: Decimal) -> Item:
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
    return whole


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
    spent = expense(builder, whole.now)
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
        builder.para(builder.say("again.total", {"now": builder.again(figure)}))
    builder.para(builder.noise())
