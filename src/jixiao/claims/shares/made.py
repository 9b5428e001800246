"""Shares of a whole that the parts of their list make: 分部门看，甲A，占p%；乙B, where A and B make T above.

For shares that no other reading explains; those of a whole with a name of its own may only hold.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.shares.divisions import Division

_FEWEST, _MOST = 2, 16
"""Parts of a list."""
_BACK = 40
"""Statements before a list among which its whole is looked for."""


def of_made_wholes(reading: Reading, lists: Sequence[Division], known: set[int]) -> Iterator[Proposal]:
    """One share for each list member whose share is not ``known`` (by the index of its figure)."""
    for position, statement in enumerate(reading.statements):
        rate, part = statement.roles.get("share"), statement.main
        if rate is None or part is None or rate.index in known or rate.unit.kind != "percent":
            continue
        how = statement.how["share"]
        if how.adjusted or how.bare or "whole" in statement.roles or not 0 < rate.number < HUNDRED:
            continue
        members = _members(reading.statements, lists, position)
        whole = _made(reading.statements, members, part) if len(members) >= _FEWEST else None
        if whole is not None and whole.main is not None:
            meant = is_generic(how.whole) or not how.whole or _is_end(how.whole, whole.label)
            operands = [(part, "part"), (whole.main, "whole")]
            yield Proposal((relation("share", "quotient", rate, operands),), asserted=meant)


def _members(statements: Sequence[Statement], lists: Sequence[Division], position: int) -> list[Statement]:
    """The amounts of its own sentence and list."""
    own = statements[position]
    near = range(max(position - _MOST, 0), min(position + _MOST, len(statements)))
    return [
        s
        for s in (statements[at] for at in near if lists[at].number == lists[position].number)
        if (s.block, s.sentence, s.depth) == (own.block, own.sentence, own.depth) and s.main is not None
    ]


def _made(statements: Sequence[Statement], members: Sequence[Statement], part: Token) -> Statement | None:
    """The nearest statement before the list whose amount all of its members make."""
    amounts = [member.main for member in members if member.main is not None]
    if any(amount.unit.kind != part.unit.kind or amount.approximate for amount in amounts):
        return None
    made = sum((amount.number * amount.unit.scale for amount in amounts), Decimal(0))
    slack = sum((amount.unit.step(amount.decimals) for amount in amounts), Decimal(0))
    first = members[0].index - statements[0].index
    for statement in statements[max(first - _BACK, 0) : first][::-1]:
        told = statement.main
        if told is None or told.unit.kind != part.unit.kind:
            continue
        if abs(told.number * told.unit.scale - made) * 2 <= slack + told.unit.step(told.decimals):
            return statement
    return None


def _is_end(name: str, label: str) -> bool:
    """占基金收入的p%, 收入合计T: the whole is called by what sort of thing it is."""
    return len(label) > 1 and name.endswith(label)
