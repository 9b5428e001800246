"""The parts of a total: in a run, in parallel lists, on lines of their own or in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.grammar.facts import Item, gather
from bench.grammar.figures import Figure, Token, Word
from bench.grammar.lists import clauses, listing, parallel

if TYPE_CHECKING:
    from bench.grammar.builder import Builder


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
