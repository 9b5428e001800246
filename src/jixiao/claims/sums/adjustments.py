"""What was changed on the way: 下达A，其中…，调减B，实际下达C; 上报A户，减少B户，实际C户.

The amount that results, the change told right before it, and what it changed, which may stand before a list
of its parts. Told so, the three can agree; that they do not is claimed only of a first budget.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_REACH = 8
"""Amounts of the paragraph, the parts of the first among them, between it and its change."""
_CLAUSE = re.compile(r"[，,。；;：:]")
_LOSES = re.compile(r"调减|核减|减少|压减|收回|扣减|剔除|缩减|删减|核销")
_GAINS = re.compile(r"调增|核增|追加|增加|增补|新增")
_COMPARES = re.compile(r"比|较|同期|去年")
"""A change against another year or body: what it is told of is no amount that was changed."""
_RESULTS = re.compile(
    r"实际(?!支出|使用|完成|支付|执行|发生|花费)|实有|调整后|调整预算|全年预算|预算总额|变更后|最终|年[终末]预算|调整为|预算调整数"
)
_FIRST_BUDGET = re.compile(r"年初|原预算|原批复")
_ADJUSTED = re.compile(r"调整后|调整预算|全年预算|年[终末]预算|变更后|调整为|预算调整数")
_OTHER = re.compile(rf"{_LOSES.pattern}|{_GAINS.pattern}|调整|结转|结余|上年")
"""Words of what changes a budget as well."""
_GRANTED = re.compile(r"下达|安排|分配|拨付")
_AS_GRANTED = re.compile(r"实际(下达|安排|分配|拨付)(?!使用|支)")
"""下达A，其中…，调减B，实际下达C: the same verb tells what was meant first and what came of it."""
_LONGEST = 60
_START = re.compile(r"^(?:其中)?年初(?:安排|批复|预算|部门预算|下达)")
_MIDYEAR = re.compile(r"^(?:年中|执行中|年度中|期间)")
_WHOLE = re.compile(
    r"[，,。；;](?:其中)?((?:全年|调整后?|年度)预算|预算调整)(?:数|额)?中[，,:]?[^，,。；;:\d]*$"
)
_PAUSE = re.compile(r"[)]?[，,；;、]\s*[^，,；;、。:\d]*:?\s*")
_PAIR, _ABOVE = 2, 4
"""First budget and change; paragraphs above in which the first one may be told."""
_AT_FIRST = re.compile(r"年初(?:部门|批复|安排)?预算(?:总?[数额]|总额|安排|批复)?(?:为|是|共|:)*\s*$")


def of_adjusted(reading: Reading) -> Iterator[Proposal]:
    """The amounts that a change told right before them made of another one of their paragraph."""
    for position, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text
        if _RESULTS.search(text) is None:
            continue
        if _FIRST_BUDGET.search(text) is None:
            yield from _of_paragraph_above(reading, position)
        by_unit: dict[str, list[Token]] = defaultdict(list)
        for token in paragraph.tokens:
            if token.unit.kind in ("yuan", "count") and not token.approximate:
                by_unit[token.unit.word].append(token)
        for tokens in by_unit.values():
            yield from _of_named(text, tokens)
            for at in range(2, len(tokens)):
                change, result = tokens[at - 1], tokens[at]
                sign = _sign(_words(text, change))
                if sign and _RESULTS.search(_words(text, result)) and result.number and change.number:
                    yield from _made(text, tokens[max(at - 1 - _REACH, 0) : at - 1], change, result, sign)


def _of_paragraph_above(reading: Reading, position: int) -> Iterator[Proposal]:
    """年中追加B，主要是…，调整后全年预算C, and the first budget A in the section above, told once."""
    paragraph = reading.paragraphs[position]
    money = [t for t in paragraph.tokens if t.unit.kind == "yuan" and not t.approximate and not t.depth]
    if len(money) < _PAIR:
        return
    change, text = money[0], paragraph.text
    sign = _sign(_words(text, change))
    results = [t for t in money[1:] if _ADJUSTED.search(_words(text, t)) and t.sentence == change.sentence]
    if not sign or not results or not _MIDYEAR.search(_words(text, change)):
        return
    above = [
        token
        for one in reading.paragraphs[max(position - _ABOVE, 0) : position]
        for token in one.tokens
        if token.unit.kind == "yuan" and _AT_FIRST.search(_CLAUSE.split(token.lead)[-1])
    ]
    if len({token.value for token in above}) == 1 and change.number:
        made = _relation(above[-1], change, results[0], sign)
        if decide(made).holds or near_miss(made):
            yield Proposal((made,))


def _of_named(text: str, tokens: Sequence[Token]) -> Iterator[Proposal]:
    """The budget in force, where words name it and the two that made it, whatever stands between.

    年初预算：A；年中调增：B；预算调整数：C. 全年预算C，…；全年预算中，年初安排A，年中增加B.
    """
    for at, (first, change) in enumerate(pairwise(tokens)):
        sign = _sign(_named(text, change))
        if not sign or not _MIDYEAR.search(_named(text, change)) or not _START.search(_named(text, first)):
            continue
        if not _PAUSE.fullmatch(text[first.end : change.start]):
            continue
        whole = _WHOLE.search(text[max(first.start - _LONGEST, 0) : first.start])
        result: Token | None = None
        if whole is not None:
            told = (
                t for t in reversed(tokens[:at]) if _named(text, t).rstrip("数额为是达").endswith(whole[1])
            )
            result = next(told, None)
        elif at + _PAIR < len(tokens) and _ADJUSTED.search(_named(text, tokens[at + _PAIR])):
            result = tokens[at + _PAIR]
        if result is not None and result.number and change.number:
            yield Proposal((_relation(first, change, result, sign),))


def _named(text: str, token: Token) -> str:
    """The clause up to a figure, the colon right before it left out: 年初预算：A."""
    return _CLAUSE.split(text[max(token.start - _LONGEST, 0) : token.start].rstrip(": "))[-1].strip()


def _made(text: str, before: Sequence[Token], change: Token, result: Token, sign: int) -> Iterator[Proposal]:
    """The first amount that the change makes the result of, the nearest first; else the first budget."""
    for first in before[::-1]:
        made = _relation(first, change, result, sign)
        if first.number and decide(made).holds:
            yield Proposal((made,))
            return
    own = [t for t in before if t.sentence == result.sentence]
    others = any(_OTHER.search(_words(text, t)) for t in own)
    budgets = [t for t in own if _FIRST_BUDGET.search(_words(text, t)) and not t.depth]
    if len(budgets) == 1 and not others and _ADJUSTED.search(_words(text, result)):
        yield Proposal((_relation(budgets[0], change, result, sign),))
    granted = _AS_GRANTED.search(_words(text, result))
    if granted and own and granted[1] in _GRANTED.findall(_words(text, own[0])) and not others:
        yield Proposal((_relation(own[0], change, result, sign),))


def _relation(first: Token, change: Token, result: Token, sign: int) -> Relation:
    return relation("sum", "sum", result, [(first, "part", 1), (change, "part", sign)], role="total")


def _words(text: str, token: Token) -> str:
    """The clause up to a figure, over the figures in it: 因故减少4户10人 is a change of both."""
    return _CLAUSE.split(text[max(token.start - _LONGEST, 0) : token.start])[-1]


def _sign(words: str) -> int:
    """What a clause tells of a change: less, more, or none that is surely meant."""
    if _COMPARES.search(words):
        return 0
    loses, gains = _LOSES.search(words) is not None, _GAINS.search(words) is not None
    return 0 if loses == gains else -1 if loses else 1
