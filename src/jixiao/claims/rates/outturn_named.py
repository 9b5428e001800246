"""A rate beside its plan only, whose outturn is told elsewhere: 卫生健康支出年初预算165万元，完成114.32%."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

_DONE = re.compile(
    r"^[\s，,、;；]*(?:完成|执行|支出|(?:预算)?(?:执行|完成|支出|支付)(?:率|进度))(?:了|为|是|达到?|:)*\s*$"
    r"|^[\s，,、;；]*完成了?(?:年初|全年|年度|调整后?)?(?:预算|计划)[数额]?的\s*$"
)
_MERE = re.compile(r"(?:实际|全年|本年|决算|经费)*(?:支出|费用|开支)?")
_READINGS = 3


def of_outturn_named(reading: Reading, statement: Statement, rate: Token) -> tuple[list[Relation], bool]:
    """What such a rate is of, and whether it must be: of the only outturn so named, one slip away at most."""
    plan = statement.get("plan")
    if plan is None or statement.main is not None or not statement.label or not _DONE.match(rate.lead):
        return [], False
    told = _outturns(reading).get(key_of(statement.label), ())
    told = [token for token in told if token.unit.kind == plan.unit.kind and token.block is not plan.block]
    made = [rate_of(rate, token, plan) for token in _different(told)] if plan.number else []
    held = next((one for one in made if decide(one).holds), None)
    if held is not None:
        return [held], True
    return (made[:1], True) if len(made) == 1 and _is_slip(made[0]) else ([], False)


@once
def _outturns(reading: Reading) -> Mapping[str, Sequence[Token]]:
    """The amounts that each thing is told to have come to, by its name or that of its item."""
    found: dict[str, list[Token]] = defaultdict(list)
    for s in reading.statements:
        if s.main is not None and not s.main.approximate and s.main.unit.kind == "yuan":
            name = s.subject if _MERE.fullmatch(s.label) else s.label
            if name:
                found[key_of(name)].append(s.main)
    return found


def _different(told: Sequence[Token]) -> list[Token]:
    values: dict[object, Token] = {}
    for token in told:
        values.setdefault(token.number * token.unit.scale, token)
    return [*values.values()][:_READINGS]


def _is_slip(made: Relation) -> bool:
    computed, rate = decide(made).computed, made.stated
    if computed is None or not rate.decimals:
        return False
    return one_slip_apart(rate, round_half_up(computed / rate.unit.scale, rate.decimals))
