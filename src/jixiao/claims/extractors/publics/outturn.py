"""The outturn of one of the three publics, told again and again in their section of the final accounts.

公务接待费支出决算为1.20万元 (总体情况), 支出决算1.20万元，占30% (具体情况), 3．公务接待费支出1.20万元:
one that stands alone against the others is wrong.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

KIND = "restated"
_COSTS = ("abroad", "vehicles", "reception")
_SECTION = re.compile(r"三公.{0,12}决算")
_OTHER = re.compile(r"上年|去年|年初|预算|比|较|增|减|原因|其中$")
_SPENT = re.compile(r"(?:费用?|经费|支出|决算数?)(?:为|是|共计?)?\s*$")
_FEWEST = 2
"""Other places that agree, before one that differs is a contradiction."""
_FAR = 30
"""Paragraphs that the section on the three publics has at most in texts that were read."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each cost's outturn that differs from all others in the section."""
    told: dict[str, list[Token]] = defaultdict(list)
    for statement in reading.statements:
        token = _outturn(reading, statement)
        if token is not None:
            told[cost_of(statement.label)].append(token)
    for tokens in told.values():
        values = Counter(_value(token) for token in tokens)
        if len(values) != 2 or tokens[-1].block.index - tokens[0].block.index > _FAR:
            continue
        (usual, times), (_, once) = values.most_common()
        if once == 1 and times >= _FEWEST:
            odd = next(token for token in tokens if _value(token) != usual)
            other = next(token for token in tokens if _value(token) == usual)
            yield Proposal((relation(KIND, "equal", odd, [(other, "main")], "named", role="main"),))


def _value(token: Token) -> Decimal:
    return token.number * token.unit.scale


def _outturn(reading: Reading, statement: Statement) -> Token | None:
    """What was spent on one of the three this year, told in their section."""
    token = statement.main
    if token is None or statement.table is not None or cost_of(statement.label) not in _COSTS:
        return None
    if token.unit.kind != "yuan" or token.approximate or statement.period not in (None, reading.year):
        return None
    lead = token.lead[-14:]
    if _OTHER.search(lead) or not _SPENT.search(lead):
        return None
    paragraph = reading.paragraph_of(statement.block)
    path = reading.sections[paragraph.section] if paragraph is not None else ()
    return token if any(_SECTION.search(title) for title in path) else None
