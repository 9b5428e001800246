"""An amount carried from one paragraph into the equation of another: 收入X减支出Y，盈余Z; 筹集X相抵，结余Z.

What an equation begins with was told before as what came in, was raised or was saved. The equation names it
by its noun alone, so that the noun, in the name of the whole and of no part, tells which amount is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart_as_told
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits
from jixiao.core.frozen import frozen

KIND = "restated"
_EQUATION = re.compile(
    r"之差|之和|相抵|扣除|减去|减(?=总?支出|总?费用)|连同|加上|盈余|结余|结转|差额|大于|小于|[-－—](?=总?支出)"
)
_WHOLE = re.compile(
    r"(?:即|前述|上述|减去?|[-－—]|与|由|全院|医院|学校|单位|部门|我院|我校|全年|本年|当年|本期|实现|发生|各项|的|了)*"
    r"(?P<total>总)?(?P<noun>收入|支出|费用)(?:上年|本年|总额|总量|合计|规模|由)*"
)
_RAISED = re.compile(r"[^支使]{0,6}(?P<noun>筹集)(?:数|额|总额|公益金|资金|善款)?")
_SAVED = re.compile(r"节约|节支")
_ROLES = ("main", "saved", "change")
_SURE, _HELD = 4, 2
_MANY = 6
"""Amounts of one noun in a paper that tells of many things."""


@frozen
class _Told:
    token: Token
    statement: Statement
    in_equation: bool


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each amount of an equation against what the paragraphs before it tell by the same noun."""
    groups: dict[str, list[_Told]] = defaultdict(list)
    for statement in reading.statements:
        for noun, token in _carried(statement):
            told, taken = groups[noun], _in_equation(reading.text_of(token), token)
            if taken or not told or told[-1].statement.block != statement.block:
                told.append(_Told(token, statement, taken))  # the parts follow the whole
    for told in groups.values():
        if len(told) <= _MANY:
            yield from _of_one(told)


def _carried(statement: Statement) -> Iterator[tuple[str, Token]]:
    """The amounts of a statement that are the whole of what a noun names, with the noun."""
    if statement.table is not None:
        return
    for role in _ROLES:
        token = statement.roles.get(role)
        if token is None or token.unit.kind != "yuan" or token.approximate or not token.number:
            continue
        if role == "saved":
            yield "节约", token
        elif role == "change":
            if "saved" not in statement.roles and "采购" in statement.lead + token.lead:
                yield "节约", token
        elif (noun := _noun(statement, token)) is not None:
            yield noun, token


def _noun(statement: Statement, token: Token) -> str | None:
    if "总计" in statement.lead:
        return None  # with what was left over, which is another amount
    if _SAVED.search(token.lead[-6:]) is not None:
        return "节约"
    found = _WHOLE.fullmatch(statement.label) or _RAISED.fullmatch(statement.label)
    return None if found is None else "支出" if found["noun"] == "费用" else found["noun"]


def _in_equation(text: str, token: Token) -> bool:
    start = max(text.rfind(sign, 0, token.start) for sign in "。;；") + 1
    ends = [at for sign in "。;；" if (at := text.find(sign, token.end)) >= 0]
    return _EQUATION.search(text, start, min(ends, default=len(text))) is not None


def _of_one(told: Sequence[_Told]) -> Iterator[Proposal]:
    for at, later in enumerate(told):
        if not later.in_equation:
            continue
        before = [
            one
            for one in told[:at]
            if one.token.block is not later.token.block
            and one.statement.period in (None, later.statement.period or one.statement.period)
        ]
        made = [_equal(one.token, later.token) for one in before]
        held = next((one for one in reversed(made) if decide(one).holds), None)
        if held is not None:
            if printed_digits(later.token.number) >= _HELD:
                yield Proposal((held,), asserted=False)
            continue
        odd = {
            one.token.value: relation
            for one, relation in zip(before, made, strict=True)
            if not one.in_equation and a_slip_apart_as_told(one.token, later.token, _SURE)
        }
        if len(odd) == 1:
            yield Proposal((*odd.values(),))


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
