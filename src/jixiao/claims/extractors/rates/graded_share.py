"""Rates of good grades: 15个项目中“优”11个、“良”3个、“中”1个，优良率93.33%.

优良率 is of 优 and 良 together, 优秀率 of 优 alone, over all that were graded: a count told before that the
grades make together; else the count of the paragraph told last before them.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "rate"
_RATE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:自评|评价|总体|整体|项目)?[“”\"]?(?P<which>优良|优秀|优等|优)[“”\"]?(?:率|占比|比例)(?:约|仅)?(?:为|是|达到?|:)*\s*$"
)
_GRADE = r"优秀|优|良好|良|中等|中|一般|合格|较差|差|不合格|未定级"
_BEFORE = re.compile(
    rf"(?:^|[，,、；;:。\s“\"(]|评为|结果为|等[级次]为|为)(?P<grade>{_GRADE})[”\"]?(?:等级|等次|档|级|类)?的?(?:项目|单位|指标|部门|有|分别|为|共)*\s*$"
)
_BEHIND = re.compile(
    r"(?:项目|单位|部门)?(?:被?评为|为|获|属)?[“\"]?(?P<grade>优秀|优|良好|良|中等|合格|较差|不合格)(?=[”\"、，,；;。等级次档]|$)"
)
_BOTH = re.compile(
    r"优(?:秀)?[、和]?良(?:好)?[”\"]?(?:等级|等次|档|级)?的?(?:项目|单位)*(?:共|合计|总数|共有|有)*\s*$"
)
_GOOD = ("优", "良")
_OTHER_YEAR = re.compile(r"上年|去年|(?:19|20)\d\d年度?评")
_FAR, _FEWEST, _BACK = 24, 2, 2
"""Characters before a figure that name its grade; grades that make a list; blocks back to one."""

_Graded = list[tuple[str, Token]]


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such rate with the grades of its paragraph or those right before it."""
    counts: list[Token] = []
    near: list[tuple[int, _Graded]] = []
    for paragraph in reading.paragraphs:
        own = [t for t in paragraph.tokens if t.unit.kind == "count" and not t.approximate]
        if "优" in paragraph.text:
            block = paragraph.block.index
            earlier = next((one for at, one in near[::-1] if block - at <= _BACK), [])
            for rate in paragraph.tokens:
                told = _RATE.search(rate.lead) if rate.unit.kind == "percent" else None
                if told is not None:
                    before = [token for token in own if token.end <= rate.start]
                    graded = _graded(paragraph, before)
                    graded = graded if len(graded) >= _FEWEST else earlier or graded
                    wanted = _GOOD if told["which"] == "优良" else _GOOD[:1]
                    good = _good(paragraph, before, graded, wanted)
                    if good:
                        yield from _of(rate, good, graded, before, counts)
            graded = _graded(paragraph, own)
            if len(graded) >= _FEWEST:
                near.append((block, graded))
        counts += own


def _graded(paragraph: Paragraph, counts: Sequence[Token]) -> _Graded:
    """The counts of each grade; the first of a grade counts."""
    text = paragraph.text
    found: dict[str, tuple[str, Token]] = {}
    for token in counts:
        lead = text[max(token.start - _FAR, 0) : token.start]
        named = _BEFORE.search(lead) or _BEHIND.match(text, token.end)
        if named is not None and not _BOTH.search(lead):
            found.setdefault(named["grade"][:1], (named["grade"], token))
    graded = [*found.values()]
    return graded if len({token.unit.word for _, token in graded}) == 1 else []


def _good(
    paragraph: Paragraph, before: Sequence[Token], graded: _Graded, wanted: Sequence[str]
) -> list[Token]:
    """What a rate counts: both good grades told as one number, else those of each wanted grade."""
    text = paragraph.text
    both = [t for t in before if _BOTH.search(text[max(t.start - _FAR, 0) : t.start])]
    if len(wanted) > 1 and both:
        return both[-1:]
    good = [token for grade, token in graded if grade[:1] in wanted]
    return good if len(good) == len(wanted) else []


def _of(
    rate: Token, good: Sequence[Token], graded: _Graded, before: Sequence[Token], counts: Sequence[Token]
) -> Iterator[Proposal]:
    members = {token.index for token in (*good, *(token for _, token in graded))}
    first = min((token.start for _, token in graded if token.block is rate.block), default=rate.start)
    total = sum((token.number for _, token in graded), Decimal(0))
    least = sum((token.number for token in good), Decimal(0))
    unit = good[0].unit.word
    beside = [t for t in before if t.end <= first and t.index not in members and t.unit.word == unit]
    beside = [t for t in beside if t.number >= least]
    closed = [t for t in (*counts, *beside) if t.unit.word == unit and t.number == total][-1:]
    wholes = closed if closed and len(graded) > len(_GOOD) else beside[-1:] or closed
    if not wholes:
        return
    operands = [*((token, "part") for token in good), (wholes[0], "whole")]
    formula = "quotient" if len(good) == 1 else "parts_of_whole"
    made = relation(KIND, formula, rate, operands, role="rate")
    sure = wholes == closed or len({t.number for t in beside}) == 1
    yield Proposal((made,), asserted=sure)
