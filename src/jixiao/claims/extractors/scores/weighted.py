"""Points that are worked out from a score and its weight: 得分 25.00, 权重占比(%) 25.00, 折算得分 6.25."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.stream import Figure, runs_of, stream
from jixiao.claims.reading.tables.form_header import BLANK
from jixiao.claims.reading.units import HUNDRED, NUMBER, PERCENT
from jixiao.core.claim import Operand, Relation, decide

KIND = "score_sum"
_HEADER = re.compile(
    rf"得\s?分{BLANK}权\s?重(?:占\s?比)?(?:\(%\))?{BLANK}[\u4e00-\u9fff]{{0,6}}?(?:折\s?算|加\s?权)后?得\s?分"
)
_REACH = 6000
"""Characters below a header among which its rows stand: some sixty rows."""
_COLUMNS = 3
"""The score, its weight, the points."""
_SEVERAL = 2
"""Rows that hold, before the others must."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each row below such a header; they must hold where most do."""
    if not reading.is_form:
        return
    source = stream(reading)
    for header in _HEADER.finditer(source.text):
        figures = source.between(header.end(), header.end() + _REACH)
        runs = [run for run in runs_of(source.text, figures) if len(run) >= _COLUMNS]
        made = [_relation(*run[-_COLUMNS:]) for run in runs if run[-2].number <= HUNDRED]
        held = sum(decide(one).holds for one in made)
        meant = held >= _SEVERAL and held * 2 > len(made)
        yield from (Proposal((one,), asserted=meant) for one in made)


def _relation(score: Figure, weight: Figure, points: Figure) -> Relation:
    """Score times weight; the points are rounded as printed."""
    operands = (
        Operand(quantity(score.token, NUMBER), "full"),
        Operand(replace(quantity(weight.token), unit=PERCENT), "rate"),
    )
    return Relation(
        kind=KIND, formula="product", stated=quantity(points.token, NUMBER), operands=operands, role="score"
    )
