"""Social insurance funds, lotteries and hospitals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar.facts import family, item, snap, split, vary
from bench.grammar.kinds.parts import breakdown
from bench.grammar.lists import joined, listing
from bench.grammar.telling import Rule, tell

if TYPE_CHECKING:
    from bench.grammar.builder import Builder
    from bench.grammar.figures import Figure
    from bench.grammar.phrase import Slot

FUNDS = (
    "企业职工基本养老保险基金",
    "城乡居民基本养老保险基金",
    "机关事业单位基本养老保险基金",
    "职工基本医疗保险基金",
    "城乡居民基本医疗保险基金",
    "失业保险基金",
    "工伤保险基金",
)
LOTTERIES = ("乐透数字型彩票", "即开型彩票", "竞猜型彩票", "基诺型彩票")
USES = ("养老服务", "残疾人事业", "儿童福利", "青少年体育", "全民健身设施", "社会公益项目")
INCOMES = ("医疗收入", "财政补助收入", "科教项目收入", "其他收入")
COSTS = ("人员经费", "卫生材料费", "药品费", "固定资产折旧", "其他费用")
FUND_RULES = [
    Rule("difference", "linear", "left", "in -out"),
    Rule("rate", "quotient", "r", "in plan"),
    Rule("sum", "linear", "stock", "left carry"),
]


def social(builder: Builder) -> None:
    """Write the execution of the social insurance funds."""
    rng, step = builder.rng, builder.style.step
    builder.para(builder.say("social.title"))
    said: list[dict[str, Figure]] = []
    rows = []
    for name in rng.sample(FUNDS, rng.randrange(2, 6)):
        income = snap(Decimal(rng.randrange(20_000_000, 2_000_000_000)), step)
        out = vary(rng, income, -250, -20, step)
        carry = vary(rng, income, -400, 900, step)
        plan = vary(rng, income, -90, 90, step)
        rows.append((name, income, out, carry, plan))
    total_in = sum((row[1] for row in rows), Decimal(0))
    total_out = sum((row[2] for row in rows), Decimal(0))
    total = {
        "in": builder.money(total_in),
        "out": builder.money(total_out),
        "left": builder.money(total_in - total_out),
    }
    builder.para(tell(builder, "social.total", total, FUND_RULES[:1]))
    if rng.random() < 0.5:
        parts = split(rng, total_in, 3, step)
        figures = {name: builder.money(value) for name, value in zip("abc", parts, strict=True)}
        figures |= {
            f"p{name}": builder.percent(value / total_in) for name, value in zip("abc", parts, strict=True)
        }
        builder.attach(["。"], tell(builder, "social.parts", figures, []))
        builder.total(total["in"], [figures[name] for name in "abc"])
        for name in "abc":
            builder.relate("share", "quotient", figures[f"p{name}"], (figures[name], total["in"]))
    for number, (name, income, out, carry, plan) in enumerate(rows, 1):
        figures = {
            "in": builder.money(income), "out": builder.money(out), "left": builder.money(income - out),
            "carry": builder.money(carry), "stock": builder.money(income - out + carry),
            "plan": builder.money(plan), "r": builder.percent(income / plan),
        }  # fmt: skip
        builder.para(f"（{number}）", tell(builder, "social.fund", figures, FUND_RULES, more={"n": name}))
        said.append(figures)
    for key in ("in", "out", "left"):
        builder.total(total[key], [one[key] for one in said])


def lottery(builder: Builder) -> None:
    """Write the sales of lotteries and what became of the welfare levy."""
    rng, step = builder.rng, builder.style.step
    builder.para(builder.say("lottery.title"))
    size = snap(Decimal(rng.randrange(20_000_000, 3_000_000_000)), step)
    whole = family(rng, "彩票销售", LOTTERIES[: rng.randrange(2, 5)], size, step)
    said = builder.clause("lottery.total", whole)
    builder.para(said, "。")
    breakdown(builder, said.figures["now"], whole.children)
    levy = snap(size * Decimal(rng.randrange(200, 320)) / 1000, step)
    figures = {"now": builder.money(levy), "r": builder.percent(levy / size)}
    builder.para(builder.say("lottery.levy", figures))
    builder.relate("rate", "quotient", figures["r"], (figures["now"], said.figures["now"]))
    used = snap(levy * Decimal(rng.randrange(500, 900)) / 1000, step)
    uses = family(rng, "安排使用", rng.sample(USES, rng.randrange(3, 6)), used, step)
    amount = builder.money(used)
    parts = [builder.clause("plain.part", one) for one in uses.children]
    builder.total(amount, [one.figures["now"] for one in parts])
    pieces = joined([one.tokens for one in parts], "、")
    left: list[Figure] = []

    def unused() -> Figure:
        left.append(builder.money(levy - used))
        return left[0]

    slots: dict[str, Slot] = {
        "whole": amount, "list": pieces, "levy": lambda: builder.again(figures["now"]), "left": unused,
    }  # fmt: skip
    builder.para(builder.say("lottery.use", slots))
    if left:
        builder.relate("difference", "linear", left[0], (figures["now"], amount), signs=(1, -1))
    builder.para(builder.noise())


def hospital(builder: Builder) -> None:
    """Write the year of a hospital: income, cost, result, assets."""
    rng, step = builder.rng, builder.style.step
    builder.para(builder.say("hospital.title"))
    size = snap(Decimal(rng.randrange(30_000_000, 1_500_000_000)), step)
    builder.heading(0, "收入情况")
    whole = family(rng, "总收入", INCOMES[: rng.randrange(2, 5)], size, step)
    said = builder.clause("hospital.income", whole)
    builder.para(said, builder.say("reason"), "。")
    breakdown(builder, said.figures["now"], whole.children)
    builder.heading(0, "支出与结余情况")
    out = vary(rng, size, -150, -5, step)
    figures = {"in": builder.money(size), "out": builder.money(out), "left": builder.money(size - out)}
    other = {"other": lambda: builder.converted(said.figures["now"])}
    builder.para(tell(builder, "hospital.balance", figures, FUND_RULES[:1], more=other))
    builder.relate("restated", "linear", figures["in"], (said.figures["now"],))
    costs = [
        item(rng, name, value, step) for name, value in zip(COSTS, split(rng, out, 5, step), strict=True)
    ]
    builder.attach(
        ["。"], builder.say("lead"), listing(builder, "part", costs, figures["out"]).tokens, ["。"]
    )
    builder.heading(0, "资产负债情况")
    assets = vary(rng, size * 2, -300, 700, step)
    debts = vary(rng, assets / 2, -600, 300, step)
    balance = {
        "assets": builder.money(assets), "debts": builder.money(debts), "net": builder.money(assets - debts),
        "r": builder.percent(debts / assets),
    }  # fmt: skip
    rules = [Rule("sum", "linear", "assets", "debts net"), Rule("rate", "quotient", "r", "debts assets")]
    builder.para(tell(builder, "hospital.assets", balance, rules))
