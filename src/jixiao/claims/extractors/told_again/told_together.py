"""Figures told again in company: of two paragraphs that share long figures, the others agree as well.

预算共计A，年初B，调整C，支出D，执行率p% in one section and 年初B，年中调整C，合计A，执行率p% in another: in
whatever order and words they stand, the paragraphs tell of the same money, so that a figure of one which a
slip of the pen sets apart from a figure of the other contradicts it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.claims.reading.again import is_cut_and_rounded
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import significant_digits

KIND = "restated"
_LONG = 4
"""Digits of a figure that two paragraphs hardly share by accident."""
_SHARED = 2
"""So many shared figures, beside the one that is compared, make two paragraphs tell of the same."""
_OFTEN = 6
"""A figure that stands in more paragraphs than these does not tell of which thing a paragraph is."""
_MANY = 40
"""Figures of a paragraph that is no longer about one thing."""
_SCORE = 3
"""Digits of the one score that each of two paragraphs tells."""
_AMOUNTS = ("main", "plan", "initial", "change")
_ALIKE = ("rate", "share", "growth", "score")
_STAGE = re.compile(
    r"(?P<planned>预算(?!执行|完成|拨款|部门|单位)|计划|安排|批复|下达|年初|调整|追加)"
    r"|(?P<done>执行|完成|实际|决算|支付|使用|(?:全年|累计|共|已)支出)"
)
_REACH = 80
"""Characters of a sentence before a figure among which its stage is told."""
_JUDGES = re.compile(r"复[核评]|再评价|重点评价|财政评价|抽查|考核|平均|换算|折算")
"""Who gave a score, where it is not the body itself."""
_TIME = re.compile(r"(?:19|20)\d\d|上年|去年|同期|年初|年中|年末|年底|调整|追加|结转|结余")
_Key = tuple[Decimal, str]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each paragraph against those before it that share enough of its figures, the nearest first."""
    where: dict[_Key, list[int]] = defaultdict(list)
    told: list[Mapping[_Key, Token]] = []
    numbers: list[int] = []
    for paragraph in reading.paragraphs:
        if not _SHARED < len(paragraph.tokens) <= _MANY:
            continue
        own = {_key(token): token for token in paragraph.tokens[::-1] if _is_figure(token)}
        for key, token in own.items():
            if significant_digits(token.number) >= _LONG:
                where[key].append(len(told))
        told.append(own)
        numbers.append(paragraph.list_number)
    beside: dict[int, Counter[int]] = defaultdict(Counter)
    for places in where.values():
        if 1 < len(places) <= _OFTEN:
            for at, later in enumerate(places):
                beside[later].update(places[:at])
    times = Counter(_key(token) for token in reading.tokens) if beside else Counter()
    for later, shared in sorted(beside.items()):
        for first in sorted((at for at, number in shared.items() if number >= _SHARED), reverse=True):
            if not numbers[later] or numbers[first] != numbers[later]:
                yield from _compared(told[first], told[later], shared[first], times, reading.year)


def _is_figure(token: Token) -> bool:
    return (
        not token.approximate
        and token.cell is None
        and token.number != 0
        and token.role in (*_AMOUNTS, *_ALIKE)
        and token.unit.kind in ("yuan", "percent", "count", "score")
    )


def _key(token: Token) -> _Key:
    return token.number * token.unit.scale, token.unit.kind


def _compared(
    before: Mapping[_Key, Token],
    own: Mapping[_Key, Token],
    shared: int,
    times: Mapping[_Key, int],
    year: int | None,
) -> Iterator[Proposal]:
    """Equal figures where two others are shared hold; those that a slip of the pen sets apart fail."""
    odd = {key: token for key, token in before.items() if key not in own}
    lone = all(sum(token.role == "score" for token in one.values()) == 1 for one in (before, own))
    for key, later in own.items():
        first = before.get(key)
        if first is not None:
            others = shared - (significant_digits(later.number) >= _LONG)
            if others >= _SHARED and _may_be_one(first, later, year):
                yield Proposal((_equal(first, later),), asserted=False)
            continue
        least = _SCORE if lone and later.role == "score" else _LONG
        for other, first in odd.items():
            if (
                key[1] == other[1]
                and a_slip_apart(first, later, least)
                and min(times[key], times[other]) == 1
                and (abs(key[0] - other[0]), key[1]) not in before.keys() | own.keys()
                and _may_be_one(first, later, year)
                and not is_cut_and_rounded(first, later)
                and not of_two_things(first, later)
            ):
                yield Proposal((_equal(first, later),))
                break


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)


def _may_be_one(first: Token, later: Token, year: int | None) -> bool:
    """Whether nothing in the words of two figures says that they are of two times, stages or kinds."""
    amounts = first.role in _AMOUNTS and later.role in _AMOUNTS
    roles = first.role == later.role or (amounts and "change" not in (first.role, later.role))
    own = str(year)
    times = {frozenset(set(_TIME.findall(token.lead)) - {own}) for token in (first, later)}
    judges = (
        {frozenset(_JUDGES.findall(token.lead)) for token in (first, later)} if first.role == "score" else ()
    )
    return (
        roles
        and first.block is not later.block
        and first.unit.name == later.unit.name
        and first.unit.word == later.unit.word
        and first.direction == later.direction
        and len(times) == 1
        and len(judges) <= 1
        and {_stage(first), _stage(later)} != {"planned", "done"}
    )


def _stage(token: Token) -> str:
    """Whether the last words of its sentence before an amount tell a budget or what was done; else ""."""
    if token.role not in _AMOUNTS:
        return ""
    text = token.block.text
    start = max(text.rfind("。", 0, token.start), token.start - _REACH, 0)
    return max(
        ((found.start(), found.lastgroup or "") for found in _STAGE.finditer(text, start, token.start)),
        default=(0, ""),
    )[1]
