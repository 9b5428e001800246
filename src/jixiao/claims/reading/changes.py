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
        parts = [tellers.get(o.quantity.index) for o in found.operands if o.quantity.number != 0]
        if stated is None or len(parts) < _FEWEST or any(o.factor < 0 for o in found.operands):
            continue
        total = _change_of(stated, told)
        changes = [change for part in parts if part is not None and (change := _change_of(part, told))]
        if total is None or total.index in seen or len(changes) < len(parts):
            continue
        if len({token.index for token in (total, *changes)}) <= len(changes):
            continue  # one change told of several of them
        if len({token.unit.name for token in (total, *changes)}) > 1 or not decide(found).holds:
            continue
        made = relation(
            "sum",
            "sum",
            total,
            [(change, "part", change.direction * total.direction) for change in changes],
            role="total",
        )
        holds = decide(made).holds
        if holds or near_miss(made):
            seen.add(total.index)
            yield Proposal((made,), asserted=not holds)


def _change_of(own: Statement, told: dict[str, list[Statement]]) -> Token | None:
    """The change told with an amount, or the only one told of the same thing."""
    if (change := own.get("change")) is not None:
        return change
    others = [other.roles["change"] for other in told.get(own.key, ())]
    values = {(change.number * change.direction, change.unit.name) for change in others}
    return others[0] if len(values) == 1 else None
