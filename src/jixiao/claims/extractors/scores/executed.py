"""The points of the budget's execution: full mark times rate (10分 × 98.5% = 9.85分).

Many places score so and others do not (all points from 95 % on), so that other points contradict nothing,
unless the header of the points says how they are made: 得分(20分*执行率).
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.stream import Figure, Stream, stream
from jixiao.claims.reading.tables.form_header import POINTS_MADE
from jixiao.claims.reading.tables.money_rows import money_forms
from jixiao.claims.reading.units import NUMBER, SCORE
from jixiao.claims.scores.budget_rows import REACH, executions
from jixiao.core.claim import Operand, Relation

KIND = "score_sum"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each row of a budget's execution with full mark, rate and points."""
    if not reading.is_form:
        return
    source = stream(reading)
    for full, rate, score in executions(source):
        yield Proposal((_relation(full, rate, score),), asserted=False)
    for row in (row for rows in money_forms(reading) for row in rows):
        if row.mark is not None and row.rate is not None and row.score is not None:
            yield Proposal((_relation(row.mark, row.rate, row.score),), asserted=False)
            if row.bases and row.amounts:
                yield Proposal(
                    (_by_amounts(row.mark, row.amounts[-1], row.bases[0], row.score),), asserted=False
                )
    for found in POINTS_MADE.finditer(source.text):
        made = _by_formula(source, found)
        if made is not None:
            yield Proposal((made,))


def _by_formula(source: Stream, found: re.Match[str]) -> Relation | None:
    """The first rate below a header that tells how its points are made, and the points behind it."""
    full = next(iter(source.between(found.start("full"), found.end("full"))), None)
    row = source.between(found.end(), found.end() + REACH)
    at = next((n for n, figure in enumerate(row) if figure.token.unit.kind == "percent"), len(row))
    if full is None or at + 1 >= len(row):
        return None
    rate, score = row[at], row[at + 1]
    beside = not source.text[rate.end : score.start].strip(" |\n")
    if not beside or not score.bare or score.number > full.number:
        return None
    return _relation(full, rate, score)


def _by_amounts(full: Figure, outturn: Figure, budget: Figure, score: Figure) -> Relation:
    """The points by the amounts that make the rate."""
    operands = (
        Operand(quantity(full.token, SCORE), "full"),
        Operand(outturn.token.build(), "actual"),
        Operand(budget.token.build(), "target"),
    )
    stated = quantity(score.token, NUMBER)
    return Relation(kind=KIND, formula="points_more", stated=stated, operands=operands, role="score")


def _relation(full: Figure, rate: Figure, score: Figure) -> Relation:
    operands = (Operand(quantity(full.token, SCORE), "full"), Operand(rate.token.build(), "rate"))
    return Relation(
        kind=KIND,
        formula="product",
        stated=quantity(score.token, NUMBER),  # points of a rate are rounded, points that are given are not
        operands=operands,
        binding="bound",
        role="score",
    )
