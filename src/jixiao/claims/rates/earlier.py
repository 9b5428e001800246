"""A rate whose plan another paragraph tells: 下达资金280万元。… 已拨付269.30万元，资金拨付率96%.

The words name nothing but the rate, and its own paragraph tells no plan. It can agree with a plan told
before, and miss it by one slip of the pen; any other gap may be that of another plan.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

_FAR = 60
_HEADS = 8
_NAMELESS = re.compile(
    r"^[\s，,、;；。]*(?:项目|预算|资金|支出|总体|财政|整体)*(?:到位|执行|完成|支付|支出|使用|拨付|兑付|发放)(?:率|进度|比例)(?:为|是|达到?|:)*\s*$"
)
_GIVEN = re.compile(r"下达|安排|批复|预算|计划|投资|筹集|申请|到位|总规模|总额")
_CLAUSE = re.compile(r"[，,。；;：:]")
_LAST_YEAR = re.compile(r"上年|去年|以前年度|结转")


def of_earlier(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of an amount of its sentence by a plan told before: it holds, or one slip explains why not."""
    if not _NAMELESS.match(rate.lead) or not rate.number:
        return None
    plans = list(_plans(statements, position))
    if any(_is_beside(plan, rate) for plan in plans) or not plans:
        return None
    mains = _mains(statements, position, rate)
    near = bool(mains)
    mains = mains or _heads(statements, position)
    made = [
        rate_of(rate, main, plan)
        for main in mains[:1] + mains[1:][-1:]
        for plan in plans
        if plan.unit.kind == main.unit.kind == "yuan"
    ]
    only = len({plan.number * plan.unit.scale for plan in plans}) == 1
    held = next((one for one in made if decide(one).holds), None)
    if held is not None and (only or rate.decimals):  # whole per cents agree with one of several by chance
        return held
    if only and near and len(mains) == 1 and made and _slipped(rate, mains[0], plans[0]):
        return made[0]
    return None


def _mains(statements: Sequence[Statement], position: int, rate: Token) -> list[Token]:
    """The amounts of the rate's own sentence, the nearest first."""
    own = statements[position]
    return [
        main
        for s in statements[max(position - _HEADS, 0) : position + 1][::-1]
        if s.sentence == own.sentence
        and s.block == own.block
        and (main := s.get("main")) is not None
        and main.start < rate.start
    ]


def _heads(statements: Sequence[Statement], position: int) -> list[Token]:
    """The first amount of the sentence before, where that is a list of shares: 支出A，其中B占…。完成率p%."""
    own = statements[position]
    before = [
        s
        for s in statements[max(position - _HEADS, 0) : position]
        if s.block == own.block and own.sentence - s.sentence == 1
    ]
    listed = len(before) > 1 and all("share" in s.roles for s in before[1:])
    head = before[0].get("main") if listed else None
    return [head] if head is not None else []


def _plans(statements: Sequence[Statement], position: int) -> Iterator[Token]:
    """Amounts told before as given or planned, the nearest first, no parts in brackets."""
    for statement in statements[max(position - _FAR, 0) : position][::-1]:
        for role in ("plan", "main"):
            token = statement.get(role)
            if token is None or token.depth or token.approximate or not token.number:
                continue
            if token.unit.kind != "yuan" or _LAST_YEAR.search(token.lead):
                continue
            if role == "plan" or _GIVEN.search(_CLAUSE.split(token.lead)[-1]):
                yield token


def _is_beside(plan: Token, rate: Token) -> bool:
    return plan.block is rate.block


def _slipped(rate: Token, main: Token, plan: Token) -> bool:
    """Whether one slip sets the rate apart from what the two amounts make, as it is printed."""
    if rate.decimals == 0:
        return False
    quotient = main.number * main.unit.scale / (plan.number * plan.unit.scale)
    return one_slip_apart(rate.build(), round_half_up(quotient / rate.unit.scale, rate.decimals))
