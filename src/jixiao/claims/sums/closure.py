"""Lists that are known to be complete, so that a sum over them can fail.

A list is closed by words (分别为, 由…组成, 加…总计), by a stated number of parts, by shares that make 100 per
cent, or because its parts are known to leave no third: tax and non-tax revenue, basic and project
expenditure.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice, pairwise

from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.sums.complements import begins_family, leaves_nothing_out
from jixiao.claims.sums.complete import MOST_PARTS, is_complete, sum_of
from jixiao.claims.sums.enumerated import is_of_size
from jixiao.claims.sums.list_words import (
    breaks_off,
    has_rest,
    is_head,
    is_next_item,
    is_view,
    is_viewed,
    leads_in,
    name_of,
    trails_off,
)
from jixiao.claims.sums.runs import Entry, may_follow, opens_inner
from jixiao.claims.sums.scopes import ROUGH, adds_up_to_another, told_of_another
from jixiao.core.frozen import frozen

_IN_ALL = re.compile(r"总额|总数|总计|合计|共计|总量|总规模")
_FAMILY_REACH = 12
_LONGEST_OPENING = 80
"""Characters before the first part that may open a list; those further away opened something else."""
_ADDS = re.compile(r"加上?[^，。]{0,4}(?:[:：]|上年|上级|调入|转移|动用)")
"""本级收入A，加上：上年结转B、…，总计T: what stands before is one of the parts."""
_COLON = re.compile(r"[，,。；]?[^。\d]{0,40}[：:]\s*$")
_OPEN_WORDS = re.compile(r"主要|等|如|部分项目|重点")


@frozen
class ClosedRun:
    """A list that should add up; ``certain`` when it is known to be complete."""

    run: tuple[Entry, ...]
    certain: bool
    colon: bool = False
    """Paragraphs under the total's own colon."""
    whole: bool = True
    """Not only the beginning of a longer list."""


def closed_runs(sequence: Sequence[Entry], position: int, children: dict[int, int]) -> Iterator[ClosedRun]:
    """The lists that a total's words open right after it: the whole, then its beginnings, longest first."""
    total = sequence[position]
    if total.amount == 0 or position + 2 >= len(sequence):
        return
    first = next((e for e in sequence[position + 1 : position + 4] if e.unit == total.unit), None)
    if first is None or first.statement.block > total.statement.block + 1:
        return
    if first.statement.block != total.statement.block and not first.statement.mark_style:
        listed = list(_paragraphs(sequence, total, first))
        if listed:
            yield from listed
            return
    words = _opening(sequence, total, first)
    if _ADDS.search(words):
        return
    if leads_in(words):
        yield from _led_in(sequence, total, first, children, words)
    else:
        yield from _beside_total(sequence, total, first)


def _led_in(
    sequence: Sequence[Entry], total: Entry, first: Entry, children: dict[int, int], words: str
) -> Iterator[ClosedRun]:
    """The lists that words such as 其中 or a colon open."""
    own, its = total.statement, first.statement
    if its.block != own.block and own.mark_style and its.mark_style in (own.mark_style, ""):
        return  # items of one list beside each other, or the list has ended
    if own.group >= 0 and (its.group == own.group or "其中" not in words):
        return
    if told_of_another(total, first):
        return
    if is_view(words) and not (is_head(sequence, total) or is_viewed(sequence, total, first, words)):
        return  # another split of an earlier total
    family = _family(sequence, total, first)
    if family and _is_meant(sequence, total, first, family, sum((e.value for e in family), Decimal(0))):
        yield ClosedRun(tuple(family), certain=True)
    run = _without_repeated(_by_structure(sequence, total, first, children))
    if run and _tells_alike(sequence, run):
        run = run[:-1]
    if len(run) < 2 or breaks_off(run[-1]):
        return
    aside = its.block != own.block and own.lead.lstrip().startswith((";", "；"))
    main = own.roles.get("main")  # 支出A，为预算B的32%，其中…: the words split what was done
    aside = aside or (
        total.token.role in ("plan", "initial") and main is not None and main.start < total.token.start
    )
    is_open = bool(_OPEN_WORDS.search(words)) or trails_off(run[-1])
    amounts = list(accumulate(entry.value for entry in run))
    for length in range(len(run), 1, -1):
        if not is_of_size(total, amounts[length - 1]):
            continue
        part = run[:length]
        if _is_meant(sequence, total, first, part, amounts[length - 1]):
            whole = length == len(run) or not _goes_on(part, run[length])
            whole = whole and not is_open and not aside and _is_unbroken(total, part)
            certain = whole and is_complete(sequence, total, part, words)
            yield ClosedRun(tuple(part), certain=certain, whole=whole or is_open)


def _beside_total(sequence: Sequence[Entry], total: Entry, first: Entry) -> Iterator[ClosedRun]:
    """政府采购总额A，货物B，工程C，服务D: behind what calls itself a total, the kinds are its parts."""
    own, its = total.statement, first.statement
    if not _IN_ALL.search(total.lead) or own.sentence != its.sentence or own.block != its.block:
        return
    if first.position != total.position + 1 or own.depth != its.depth or own.group >= 0:
        return
    family = _family(sequence, total, first)
    if family and all(e.statement.sentence == own.sentence for e in family):
        yield ClosedRun(tuple(family), certain=True)


def _paragraphs(sequence: Sequence[Entry], total: Entry, first: Entry) -> Iterator[ClosedRun]:
    """基本支出A，其中：/人员经费B，主要包括…/公用经费C…: parts that open the paragraphs below a colon."""
    if not _COLON.match(total.token.block.text, total.token.end):
        return
    run = [first]
    for entry in islice(sequence, first.position + 1, None):
        gap = entry.statement.block - run[-1].statement.block
        if gap > 1 or len(run) >= MOST_PARTS:
            break
        if gap == 1:
            if entry.unit != total.unit or entry.statement.mark_style:
                break
            run.append(entry)
    names = [name_of(entry) for entry in run]
    for length in range(len(run), 1, -1):
        if leaves_nothing_out(names[:length]):
            yield ClosedRun(tuple(run[:length]), certain=True, colon=True)


def _family(sequence: Sequence[Entry], total: Entry, first: Entry) -> list[Entry]:
    """Parts that together leave nothing out, in sentences of one paragraph: (1)中央企业…。(2)地方企业…."""
    run = [first]
    for entry in islice(sequence, first.position + 1, first.position + 1 + _FAMILY_REACH):
        if entry.statement.block != first.statement.block:
            break
        alike = entry.unit == total.unit and entry.statement.depth == first.statement.depth
        names = [name_of(part) for part in (*run, entry)]
        if alike and (leaves_nothing_out(names) or begins_family(names)):
            run.append(entry)
        elif entry.amount >= total.amount:
            if entry.statement.sentence == run[-1].statement.sentence and entry.unit == total.unit:
                return []  # the list goes on with what cannot be a part: it is another total's
            break
        elif alike and entry.statement.sentence == run[-1].statement.sentence and not opens_inner(entry.lead):
            return []  # the list goes on
    names = [name_of(part) for part in run]
    if not leaves_nothing_out(names) or has_rest(run[-1]):
        return []
    if any(leaves_nothing_out([*names[:at], name_of(total), *names[at + 1 :]]) for at in range(len(run))):
        return []  # the total is one of such a family itself
    exceeds = any(entry.amount >= total.amount for entry in run)
    return [] if exceeds and not near_miss(sum_of(total, run)) else run


def _opening(sequence: Sequence[Entry], total: Entry, first: Entry) -> str:
    """The words between a total and its first part, over counts between them (中央3笔268.50万元)."""
    between = sequence[total.position + 1 : first.position + 1]
    words = (e.statement.lead for e in between if e.statement.sentence == first.statement.sentence)
    return "".join(words).rsplit("。", 1)[-1][-_LONGEST_OPENING:]


def _tells_alike(sequence: Sequence[Entry], run: Sequence[Entry]) -> bool:
    """签约居民A人，其中随访B人；签约学生C人，其中随访D人: C is told like the total, no part of it."""
    at = run[-1].position + 1
    following = sequence[at] if at < len(sequence) else None
    return (
        following is not None
        and following.statement.sentence == run[-1].statement.sentence
        and following.statement.key == run[0].statement.key != ""
        and opens_inner(following.lead)
    )


def _without_repeated(run: list[Entry]) -> list[Entry]:
    """当事人320份，满意294份；律师80份，满意76份: without what each member tells again under one name."""
    first = [at == 0 or entry.lead.lstrip().startswith((";", "；")) for at, entry in enumerate(run)]
    times = Counter(e.statement.key for e, opens in zip(run, first, strict=True) if not opens)
    again = {key for key, number in times.items() if key and number > 1}
    if sum(first) < len(run) and sum(first) > 1 and again:
        return [e for e, opens in zip(run, first, strict=True) if opens or e.statement.key not in again]
    return run


def _goes_on(run: Sequence[Entry], following: Entry) -> bool:
    """Whether the next amount is of the list: unless it opens its own, or stands behind a stronger sign."""
    ends = following.lead.lstrip().startswith((";", "；")) and all(
        entry.lead.lstrip().startswith((",", "，", "、")) for entry in run[1:]
    )
    return following.child_end < 0 and not ends


def _is_meant(
    sequence: Sequence[Entry], total: Entry, first: Entry, run: Sequence[Entry], amount: Decimal
) -> bool:
    """Where 其中 opens a sentence, the total is the amount nearest in size of the sentence before.

    ``amount`` is what the run comes to.
    """
    if not is_of_size(total, amount) or any(_between_brackets(sequence, a, b) for a, b in pairwise(run)):
        return False
    if adds_up_to_another(sequence, total, run):
        return False
    if (
        first.statement.sentence == total.statement.sentence
        and first.statement.block == total.statement.block
    ):
        return True
    if any(entry.amount >= total.amount for entry in run) and not near_miss(sum_of(total, run)):
        return False
    rivals = [
        e
        for e in sequence[max(total.position - 6, 0) : first.position]
        if e.statement.sentence == total.statement.sentence
        and e.token.unit.name == total.token.unit.name
        and e is not total
        and e.step < total.step * ROUGH
    ]
    distance = abs(total.value / amount - 1)
    return all(abs(rival.value / amount - 1) > distance * 2 for rival in rivals) and (
        not rivals or distance < Decimal("0.3")
    )


def _between_brackets(sequence: Sequence[Entry], before: Entry, after: Entry) -> bool:
    """Whether two parts stand in different brackets."""
    depth = before.statement.depth
    return (
        depth == after.statement.depth > 0
        and before.statement.block == after.statement.block
        and any(e.statement.depth < depth for e in sequence[before.position + 1 : after.position])
    )


def _by_structure(
    sequence: Sequence[Entry], total: Entry, first: Entry, children: dict[int, int]
) -> list[Entry]:
    """Amounts from the first part on to the end of its bracket, sentence or list of items."""
    run = [first]
    in_items = first.statement.block != total.statement.block and bool(first.statement.mark_style)
    position = _past(sequence, first.position, children, in_items=in_items)
    while position < len(sequence) and len(run) < 40:
        entry = sequence[position]
        if entry.token.unit.name != total.token.unit.name:
            position += 1
            continue
        if not may_follow(total, run, entry) or is_next_item(total, entry):
            break
        if in_items:
            if entry.statement.mark_style != first.statement.mark_style:
                break
            if entry.statement.block == run[-1].statement.block:
                position += 1
                continue
        elif (
            entry.statement.block != first.statement.block
            or entry.statement.sentence != first.statement.sentence
        ):
            break
        if (
            not in_items
            and entry.child_end >= 0
            and entry.position > first.position
            and not 0 <= entry.statement.group == first.statement.group
            and entry.value <= run[-1].value
        ):
            position = entry.child_end + 1
            continue
        run.append(entry)
        position = _past(sequence, position, children, in_items=in_items)
    return run


def _past(sequence: Sequence[Entry], position: int, children: dict[int, int], *, in_items: bool) -> int:
    """The position behind an amount and its own parts; parts in another sentence of a list are not its."""
    end = children.get(position, position)
    if not in_items and sequence[end].statement.sentence != sequence[position].statement.sentence:
        end = position
    return max(end, position) + 1


def _is_unbroken(total: Entry, run: Sequence[Entry]) -> bool:
    """Whether every item of a list tells the measure that is added, as only amounts themselves surely do."""
    if total.token.role == "main":
        return True
    return all(b.statement.index - a.statement.index == 1 for a, b in pairwise(run))
