"""Weights of a table of targets whose columns were lost: 指标值 权重, no scores yet, up to 合计.

The last figure of each row is taken for its weight. Which figures these are is a guess until they make the
printed total, or a hundred (ninety without the budget's execution), unless one slip alone keeps them from it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.stream import Figure, Stream, stream
from jixiao.claims.reading.tables.form_header import BLANK, SCORE, WEIGHT
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.reading.units import SCORE as POINTS
from jixiao.claims.scores.forms import lone_marks
from jixiao.claims.scores.slipping import one_slip_explains
from jixiao.claims.scores.weights import hundred
from jixiao.core.observation import Observation
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_HEADER = re.compile(
    rf"(?:指\s?标\s?值|目\s?标\s?值|[度计]\s?量\s?单\s?位)(?:\([^)]{{0,24}}\))?{BLANK}{WEIGHT}(?!{BLANK}(?:{SCORE}|执))"
)
_WORDS = ("权重", "权 重", "分值", "分 值")
_TOTAL = re.compile(r"(?:合\s?计|总\s?分|总\s?计)[\s|:]*(?=\d)")
_NEXT = re.compile(r"一\s?级\s?指\s?标|项\s?目\s?名\s?称|\n\s?[一二三四五六七八九十]、")
"""Another table, or a section of the text."""
_REACH = 4000
"""Characters below a header: some forty indicators."""
_FEWEST = 4
"""Fewer weights than these make a total by chance."""
_WHOLES = (HUNDRED, Decimal(90))


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """The weights of each such table."""
    source = stream(reading)
    if not any(word in source.text for word in _WORDS):
        return
    for header in _HEADER.finditer(source.text):
        stop = min(len(source.text), header.end() + _REACH)
        following = _NEXT.search(source.text, header.end(), stop)
        stop = following.start() if following is not None else stop
        total = _TOTAL.search(source.text, header.end(), stop)
        stop = total.start() if total is not None else stop
        marks = lone_marks(source.text, source.between(header.end(), stop))
        if len(marks) >= _FEWEST:
            yield from _of_table(source, marks, total)


def _of_table(
    source: Stream, marks: list[Figure], total: re.Match[str] | None
) -> Iterator[Proposal | Observation]:
    added = sum((mark.number for mark in marks), Decimal(0))
    if total is None:
        if added in _WHOLES:
            yield hundred([mark.token for mark in marks], targets=True)
        return
    told = next(iter(source.behind(total.end(), 1)), None)
    if told is None:
        return
    stated, parts = quantity(told.token, POINTS), [quantity(mark.token, POINTS) for mark in marks]
    if added in _WHOLES:
        meant = added == told.number or one_slip_apart(stated, added)
    else:
        meant = told.number in _WHOLES and one_slip_explains(stated, parts)
    if meant:
        yield Proposal((equation(KIND, stated, parts),))
