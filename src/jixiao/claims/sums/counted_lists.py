"""Totals of a counted number of things against a list of as many that stands elsewhere.

上年结转项目4个，涉及资金A，支出B in one section, and in another a list with four items side by side that make
A: they are those four, so that what was spent of them must make B. The list may be longer than the number.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits
from jixiao.core.frozen import frozen
from jixiao.core.slips import one_slip_apart

_FEWEST, _MOST = 2, 400
"""Things that a list may tell one by one; a larger number counts what no report lists."""
_LEAST_DIGITS = 4
_BEFORE, _BEHIND = 4, 12
"""Lists before and behind a total among which the one of its things is looked for."""
_THING = re.compile(r"项目|专项|工程|单位|课题|活动|采购")
_COUNTED_THING = re.compile(r"^(?:预算|上年|结转|追加|财政|部门)*(?:项目|专项|工程|单位|课题|活动|采购)")
_DONE = re.compile(r"支出|执行|支付|使用|拨付|完成")
_PLANS = ("plan", "initial")
_CLAUSE = re.compile(r"[，,。；;：:(]")
_MEASURES = ("plan", "done")

Amounts = dict[str, Token]
"""What was planned and what was done, each where told."""


@frozen
class _Column:
    """A measure of all items of a list: its amounts, and how many and how much there are before each item."""

    told: tuple[Token | None, ...]
    missing: tuple[int, ...]
    sums: tuple[Decimal, ...]
    step: Decimal

    @classmethod
    def of(cls, items: Sequence[Amounts], name: str) -> "_Column":
        """The column of one measure."""
        told = tuple(item.get(name) for item in items)
        values = [Decimal(0) if one is None else one.number * one.unit.scale for one in told]
        steps = [one.unit.step(one.decimals) for one in told if one is not None]
        missing = accumulate((int(one is None) for one in told), initial=0)
        return cls(
            told,
            tuple(missing),
            tuple(accumulate(values, initial=Decimal(0))),
            min(steps, default=Decimal(1)),
        )

    def parts(self, start: int, number: int) -> list[Token] | None:
        """The amounts of so many items from one on; None where one of them tells none."""
        if self.missing[start + number] - self.missing[start]:
            return None
        return [one for one in self.told[start : start + number] if one is not None]

    def agrees(self, total: Token, start: int, number: int) -> bool:
        """Whether the items make the total, but for what each was rounded."""
        if (
            self.missing[start + number] - self.missing[start]
            or significant_digits(total.number) < _LEAST_DIGITS
        ):
            return False
        gap = self.sums[start + number] - self.sums[start] - total.number * total.unit.scale
        return abs(gap) * 2 <= self.step * number + total.unit.step(total.decimals)


def of_counted(reading: Reading) -> Iterator[Proposal]:
    """The totals told with a number of things, each against the lists of at least so many."""
    totals = [found for p in reading.paragraphs for found in _totals(p)]
    if not totals:
        return
    lists = list(_lists(reading))
    begins = [min(blocks) for blocks, _ in lists]
    for number, told in totals:
        above = next(iter(told.values())).block.index
        at = bisect_left(begins, above)
        for blocks, columns in lists[max(at - _BEFORE, 0) : at + _BEHIND]:
            if above not in blocks:
                yield from _against(number, told, columns)


def _totals(paragraph: Paragraph) -> Iterator[tuple[int, Amounts]]:
    """The numbers of things with the amounts that their sentence tells behind them."""
    tokens = paragraph.tokens
    for at, token in enumerate(tokens):
        if token.unit.word not in ("个", "项") or token.approximate or token.decimals:
            continue
        if not _FEWEST <= token.number <= _MOST or not _is_of_things(paragraph.text, token):
            continue
        behind: list[Token] = []
        for other in tokens[at + 1 :]:
            if other.sentence != token.sentence or other.unit.kind == "count":
                break
            behind.append(other)
        if told := _amounts(behind):
            yield int(token.number), told


def _is_of_things(text: str, token: Token) -> bool:
    named = _THING.search(_CLAUSE.split(token.lead)[-1]) is not None
    return named or _COUNTED_THING.match(text[token.end : token.end + 12]) is not None


def _amounts(tokens: Sequence[Token]) -> Amounts:
    """The first amount that was planned, and the first that was done."""
    found: Amounts = {}
    for token in tokens:
        if token.unit.kind != "yuan" or token.approximate or token.depth:
            continue
        if token.role in _PLANS:
            found.setdefault("plan", token)
        elif token.role == "main" and _DONE.search(_CLAUSE.split(token.lead)[-1]):
            found.setdefault("done", token)
    return found


def _lists(reading: Reading) -> Iterator[tuple[frozenset[int], dict[str, _Column]]]:
    """Each list in the order of their first items: the blocks of its items, and its measures."""
    lists: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        if paragraph.list_number and paragraph.tokens:
            lists[paragraph.list_number].append(paragraph)
    for paragraphs in lists.values():
        if _FEWEST <= len(paragraphs) <= _MOST:
            items = [_amounts(one.tokens) for one in paragraphs]
            blocks = frozenset(one.block.index for one in paragraphs)
            yield blocks, {name: _Column.of(items, name) for name in _MEASURES}


def _against(number: int, told: Amounts, columns: Mapping[str, _Column]) -> Iterator[Proposal]:
    """The totals over the first run of so many items that make one of them."""
    for start in range(len(columns["plan"].told) - number + 1):
        agreed = {name for name, total in told.items() if columns[name].agrees(total, start, number)}
        if not agreed:
            continue
        for name, total in told.items():
            parts = columns[name].parts(start, number)
            if parts is not None:
                made = relation("sum", "sum", total, [(part, "part") for part in parts], role="total")
                yield Proposal((made,), asserted=name not in agreed and _is_slip(made, total, parts))
        return


def _is_slip(made: Relation, total: Token, parts: Sequence[Token]) -> bool:
    """Whether one slip of the pen, in the total or in a part, is all that sets them apart."""
    if decide(made).holds or near_miss(made):
        return True
    meant = sum((part.number * part.unit.scale for part in parts), Decimal(0))
    gap = total.number * total.unit.scale - meant
    return one_slip_apart(total.build(), meant / total.unit.scale) or any(
        significant_digits(part.number) >= _LEAST_DIGITS
        and one_slip_apart(part.build(), part.number + gap / part.unit.scale)
        for part in parts
    )
