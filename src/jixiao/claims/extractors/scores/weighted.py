"""Points that are worked out from a score and its weight: 得分 25.00, 权重占比(%) 25.00, 折算得分 6.25.

In texts: 重点评价得分86分，按10%折算计8.6分; 考核得92.5分，占20%，折合18.5分.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Paragraph, Reading
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
_CONVERTS = re.compile(r"折|计入|加权")
_WEIGHT = re.compile(r"^[，,(]?[^，,。;]{0,8}(?:按照?|占比?|权重|比重)[^，,。;]{0,8}$")
"""Between a score and its weight: ，按, ，占, (权重."""
_CONVERTED = re.compile(
    r"^\)?[^，,。;]{0,12}[，,]?[^，,。;]{0,4}(?:折算|折合|折为|计入|计|加权|换算)后?(?:得?分)?(?:为|是|得|计|:)?\s?$"
)
"""Between a weight and its points: 折算计, 计入总分，折合, ，折算得分."""
_REACH = 6000
"""Characters below a header among which its rows stand: some sixty rows."""
_COLUMNS = 3
"""The score, its weight, the points."""
_SEVERAL = 2
"""Rows that hold, before the others must."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each row below such a header; they must hold where most do."""
    for paragraph in reading.paragraphs:
        if len(paragraph.points) > 1 and "%" in paragraph.text and _CONVERTS.search(paragraph.text):
            yield from _in_text(paragraph)
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


def _in_text(paragraph: Paragraph) -> Iterator[Proposal]:
    """A score, its weight in per cent right behind it, and the points that these make."""
    for score, rate, points in zip(
        paragraph.tokens, paragraph.tokens[1:], paragraph.tokens[2:], strict=False
    ):
        if (score.unit.kind, rate.unit.kind, points.unit.kind) != ("score", "percent", "score"):
            continue
        if score.number > HUNDRED or rate.number > HUNDRED:
            continue
        before = paragraph.text[score.end : rate.start]
        behind = paragraph.text[rate.end : points.start]
        if _WEIGHT.search(before) and _CONVERTED.search(behind):
            operands = (Operand(quantity(score, NUMBER), "full"), Operand(rate.build(), "rate"))
            stated = quantity(points, NUMBER)
            made = Relation(kind=KIND, formula="product", stated=stated, operands=operands, role="score")
            yield Proposal((made,), asserted=not (score.approximate or rate.approximate))


def _relation(score: Figure, weight: Figure, points: Figure) -> Relation:
    """Score times weight; the points are rounded as printed."""
    operands = (
        Operand(quantity(score.token, NUMBER), "full"),
        Operand(replace(quantity(weight.token), unit=PERCENT), "rate"),
    )
    return Relation(
        kind=KIND, formula="product", stated=quantity(points.token, NUMBER), operands=operands, role="score"
    )
