"""Scores by indicator, appraisals in ten categories, evaluations with a table of weights."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from bench.grammar import names
from bench.grammar.facts import snap, vary
from bench.grammar.figures import Figure, Token, round_to
from bench.grammar.kinds.projects import graded
from bench.grammar.lists import joined
from bench.grammar.telling import Rule, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.grammar.builder import Builder
    from bench.grammar.phrase import Slot

HEADS = (("预算执行率", 10), ("产出指标", 50), ("效益指标", 30), ("满意度指标", 10))


def points(builder: Builder, value: Decimal) -> Figure:
    """Print a score or weight."""
    return builder.count(value, "分", places=2)


def cut(full: int, parts: int) -> list[Decimal]:
    """Cut a weight into whole or half weights."""
    weights = [full // parts] * parts
    for index in range(full - sum(weights)):
        weights[index % parts] += 1
    return [Decimal(weight) for weight in weights]


def earned(builder: Builder, full: Decimal) -> Decimal:
    """Draw a score: mostly full marks."""
    if builder.rng.random() < 0.65:
        return full
    return full - min(full, Decimal(builder.rng.randrange(1, 6)) / builder.rng.choice((1, 2, 4)))


def budget(builder: Builder) -> dict[str, Decimal]:
    """Draw initial budget, revised budget and outturn."""
    rng, step = builder.rng, builder.style.step
    plan = snap(Decimal(rng.randrange(900_000, 40_000_000)), step)
    return {"plan": plan, "now": vary(rng, plan, -150, -1, step), "initial": vary(rng, plan, -200, -10, step)}


def rate(
    builder: Builder, facts: dict[str, Decimal], before: dict[str, Figure] | None = None
) -> dict[str, Figure]:
    """Tell the execution rate, once more where it was told before."""
    figures = {name: builder.money(value) for name, value in facts.items()}
    figures["r"] = builder.percent(facts["now"] / facts["plan"], whole=True)
    tokens = tell(builder, "scoring.rate", figures, [Rule("rate", "quotient", "r", "now plan")])
    builder.para(tokens)
    for name in ("plan", "now") if before else ():
        builder.relate("restated", "linear", figures[name], ((before or {})[name],))
    return figures


def indicators(builder: Builder) -> None:
    """Write a self-evaluation by indicator: sections with weight, score and deduction."""
    rng = builder.rng
    builder.title("".join(str(token) for token in builder.say("scoring.title")))
    builder.heading(0, "基本情况")
    builder.para(builder.noise())
    facts = budget(builder)
    told = rate(builder, facts)
    builder.heading(0, "部门整体支出绩效情况")
    plan: list[tuple[str, Decimal, list[tuple[str, Decimal, Decimal]]]] = []
    used = rng.sample(names.INDICATORS, len(names.INDICATORS))
    for head, full in HEADS:
        weights = cut(full, 1 if full == 10 else rng.randrange(3, 7))
        leaves = [(used.pop() if used else "其他指标", part, earned(builder, part)) for part in weights]
        plan.append((head, Decimal(full), leaves))
    total = sum((score for _, _, leaves in plan for _, _, score in leaves), Decimal(0))
    figure, word = graded(builder, total)
    told_heads: list[Figure] = []
    sums = [sum((one[2] for one in leaves), Decimal(0)) for _, _, leaves in plan]
    makers = [partial(points, builder, one) for one in sums]
    slot_of = listed_scores([head for head, _, _ in plan], makers, told_heads)
    builder.para(builder.say("scoring.head", {"s": figure, "w": word, "list": slot_of}))
    builder.total(figure, told_heads, "score_sum")
    heads: list[Figure] = []
    fulls: list[Figure] = []
    for head, weight, leaves in plan:
        got = sum((one[2] for one in leaves), Decimal(0))
        figures = {
            "f": points(builder, weight),
            "s": points(builder, got),
            "c": points(builder, weight - got),
        }
        slot = "scoring.section" if weight != got or rng.random() < 0.3 else "scoring.section.full"
        tokens = tell(builder, slot, figures, [Rule("difference", "linear", "c", "f -s")], more={"n": head})
        builder.heading(1, "", *tokens)
        heads.append(figures["s"])
        fulls.append(figures["f"])
        if len(leaves) == 1:
            if head == "预算执行率":
                rate(builder, facts, told)
            else:
                full_again, score_again = builder.again(figures["f"]), builder.again(figures["s"])
                builder.para(leaf(builder, leaves[0], full=full_again, score=score_again), "。")
            continue
        fulls_here = [points(builder, one[1]) for one in leaves]
        scores = [points(builder, one[2]) for one in leaves]
        for number, one in enumerate(leaves):
            pair = {"full": fulls_here[number], "score": scores[number]}
            builder.para(f"{number + 1}、", leaf(builder, one, **pair), "。")
        builder.total(figures["f"], fulls_here, "score_sum")
        builder.total(figures["s"], scores, "score_sum")
    builder.total(figure, heads, "score_sum")
    for before, after in zip(told_heads, heads, strict=False):
        builder.relate("restated", "linear", after, (before,))
    if rng.random() < 0.4:
        closing(builder, figure, [head for head, _, _ in plan], heads)


def listed_scores(
    names_of: Sequence[str], make: Sequence[Callable[[], Figure]], told: list[Figure]
) -> Callable[[], list[Token]]:
    """Give a slot that lists scores by name; the figures it printed are put into ``told``."""

    def call() -> list[Token]:
        told.extend(one() for one in make)
        pieces: list[list[Token]] = [[name, one] for name, one in zip(names_of, told, strict=True)]
        return joined(pieces, "、")

    return call


def closing(builder: Builder, whole: Figure, names_of: Sequence[str], parts: Sequence[Figure]) -> None:
    """Tell the total score once more, by its parts where the phrasing asks for them."""
    again = builder.again(whole)
    told: list[Figure] = []
    again_of = [partial(builder.again, part) for part in parts]
    slot = listed_scores(names_of, again_of, told)
    builder.para(builder.say("score.sum", {"s": again, "list": slot}))
    builder.total(again, told, "score_sum")


def leaf(builder: Builder, one: tuple[str, Decimal, Decimal], *, full: Figure, score: Figure) -> list[Token]:
    """Word one indicator."""
    target = builder.rng.choice(("≥95%", "100%", "≥12次", "按时完成", "有效提升"))
    actual = {"≥95%": "97%", "100%": "100%", "≥12次": "14次", "按时完成": "已完成", "有效提升": "达到预期"}[
        target
    ]
    slots: dict[str, Slot] = {"n": one[0], "f": full, "s": score, "target": target, "actual": actual}
    return builder.say("scoring.leaf", slots)


def ten(builder: Builder) -> None:
    """Write an appraisal in ten categories, converted to a hundred."""
    rng = builder.rng
    builder.title("".join(str(token) for token in builder.say("ten.title")))
    builder.heading(0, "部门基本情况")
    builder.para(builder.noise())
    builder.heading(0, "自评情况")
    fulls = rng.sample((4, 6, 8, 9, 10, 11, 12, 13, 12, 15), 10)
    scores = [earned(builder, Decimal(full)) for full in fulls]
    left_out = fulls.index(4)
    scores[left_out] = Decimal(0)
    total = sum(scores, Decimal(0))
    whole = points(builder, total)
    builder.para(builder.say("ten.head", {"s": whole}))
    parts = []
    for name, score in zip(names.TEN, scores, strict=True):
        part = points(builder, score)
        parts.append(part)
        builder.heading(1, "", *builder.say("ten.part", {"n": name, "s": part}))
        builder.para(builder.noise())
    builder.total(whole, parts, "score_sum")
    base = Decimal(100 - fulls[left_out])
    converted = total / base * 100
    figures = {
        "x": points(builder, Decimal(fulls[left_out])), "f": points(builder, base), "s": builder.again(whole),
        "v": Figure(converted, "分", 2, str(round_to(converted, 2))),
    }  # fmt: skip
    builder.para(tell(builder, "ten.convert", figures, []))
    if rng.random() < 0.6:
        closing(builder, whole, names.TEN, parts)


def weighted(builder: Builder) -> None:
    """Write an evaluation with a table of weights and scores."""
    rng = builder.rng
    builder.title("".join(str(token) for token in builder.say("scoring.title")))
    builder.heading(0, "评价情况")
    rate(builder, budget(builder))
    groups = (("投入", 20), ("过程", 25), ("产出", 35), ("效果", 20))
    full = points(builder, Decimal(100))
    heads = [points(builder, Decimal(weight)) for _, weight in groups]
    pieces = [
        builder.say("weights.part", {"n": name, "s": head})
        for (name, _), head in zip(groups, heads, strict=True)
    ]
    builder.para(builder.say("weights", {"f": full, "list": joined(pieces, "、")}))
    builder.total(full, heads, "score_sum")
    rows: list[list[list[Token]]] = [[["一级指标"], ["三级指标"], ["权重"], ["得分"]]]
    used = rng.sample(names.INDICATORS, len(names.INDICATORS))
    all_full: list[Figure] = []
    all_score: list[Figure] = []
    groups_of: list[list[Figure]] = []
    for (name, weight), head in zip(groups, heads, strict=True):
        mine: list[Figure] = []
        for index, one in enumerate(cut(weight, rng.randrange(2, 4))):
            pair = [bare(builder, one), bare(builder, earned(builder, one))]
            mine.append(pair[0])
            all_score.append(pair[1])
            rows.append([[name] if index == 0 else [], [used.pop()], [pair[0]], [pair[1]]])
        builder.total(head, mine, "score_sum")
        groups_of.append(all_score[-len(mine) :])
        all_full.extend(mine)
    total = bare(builder, sum((one.exact for one in all_score), Decimal(0)))
    grand = bare(builder, Decimal(100))
    rows.append([["合计"], [], [grand], [total]])
    builder.total(grand, all_full, "score_sum")
    builder.total(total, all_score, "score_sum")
    builder.table(rows)
    figure, word = graded(builder, total.exact)
    builder.relate("restated", "linear", figure, (total,))
    told: list[Figure] = []
    sums = [sum((one.exact for one in group), Decimal(0)) for group in groups_of]
    slot = listed_scores([name for name, _ in groups], [partial(points, builder, one) for one in sums], told)
    builder.para(builder.say("scoring.head", {"s": figure, "w": word, "list": slot}))
    builder.total(figure, told, "score_sum")
    for subtotal, group in zip(told, groups_of, strict=False):
        builder.total(subtotal, group, "score_sum")
    builder.para(builder.noise())


def bare(builder: Builder, value: Decimal) -> Figure:
    """Print a score without its unit, as in a table."""
    figure = points(builder, value)
    figure.shown = False
    return figure
