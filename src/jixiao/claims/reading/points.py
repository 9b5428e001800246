"""Differences between two percentages, told in percentage points."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide

_FROM_TO = re.compile(r"(?:由|从)[^。；]*(?:提高|上升|增加|下降|降低|降|升|回落|减少)(?:到|至|为)")
_NEAREST = 6


def of_points(reading: Reading) -> Iterator[Proposal]:
    """Each figure in points against pairs of percentages of its sentence; asserted where the words say from … to …."""
    for paragraph in reading.paragraphs:
        for position, token in enumerate(paragraph.tokens):
            if token.unit.kind == "point" and token.number:
                yield from _of_token(paragraph, position, token)


def _of_token(paragraph: Paragraph, position: int, token: Token) -> Iterator[Proposal]:
    near = [t for t in paragraph.tokens[max(position - _NEAREST, 0) : position][::-1] if t.unit.kind == "percent"]
    near = [t for t in near if t.sentence == token.sentence]
    readings = []
    for i, later in enumerate(near):
        for earlier in near[i + 1 :]:
            high, low = (later, earlier) if later.number >= earlier.number else (earlier, later)
            readings.append(relation("difference", "difference", token, [(high, "minuend"), (low, "subtrahend")], role="points"))
    held = next((r for r in readings if decide(r).holds), None)
    if held is not None:
        yield Proposal((held,))
    elif len(near) >= 2 and _FROM_TO.search(paragraph.text[near[1].start - 12 if near[1].start > 12 else 0 : token.start]):
        yield Proposal((readings[0],))
