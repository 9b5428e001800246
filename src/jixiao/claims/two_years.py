"""An amount in two years that a sentence names, and what it tells of both: 2016年达B，是2011年A的137%.

2011年收入为5268万元，2016年达7216万元，年均增长6.5％，2016年相当于2011年的137％: the years bind the
amounts, as neither is called the base of the other.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Operand, Relation

KIND = "growth"
_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")
_LATER = re.compile(
    r"[\s，,到至]*(?:19|20)\d\d\s?年(?:度|底|末)?(?:则|已|就)?(?:达到?|为|是|增[至到]|提高[至到]|升[至到]|降[至到]|减[至到])?了?\s?"
)
_OF_YEAR = re.compile(r"(?:相当于|为|是|占)((?:19|20)\d\d)\s?年的\s*$")
_OTHER = re.compile(r"(?<!公共)(?<!基金)(?<!经营)预算|预计|计划|目标|力争|同口径|可比|剔除|扣除")
_BOTH = 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """The average rate and the ratio of two amounts whose years a sentence names."""
    for _, group in groupby(reading.statements, key=lambda one: (one.block, one.sentence, one.table)):
        sentence = [*group]
        told = _amounts(sentence)
        if told is None:
            continue
        (first, then), (last, now) = told
        for statement in sentence:
            annual, rate = statement.roles.get("annual"), statement.roles.get("rate")
            operands = [(now, "outturn"), (then, "prior")]
            if annual is not None and annual.start > now.end and annual.unit.kind == "percent":
                quantities = tuple(Operand(token.build(), role) for token, role in operands)
                years = (Decimal(last - first),)
                yield Proposal(
                    (Relation(KIND, "annual_from_amounts", annual.build(), quantities, constants=years),)
                )
            if rate is not None and rate.start > now.end and rate.unit.kind == "percent":
                named = _OF_YEAR.search(rate.lead)
                if named is not None and int(named[1]) == first:
                    yield Proposal((relation("rate", "quotient", rate, operands),))


def _amounts(sentence: list[Statement]) -> tuple[tuple[int, Token], tuple[int, Token]] | None:
    """The only two amounts of a sentence by their years, where the later one names nothing else."""
    if sentence[0].table is not None or len(sentence) < _BOTH:
        return None
    amounts = [
        token
        for statement in sentence
        for role, token in statement.roles.items()
        if token.unit.kind == "yuan" and role != "change"
    ]
    if len(amounts) != _BOTH or any(token.approximate for token in amounts):
        return None
    then, now = sorted(amounts, key=lambda token: token.start)
    years = _YEAR.findall(then.lead), _YEAR.findall(now.lead)
    if len(years[0]) != 1 or len(years[1]) != 1 or _OTHER.search(then.lead + now.lead):
        return None
    first, last = int(years[0][0]), int(years[1][0])
    if first >= last or then.unit.name != now.unit.name or not _LATER.fullmatch(now.lead):
        return None
    return (first, then), (last, now)
