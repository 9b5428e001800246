"""Weights that should make 100, a sum whose total is not printed."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.claims.scores.scoring import added
from jixiao.core.claim import Operand
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

EXECUTION: Final = Decimal(10)
"""Points of the budget's execution beside those of the indicators: common practice of self-evaluations."""


def hundred(fulls: list[Token], *, targets: bool = False, proven: bool = False) -> Proposal | Observation:
    """Whether the weights make 100 (the full mark of an evaluation in common practice).

    Where they do, the last is what the others leave of a hundred; where not, no single one is wrong. A table
    of ``targets`` has no row of the budget's execution, which has ten points of the later evaluation. Weights
    in per cent of all that there is are ``proven`` to make it; a full mark of points may be another.
    """
    total = added(fulls)
    whole = HUNDRED - EXECUTION if targets and total == HUNDRED - EXECUTION else HUNDRED
    if total == whole:
        *others, last = (quantity(token, SCORE) for token in fulls)
        made = equation("score_sum", last, others, role="full")
        operands = tuple(Operand(other, "full", -1) for other in others)
        return Proposal((replace(made, operands=operands, constants=(whole,)),))
    return Observation(
        kind="score_sum",
        verdict="fails",
        quote=source(fulls[0]),
        place=fulls[0].build().place,
        stated="100",
        computed=f"{total:f}",
        expression=" + ".join(f"{token.number:f}" for token in fulls),
        fault="weights_not_100",
        proven=proven,
        related=tuple(Related(token.build().text, token.build().place) for token in fulls[1:]),
        quantities=tuple(token.index for token in fulls),
    )


def source(token: Token) -> str:
    """The words that end in the figure, from the start of their clause."""
    text = token.cell.text if token.cell is not None else token.block.text
    start = token.start
    while start > 0 and token.start - start < 16 and text[start - 1] not in "，。；;：:、（(！？ ":
        start -= 1
    return text[start : token.end]
