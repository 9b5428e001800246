"""A form written out line by line: 指标1：…，分值20分，得分19分。 … 自评总分：96分（满分100分）.

Every line tells its full mark and its score by name. Full marks that make the printed one, or a hundred,
prove that no line is missing, so that the scores must make theirs; or the scores prove it for the full marks.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.stream import Figure, Stream, stream
from jixiao.claims.reading.tables.form_header import SCORE, WEIGHT
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.reading.units import SCORE as POINTS
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_POINTS = r"(?:为|:)?\s?(?P<{}>\d+(?:\.\d+)?)\s?分"
_ROW = re.compile(rf"{WEIGHT}{_POINTS.format('full')}\s?[，,、;]\s?{SCORE}{_POINTS.format('score')}")
_TOTAL = re.compile(
    r"(?:自\s?评|评\s?价|综\s?合)?总\s?得?\s?分(?:为|:)?\s?(?P<score>\d+(?:\.\d+)?)\s?分?"
    r"(?:\s?[(，,]\s?满分\s?(?P<full>\d+)\s?分)?"
)
_APART = 400
"""Characters between two rows, and behind the last up to the total."""
_FEWEST = 3
_NEAR = 5
"""Scores further from their total than a fifth of it are those of another one."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The totals of each list of such lines."""
    if sum(token.unit.kind == "score" for token in reading.tokens) < 2 * _FEWEST:
        return
    source = stream(reading)
    rows: list[re.Match[str]] = []
    for row in _ROW.finditer(source.text):
        if rows and row.start() - rows[-1].end() > _APART:
            yield from _of_rows(source, rows)
            rows = []
        rows.append(row)
    yield from _of_rows(source, rows)


def _of_rows(source: Stream, rows: list[re.Match[str]]) -> Iterator[Proposal]:
    if len(rows) < _FEWEST:
        return
    end = rows[-1].end()
    total = _TOTAL.search(source.text, end, end + _APART)
    score = _figure(source, total, "score")
    fulls, scores = ([_figure(source, row, name) for row in rows] for name in ("full", "score"))
    if total is None or score is None:
        return
    full = _figure(source, total, "full") if total["full"] else None
    of_fulls, of_scores = _added(fulls), _added(scores)
    proven = of_fulls == (full.number if full is not None else HUNDRED)
    held = of_scores == score.number
    if not (proven or held):
        return
    if full is not None:
        slipped = one_slip_apart(quantity(full.token, POINTS), of_fulls)
        yield from _sum(full, fulls, asserted=proven or slipped)
    near = abs(of_scores - score.number) * _NEAR <= score.number
    yield from _sum(score, scores, asserted=near or one_slip_apart(quantity(score.token, POINTS), of_scores))


def _figure(source: Stream, found: re.Match[str] | None, name: str) -> Figure | None:
    if found is None:
        return None
    at = found.start(name)
    return next(iter(source.between(at, at + 1)), None)


def _added(figures: list[Figure | None]) -> Decimal:
    return sum((figure.number for figure in figures if figure is not None), Decimal(0))


def _sum(total: Figure, parts: list[Figure | None], *, asserted: bool) -> Iterator[Proposal]:
    """Nothing where a figure of the text was not read as one."""
    known = [part for part in parts if part is not None]
    if len(known) == len(parts):
        made = equation(KIND, quantity(total.token, POINTS), [quantity(part.token, POINTS) for part in known])
        yield Proposal((made,), asserted=asserted)
