"""What a total is made of, told right behind it.

供养人员73人，由在职61人和离退休12人组成; 公务接待费0.89万元，分为国内接待费A和外事接待费B.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation

_OPENS = re.compile(r"[，,]\s?(?:由|分为|分成)")
_RIGHT_BEHIND = re.compile(r"^\s?[，,]\s?(?P<word>由|分为|分成)[^，,。；;：:]*$")
_NEXT = re.compile(r"^\s?(?:[、和与及]|以及)")
_MADE = re.compile(r"\s?(?:[两二三四五]者|[两二三四五]部分|共同)?(?:组成|构成)")
_ENDS = re.compile(r"\s?(?:[，,。；;)]|$)")
_FEWEST = 2


def of_made(reading: Reading) -> Iterator[Proposal]:
    """One sum for every such list."""
    for paragraph in reading.paragraphs:
        if _OPENS.search(paragraph.text) is None:
            continue
        for position, token in enumerate(paragraph.tokens[1:], 1):
            if (opened := _RIGHT_BEHIND.match(token.lead)) is not None:
                yield from _of_list(paragraph, position, composed=opened["word"] == "由")


def _of_list(paragraph: Paragraph, first: int, *, composed: bool) -> Iterator[Proposal]:
    """The list that 由 … 组成 or 分为 tells right behind its total, all of one unit."""
    total, last = paragraph.tokens[first - 1], first
    while last + 1 < len(paragraph.tokens) and _NEXT.match(paragraph.tokens[last + 1].lead):
        last += 1
    parts = paragraph.tokens[first : last + 1]
    closed = (_MADE if composed else _ENDS).match(paragraph.text, parts[-1].end)
    alike = {
        (part.unit.kind, part.unit.word if part.unit.kind == "count" else "") for part in (total, *parts)
    }
    if closed is None or len(parts) < _FEWEST or len(alike) > 1 or total.unit.kind not in ("yuan", "count"):
        return
    if total.approximate or any(part.approximate or part.sentence != total.sentence for part in parts):
        return
    addends = [(part, "part") for part in parts]
    yield Proposal((relation("sum", "sum", total, addends, role="total"),))
