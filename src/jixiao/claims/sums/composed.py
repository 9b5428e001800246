"""What a total told before is made of: 占全年预算T的p%；全年预算由年初批复A和年中追加B组成.

Also right behind it: 供养人员73人，由在职61人和离退休12人组成; 接待费0.89万元，分为国内A和外事B.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

_MADE = re.compile(r"\s?(?:[两二三四五]者|[两二三四五]部分|共同)?(?:组成|构成)")
_NAMED = re.compile(r"(?:^|[，,。；;：:])\s*(?P<name>[^，,。；;：:由]{2,20})由[^，,。；;：:]*$")
_NEXT = re.compile(r"^\s?(?:[、和与及]|以及)")
_KIND = re.compile(r"(?:总额|总量|总数|金额|资金|数额|数|额)$")
_FILLER = re.compile(r"[为是共约达:：\s]+$")
_CLAUSE = re.compile(r"[，,。；;：:、(]")
_FEWEST = 2
_RIGHT_BEHIND = re.compile(r"^\s?[，,]\s?(?P<word>由|分为|分成)[^，,。；;：:]*$")
_OPENS = re.compile(r"[，,]\s?(?:由|分为|分成)")
_ENDS = re.compile(r"\s?(?:[，,。；;)]|$)")


def of_composed(reading: Reading) -> Iterator[Proposal]:
    """One sum for every list of parts that 由 opens and 组成 closes, where its total stands before it."""
    for paragraph in reading.paragraphs:
        for position, token in enumerate(paragraph.tokens[1:], 1) if _OPENS.search(paragraph.text) else ():
            if (opened := _RIGHT_BEHIND.match(token.lead)) is not None:
                yield from _of_last(paragraph, position, made="由" in opened["word"])
        if "由" not in paragraph.text or ("组成" not in paragraph.text and "构成" not in paragraph.text):
            continue
        for position, token in enumerate(paragraph.tokens):
            if token.unit.kind == "yuan" and _MADE.match(paragraph.text, token.end):
                yield from _of_parts(paragraph, position)


def _of_last(paragraph: Paragraph, first: int, *, made: bool) -> Iterator[Proposal]:
    """The list that 由 … 组成 or 分为 tells right behind its total, all of one unit."""
    total, last = paragraph.tokens[first - 1], first
    while last + 1 < len(paragraph.tokens) and _NEXT.match(paragraph.tokens[last + 1].lead):
        last += 1
    parts = paragraph.tokens[first : last + 1]
    closed = (_MADE if made else _ENDS).match(paragraph.text, parts[-1].end)
    alike = {
        (part.unit.kind, part.unit.word if part.unit.kind == "count" else "") for part in (total, *parts)
    }
    if closed is None or len(parts) < _FEWEST or len(alike) > 1 or total.unit.kind not in ("yuan", "count"):
        return
    if total.approximate or any(part.approximate or part.sentence != total.sentence for part in parts):
        return
    addends = [(part, "part") for part in parts]
    yield Proposal((relation("sum", "sum", total, addends, role="total"),))


def _of_parts(paragraph: Paragraph, last: int) -> Iterator[Proposal]:
    first = last
    while first and _NEXT.match(paragraph.tokens[first].lead):
        first -= 1
    parts = paragraph.tokens[first : last + 1]
    named = _NAMED.search(parts[0].lead)
    if named is None or len(parts) < _FEWEST or any(part.unit.kind != "yuan" for part in parts):
        return
    total = _told(paragraph.tokens[:first], _KIND.sub("", named["name"].strip()))
    if total is not None:
        addends = [(part, "part") for part in parts]
        yield Proposal((relation("sum", "sum", total, addends, role="total"),))


def _told(before: Sequence[Token], name: str) -> Token | None:
    """The last amount that words before it call by that name."""
    for token in reversed(before):
        called = _KIND.sub("", _FILLER.sub("", _CLAUSE.split(token.lead)[-1]))
        if token.unit.kind == "yuan" and len(name) >= _FEWEST and called.endswith(name):
            return token
    return None
