"""Totals whose words join the parts: 全年预算由年初批复A和年中追加B组成; 年初预算A与年中追加B合计T.

Also right behind the total: 供养人员73人，由在职61人和离退休12人组成; 公务接待费0.89万元，分为国内A和外事B.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_MADE = re.compile(r"\s?(?:[两二三四五]者|[两二三四五]部分|共同)?(?:组成|构成)")
_TRIGGER = re.compile(r"由.*[组构]成|[和与及加、][^，,。；;、]*\d[^，,。；;、]*(?:合计|共计|总计|相加)")
_TOGETHER = re.compile(r"^\s?(?:合计|共计|总计|相加)(?:为|达|共)?\s*$")
_BEHIND = re.compile(r"^\s?(?:共同)?(?:组成|构成)\s?[，,]\s?(?:总|合|共)?计?(?:为|达|数|额)?\s*$")
_COMPOSED = re.compile(r"由[^，,。；;：:由]*$")
_NAMED = re.compile(r"(?:^|[，,。；;：:])\s*(?P<name>[^，,。；;：:由]{2,20})由[^，,。；;：:]*$")
_NEXT = re.compile(r"^\s?(?:[、和与及]|[，,]?以及)")
_OPENS = re.compile(r"[，,]\s?(?:由|分为|分成)")
_RIGHT_BEHIND = re.compile(r"^\s?[，,]\s?(?P<word>由|分为|分成)[^，,。；;：:]*$")
_ENDS = re.compile(r"\s?(?:[，,。；;)]|$)")
_KIND = re.compile(r"(?:总额|总量|总数|金额|资金|数额|数|额)$")
_FILLER = re.compile(r"[为是共约达:：\s]+$")
_CLAUSE = re.compile(r"[，,。；;：:、(]")
_FEWEST = 2


def of_composed(reading: Reading) -> Iterator[Proposal]:
    """One sum for every list of parts whose words say of which total before it, or behind it, they are."""
    for paragraph in reading.paragraphs:
        if _OPENS.search(paragraph.text) is not None:
            yield from _right_behind(paragraph)
        if _TRIGGER.search(paragraph.text) is None:
            continue
        for position, token in enumerate(paragraph.tokens):
            if token.unit.kind != "yuan":
                continue
            if _MADE.match(paragraph.text, token.end):
                parts = _parts(paragraph, position)
                yield from _named_before(paragraph, parts)
                yield from _told_behind(paragraph, parts, position + 1)
            elif _TOGETHER.match(token.lead):
                yield from _added(paragraph, _parts(paragraph, position - 1), token)


def _right_behind(paragraph: Paragraph) -> Iterator[Proposal]:
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
    yield Proposal((_sum(total, parts),))


def _parts(paragraph: Paragraph, last: int) -> Sequence[Token]:
    """The amounts up to this one that only 和 and its kind part; none where they are no money."""
    first = last
    while first > 0 and _NEXT.match(paragraph.tokens[first].lead):
        first -= 1
    parts = paragraph.tokens[max(first, 0) : last + 1]
    return parts if len(parts) >= _FEWEST and all(part.unit.kind == "yuan" for part in parts) else []


def _named_before(paragraph: Paragraph, parts: Sequence[Token]) -> Iterator[Proposal]:
    named = _NAMED.search(parts[0].lead) if parts else None
    if named is None:
        return
    before = paragraph.tokens[: paragraph.tokens.index(parts[0])]
    total = _told(before, _KIND.sub("", named["name"].strip()))
    if total is not None:
        yield Proposal((_sum(total, parts),))


def _told_behind(paragraph: Paragraph, parts: Sequence[Token], at: int) -> Iterator[Proposal]:
    """支出总计由甲A，以及乙B、丙C组成，计T: what a total is made of, and behind it the amount."""
    total = paragraph.tokens[at] if parts and at < len(paragraph.tokens) else None
    if total is None or _BEHIND.match(total.lead) is None or _COMPOSED.search(parts[0].lead) is None:
        return
    if total.sentence == parts[0].sentence and not any(one.approximate for one in (*parts, total)):
        yield Proposal((_sum(total, parts),))


def _added(paragraph: Paragraph, parts: Sequence[Token], total: Token) -> Iterator[Proposal]:
    """Where another amount opens the sentence, the parts may be only the last of a longer list."""
    if parts and not any(part.approximate for part in (*parts, total)):
        first = paragraph.tokens.index(parts[0])
        before = paragraph.tokens[first - 1] if first else None
        opens = before is None or before.sentence != total.sentence
        yield Proposal((_sum(total, parts),), asserted=opens and total.sentence == parts[0].sentence)


def _sum(total: Token, parts: Sequence[Token]) -> Relation:
    return relation("sum", "sum", total, [(part, "part") for part in parts], role="total")


def _told(before: Sequence[Token], name: str) -> Token | None:
    """The last amount that words before it call by that name."""
    for token in reversed(before):
        called = _KIND.sub("", _FILLER.sub("", _CLAUSE.split(token.lead)[-1]))
        if token.unit.kind == "yuan" and len(name) >= _FEWEST and called.endswith(name):
            return token
    return None
