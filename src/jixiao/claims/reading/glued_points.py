"""Points of a form that were run together with the words or targets beside them.

采购册数≥5000册5230册20 20 ends in full mark and score; 更换长度10≥266米266米10 begins with the one and ends
in the other; 合格率15100%100%15 has a full mark of 15 before its target.
"""

import re
from decimal import Decimal

from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.document import Block

_POINTS = r"\d{1,3}(?:\.\d{1,2})?"
_NEXT = r"$|[\u4e00-\u9fff]{4}|总\s?分|合\s?计"
"""What may follow a row: its end, the words of the next or the total."""
_PAIR = re.compile(
    rf"(?<=[\u4e00-\u9fff)%])(?P<full>{_POINTS})[ |]{{1,3}}"
    rf"(?P<score>{_POINTS})(?=[\s|]|{_NEXT})"
)
_FULL = re.compile(r"(?<=[\u4e00-\u9fff)])\d{1,2}(?:\.\d)?(?=\s?[≥≤=＝><]\s?\d|100%)")
_SCORE = re.compile(rf"(?<=[\u4e00-\u9fff)%]){_POINTS}(?={_NEXT})")


def point_tokens(text: str, block: Block, *, skip: int = 0) -> list[Token]:
    """The figures of such points; a score counts only behind a full mark before its target."""
    fulls = list(_FULL.finditer(text, skip))
    ends = [*(full.start() for full in fulls[1:]), len(text)][: len(fulls)]
    scores = [_SCORE.search(text, full.end(), end) for full, end in zip(fulls, ends, strict=True)]
    spans = [one.span() for one in (*fulls, *scores) if one is not None]
    for pair in _PAIR.finditer(text, skip):
        spans.extend((pair.span("full"), pair.span("score")))
    return [_token(text[start:end], start, block) for start, end in sorted(set(spans))]


def _token(figure: str, start: int, block: Block) -> Token:
    return Token(
        start=start,
        end=start + len(figure),
        figure_end=start + len(figure),
        number=Decimal(figure),
        decimals=len(figure.partition(".")[2]),
        unit=NUMBER,
        approximate=False,
        comparator="",
        grouped=False,
        block=block,
        cell=None,
    )
