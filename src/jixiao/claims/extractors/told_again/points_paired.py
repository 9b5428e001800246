"""Points with their full mark told in text and in a table: 项目过程25分，得19.75分, a row of 25 and 19.75.

A pair that stands once in the text and once in the tables is one indicator's. The score in all, told once in
the text and once in the total row, is one score.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.scored import scored

KIND = "restated"
_OTHERS = re.compile(
    r"复[核评]|再评价|重点评价|抽查|评审|专家|上年|去年|平均|换算|折[算合]|扣除前|核减|满意度"
)
_TOTAL = re.compile(
    r"(?:自评|综合|评价|最终|总|绩效)(?:自评|评价|综合)?(?:总)?(?:得分|评分|总?分)(?:数|值)?(?:为|是|共|:)*\s*$"
)
_LEAST = Decimal(60)
_FEWEST = 3
_Pair = tuple[Token, Token]
_Told = dict[tuple[Decimal, Decimal], list[_Pair]]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each pair of the tables that the text tells, then the totals."""
    told, (tabled, totals) = _in_text(reading), _in_tables(reading)
    for key, rows in tabled.items():
        pairs = told.get(key, ())
        if len(rows) == 1 and len(pairs) == 1:
            for first, later in zip(pairs[0], rows[0], strict=True):
                yield _equal(first, later, asserted=False)
    if len(totals) == 1:
        yield from _of_totals(reading, totals[0])


def _in_text(reading: Reading) -> _Told:
    told: _Told = defaultdict(list)
    for paragraph in reading.paragraphs:
        for one in scored(paragraph) if paragraph.points else ():
            full, score = one.get("full"), one.get("score")
            if full is not None and score is not None:
                told[full.number, score.number].append((full, score))
    return told


def _in_tables(reading: Reading) -> tuple[_Told, list[Token]]:
    """The pairs of the rows, and the scores of total rows that have a hundred for their full mark."""
    tabled: _Told = defaultdict(list)
    totals: list[Token] = []
    for table in reading.tables:
        for row in table.rows:
            by_role = {row.columns[c].role: t for c, t in row.tokens.items() if c in row.columns}
            full, score = by_role.get("full"), by_role.get("score")
            if full is not None and score is not None:
                tabled[full.number, score.number].append((full, score))
                totals += [score] if row.names_total and full.number == HUNDRED else []
    return tabled, totals


def _of_totals(reading: Reading, total: Token) -> Iterator[Proposal]:
    """The only score of all that the text tells, against that of the total row."""
    told = [
        token
        for paragraph in reading.paragraphs
        for token in paragraph.points
        if token.number >= _LEAST and token.number != HUNDRED and _TOTAL.search(token.lead)
    ]
    sure = len({token.number for token in told}) == 1 and not any(_OTHERS.search(t.lead) for t in told)
    for token in told:
        if token.number == total.number:
            yield _equal(token, total, asserted=False)
        elif sure and a_slip_apart(total, token, _FEWEST):
            yield _equal(token, total, asserted=True)


def _equal(one: Token, other: Token, *, asserted: bool) -> Proposal:
    first, later = sorted((one, other), key=lambda token: token.index)
    return Proposal((relation(KIND, "equal", later, [(first, first.role)], role=later.role),), asserted)
