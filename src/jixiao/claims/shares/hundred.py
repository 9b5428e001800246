"""Shares of a list that leaves nothing out: together they make a hundred per cent.

基本支出、项目支出占比分别为40%、55% contradicts itself; so does a list that ends with 其他.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.sums.complements import leaves_nothing_out
from jixiao.core.claim import Operand, Relation, decide

if TYPE_CHECKING:
    from jixiao.claims.reading.tokens import Token

_REST = re.compile(r"其[他它余]")
_OTHER_WHOLE = re.compile(r"GDP|生产总值|各自|人口|同类|增")
"""Wholes of which the things of the list are not all."""
_CHANGED = re.compile(r"(?:提高|上升|增|降|减|升)[^，。；]{0,6}$")
_TOGETHER = re.compile(r"(?:^|[，,。；;])\s*(?:[共总]共?|合计|共计|[两三四五]者合?计?)占[^，,。；;]*$")
_MOST_PARTS = 8
_FEWEST = 2
_PART_AND_WHOLE = 2


def of_hundred(reading: Reading) -> Iterator[Proposal]:
    """The last share of each such list, as what the others leave of a hundred."""
    for number, members in groupby(reading.statements, key=lambda statement: statement.group):
        listed = list(members)
        if number >= 0 and len(listed) > 1 and _is_whole(reading, listed):
            shares = [statement.roles["share"] for statement in listed]
            made = relation("share", "rest", shares[-1], [(share, "share") for share in shares[:-1]])
            step = Decimal(1).scaleb(-max(share.decimals for share in shares))
            gap = abs(sum((share.number for share in shares), Decimal(0)) - HUNDRED)
            # Shares that were all cut off miss a hundred by less than one place each.
            asserted = gap == 0 or gap > step * len(shares)
            yield Proposal((replace(made, constants=(Decimal(1),)),), asserted)


def of_several(reading: Reading) -> Iterator[Proposal]:
    """分别占6%、22%、24%，共占52%: the share of several parts is the sum of theirs."""
    statements = reading.statements
    for position, statement in enumerate(statements):
        total = statement.roles.get("share")
        if total is None or total.cell is not None or not _TOGETHER.search(total.lead):
            continue
        parts: list[Token] = []
        for other in statements[max(position - _MOST_PARTS, 0) : position][::-1]:
            share = other.roles.get("share")
            if share is None or other.sentence != statement.sentence or _TOGETHER.search(share.lead):
                break
            parts.insert(0, share)
        listed = {other.group for other in statements[max(position - len(parts), 0) : position]}
        if len(parts) >= _FEWEST:
            made = relation("sum", "sum", total, [(part, "share") for part in parts], role="total")
            yield Proposal((made,), asserted=len(listed) == 1 and -1 not in listed)


def with_amounts(reading: Reading) -> Iterator[Proposal]:
    """Shares told with amounts that make a hundred; each is recomputed by itself, so these only hold."""
    told = [s for s in reading.statements if "share" in s.roles and s.group < 0]
    for _, members in groupby(told, key=lambda s: (s.block, s.sentence, s.how["share"].whole)):
        shares = [s.roles["share"] for s in members]
        if len(shares) < 2 or any(share.unit is not shares[0].unit for share in shares):
            continue
        made = relation("share", "rest", shares[-1], [(share, "share") for share in shares[:-1]])
        yield Proposal((replace(made, constants=(Decimal(1),)),), asserted=False)


def of_wholes(reading: Reading, shares: Iterable[Relation]) -> Iterator[Proposal]:
    """Parts whose shares of one whole make a hundred: nothing is left out, so they add up to the whole.

    Not where they make another amount of the paragraph, so near that the shares are of either. The shares
    themselves, each recomputed by itself, can then only hold.
    """
    parts_of: dict[int, dict[int, Relation]] = {}
    for share in shares:
        if share.formula == "quotient" and len(share.operands) == _PART_AND_WHOLE and decide(share).holds:
            part, of = (operand.quantity for operand in share.operands)
            parts_of.setdefault(of.index, {}).setdefault(part.index, share)
    splits = (split for told in parts_of.values() for split in _splits([*told.values()]))
    for listed in splits:
        stated = [share.stated for share in listed]
        if len(stated) < _FEWEST or not _is_hundred(listed):
            continue
        first = listed[0]
        whole = first.operands[1].quantity
        operands = tuple(Operand(share.operands[0].quantity, "part") for share in listed)
        made = replace(first, kind="sum", formula="sum", stated=whole, operands=operands, role="total")
        yield Proposal((made,), asserted=not _make_another(reading, made))
        others = tuple(Operand(share, "share") for share in stated[:-1])
        rest = replace(first, formula="rest", stated=stated[-1], operands=others, binding="bound")
        yield Proposal((replace(rest, constants=(Decimal(1),)),), asserted=False)


def _splits(listed: list[Relation]) -> Iterator[list[Relation]]:
    """One list; or the several that one whole is split into, one after another, each making a hundred."""
    if sum((share.stated.number for share in listed), Decimal(0)) < HUNDRED * 3 / 2:
        yield listed
        return
    run: list[Relation] = []
    for share in sorted(listed, key=lambda share: share.stated.index):
        if run and share.stated.number and _is_hundred(run):
            yield run
            run = []
        run.append(share)
    yield run


def _is_hundred(listed: list[Relation]) -> bool:
    """Whether shares make a hundred, but for what rounding and one unit of the last digit leave open."""
    steps = [Decimal(1).scaleb(-share.stated.decimals) for share in listed if share.stated.number]
    gap = abs(sum((share.stated.number for share in listed), Decimal(0)) - HUNDRED)
    return bool(steps) and gap <= max(steps) and gap * 2 <= sum(steps)


def _make_another(reading: Reading, made: Relation) -> bool:
    """Whether the parts make another amount of their whole's paragraph to the digit."""
    paragraph = reading.paragraph_of(made.stated.place.block)
    value = sum((operand.quantity.value for operand in made.operands), Decimal(0))
    return paragraph is not None and any(
        token.unit.kind == made.stated.unit.kind and token.number * token.unit.scale == value
        for token in paragraph.tokens
    )


def _is_whole(reading: Reading, listed: list[Statement]) -> bool:
    first, last = listed[0], listed[-1]
    if any(statement.roles.keys() != {"share"} for statement in listed):
        return False  # with amounts, each share is recomputed by itself
    if _CHANGED.search(first.lead):
        return False
    if any(_OTHER_WHOLE.search(statement.how["share"].whole) for statement in listed):
        return False
    beside = (first.index - 1, last.index + 1)
    around = [reading.statements[at] for at in beside if 0 <= at < len(reading.statements)]
    if any("share" in other.roles and other.sentence == first.sentence for other in around):
        return False  # another thing's share stands before or after the list
    return _REST.match(last.label) is not None or leaves_nothing_out([s.label for s in listed])
