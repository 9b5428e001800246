"""Points whose sum is written out in figures: 得分=18.5+19+28.5=66分, (92+94)÷2=93分, 94分÷96分×100=97.92分.

Such a sum names its own figures, so that no other reading can rescue it.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.scores.arithmetic import Written, written_sums
from jixiao.core.finding import Related
from jixiao.core.interval import round_half_up
from jixiao.core.observation import Observation

KIND = "score_sum"
_POINTS = re.compile(r"分|满意")
"""Words of a sum of points or of satisfaction, in it or in the clause before it."""
_MONEY = re.compile(r"[万亿]元|\d\s?元|金额|资金(?!使用|管理)|预算数|执行数|支出数")
_PRODUCT = re.compile(
    r"[^\d]*(?:[\d.]+\s?分?\s?[×*xX]\s?[\d.]+\s?%|[\d.]+\s?%\s?[×*xX]\s?[\d.]+\s?分?)\s?=\s?"
)
_CLAUSE = re.compile(r"[。;]")
_PLACES = 4
_TWO = 2
_WHOLE = ("100", "100%")


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """One claim for each sum of points written out."""
    for paragraph in reading.paragraphs:
        for made in written_sums(paragraph.text):
            text = paragraph.text
            if _PRODUCT.fullmatch(text[made.start : made.result[0]]):
                continue  # a full mark times a rate, which `proportion` tells of
            if _is_of_points(text, made) and not _is_rate(paragraph, made):
                yield _sum(paragraph, made) or _observed(paragraph, made)


def _is_of_points(text: str, made: Written) -> bool:
    start = max((found.end() for found in _CLAUSE.finditer(text, 0, made.start)), default=0)
    words = text[start : made.end + 1]
    return _POINTS.search(words) is not None and _MONEY.search(text[made.start : made.end]) is None


def _is_rate(paragraph: Paragraph, made: Written) -> bool:
    """Whether it is one figure over another in per cent, which the rates tell of."""
    starts = {token.start for token in paragraph.tokens}
    figures = [start for start, end in made.figures if paragraph.text[start:end] not in _WHOLE]
    return made.percent and not made.adds and len(figures) == _TWO and starts.issuperset(figures)


def _sum(paragraph: Paragraph, made: Written) -> Proposal | None:
    """Points that are but added up, where each is told with its unit."""
    tokens = {token.start: token for token in paragraph.tokens if token.unit.kind == "score"}
    parts = [tokens.get(start) for start, _ in made.figures]
    total = tokens.get(made.result[0])
    told = [part for part in parts if part is not None]
    signs = paragraph.text[made.start : made.result[0]]
    if not made.adds or "-" in signs or total is None or len(told) < len(parts):
        return None
    return Proposal(
        (relation(KIND, "sum", total, [(part, "score") for part in told], "named", role="total"),)
    )


def _observed(paragraph: Paragraph, made: Written) -> Observation:
    text, (start, end) = paragraph.text, made.result
    holds = made.holds(text)
    tokens = {token.start: token.index for token in paragraph.tokens}
    indexes = [tokens[first] for first, _ in ((start, end), *made.figures) if first in tokens]
    value = made.low * 100 if made.percent and made.plain and made.low <= 1 else made.low
    return Observation(
        kind=KIND,
        verdict="holds" if holds else "fails",
        quote=paragraph.block.text[made.start : made.end],
        place=paragraph.block.place(start, end),
        stated=text[start : made.end],
        computed=f"{round_half_up(value, _PLACES).normalize():f}",
        expression=text[made.start : start].rstrip("= "),
        fault="" if holds else "written_sum",
        proven=True,
        related=tuple(
            Related(paragraph.block.text[first:last], paragraph.block.place(first, last))
            for first, last in made.figures
        ),
        quantities=tuple(indexes),
    )
