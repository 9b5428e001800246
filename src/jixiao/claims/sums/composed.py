"""Totals whose words join the parts: 全年预算由年初批复A和年中追加B组成; 年初预算A与年中追加B合计T."""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_MADE = re.compile(r"\s?(?:[两二三四五]者|[两二三四五]部分|共同)?(?:组成|构成)")
_TRIGGER = re.compile(r"由.*[组构]成|[和与及加、][^，,。；;、]*\d[^，,。；;、]*(?:合计|共计|总计|相加)")
_TOGETHER = re.compile(r"^\s?(?:合计|共计|总计|相加)(?:为|达|共)?\s*$")
_NAMED = re.compile(r"(?:^|[，,。；;：:])\s*(?P<name>[^，,。；;：:由]{2,20})由[^，,。；;：:]*$")
_NEXT = re.compile(r"^\s?(?:[、和与及]|以及)")
_KIND = re.compile(r"(?:总额|总量|总数|金额|资金|数额|数|额)$")
_FILLER = re.compile(r"[为是共约达:：\s]+$")
_CLAUSE = re.compile(r"[，,。；;：:、(]")
_FEWEST = 2


def of_composed(reading: Reading) -> Iterator[Proposal]:
    """One sum for every list of parts that 由 opens and 组成 closes, where its total stands before it."""
    for paragraph in reading.paragraphs:
        if _TRIGGER.search(paragraph.text) is None:
            continue
        for position, token in enumerate(paragraph.tokens):
            if token.unit.kind != "yuan":
                continue
            if _MADE.match(paragraph.text, token.end):
                yield from _named_before(paragraph, _parts(paragraph, position))
            elif _TOGETHER.match(token.lead):
                yield from _added(paragraph, _parts(paragraph, position - 1), token)


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
