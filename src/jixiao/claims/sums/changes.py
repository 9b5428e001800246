"""The change of a total is the changes of its parts together.

Where 三公经费 is shown to be the sum of its three items, its 减少0.05万元 must be what the
items' 减少0.17万元 and 增加0.12万元 make, however far apart these stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_FEWEST = 2


def of_changes(reading: Reading, sums: Iterable[Relation]) -> Iterator[Proposal]:
    """For sums that hold, the same sum of the changes that are told of the total and of every part."""
    tellers = {token.index: s for s in reading.statements for token in s.roles.values()}
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in reading.statements:
        if "change" in statement.roles and statement.key:
            told[statement.key].append(statement)
    seen: set[int] = set()
    for found in sums:
        stated = tellers.get(found.stated.index)
        parts = [tellers.get(o.quantity.index) for o in found.operands]
        total = None if stated is None else _change_of(stated, told)
        if total is None or total.index in seen or any(o.factor < 0 for o in found.operands):
            continue
        changes = [None if part is None else _change_of(part, told) for part in parts]
        untold = [o for o, change in zip(found.operands, changes, strict=True) if change is None]
        listed = [change for change in changes if change is not None]
        if any(o.quantity.number != 0 for o in untold) or not _comparable(total, listed):
            continue
        made = relation(
            "sum",
            "sum",
            total,
            [(change, "part", change.direction * total.direction) for change in listed],
            role="total",
        )
        holds = decide(made).holds
        if holds or near_miss(made):  # 收入 = 支出 + 结余 is a sum whose changes need not be told alike
            seen.add(total.index)
            yield Proposal((made,), asserted=not holds)


def _comparable(total: Token, changes: list[Token]) -> bool:
    """Whether all are changes of one unit against one basis, each told for itself."""
    told = (total, *changes)
    return (
        len(changes) >= _FEWEST
        and len({token.index for token in told}) == len(told)
        and len({token.unit.name for token in told}) == 1
        and len({"预算" in token.lead for token in told}) == 1
    )


def _change_of(own: Statement, told: dict[str, list[Statement]]) -> Token | None:
    """The change told with an amount, or the only one told of the same thing."""
    if (change := own.get("change")) is not None:
        return change
    others = [other.roles["change"] for other in told.get(own.key, ())]
    values = {(change.number * change.direction, change.unit.name) for change in others}
    return others[0] if len(values) == 1 else None
