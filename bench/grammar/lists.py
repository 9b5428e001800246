"""Lists of parts: one clause each, or parallel lists with one word for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.grammar.builder import Said
from bench.grammar.figures import Figure, Token, Word
from bench.grammar.phrase import expand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.grammar.builder import Builder
    from bench.grammar.facts import Item
    from bench.grammar.phrase import Slot


def joined(tokens: Sequence[list[Token]], separator: str) -> list[Token]:
    """Join clauses."""
    result: list[Token] = []
    for index, piece in enumerate(tokens):
        if index:
            result.append(separator)
        result.extend(piece)
    return result


def clauses(builder: Builder, slot: str, items: Sequence[Item], whole: Figure | None) -> list[Said]:
    """Word each part by the same phrasing, or each by its own where the report's habits vary."""
    template, seed = builder.pick(slot), builder.rng.randrange(1 << 30)
    return [
        builder.clause(slot, item, whole)
        if builder.style.rotate
        else builder.clause(slot, item, whole, template=template, seed=seed)
        for item in items
    ]


def listing(
    builder: Builder, slot: str, items: Sequence[Item], whole: Figure | None, separator: str = "；"
) -> Said:
    """Word all parts in one run and note that they make the whole."""
    said = clauses(builder, slot, items, whole)
    parts = [one.figures["now"] for one in said]
    if whole is not None:
        builder.total(whole, parts)
    return Said(joined([one.tokens for one in said], separator))


def parallel(builder: Builder, slot: str, items: Sequence[Item], whole: Figure) -> Said:
    """Word the parts as parallel lists: names, amounts, then shares or changes in the same order."""
    rng = builder.rng
    last = rng.choice(("、", "和", "、", "与"))
    once = rng.random() < 0.2  # the unit stands only after the last amount
    sign = 1 if items[0].change >= 0 else -1
    even = all((item.change >= 0) == (sign > 0) for item in items)
    columns: dict[str, list[Figure]] = {}

    def run(name: str, make: Callable[[Item], Figure], *, money: bool = False) -> Callable[[], list[Token]]:
        def call() -> list[Token]:
            figures = [make(item) for item in items]
            if once and money and len({figure.unit for figure in figures}) == 1:
                for figure in figures[:-1]:
                    figure.shown = False
            columns[name] = figures
            return listed([[figure] for figure in figures], last)

        return call

    def listed(pieces: list[list[Token]], tail: str) -> list[Token]:
        head = joined(pieces[:-1], "、")
        return [*head, tail, *pieces[-1]]

    slots: dict[str, Slot] = {
        **builder.names,
        "ns": [("、".join(item.name for item in items[:-1])) + last + items[-1].name],
        "nows": run("nows", lambda item: builder.money(item.now, stale=item.prior), money=True),
        "ps": run("ps", lambda item: builder.percent(item.now / whole.exact)),
        "ds": run("ds", lambda item: builder.money(abs(item.change)), money=True),
        "gs": run("gs", lambda item: builder.percent(abs(item.change) / item.prior)),
        "rs": run("rs", lambda item: builder.percent(item.now / item.plan)),
        "plans": run("plans", lambda item: builder.money(item.plan), money=True),
    }
    name = slot + (".even" if even and rng.random() < 0.5 else "")
    tokens = expand(builder.pick(name), slots, rng, sign)
    words = tuple(token for token in tokens if isinstance(token, Word) and token.sign)
    nows = columns["nows"]
    builder.total(whole, nows)
    for index, now in enumerate(nows):
        if "ps" in columns:
            builder.relate("share", "quotient", columns["ps"][index], (now, whole))
        if "rs" in columns and "plans" in columns:
            builder.relate("rate", "quotient", columns["rs"][index], (now, columns["plans"][index]))
        if "gs" in columns and "ds" in columns:
            pair = (now, columns["ds"][index])
            builder.relate("growth", "now_change", columns["gs"][index], pair, words=words)
    return Said(tokens)
