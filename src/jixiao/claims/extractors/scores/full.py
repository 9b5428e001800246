"""Weights up to the full mark that is told behind them: 投入20分、过程25分、产出35分、效果20分，满分100分."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.scoring import added
from jixiao.claims.scores.slipping import one_slip_explains
from jixiao.core.claim import decide

KIND = "score_sum"
_FEWEST = 3
"""Weights of a list; two are too often near each other by chance."""
_SYSTEM = re.compile(r"一级指标|指标体系|评价指标|权重")
"""Weights that make a hundred in a list of all of them: another full mark is wrong."""
_FULL = re.compile(
    r"^[\s)]*(?:[^，,。；;\d得扣]{0,12}(?:组成|构成|指标|部分|方面))?[，,、；;\s]*"
    r"(?:权重|指标|分值|各项|以上|评价)*(?:合计|共计|总计|满分|总分)(?:分?值|分数|满分|为|是|共|[:：\s])*$"
)
_MEMBER = re.compile(r"^[\s)]*(?:[、，,；;+]|和|及|与|以及)+[^，,。；;得扣超低每≥≤]{0,14}$")
_OPENING = re.compile(r"[^，,。；;得扣超低每≥≤]{1,40}$")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per full mark that closes a list of weights."""
    for paragraph in reading.paragraphs:
        if len(paragraph.points) > _FEWEST:
            yield from _of_paragraph(paragraph)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Proposal]:
    points = paragraph.points
    for position, total in enumerate(points):
        if position < _FEWEST:
            continue
        if not _FULL.search(paragraph.text[points[position - 1].end : total.start]):
            continue
        members = _members(paragraph, position)
        if len(members) < _FEWEST:
            continue
        made = relation(KIND, "sum", total, [(member, "full") for member in members], role="total")
        whole = added(members) == HUNDRED and _SYSTEM.search(paragraph.text[: members[0].start]) is not None
        if total.number < HUNDRED and not whole:
            continue
        meant = decide(made).holds or one_slip_explains(total.build(), [one.build() for one in members])
        meant = meant or whole
        yield Proposal((made,), asserted=meant)


def _members(paragraph: Paragraph, end: int) -> list[Token]:
    """The points before the full mark that stand in one list, each behind a short name or none."""
    points = paragraph.points
    start = end - 1
    while start > 0 and _MEMBER.match(paragraph.text[points[start - 1].end : points[start].start]):
        start -= 1
    before = paragraph.text[points[start - 1].end if start else 0 : points[start].start]
    return points[start:end] if _OPENING.search(before) else []
