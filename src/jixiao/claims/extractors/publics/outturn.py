"""The outturn of one of the three publics, told again and again in their section of the final accounts.

公务接待费支出决算为1.20万元 (总体情况), 支出决算1.20万元，占30% (具体情况), 3．公务接待费支出1.20万元:
one that stands alone against the others is wrong. Nil and something else contradict each other wherever they
are told, once each.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

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
_SCOPE = re.compile(
    r"下属|所属|二级|本级|汇总|基金|资本|其他资金|自有资金|[一二三四]季度|月|(?<!决)预算(?!拨款|财政)"
)
"""What makes an amount another one: of other bodies, of other money, of part of the year, still planned."""
_SENTENCE = re.compile(r"[。；;]")
_FEWEST = 2
"""Other places that agree, before one that differs is a contradiction."""
_FAR = 30
"""Paragraphs that the section on the three publics has at most in texts that were read."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each cost's outturn that differs from all others in the section."""
    told: dict[str, list[Token]] = defaultdict(list)
    spent: dict[str, list[Token]] = defaultdict(list)
    for statement in reading.statements:
        cost = cost_of(statement.label)
        token = _spent(reading, statement) if cost in _COSTS and statement.table is None else None
        if token is None:
            continue
        path = _path(reading, statement)
        if any(_SECTION.search(title) for title in path):
            told[cost].append(token)
        if not _SCOPE.search(_SENTENCE.split(token.lead)[-1]) and not any(map(_SCOPE.search, path)):
            spent[cost].append(token)
    for cost, tokens in spent.items():
        if proposal := _nil_and_not(tokens):
            told.pop(cost, None)
            yield proposal
    for tokens in told.values():
        values = Counter(token.value for token in tokens)
        if len(values) != 2 or tokens[-1].block.index - tokens[0].block.index > _FAR:
            continue
        (usual, times), (_, once) = values.most_common()
        if once == 1 and times >= _FEWEST:
            odd = next(token for token in tokens if token.value != usual)
            other = next(token for token in tokens if token.value == usual)
            yield Proposal((relation(KIND, "equal", odd, [(other, "main")], "named", role="main"),))


def _nil_and_not(tokens: list[Token]) -> Proposal | None:
    """Nil against the one amount that the other places tell; the place that is alone comes first."""
    values = Counter(token.value for token in tokens)
    if len(values) != 2 or 0 not in values:
        return None
    least = min(values.values())
    odd = next(token for token in reversed(tokens) if values[token.value] == least)
    other = next(token for token in tokens if token.value != odd.value)
    if odd.block is other.block and odd.sentence == other.sentence:
        return None
    return Proposal((relation(KIND, "equal", odd, [(other, "main")], "named", role="main"),))


def _path(reading: Reading, statement: Statement) -> tuple[str, ...]:
    paragraph = reading.paragraph_of(statement.block)
    return reading.sections[paragraph.section] if paragraph is not None else ()


def _spent(reading: Reading, statement: Statement) -> Token | None:
    """What was spent on the thing this year, by the words before it."""
    token = statement.main
    if token is None or token.unit.kind != "yuan" or token.approximate:
        return None
    lead = token.lead[-14:]
    if statement.period not in (None, reading.year) or _OTHER.search(lead) or not _SPENT.search(lead):
        return None
    return token
