"""The growth of a total from its parts and theirs: 税收80亿元，增长5%；非税20亿元，增长10%; together 6.0 %.

Each part's amount and growth tell what it was before; so does the total's, where the parts are all of it.
Sums that hold are what shows that they are; a list of other things adds up by chance, so that such a growth
can fail only where the parts by their nature leave nothing out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.sums.complements import leaves_nothing_out
from jixiao.core.claim import Operand, Relation, decide

if TYPE_CHECKING:
    from jixiao.claims.reading.statements import Statement
    from jixiao.claims.reading.tokens import Token

_BASIS = re.compile(r"同口径|可比|剔除|扣除|还原|环比|上月|预算|计划|目标|年均|不变价")
_AT_CONSTANT_PRICES = re.compile(r"生产总值|增加值|总产值|GDP")
_MOST_PARTS = 16


def of_parts(statements: Sequence["Statement"], sums: Sequence[Relation]) -> Iterator[Proposal]:
    """The growth of every total of a sum that holds, where all its parts are told with their own."""
    owners = {token.index: s for s in statements for token in s.roles.values()}
    found: dict[int, list[tuple[Relation, bool]]] = defaultdict(list)
    for made in sums:
        if made.formula != "sum" or len(made.operands) > _MOST_PARTS or not decide(made).holds:
            continue
        members = [owners.get(q.index) for q in (made.stated, *(o.quantity for o in made.operands))]
        whole = [member for member in members if member is not None]
        if len(whole) == len(members) > 2 and len({member.index for member in whole}) == len(whole):
            growth = _growth(made, whole)
            if growth is not None:
                found[growth.stated.index].append((growth, _is_closed(whole)))
    for ways in found.values():
        held = [way for way, _ in ways if decide(way).holds]
        yield from (Proposal((way,), asserted=False) for way in held)
        if not held:
            yield from (Proposal((way,)) for way, closed in ways if closed)


def _growth(made: Relation, members: Sequence["Statement"]) -> Relation | None:
    rates = [member.roles.get("growth") for member in members]
    told = [rate for rate in rates if rate is not None and rate.unit.kind == "percent"]
    bases = {tuple(_BASIS.findall(rate.lead)) for rate in told}
    if len(told) < len(members) or len(bases) > 1 or any(rate.approximate for rate in told):
        return None
    if any(operand.factor < 0 or not operand.quantity.number for operand in made.operands):
        return None
    if any(member.how["growth"].adjusted for member in members):
        return None
    rises = [Operand(rate.build(), "part_growth", -1 if _falls(rate) else 1) for rate in told[1:]]
    return Relation(
        kind="growth",
        formula="parts_fall" if _falls(told[0]) else "parts_rise",
        stated=told[0].build(),
        operands=(*made.operands, *rises),
        role="growth",
    )


def _falls(rate: "Token") -> bool:
    return rate.direction < 0 < rate.number


def _is_closed(members: Sequence["Statement"]) -> bool:
    """Whether the parts by their nature leave nothing out, and stand with their total."""
    total, *parts = members
    beside = all(total.block == part.block for part in parts)
    plain = not any(_BASIS.search(member.roles["growth"].lead) for member in members)
    real = any(_AT_CONSTANT_PRICES.search(member.lead) for member in members)
    return beside and plain and not real and leaves_nothing_out([part.label for part in parts])
