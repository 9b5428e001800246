"""Final accounts that a department discloses."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar import names
from bench.grammar.facts import Item, family, gather, item, resplit, snap, split
from bench.grammar.lists import clauses, joined
from bench.grammar.telling import Rule, tell

if TYPE_CHECKING:
    from bench.grammar.builder import Builder
    from bench.grammar.figures import Figure, Token

OFFICES = ("办公室", "人事科", "财务科", "综合科", "法规科", "规划科", "监督科", "信息科", "业务科", "安全科")
VEHICLES = ("应急保障用车", "执法执勤用车", "特种专业技术用车", "其他用车")


def shares_of(builder: Builder, slot: str, whole_item: Item, items: list[Item]) -> Figure:
    """Tell a whole and the share of each part in one sentence."""
    whole = builder.money(whole_item.now, stale=whole_item.prior)
    said = clauses(builder, "share.part", items, whole)
    builder.total(whole, [one.figures["now"] for one in said])
    tokens = builder.say(slot, {"whole": whole, "list": joined([one.tokens for one in said], "；")})
    builder.para(tokens, "。")
    return whole


def amounts_of(builder: Builder, head: str, whole: Figure, items: list[Item]) -> None:
    """Tell a long list of amounts under one total."""
    said = [builder.clause("plain.part", one, template="{n}{now}") for one in items]
    again = builder.again(whole)
    builder.total(again, [one.figures["now"] for one in said])
    pieces = joined([one.tokens for one in said], "、")
    builder.para(builder.say("accounts.items", {"head": head, "whole": again, "list": pieces}))


def nothing(name: str) -> Item:
    """Make an account that is zero throughout."""
    zero = Decimal(0)
    return Item(name, zero, zero, zero, zero)


def people(builder: Builder) -> None:
    """Tell offices by name and staff by number."""
    rng = builder.rng
    offices = rng.sample(OFFICES, rng.randrange(3, 9))
    count = builder.count(len(offices), "个")
    builder.relate("count", "listed", count, (), param=len(offices))
    builder.para(builder.say("offices", {"k": count, "list": "、".join(offices)}))
    a, b = rng.randrange(9, 80), rng.randrange(2, 40)
    figures = {
        "a": builder.count(a, "人"), "b": builder.count(b, "人"), "whole": builder.count(a + b, "人"),
        "limit": builder.count(a + rng.randrange(0, 5), "人"),
    }  # fmt: skip
    builder.para(tell(builder, "staff", figures, [Rule("sum", "linear", "whole", "a b")]))


def totals(builder: Builder, basic: Item, projects: Item) -> tuple[Item, Figure]:
    """Tell totals, income by source and expenditure by nature; give what the treasury granted."""
    rng, step = builder.rng, builder.style.step
    whole = gather("支出合计", [basic, projects])
    same: list[Figure] = []

    def restated() -> Figure:
        same.append(builder.money(whole.now))
        return same[0]

    said = builder.clause("accounts.total", whole, more={"same": restated})
    if same:
        builder.relate("restated", "linear", same[0], (said.figures["now"],))
    builder.heading(0, "收入支出决算总体情况说明")
    builder.para(said, builder.say("reason"), "。")
    builder.heading(0, "收入决算情况说明")
    other = snap(whole.now * Decimal(rng.randrange(0, 90)) / 1000, step)
    incomes = [item(rng, "财政拨款收入", whole.now - other, step)]
    incomes += [item(rng, "其他收入", other, step) if other else nothing("其他收入")]
    if rng.random() < 0.6:
        incomes[1:1] = [nothing("上级补助收入"), nothing("事业收入")]
    shares_of(builder, "accounts.income", whole, incomes)
    builder.heading(0, "支出决算情况说明")
    natures = [basic, projects]
    if rng.random() < 0.4:
        natures.append(nothing("经营支出"))
    granted = Item(
        "财政拨款支出", whole.now - other, whole.prior - other, whole.plan - other, whole.revised - other
    )
    return granted, shares_of(builder, "accounts.expense", whole, natures)


def fiscal(builder: Builder, whole: Item, spent: Figure) -> None:
    """Tell the appropriation by function and item by item against the plan."""
    rng, step = builder.rng, builder.style.step
    builder.heading(0, "一般公共预算财政拨款支出决算情况说明")
    classes = resplit(rng, whole, rng.sample(names.CLASSES[:9], rng.randrange(3, 6)), step)
    builder.heading(1, "总体情况")
    builder.para(builder.clause("accounts.fiscal", whole, spent), builder.say("reason"), "。")
    builder.heading(1, "结构情况")
    shares_of(builder, "accounts.structure", whole, classes)
    builder.heading(1, "具体情况")
    lead = builder.clause("accounts.detail.lead", whole)
    builder.para(lead)
    said = clauses(builder, "accounts.detail", classes, None)
    builder.total(lead.figures["now"], [one.figures["now"] for one in said])
    if all("plan" in one.figures for one in said):
        builder.total(lead.figures["plan"], [one.figures["plan"] for one in said])
    mark = rng.choice(("{}.", "（{}）", "{}、"))
    for number, one in enumerate(said, 1):
        builder.para(mark.format(number), one, builder.say("reason"), "。")


def basics(builder: Builder, basic: Item) -> Figure:
    """Tell basic expenditure: personnel and operating cost, each by account."""
    builder.heading(0, "一般公共预算财政拨款基本支出决算情况说明")
    staff, running = basic.children
    figures = {
        "whole": builder.money(basic.now), "a": builder.money(staff.now), "b": builder.money(running.now),
        "pa": builder.percent(staff.now / basic.now), "pb": builder.percent(running.now / basic.now),
    }  # fmt: skip
    rules = [
        Rule("sum", "linear", "whole", "a b"),
        Rule("share", "quotient", "pa", "a whole"),
        Rule("share", "quotient", "pb", "b whole"),
    ]
    builder.para(tell(builder, "accounts.basic", figures, rules), "。")
    amounts_of(builder, "人员经费", figures["a"], staff.children)
    amounts_of(builder, "公用经费", figures["b"], running.children)
    return figures["b"]


def three(builder: Builder, size: Decimal) -> None:
    """Tell the three publics."""
    rng, step = builder.rng, builder.style.step
    builder.heading(0, "“三公”经费支出决算情况说明")
    total = max(snap(size * Decimal(rng.randrange(4, 25)) / 1000, step), step * 50)
    buys = rng.random() < 0.25
    parts = split(rng, total, 3, step)
    buy, run = (parts[0], parts[1]) if buys else (Decimal(0), parts[0] + parts[1])
    abroad = Decimal(0) if rng.random() < 0.8 else snap(total / 7, step)
    host = parts[2]
    whole = item(rng, "“三公”经费", buy + run + abroad + host, step)
    said = builder.clause("three.total", whole)
    money = {"abroad": abroad, "car": buy + run, "host": host, "buy": buy, "run": run}
    figures = {name: builder.money(value) for name, value in money.items()}
    figures |= {
        name: builder.percent(value / whole.now)
        for name, value in (("pa", abroad), ("pc", buy + run), ("ph", host))
    }
    now = said.figures["now"]
    tokens = tell(builder, "three.parts", figures, [])
    builder.total(now, [figures["abroad"], figures["car"], figures["host"]])
    for rate, part in (("pa", "abroad"), ("pc", "car"), ("ph", "host")):
        if figures[rate] in tokens and figures[part].number:
            builder.relate("share", "quotient", figures[rate], (figures[part], now))
    builder.para(said, "。", tokens)
    again = {"car": builder.again(figures["car"]), "buy": figures["buy"], "run": figures["run"]}
    builder.para("1.", tell(builder, "three.car", again, [Rule("sum", "linear", "car", "buy run")]))
    visits = {
        "host": builder.again(figures["host"]),
        "home": builder.money(host),
        "foreign": builder.money(Decimal(0)),
    }
    more = {"k": str(rng.randrange(3, 90)), "x": str(rng.randrange(40, 900))}
    builder.para(
        "2.", tell(builder, "three.host", visits, [Rule("sum", "linear", "host", "home foreign")], more=more)
    )


def others(builder: Builder, running: Item, operating: Figure, size: Decimal) -> None:
    """Tell running cost, procurement and vehicles."""
    rng, step = builder.rng, builder.style.step
    builder.heading(0, "其他重要事项的情况说明")
    builder.heading(1, "机关运行经费")
    said = builder.clause("running.cost", running)
    builder.relate("restated", "linear", said.figures["now"], (operating,))
    builder.para(said, builder.say("reason"), "。")
    builder.heading(1, "政府采购支出")
    whole = max(snap(size * Decimal(rng.randrange(20, 200)) / 1000, step), step * 100)
    goods, works, services = split(rng, whole, 3, step)
    sme = snap(whole * Decimal(rng.randrange(500, 1000)) / 1000, step)
    micro = snap(sme * Decimal(rng.randrange(300, 1000)) / 1000, step)
    figures = {
        "whole": builder.money(whole), "goods": builder.money(goods), "works": builder.money(works),
        "services": builder.money(services), "sme": builder.money(sme), "micro": builder.money(micro),
        "ps": builder.percent(sme / whole), "pm": builder.percent(micro / sme),
    }  # fmt: skip
    rules = [
        Rule("sum", "linear", "whole", "goods works services"),
        Rule("share", "quotient", "ps", "sme whole"),
        Rule("share", "quotient", "pm", "micro sme"),
    ]
    builder.para(tell(builder, "purchase", figures, rules))
    builder.heading(1, "国有资产占用情况")
    counts = [builder.count(rng.randrange(1, 9), "辆") for _ in range(rng.randrange(2, 5))]
    total = builder.count(sum(int(count.number) for count in counts), "辆")
    pieces: list[list[Token]] = [[name, count] for name, count in zip(VEHICLES, counts, strict=False)]
    builder.total(total, counts)
    builder.para(builder.say("vehicles", {"whole": total, "list": joined(pieces, "、")}))


def report(builder: Builder) -> None:
    """Write a whole disclosure."""
    rng, step = builder.rng, builder.style.step
    size = snap(Decimal(rng.randrange(2_000_000, 60_000_000)), step)
    share = Decimal(rng.randrange(35, 80)) / 100
    personnel = snap(size * share * Decimal(rng.randrange(70, 92)) / 100, step)
    staff = family(rng, "人员经费", rng.sample(names.PERSONNEL, rng.randrange(4, 10)), personnel, step)
    operating = snap(size * share, step) - personnel
    running = family(rng, "公用经费", rng.sample(names.OPERATING, rng.randrange(4, 13)), operating, step)
    basic = gather("基本支出", [staff, running])
    projects = item(rng, "项目支出", size - basic.now, step)
    builder.title("".join(str(token) for token in builder.say("accounts.title")))
    if rng.random() < 0.7:
        builder.title("第一部分 部门概况")
        people(builder)
    builder.title("第二部分 决算情况说明")
    granted, spent = totals(builder, basic, projects)
    fiscal(builder, granted, spent)
    figure = basics(builder, basic)
    three(builder, size)
    others(builder, running, figure, size)
    if rng.random() < 0.5:
        builder.para(builder.noise())
