"""Scores of a form that tells no full marks in its rows: 年初目标值(A) 实际完成值(B) 得分, up to 总分.

The last figure of each row is taken for its score, with the points of the budget's execution before them.
Which figures these are is a guess until they make the total, so that such a sum can only hold.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.stream import Figure, runs_of, stream
from jixiao.claims.reading.tables.form_header import BLANK
from jixiao.claims.reading.tables.money_rows import money_forms
from jixiao.claims.reading.units import SCORE
from jixiao.core.quantity import Quantity

KIND = "score_sum"
_HEADER = re.compile(rf"值(?:\([A-Z]\))?{BLANK}得\s?分(?!\s?[(\d])")
_WEIGHT = re.compile(r"分\s?值|权\s?重|满\s?分")
_TOTAL = re.compile(r"总\s?分[\s|:]*(?=\d)")
_REACH = 4000
"""Characters below a header among which its total stands: some forty rows of indicators."""
_FRONT, _BACK = 40, 12
"""Characters before and behind a header where a column of full marks would be named."""
_FEWEST = 3
"""Fewer scores than these make a total by chance."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The total of each such form."""
    if not reading.is_form:
        return
    source = stream(reading)
    for header in _HEADER.finditer(source.text):
        if _WEIGHT.search(source.text, max(header.start() - _FRONT, 0), header.end() + _BACK):
            continue
        end = _TOTAL.search(source.text, header.end(), header.end() + _REACH)
        total = source.behind(end.end(), 1) if end is not None else []
        if end is None or not total or total[0].token.unit.kind not in ("score", "number"):
            continue
        scores = [run[-1] for run in runs_of(source.text, source.between(header.end(), end.start()))]
        budgets = [
            row.score
            for rows in money_forms(reading)
            for row in rows
            if row.score is not None and row.score.end <= header.start()
        ]
        for parts in ([*budgets[-1:], *scores], scores):
            if len(parts) >= _FEWEST and sum(part.number for part in parts) == total[0].number:
                yield Proposal(
                    (equation(KIND, _points(total[0]), [_points(part) for part in parts]),), asserted=False
                )
                break


def _points(figure: Figure) -> Quantity:
    return quantity(figure.token, SCORE)
