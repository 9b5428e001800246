"""Roll-ups of a department's projects with rates, scores and grades."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from bench.grammar import names
from bench.grammar.facts import Item, gather, snap, vary
from bench.grammar.figures import Figure, Token, Word
from bench.grammar.lists import joined
from bench.grammar.relations import BANDS, band
from bench.grammar.telling import Rule, tell

if TYPE_CHECKING:
    from bench.grammar.builder import Builder, Said
    from bench.grammar.phrase import Slot

SOURCES = ("上年结转项目", "年初预算项目", "年中追加项目")
RATE = Rule("rate", "quotient", "r", "now plan")


def project(builder: Builder, name: str) -> Item:
    """Make a project that spends at most what it was given."""
    rng, step = builder.rng, builder.style.step
    plan = snap(Decimal(rng.choice((rng.randrange(3, 60), rng.randrange(20, 500)))) * 10_000, step)
    if rng.random() < 0.5:
        plan = vary(rng, plan, -99, 99, step)
    now = plan if rng.random() < 0.4 else vary(rng, plan, -280, -5, step)
    return Item(name, now, vary(rng, now, -200, 200, step), plan, plan)


def graded(builder: Builder, score: Decimal) -> tuple[Figure, Word]:
    """Print a score and its grade, noting that the one gives the other."""
    figure = builder.count(score, "分", places=2)
    right = band(score)
    wrong = builder.rng.choice([name for _, name in BANDS if name != right])
    word = Word(right, wrong)
    builder.relate("grade", "band", figure, (figure,), words=(word,))
    return figure, word


def scored(builder: Builder, items: list[Item]) -> tuple[list[str], dict[str, Figure]]:
    """Tell each project with rate, score and grade; give the grades, and the amounts spent by name."""
    grades = []
    spent: dict[str, Figure] = {}
    template, seed = builder.pick("projects.one"), builder.rng.randrange(1 << 30)
    for number, one in enumerate(items, 1):
        rate = one.now / one.plan
        score = max(
            Decimal(62), (Decimal(84) + 14 * rate - builder.rng.randrange(0, 14)).quantize(Decimal("0.1"))
        )
        figure, word = graded(builder, min(score, Decimal(99)))
        grades.append(word.text)
        more: dict[str, str | Figure | Word | list[Token]] = {
            "s": figure, "w": word, "doc": str(builder.rng.randrange(9, 400)),
        }  # fmt: skip
        said = builder.clause("projects.one", one, template=template, seed=seed, more=more)
        spent[one.name] = said.figures["now"]
        builder.para(f"{number}.", said, "。")
    return grades, spent


def named(builder: Builder, some: list[str], spent: dict[str, Figure]) -> None:
    """Name some projects, by amount spent and with their sum where the phrasing asks for it."""
    count = builder.count(len(some), "个")
    builder.relate("count", "listed", count, (), param=len(some))
    told: list[Figure] = []
    sums: list[Figure] = []

    def amounts() -> list[Token]:
        order = sorted(some, key=lambda name: -spent[name].exact)
        told.extend(builder.again(spent[name]) for name in order)
        pieces: list[list[Token]] = [[name, one] for name, one in zip(order, told, strict=True)]
        return joined(pieces, "、")

    def together() -> Figure:
        sums.append(builder.money(sum((spent[name].exact for name in some), Decimal(0))))
        return sums[0]

    slots: dict[str, Slot] = {"k": count, "list": "、".join(some), "amounts": amounts, "sum": together}
    builder.para(builder.say("projects.named", slots))
    if sums:
        builder.total(sums[0], told or [spent[name] for name in some])


def counts(builder: Builder, sizes: list[int], grades: list[str]) -> None:
    """Tell how many projects there are, by source and by grade."""
    total = sum(sizes)
    figures = {"k": builder.count(total, "个")}
    figures |= {name: builder.count(size, "个") for name, size in zip("abc", sizes, strict=True)}
    text = tell(builder, "projects.count", figures, [Rule("count", "linear", "k", "a b c")])
    by_grade = {
        name: builder.count(grades.count(grade), "个") for name, grade in zip("xyz", "优良中", strict=True)
    }
    if "差" in grades:
        builder.para(text, "。")
        return
    shares: dict[str, Figure] = {}

    def share(name: str) -> Figure:
        shares[name] = builder.percent(by_grade[name].exact / total)
        return shares[name]

    k = builder.count(total, "个")
    slots: dict[str, Slot] = {f"p{name}": partial(share, name) for name in by_grade}
    tokens = builder.say("projects.grades", {**by_grade, **slots, "k": k})
    whole = k if any(token is k for token in tokens) else figures["k"]
    builder.relate("count", "linear", whole, list(by_grade.values()))
    for name, rate in shares.items():
        builder.relate("share", "quotient", rate, (by_grade[name], whole))
    builder.para(text, "。", tokens, "。")


def report(builder: Builder) -> None:
    """Write a whole roll-up."""
    rng = builder.rng
    chosen = rng.sample(names.PROJECTS, rng.randrange(6, 15))
    items = [project(builder, name) for name in chosen]
    cuts = sorted(rng.sample(range(1, len(items)), 2))
    groups = [items[: cuts[0]], items[cuts[0] : cuts[1]], items[cuts[1] :]]
    sources = [gather(name, group) for name, group in zip(SOURCES, groups, strict=True)]
    whole = gather("部门预算", sources)
    builder.title("".join(str(token) for token in builder.say("projects.title")))
    builder.heading(0, "基本情况")
    head = builder.clause("projects.total", whole)
    builder.para(head, "，其中：")
    parts = []
    for number, (source, group) in enumerate(zip(sources, groups, strict=True), 1):
        count = builder.count(len(group), "个")
        said = builder.clause("projects.source", source, more={"k": count})
        parts.append(said)
        builder.para(f"{number}.", said, "。")
        if rng.random() < 0.5 and len(group) > 1:
            listed = [builder.clause("projects.list", one) for one in group]
            for index, one in enumerate(listed, 1):
                builder.para(f"（{index}）", one, "。")
            builder.total(said.figures["plan"], [one.figures["plan"] for one in listed])
            builder.total(said.figures["now"], [one.figures["now"] for one in listed])
            builder.relate("count", "listed", count, (), param=len(group))
    for name in ("plan", "now"):
        builder.total(head.figures[name], [part.figures[name] for part in parts])
    base_and_change(builder, whole, head)
    builder.heading(0, "自评结果")
    grades, spent = scored(builder, items)
    more = {"other": lambda: builder.converted(head.figures["now"])}
    closing = builder.clause("projects.sum", whole, more=more)
    builder.para(closing, "。")
    for name in ("plan", "now"):
        builder.relate("restated", "linear", closing.figures[name], (head.figures[name],))
    counts(builder, [len(group) for group in groups], grades)
    if rng.random() < 0.5:
        some = rng.sample(chosen, min(5, len(chosen)))
        named(builder, some, spent)
    builder.para(builder.noise())


def base_and_change(builder: Builder, whole: Item, head: Said) -> None:
    """Tell the plan before and after adjustment."""
    rng, step = builder.rng, builder.style.step
    gap = vary(rng, whole.plan / 12, -300, 600, step)
    plan = whole.plan - gap
    now = whole.now
    figures = {
        "plan": builder.money(plan), "gap": builder.money(gap), "whole": builder.money(plan + gap),
        "now": builder.money(now), "r": builder.percent(now / (plan + gap)),
    }  # fmt: skip
    rules = [Rule("sum", "linear", "whole", "plan gap"), Rule("rate", "quotient", "r", "now whole")]
    builder.para(tell(builder, "projects.reduced", figures, rules))
    builder.relate("restated", "linear", figures["whole"], (head.figures["plan"],))
    builder.relate("restated", "linear", figures["now"], (head.figures["now"],))
