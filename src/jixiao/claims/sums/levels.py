"""The whole of a place and its levels, told in paragraphs of their own: 全国收入, 中央收入, 地方本级收入.

Reports on budgets tell one level after another, each with changes and rates of its own. Which amounts of a
level are meant (its own income, or that with transfers) is known only by the sum, so that these only hold.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.digits import significant_digits

_LEVELS: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"^全国"), re.compile(r"^中央"), re.compile(r"^地方")),
    (
        re.compile(r"^全省|^全自?治?区"),
        re.compile(r"^(?:省|自治区)本?级"),
        re.compile(r"^(?:市县|州市|地市|设区市)"),
    ),
    (re.compile(r"^全[市州]"), re.compile(r"^[市州]本?级"), re.compile(r"^(?:县|区|市县|县区)")),
    (re.compile(r"^全[县区]"), re.compile(r"^[县区]本?级"), re.compile(r"^(?:乡|镇|街)")),
)
"""The whole, its upper level and its lower one."""
_FLOW = re.compile(r"收入|支出|余额|限额|债务|结余")
_SHORT = re.compile(r"^[\s，,、。；;(一二三四五六七八九十\d.)]*(?:其中[：:，,]?)?\s*")
_PAUSE = re.compile(r"[，,。；;]")
_ALL = "全"
"""All names of a whole begin with it."""
_LEAST_DIGITS = 4
_REACH = 40
_MOST = 4


def of_levels(statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Each amount of a whole place that an upper and a lower level told after it make up."""
    for position, statement in enumerate(statements):
        total = statement.main
        if total is None or total.unit.kind != "yuan" or significant_digits(total.number) < _LEAST_DIGITS:
            continue
        name = _name(statement) if _ALL in total.lead else ""
        for whole, upper, lower in _LEVELS:
            if whole.match(name):
                after = statements[position + 1 : position + 1 + _REACH]
                kind = _FLOW.findall(name)[-1:]
                yield from _of_pair(total, _called(after, upper, kind), _called(after, lower, kind))


def _of_pair(total: Token, uppers: Sequence[Token], lowers: Sequence[Token]) -> Iterator[Proposal]:
    for upper in uppers:
        for lower in lowers:
            made = relation("sum", "sum", total, [(upper, "part"), (lower, "part")], role="total")
            if decide(made).holds:
                yield Proposal((made,), asserted=False)
                return


def _called(statements: Sequence[Statement], level: re.Pattern[str], kind: list[str]) -> list[Token]:
    """The first amounts of a level, of the same kind of flow."""
    found = []
    for statement in statements:
        name = _name(statement)
        if statement.main is not None and level.match(name) and _FLOW.findall(name)[-1:] == kind:
            found.append(statement.main)
    return found[:_MOST]


def _name(statement: Statement) -> str:
    """The words that lead to the amount, without what stands before its thing."""
    main = statement.main
    lead = _PAUSE.split(main.lead)[-1] if main is not None else ""
    return _SHORT.sub("", lead)
