"""By how much the three publics changed: the change of all is that of each, 持平 being none.

三公经费比上年减少a万元，其中因公出国（境）费持平，公务用车购置及运行费减少b万元，公务接待费增加c万元: where
each of the three tells its change, they make the whole; so do buying and running the change of the vehicles.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

KIND = "sum"
_FAMILIES = (("all", ("abroad", "vehicles", "reception")), ("vehicles", ("buying", "running")))
_LEVEL = re.compile(
    r"(?P<name>因公出国[^，。；;\d]{0,8}|[^，。；;\d]{0,6}接待费?|(?:公务用|公)车[^，。；;\d]{2,14})"
    r"(?:支出|决算|预算|数|减少|增加|为|是|\s)*(?:[\d.,]+\s?万?元[，,。]?)?\s*[比与和较同][^，。；;]{0,14}(?:持平|一致|相同|无变化|没有变化)"
)
_FAR = 6
"""Blocks below the change of the whole among which the others stand."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The change of the three publics, and of the vehicles, against those of their parts."""
    told = [s for s in reading.statements if s.table is None and _change(s) is not None and cost_of(s.label)]
    for whole in told:
        for name, parts in _FAMILIES:
            if cost_of(whole.label) == name:
                made = _sum(reading, whole, told, parts)
                if made is not None:
                    yield Proposal((made,))


def _change(statement: Statement) -> Token | None:
    """A change in money that was not 约."""
    token = statement.roles.get("change")
    if token is None or token.unit.kind != "yuan" or token.approximate or not token.direction:
        return None
    return token


def _sum(
    reading: Reading, whole: Statement, told: list[Statement], names: tuple[str, ...]
) -> Relation | None:
    total = _change(whole)
    if total is None:
        return None
    changes: dict[str, Token | None] = {}
    for other in told:
        cost, change = cost_of(other.label), _change(other)
        if other.index <= whole.index or other.block - whole.block > _FAR or change is None:
            continue
        if cost == cost_of(whole.label) or (cost == "all" and "abroad" not in names):
            break
        if cost in names:
            changes.setdefault(cost, change)
    for cost in _level(reading, whole, total):
        if cost in names:
            changes.setdefault(cost, None)
    parts = [token for token in changes.values() if token is not None]
    if len(changes) < len(names) or not parts:
        return None
    operands = [(token, "part", 1 if token.direction == total.direction else -1) for token in parts]
    return relation(KIND, "sum", total, operands, "named", role="total")


def _level(reading: Reading, whole: Statement, total: Token) -> Iterator[str]:
    """The costs behind a change that are told to have stayed the same."""
    for block in range(whole.block, whole.block + _FAR + 1):
        paragraph = reading.paragraph_of(block)
        if paragraph is None:
            return
        start = total.end if block == whole.block else 0
        for found in _LEVEL.finditer(paragraph.text, start):
            yield cost_of(found["name"])
