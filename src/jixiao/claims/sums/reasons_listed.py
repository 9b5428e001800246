"""A change and the numbered items below it that tell its reasons: 较上年增c。主要原因：/1.甲增d/2.乙减e.

Items that leave nothing out by their nature (工资福利、商品和服务、个人和家庭) must make the change. Others
may be left untold, so that only what adds up, or misses by a slip of the pen, is told.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from jixiao.claims.reading.nearmiss import agrees, near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.complements import leaves_nothing_out

_OPENS = re.compile(r"(?:原因|如下|其中|情况)[^，,。；;\d]{0,6}[：:。]?\s*$")
"""The last words of a paragraph that announce the items below it."""
_FEWEST = 2
_MOST = 60
"""Statements below a change that its items are looked for in."""


def of_listed_reasons(statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Each change that the changes of the items right below its paragraph make, or should."""
    for position, statement in enumerate(statements):
        change = statement.roles.get("change")
        if change is None or not _is_told(change) or not _OPENS.search(change.block.text):
            continue
        items = _items(statements, position, change)
        if len(items) < _FEWEST:
            continue
        sign = change.direction
        parts = [(token, "part", token.direction * sign) for _, token in items]
        made = relation("sum", "sum", change, parts, role="total")
        if leaves_nothing_out([name for name, _ in items]) or agrees(made) or near_miss(made):
            yield Proposal((made,))


def _items(statements: Sequence[Statement], position: int, total: Token) -> list[tuple[str, Token]]:
    """The thing and the change that each item begins with; none where one tells no change of its own."""
    own, style, block = statements[position], "", statements[position].block
    found: list[tuple[str, Token]] = []
    for statement in islice(statements, position + 1, position + 1 + _MOST):
        if statement.block == block:
            if block == own.block and "change" in statement.roles:
                return []  # the paragraph tells several changes
            continue
        if statement.block != block + 1 or not statement.mark_style:
            break
        style = style or statement.mark_style
        if statement.mark_style != style or style == own.mark_style:
            break
        block = statement.block
        change = statement.roles.get("change")
        if change is None or not _is_told(change) or change.unit.name != total.unit.name:
            return []
        found.append((statement.label, change))
    return found


def _is_told(change: Token) -> bool:
    return change.unit.kind == "yuan" and bool(change.direction) and change.number != 0
