"""Totals of numbered lists: the first, second … amount of every item against one told around the list.

A list is complete when the text counts its items (28个项目) and as many follow; then its sums can fail.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss, nearly, slipped_unit
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.measures import stage_of
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits

_BEFORE, _AFTER = 40, 12
_COUNTED = 6
"""Numbers before a list among which the one of its items is looked for."""
_LONGEST = 400
_LEAST_DIGITS = 3
_LONG = 4
_CLAUSE = re.compile(r"[，,。；;：:(]")
_DONE = re.compile(r"支出|执行|支付|使用|拨付")
_PLANS = ("plan", "initial")
_REST = re.compile(r"^[^，,。；\d]{0,12}其[他它余]")
_Near = tuple[Token, Decimal, Decimal]
"""An amount told around a list, with its value and one unit of its last digit, in base units."""
_ANNOUNCES = re.compile(r"(?:[:：]|其中[,，]?|如下[。:：]?|具体|包括|明细)\s*$|其中[:：]")


def of_lists(reading: Reading) -> Iterator[Proposal]:
    """Sums over the items of each list."""
    lists: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        if paragraph.list_number and paragraph.tokens:
            lists[paragraph.list_number].append(paragraph)
    for items in lists.values():
        if 2 <= len(items) <= _LONGEST:
            yield from _without_rivals(list(_of_items(reading, items)))
            yield from _of_counts(reading, items)


def _without_rivals(proposals: list[Proposal]) -> Iterator[Proposal]:
    """What one measure of the items makes to the digit is no total that another measure of them misses."""
    held = {id(p): decide(p.readings[0]).holds for p in proposals}
    made = {p.readings[0].stated.index for p in proposals if held[id(p)]}
    yield from (p for p in proposals if held[id(p)] or p.readings[0].stated.index not in made)


def without_made(
    reading: Reading, proposals: Sequence[Proposal], sums: Sequence[Relation]
) -> Iterator[Proposal]:
    """The sums but for those that miss a total which other amounts make, told in the items of a list too.

    预算A，支出B。1.甲项目，预算…: what the budgets of the items miss may be made by what was spent of them.
    """
    if all(decide(proposal.readings[0]).holds for proposal in proposals):
        yield from proposals
        return
    planned = {token.index: token.role in _PLANS for token in reading.tokens}
    made: set[int] = set()
    for one in (*sums, *(proposal.readings[0] for proposal in proposals)):
        blocks = {operand.quantity.place.block for operand in one.operands}
        alike = len({planned.get(operand.quantity.index) for operand in one.operands}) == 1
        if alike and len(blocks) > 1 and one.stated.place.block not in blocks and decide(one).holds:
            made.add(one.stated.index)
    yield from (p for p in proposals if p.readings[0].stated.index not in made or decide(p.readings[0]).holds)


def _of_items(reading: Reading, items: list[Paragraph]) -> Iterator[Proposal]:
    amounts = [[t for t in item.tokens if t.unit.kind == "yuan" and not t.approximate] for item in items]
    first, last = items[0].tokens[0].index, items[-1].tokens[-1].index
    near = [
        (t, t.number * t.unit.scale, _step(t))
        for t in (
            *reading.tokens[max(first - _BEFORE, 0) : first][::-1],
            *reading.tokens[last + 1 : last + 1 + _AFTER],
        )
        if t.unit.kind == "yuan"
    ]
    counted = any(
        t.unit.kind == "count" and t.number == len(items) and _is_above(reading, t, items[0])
        for t in reading.tokens[max(first - _COUNTED, 0) : first]
    )
    headed = _headed(reading, items[0])
    both = all({t.role for t in row} & set(_PLANS) and any(t.role == "main" for t in row) for row in amounts)
    for role in (_PLANS, ("main",)):
        told = [[t for t in row if t.role in role] for row in amounts]
        if all(told):
            # Where each item tells its plan and what was done, what was done in all is no sum of plans.
            own = [one for one in near if (one[0].role in _PLANS) == (role is _PLANS)] if both else near
            yield from _against(own, _splits(told), counted=counted, headed=headed)
    if counted:
        return
    for ordinal in range(3):
        parts_ = [row[ordinal] for row in amounts if len(row) > ordinal]
        if len(parts_) == len(items):
            if {part.role for part in parts_} == {"base"}:  # what the items were makes what the whole was
                yield from _against(
                    [one for one in near if one[0].role == "base"], [parts_], counted=False, headed=headed
                )
                continue
            alike = len({part.role for part in parts_}) == 1  # not the budget of one, the outturn of another
            begins = headed and ordinal == 0 and alike and not both
            yield from _against(near, [parts_], counted=False, headed=begins)


def _is_above(reading: Reading, count: Token, first: Paragraph) -> bool:
    """Whether a number stands under the headings of a list: the 3人 of another section count no items."""
    own = reading.paragraph_of(count.block.index)
    if own is None:
        return False
    path = reading.sections[own.section]
    return reading.sections[first.section][: len(path)] == path


def _splits(told: list[list[Token]]) -> list[list[Token]]:
    """One amount of each item, the likeliest choice first: of the stage that all items tell, else the last.

    An item whose budget was changed tells both (原下达80万元，调减5万元，全年预算75万元), the others one.
    """
    stages = [{stage_of(token): token for token in row[::-1]} for row in told]
    if len({stage for item in stages for stage in item}) == 1:
        return [[row[0] for row in told]]
    shared = [stage for stage in list(stages[0])[::-1] if all(stage in item for item in stages)]
    return [*([item[stage] for item in stages] for stage in shared), [row[-1] for row in told]]


def _of_counts(reading: Reading, items: list[Paragraph]) -> Iterator[Proposal]:
    """Things of each item in an announced list that ends with 其他: 招标139个, …, 其他30宗 make 863宗."""
    parts = [next((t for t in item.tokens if t.unit.kind == "count"), None) for item in items]
    before = reading.paragraph_of(items[0].block.index - 1)
    if before is None or not _headed(reading, items[0]) or not _REST.search(items[-1].text):
        return
    told = [part for part in parts if part is not None and not part.approximate]
    words = {part.unit.word for part in told}
    if len(told) < len(items):
        return
    for total in before.tokens:
        if total.unit.word in words and significant_digits(total.number) >= _LEAST_DIGITS:
            made = _sum(total, told)
            if decide(made).holds or near_miss(made) or nearly(made):
                yield Proposal((made,))
                return


def _headed(reading: Reading, first: Paragraph) -> bool:
    """Whether the paragraph just before the list announces it."""
    before = reading.paragraph_of(first.block.index - 1)
    return before is not None and bool(_ANNOUNCES.search(before.text))


def _against(
    near: list[_Near], splits: list[list[Token]], *, counted: bool, headed: bool
) -> Iterator[Proposal]:
    """The total that one of the splits makes; else what the likeliest should make, in a list that must."""
    splits = [parts for parts in splits if sum(bool(part.number) for part in parts) > 1]
    for parts in splits:
        amount, slack = _amount(parts), sum((_step(part) for part in parts), Decimal(0))
        for total, value, step in near:
            if abs(value - amount) * 2 <= slack + step:
                made = _sum(total, parts)
                if decide(made).holds and significant_digits(total.number) >= _LEAST_DIGITS:
                    yield Proposal((made,))
                    return
    if splits and (counted or headed):
        yield from _missed(near, splits[0], counted=counted, headed=headed)


def _missed(near: list[_Near], parts: list[Token], *, counted: bool, headed: bool) -> Iterator[Proposal]:
    """The total that the parts come near to, or that one slip of the pen sets apart from them."""
    amount = _amount(parts)
    gaps = [(abs(value - amount), at) for at, (_, value, _) in enumerate(near) if value]
    above = parts[0].block.index
    close = [
        (gap, at)
        for gap, at in gaps
        if counted
        and amount
        and gap * 20 < near[at][1]
        and near[at][0].block.index < above
        and not _is_done_of_plan(near[at][0], parts)
    ]
    if close:
        yield Proposal((_sum(near[min(close)[1]][0], parts),))
    elif counted and (own := _announced(near, parts, amount)) is not None:
        yield Proposal((_sum(own, parts),))
    elif headed:
        for total, _, _ in near[:8]:
            if _is_other_measure(total, parts, near):
                continue
            made = _sum(total, parts)
            long = significant_digits(total.number) >= _LONG
            if slipped_unit(made) or (long and (near_miss(made) or nearly(made))):
                yield Proposal((made,))
                return


def _announced(near: list[_Near], parts: list[Token], amount: Decimal) -> Token | None:
    """共5个项目，预算A，支出B。1.甲项目，预算…: the one plan of the paragraph above a list of plans."""
    above = parts[0].block.index - 1
    if not all(part.role in _PLANS for part in parts):
        return None
    plans = [token for token, _, _ in near if token.block.index == above and token.role in _PLANS]
    if len(plans) != 1 or plans[0].approximate:
        return None
    value = plans[0].number * plans[0].unit.scale
    return plans[0] if value < amount * 2 and amount < value * 2 else None


def _is_done_of_plan(total: Token, parts: list[Token]) -> bool:
    """共5个项目，预算A，支出B。1.甲项目，预算…: what was spent is no total of plans, nor the reverse."""
    words = _CLAUSE.split(total.lead)[-1]
    planned = [token.role in _PLANS for token in parts]
    if any(planned) and _DONE.search(words):
        return True
    return not any(planned) and (total.role in _PLANS) and all(_DONE.search(part.lead) for part in parts)


def _is_other_measure(total: Token, parts: list[Token], near: list[_Near]) -> bool:
    """支出A，年初预算B。其中：…: what was done is no part of the plan beside it, nor of another stage."""
    planned = [token.role in _PLANS for token in parts]
    if any(planned) != all(planned):
        return False
    if planned[0] == (total.role in _PLANS):
        stages = {stage for token in (total, parts[0]) if (stage := stage_of(token))}
        return planned[0] and len(stages) > 1
    return any(
        (token.role in _PLANS) == planned[0]
        and token.sentence == total.sentence
        and token.unit is total.unit
        and token.role in ("main", *_PLANS)
        for token, _, _ in near
    )


def _amount(parts: list[Token]) -> Decimal:
    return sum((part.number * part.unit.scale for part in parts), Decimal(0))


def _step(token: Token) -> Decimal:
    """One unit of the last printed digit, in base units."""
    return token.unit.step(token.decimals)


def _sum(total: Token, parts: list[Token]) -> Relation:
    return relation("sum", "sum", total, [(part, "part") for part in parts], role="total")
