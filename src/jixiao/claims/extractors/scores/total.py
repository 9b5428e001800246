"""A total score told after (or before) the list of items whose scores make it up."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.items import item_of
from jixiao.claims.scores.scored import scored
from jixiao.claims.scores.slipping import one_slip_explains
from jixiao.core.claim import decide
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_TOTAL = re.compile(r"(?:总|合计|综上|综合|最终|自评|评价|考核|整体)[^，,。；;]{0,10}$|共计$")
_CONVERTED = re.compile(r"换算|折算|折合|折百|百分制")
_LEFT_OUT = re.compile(r"不适用|[不未]涉及|剔除|扣除|除去|不参与|不纳入")
_HUNDRED = 100
_NEAR = 4
_FEWEST = 2
_LEAST = 60
"""From here to a hundred points are those of a whole appraisal."""
_CLOSE = Decimal("0.2")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each total against the lists of items beside it."""
    lists: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        if paragraph.list_number:
            lists[paragraph.list_number].append(paragraph)
    near = _neighbours(lists)
    for paragraph in reading.paragraphs:
        totals = list(_totals(paragraph))
        beside = sorted(near[paragraph.block.index] - {paragraph.list_number}) if totals else []
        for total in totals:
            others = {other.number for other in totals if other is not total}
            yield from _beside(total, [lists[number] for number in beside], others)


def _totals(paragraph: Paragraph) -> Iterator[Token]:
    """Scores of a whole, not of a section or an indicator."""
    if _CONVERTED.search(paragraph.text) and _LEFT_OUT.search(paragraph.text):
        return  # what is left of the full mark, and what the score becomes
    if paragraph.points:
        for one in scored(paragraph):
            score, full = one.get("score"), one.get("full")
            partial = full is not None and full.number < _HUNDRED
            if _CONVERTED.search(one.lead):
                continue  # 参评指标满分96分，得94.5分，换算后最终得分98.44分: no sum of the items
            if score is not None and not partial and (one.is_total or _TOTAL.search(one.lead[-14:])):
                yield score


def _neighbours(lists: dict[int, list[Paragraph]]) -> dict[int, set[int]]:
    """The lists that end just above or begin just below each block, by its index."""
    near: dict[int, set[int]] = defaultdict(set)
    for number, items in lists.items():
        first, last = items[0].block.index, items[-1].block.index
        for block in (*range(first - _NEAR, first), *range(last + 1, last + 1 + _NEAR)):
            near[block].add(number)
    return near


def _beside(total: Token, lists: list[list[Paragraph]], others: set[Decimal]) -> Iterator[Proposal]:
    """The lists beside a total, but for those of another one that its paragraph tells (自评, then 复核)."""
    for items in lists:
        if len(items) < _FEWEST:
            continue
        parts = [score for item in items if (score := _score(item)) is not None]
        amount = sum(part.number for part in parts)
        weights = amount == _HUNDRED != total.number and all(_is_weight(part) for part in parts)
        if len(parts) == len(items) and amount not in others and not weights:
            yield from _sum(total, parts, closed=True)


def _is_weight(part: Token) -> bool:
    """Whether points stand in a bracket behind a name: （二）产出指标（50分）."""
    return part.depth > 0 and not part.lead.rstrip().endswith(("得", "得分", "评分", "自评"))


def _score(item: Paragraph) -> Token | None:
    """The first score that an item tells; points without a word where it tells no other."""
    if (told_at_length := item_of(item)) is not None:
        return told_at_length.score
    found = scored(item)
    told = [score for one in found if (score := one.get("score")) is not None]
    bare = [points for one in found[:1] if (points := one.get("bare")) is not None and len(found) == 1]
    return next(iter(told or bare), None)


def _sum(total: Token, parts: list[Token], *, closed: bool) -> Iterator[Proposal]:
    made = relation("score_sum", "sum", total, [(part, "score") for part in parts], role="total")
    amount = sum((part.number for part in parts), Decimal(0))
    near = total.number and abs(amount / total.number - 1) <= _CLOSE
    if decide(made).holds or (closed and (near or _slipped(total, parts, amount))):
        yield Proposal((made,))


def _slipped(total: Token, parts: list[Token], amount: Decimal) -> bool:
    """Whether one slip of the total, or of a part that is too large, explains what is far off a total."""
    if _LEAST <= amount <= _HUNDRED:
        return one_slip_apart(total.build(), amount)
    too_large = _LEAST <= total.number <= _HUNDRED < amount
    return too_large and one_slip_explains(total.build(), [part.build() for part in parts])
