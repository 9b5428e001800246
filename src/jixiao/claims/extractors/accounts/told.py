"""Final accounts as a whole in words: all that came in and went out, with what stood over before and after.

收入总计 is 收入合计, 使用非财政拨款结余 and 年初结转和结余; 支出总计 is 支出合计, 结余分配 and
年末结转和结余: so the form of the accounts (收入支出决算总表) defines them, and the paragraphs below the
totals tell each. A part of 100 % that is told alone is its whole.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.core.claim import decide

KIND = "sum"
_IS = r"(?:决算数?|金额)?(?:为|是|共)?\s?$"
_START = r"(?:^|[，,。；;、:]|年度?|本年|本部门|部门)\s?"
_TOTALS = {
    "income": re.compile(rf"{_START}(?:决算)?收入(?:决算)?总计{_IS}"),
    "spending": re.compile(rf"{_START}(?:决算)?支出(?:决算)?总计{_IS}"),
}
_BOTH = re.compile(rf"{_START}(?:决算)?(?:收入?、?支出?|收支)(?:决算)?总计(?:均|各)?{_IS}")
_PARTS = {
    "income": (
        re.compile(rf"{_START}(?:本年)?(?:决算)?收入(?:决算)?合计{_IS}"),
        re.compile(rf"(?:使用|动用)?非财政拨款结余(?:\(含专用结余\))?(?:弥补收支差额)?{_IS}"),
        re.compile(rf"年初结转(?:和|及|与)?结余{_IS}"),
    ),
    "spending": (
        re.compile(rf"{_START}(?:本年)?(?:决算)?支出(?:决算)?合计{_IS}"),
        re.compile(rf"结余分配{_IS}"),
        re.compile(rf"年末结转(?:和|及|与)?结余{_IS}"),
    ),
}
_REACH = 40
"""Statements below the totals among which their parts are told."""
_FUND = re.compile(r"一般公共预算|政府性基金|国有资本|财政拨款(?:收、?支|收入|支出|年[初末])")
_FEWEST_DIGITS = 3


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each total against its parts, and what is alone in its whole."""
    for at, statement in enumerate(reading.statements):
        main = _amount(reading, statement)
        if main is not None and "总计" in main.lead and not _FUND.search(main.lead):
            below = reading.statements[at + 1 : at + _REACH]
            for side, pattern in _TOTALS.items():
                if pattern.search(main.lead) or _BOTH.search(main.lead):
                    yield from _of_total(reading, main, below, side)
        share = statement.roles.get("share")
        if share is not None and share.number == HUNDRED and statement.main is not None:
            yield from _alone(reading.statements, at, statement.main)


def _amount(reading: Reading, statement: Statement) -> Token | None:
    """An exact amount of the body's own year."""
    main = statement.roles.get("main")
    if main is None or statement.table is not None or main.unit.kind != "yuan" or main.approximate:
        return None
    return main if statement.period in (None, reading.year) else None


def _of_total(reading: Reading, total: Token, below: Sequence[Statement], side: str) -> Iterator[Proposal]:
    parts: list[Token] = []
    for pattern in _PARTS[side]:
        told = [
            main
            for one in below
            if (main := _amount(reading, one)) is not None
            and pattern.search(main.lead)
            and not _FUND.search(main.lead)
        ]
        if told:
            parts.append(told[0])
    if len(parts) > 1:
        made = relation(KIND, "sum", total, [(part, "part") for part in parts], "named", role="total")
        yield Proposal((made,), asserted=len(parts) == len(_PARTS[side]))


def _alone(statements: Sequence[Statement], at: int, part: Token) -> Iterator[Proposal]:
    """收入合计A。其中：拨款收入B，占100%: the only part of the sentence, and the amount told before it."""
    own = statements[at]
    others = [one for one in statements[at + 1 : at + 2] if one.sentence == own.sentence]
    if at == 0 or any("share" in one.roles or "main" in one.roles for one in others):
        return
    head = statements[at - 1]
    whole = head.main
    if whole is None or head.block != own.block or own.sentence - head.sentence != 1:
        return  # in one sentence it is the share that is wrong (single_part)
    if (
        "share" in head.roles
        or whole.unit.name != part.unit.name
        or own.period != (own.period and head.period)
    ):
        return
    made = relation("restated", "equal", part, [(whole, "main")], role="main")
    if decide(made).holds or a_slip_apart(whole, part, _FEWEST_DIGITS):
        yield Proposal((made,))
