"""Shares told one after another of amounts told before them: 甲A元，乙B元。两级资金占比分别是47%、53%.

As many amounts as there are shares stand right before them, in their order, and make an amount that is told.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide

KIND = "share"
_FEWEST, _FAR = 2, 12
_TOGETHER = re.compile(
    r"(?:^|[，,。；;])\s*(?:以上|上述|前|这)?(?P<number>[两二三四五六七八九]|\d)(?:者|项|类|级|部分|个[项方]?面?)(?:支出|资金|费用|工程)?"
    r"(?:合计|共计|总计|共|之和|加起来)?(?:金额)?占[^，,。；;\d]{0,12}$"
)
_NUMERALS = "零一二三四五六七八九"


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each such list of shares; and the share of several amounts together (三项合计占支出的89%)."""
    for number, members in groupby(reading.statements, key=lambda statement: statement.group):
        listed = list(members)
        if number >= 0 and len(listed) >= _FEWEST and all(_is_bare(one) for one in listed):
            yield from _in_order(reading, [one.roles["share"] for one in listed])
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            found = _TOGETHER.search(token.lead) if token.unit.kind == "percent" else None
            if found is not None and not token.approximate:
                yield from _together(reading, paragraph, token, found["number"])


def _is_bare(statement: Statement) -> bool:
    return statement.roles.keys() == {"share"}


def _before(paragraph: Paragraph, rate: Token) -> list[Token]:
    told = [
        t for t in paragraph.tokens if t.end <= rate.start and t.unit.kind == "yuan" and not t.approximate
    ]
    return told[-_FAR:]


def _in_order(reading: Reading, shares: Sequence[Token]) -> Iterator[Proposal]:
    paragraph = reading.paragraph_of(shares[0].block.index)
    if paragraph is None:
        return
    parts = _before(paragraph, shares[0])[-len(shares) :]
    if len(parts) != len(shares):
        return
    total = sum((part.number * part.unit.scale for part in parts), Decimal(0))
    whole = next(
        (t for t in reading.tokens[: parts[0].index][::-1] if t.number * t.unit.scale == total), None
    )
    if whole is None or whole.unit.kind != "yuan":
        return
    for share, part in zip(shares, parts, strict=True):
        yield Proposal((relation(KIND, "quotient", share, [(part, "part"), (whole, "whole")]),))


def _together(reading: Reading, paragraph: Paragraph, rate: Token, number: str) -> Iterator[Proposal]:
    """The share of the last amounts before it, of the nearest amount that makes it; it can only hold."""
    count = int(number) if number.isdigit() else _FEWEST if number == "两" else _NUMERALS.index(number)
    parts = _before(paragraph, rate)[-count:]
    if len(parts) != count or count < _FEWEST or rate.decimals == 0:
        return
    wholes = [
        token
        for token in reading.tokens[max(parts[0].index - _FAR * 4, 0) : parts[0].index][::-1]
        if token.unit.kind == "yuan" and not token.approximate and token.number
    ]
    for whole in wholes:
        operands = [*((part, "part") for part in parts), (whole, "whole")]
        made = relation(KIND, "parts_of_whole", rate, operands, "inferred")
        if decide(made).holds:
            yield Proposal((made,), asserted=False)
            return
