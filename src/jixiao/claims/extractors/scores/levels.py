"""Tables of weights by levels whose columns were lost: each level up to the one above it, and the scores.

The weights prove themselves (see ``scores/levels``): a sum is asserted where one of them alone is wrong, and
the scores must make their total where every indicator has one.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, equation, quantity
from jixiao.claims.reading.stream import Figure
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.claims.scores.level_search import Node, every
from jixiao.claims.scores.levels import LevelTable, level_tables
from jixiao.claims.scores.weights import hundred
from jixiao.core.claim import Relation
from jixiao.core.observation import Observation
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_FEWEST = 3
"""Indicators with scores; fewer make a total by chance."""


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """What the levels of each table say about its points."""
    for table in level_tables(reading):
        if table.cut:
            for node in every(table.roots):
                if node.is_filled:
                    yield Proposal((_filled(node),), asserted=False)
            continue
        full, score = _totals(table)
        yield from (Proposal((_filled(node),)) for node in every(table.roots) if node.children)
        if table.whole == HUNDRED:  # else the row of the budget's execution belongs to the totals too
            yield from _whole(table, full)
            yield from _scored(table, score)


def _filled(node: Node) -> Relation:
    return _equation(node.entry.figure, [child.entry.figure for child in node.children])


def _totals(table: LevelTable) -> tuple[Figure | None, Figure | None]:
    """The full mark and the score behind 合计: the full marks of all levels are a hundred each."""
    if len(table.totals) > 1:
        return table.totals[0], table.totals[-1]
    only = next(iter(table.totals), None)
    return (only, None) if only is not None and only.number == HUNDRED else (None, only)


def _whole(table: LevelTable, full: Figure | None) -> Iterator[Proposal | Observation]:
    heads = [root.entry.figure for root in table.roots]
    leaves = [leaf.entry.figure for root in table.roots for leaf in root.leaves()]
    if full is None:
        yield hundred([head.token for head in heads])
        return
    yield Proposal((_equation(full, heads),))
    if table.wrong is None and leaves != heads:
        yield Proposal((_equation(full, leaves),), asserted=False)


def _scored(table: LevelTable, total: Figure | None) -> Iterator[Proposal]:
    """The scores of the indicators up to the total; those of a level that has its own, from the one below."""
    leaves = [leaf for root in table.roots for leaf in root.leaves()]
    if total is None or len(leaves) < _FEWEST:
        return
    scores = [leaf.scores[-1] for leaf in leaves if leaf.scores]
    if len(scores) < len(leaves):
        return
    above = [leaf for leaf in leaves if leaf.scores[-1].number > leaf.entry.figure.number]
    if len(above) == 1 and table.wrong is None:
        limit = quantity(above[0].entry.figure.token, SCORE)
        yield Proposal(
            (compared("bound", quantity(above[0].scores[-1].token, SCORE), "≤", limit, role="full"),)
        )
    added = sum((score.number for score in scores), Decimal(0))
    sure = not above and all(len(leaf.scores) == 1 for leaf in leaves)
    near = abs(added - total.number) * 5 <= total.number or one_slip_apart(
        quantity(total.token, SCORE), added
    )
    yield Proposal((_equation(total, scores),), asserted=sure and near)


def _equation(total: Figure, parts: list[Figure]) -> Relation:
    return equation(KIND, quantity(total.token, SCORE), [quantity(part.token, SCORE) for part in parts])
