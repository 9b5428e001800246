"""What a department takes in from one source: 其他收入0.17万元 in its budget, in its accounts and in between.

The forms of budget and accounts name the sources, and a department has one figure of each in a year's budget
and one in its accounts. Where both are the same amount, a third sentence that tells another contradicts them,
even if no slip of the pen explains it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "restated"
_SOURCES = frozenset(
    key_of(name) for name in ("事业收入", "经营收入", "其他收入", "上级补助收入", "附属单位上缴收入")
)
_OF_OTHERS = re.compile(r"上年|去年|往年|以前年度|同期|所属|下属|二级")
_MOVED = re.compile(r"结转|调整|追加|增加|减少|增长|下降|项目")
_CLAUSE = re.compile(r"[，,；;：:、]")
_BUDGET, _ACCOUNTS = re.compile(r"预算收入|收入预算"), re.compile(r"决算收入|收入决算|本年收入")
_TWO, _MOST = 2, 8
"""Amounts that differ; sentences that tell one source, more of which tell of several things."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The one figure of a source that differs from those of budget and accounts, which agree."""
    told: dict[tuple[str, int | None], list[Token]] = defaultdict(list)
    for statement in reading.statements:
        name, token = key_of(statement.label), statement.amount
        if (
            name in _SOURCES
            and statement.table is None
            and token is not None
            and token.unit.kind == "yuan"
            and token.number
            and not token.approximate
            and not _OF_OTHERS.search(_sentence(token))
            and not _MOVED.search(_CLAUSE.split(_sentence(token))[-1])
        ):
            told[name, statement.period or reading.year].append(token)
    for same in told.values():
        yield from _odd_one(same)


def _odd_one(tokens: list[Token]) -> Iterator[Proposal]:
    amounts = Counter(token.value for token in tokens)
    if len(amounts) != _TWO or len(tokens) > _MOST:
        return
    (most, times), (_, once) = amounts.most_common()
    if times < _TWO or once != 1:
        return
    agreeing = [token for token in tokens if token.value == most]
    (odd,) = (token for token in tokens if token.value != most)
    stages = [_sentence(token) for token in agreeing]
    whole = any(map(_BUDGET.search, stages)) and any(map(_ACCOUNTS.search, stages))
    neither = not _BUDGET.search(_sentence(odd)) and not _ACCOUNTS.search(_sentence(odd))
    if whole and neither and all(token.block is not odd.block for token in agreeing):
        later, first = sorted((odd, agreeing[0]), key=lambda token: -token.index)
        yield Proposal((relation(KIND, "equal", later, [(first, first.role)], role=later.role),))


def _sentence(token: Token) -> str:
    text = token.block.text
    return text[text.rfind("。", 0, token.start) + 1 : token.start]
