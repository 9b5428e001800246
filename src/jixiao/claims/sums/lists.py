"""Totals of numbered lists: the first, second … amount of every item against one told around the list.

A list is complete when the text counts its items (28个项目) and as many follow; then its sums can fail.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss, nearly, slipped_unit
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits

_BEFORE, _AFTER = 40, 12
_LONGEST = 400
_LEAST_DIGITS = 3
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
            yield from _of_items(reading, items)
            yield from _of_counts(reading, items)


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
        t.unit.kind == "count" and t.number == len(items) for t in reading.tokens[max(first - 6, 0) : first]
    )
    headed = _headed(reading, items[0])
    for role in ("plan", "main"):
        parts = [
            next((t for t in row if t.role in ((role, "initial") if role == "plan" else (role,))), None)
            for row in amounts
        ]
        if all(part is not None for part in parts):
            yield from _against(
                near, [part for part in parts if part is not None], counted=counted, headed=headed
            )
    if counted:
        return
    for ordinal in range(3):
        parts_ = [row[ordinal] for row in amounts if len(row) > ordinal]
        if len(parts_) == len(items):
            alike = len({part.role for part in parts_}) == 1  # not the budget of one, the outturn of another
            yield from _against(near, parts_, counted=False, headed=headed and ordinal == 0 and alike)


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


def _against(near: list[_Near], parts: list[Token], *, counted: bool, headed: bool) -> Iterator[Proposal]:
    amount = sum((part.number * part.unit.scale for part in parts), Decimal(0))
    slack = sum((_step(part) for part in parts), Decimal(0))
    if not amount or sum(bool(part.number) for part in parts) < 2:
        return
    closest: tuple[Decimal, Relation] | None = None
    for total, value, step in near:
        gap = abs(value - amount)
        if gap * 2 <= slack + step:
            made = _sum(total, parts)
            if decide(made).holds and significant_digits(total.number) >= 3:
                yield Proposal((made,))
                return
        if counted and value and gap * 20 < value and (closest is None or gap < closest[0]):
            closest = (gap, _sum(total, parts))
    if closest is not None:
        yield Proposal((closest[1],))
    elif headed:
        for total, _, _ in near[:8]:
            made = _sum(total, parts)
            long = significant_digits(total.number) >= 4
            if slipped_unit(made) or (long and (near_miss(made) or nearly(made))):
                yield Proposal((made,))
                return


def _step(token: Token) -> Decimal:
    """One unit of the last printed digit, in base units."""
    return token.unit.scale.scaleb(-token.decimals)


def _sum(total: Token, parts: list[Token]) -> Relation:
    return relation("sum", "sum", total, [(part, "part") for part in parts], role="total")
