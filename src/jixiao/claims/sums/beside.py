"""The total beside a group of parts, where one digit explains why the group misses it.

Before the group, after it, in the sentence before, or the first of a family of names (全国, 中央 and 地方).
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.reading.proposal import relation
from jixiao.claims.sums.complements import leaves_nothing_out
from jixiao.claims.sums.groups import Group
from jixiao.claims.sums.list_words import is_view, name_of
from jixiao.claims.sums.runs import Entry
from jixiao.claims.sums.scopes import is_apart, is_left, measures_other, of_several_years, told_of_another
from jixiao.claims.sums.some import leaves_others
from jixiao.claims.sums.splits import Splits
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits

_WIDER = re.compile(r"全[国省市州县区]|总|合计")
"""A name that takes in its namesakes."""
_NEXT = (";", "；")
_CLOSES = re.compile(
    r"^(?:[\s，,]*|[\s，,、]*(?=[合总共]))(?![^，,、]*(?:[加另含]|连同|[实现]有|在[职编岗]|实际))[\u4e00-\u9fff]{0,8}?"
    r"(?:合计|总计|共计|共|加总|小计数?|汇总数?|总[人户辆车]?数|总额|总量)(?:为|是|达|:)*\s*$"
)
"""Words that close a list and name nothing but what the list makes; 共有在职31人 is another number."""


_CLOSES_ALONE = re.compile(
    r"^[\s，,、;；。]*(?:以上|上述|资金|各项|收入|支出|[两三四五六七八九十]项|相加|加总|[，,])*"
    r"(?:合计|总计|共计|加总|小计数?|汇总数?|(?<=收入|支出)总[额量])(?:资金|金额)?(?:为|是|达|:)*\s*$"
)
_ADDED_UP = re.compile(
    r"^[\s，,、;；]*[\u4e00-\u9fff]{0,8}(?:加总|各[\u4e00-\u9fff]{1,3}小计)(?:为|是|达|:)*\s*$"
)
_REFERS_BACK = re.compile(r"^[。\s]*(?:以上|上述)")
_SPENT_ON = re.compile(r"用途|支出|使用|投向|去向|分配|安排")
_CAME_FROM = re.compile(r"来源|收入|筹集")
_PART_OF = re.compile(r"其中|包括|含|已|未|占|节约|结转下年")
_NAME_COLON = re.compile(
    r"^[\s\d.、()一二三四五六七八九十]*(?![^:：]*(?:其中|包括|如下|具体|分别))[^:：]{2,20}(?:项目|工程|单位|类)[:：]"
)
_PAIR, _SEVERAL = 2, 3


def missed_totals(
    sequence: Sequence[Entry],
    group: Group,
    explained: Splits,
    held: set[int],
    used: set[int],
) -> Iterator[Relation]:
    """The failing sum of a group, noted in ``held`` (its total) and ``used`` (its parts)."""
    if group.namesakes:
        yield from _namesakes(sequence, group, held, used)
    else:
        yield from _neighbours(
            sequence, group, list(_beside(sequence, group, explained)), explained, held, used
        )


def _beside(sequence: Sequence[Entry], group: Group, explained: Splits) -> Iterator[int]:
    """Where the total of a group may stand: before it, after it, or in the sentence before.

    The last part of the paragraph before is none, nor is what opens the next section; a group that makes its
    total has none further off.
    """
    first, last = group.span
    before = sequence[first - 1] if first else None
    if before is not None and (
        before.statement.block == group.parts[0].statement.block or before.token.index not in explained.parts
    ):
        yield first - 1
    made = explained.has(group.parts)
    own = group.parts[-1].statement
    after = _behind_brackets(sequence, last + 1, group.parts[-1])
    if after < len(sequence):
        its = sequence[after].statement
        if its.section == own.section and not (made and its.block != own.block):
            yield after
    if not made:
        yield from _sentence_before(sequence, group)


def _behind_brackets(sequence: Sequence[Entry], position: int, last: Entry) -> int:
    """The first position from this one on that is in no bracket behind the last part: B（累计C），合计T."""
    own = last.statement
    while position < len(sequence):
        its = sequence[position].statement
        if its.depth <= own.depth or its.sentence != own.sentence or its.block != own.block:
            break
        position += 1
    return position


def _neighbours(
    sequence: Sequence[Entry],
    group: Group,
    beside: list[int],
    explained: Splits,
    held: set[int],
    used: set[int],
) -> Iterator[Relation]:
    """The total beside a group, when one digit explains why the group misses it."""
    last = group.span[1]
    for position in beside:
        if position in held:
            continue
        total = sequence[position]
        if not _may_total(total, group, follows=position > last) or (
            position > last and _begins_within(sequence, total, group)
        ):
            continue
        made = sum_of(total, group.parts)
        if _is_balance(total, group.parts) or explained.beside(total, group.parts):
            continue
        if not total.cued and of_several_years(group.parts):
            continue
        if explained.within(group.parts) or (is_left(total) and explained.has(group.parts)):
            continue  # 支出总计C，由…构成。净结余D: the list has made its own total
        closes = total.cued and position > last
        told = closes and (
            nearly(made) or _is_of_family(total, group) or _is_all_told(sequence, total, group)
        )
        if near_miss(made) or told:
            held.add(position)
            used.update(entry.position for entry in group.parts)
            yield made
            return


def _is_balance(total: Entry, parts: Sequence[Entry]) -> bool:
    """Whether one of two amounts is what is left of the other: 结余C，即收入A与支出B之差."""
    if len(parts) != _PAIR:
        return False
    counted = total.token.unit.kind == "count"  # things are counted to the last
    slack = 0 if counted else total.step + sum(entry.step for entry in parts)
    return abs(abs(parts[0].amount - parts[1].amount) - abs(total.amount)) * 2 <= slack


def _is_of_family(total: Entry, group: Group) -> bool:
    """在职A、离退休B，共C: kinds that leave nothing out, and right behind them how much they make."""
    parts = group.parts
    amount = sum(entry.amount for entry in parts)
    return (
        _CLOSES.match(total.lead) is not None
        and total.statement.sentence == parts[-1].statement.sentence == parts[0].statement.sentence
        and total.statement.depth == parts[0].statement.depth
        and max(entry.amount for entry in parts) < total.amount * 2
        and total.amount < amount * 2
        and leaves_nothing_out([name_of(entry) for entry in parts])
    )


def _is_all_told(sequence: Sequence[Entry], total: Entry, group: Group) -> bool:
    """省级A，中央B，上年结余C，共计D: a paragraph begins with amounts, and 共计 alone closes them."""
    first, *others = parts = group.parts
    before = sequence[group.span[0] - 1] if group.span[0] else None
    if before is not None and before.statement.block == first.statement.block:
        return False
    together = sum(entry.amount for entry in parts)
    sentences = {entry.statement.sentence for entry in parts}
    follows = total.statement.sentence - max(sentences)
    return (
        len(parts) >= _SEVERAL
        and _closes_alone(total.lead, first.lead)
        and len(sentences) == 1
        and (not follows or (follows == 1 and _REFERS_BACK.match(total.lead) is not None))
        and {e.statement.depth for e in (total, *parts)} == {0}
        and {e.token.role for e in (total, *parts)} == {"main"}
        and not any(_PART_OF.search(entry.lead) for entry in others)
        and max(entry.amount for entry in parts) < total.amount < together * 2
    )


def _closes_alone(words: str, opening: str) -> bool:
    """Whether words close a list and name nothing else: 支出总额 only that of what money was spent on."""
    if _ADDED_UP.search(words) is not None:
        return True
    if _CLOSES_ALONE.match(words) is None:
        return False
    if "支出" in words:
        return _SPENT_ON.search(opening) is not None and "收入" not in opening
    return "收入" not in words or _CAME_FROM.search(opening) is not None


def _may_total(total: Entry, group: Group, *, follows: bool) -> bool:
    """Whether an amount beside a group may be its total: of its unit, near it, and told as one."""
    first = group.parts[0]
    own = total.statement.group
    if is_apart(total.lead) or (follows and leaves_others(total.token, [part.token for part in group.parts])):
        return False
    if total.unit != first.unit or any(part.statement.group == own >= 0 for part in group.parts):
        return False  # another unit, or a member of the same parallel list
    if measures_other(total, group.parts) or (not follows and passes_over(total, group.parts)):
        return False
    if len({e.statement.period for e in group.parts} - {None}) > 1:
        return False  # 2025年执行数A，2026年预算B are added up by nobody
    if told_of_another(total, first) or (not follows and _are_items(total, first)):
        return False
    if (
        not follows
        and first.statement.lead.lstrip(" )）").startswith(_NEXT)
        and _of_one_sentence(total, first)
    ):
        return False  # 货物类：预算A；工程类：预算B: items beside each other
    if not follows and total.statement.block != first.statement.block and _names_item(first):
        return False  # 结算评审送审A。/甲项目：合同价B: a paragraph of its own begins with its thing
    if follows and is_view(total.statement.lead):
        return False  # 按级次分，县级A: the first part of the next split
    if total.statement.block < first.statement.block - 2 or total.amount == 0:
        return False
    return group.strong or (total.cued if follows else first.opens)


def _begins_within(sequence: Sequence[Entry], total: Entry, group: Group) -> bool:
    """甲在管A人，规范B人；乙在管C人，规范D人。两类在管合计T人: A is no less a part than B, C, D.

    A list whose first amount is left out is closed by no total that stands in another sentence.
    """
    first = group.parts[0]
    before = sequence[group.span[0] - 1] if group.span[0] else None
    return (
        before is not None
        and not before.cued
        and before.unit == first.unit
        and total.statement.sentence != first.statement.sentence
        and (before.statement.block, before.statement.sentence, before.statement.depth)
        == (first.statement.block, first.statement.sentence, first.statement.depth)
    )


def passes_over(total: Entry, run: Sequence[Entry]) -> bool:
    """收入由上年的A降至B；…。非税收入C，其中：甲c，上年为a: what stands between says what the list is of."""
    return total.token.role == "base" and run[0].statement.index - total.statement.index > 1


def _names_item(first: Entry) -> bool:
    """Whether nothing but the colon behind the name of its own thing opens a list."""
    return _NAME_COLON.match(first.statement.lead) is not None


def _of_one_sentence(total: Entry, first: Entry) -> bool:
    own, its = total.statement, first.statement
    return own.sentence == its.sentence and own.block == its.block


def _are_items(total: Entry, first: Entry) -> bool:
    """Whether amounts stand in two items of one list: what the next item tells is no part of this one."""
    own, its = total.statement, first.statement
    return 0 < own.list_number == its.list_number and own.block != its.block


def _sentence_before(sequence: Sequence[Entry], group: Group) -> list[int]:
    """Amounts of the sentence before a list that 包括 or a colon opens, as near as one digit allows."""
    first = group.parts[0]
    if not first.opens or len(group.parts) < 3:
        return []
    amount = sum(entry.amount for entry in group.parts)
    before = sequence[max(first.position - 6, 0) : max(first.position - 1, 0)]
    return [
        e.position
        for e in before
        if e.statement.block == first.statement.block
        and e.statement.sentence == first.statement.sentence - 1
        and abs(e.amount - amount) * 20 < amount
    ]


def _namesakes(sequence: Sequence[Entry], group: Group, held: set[int], used: set[int]) -> Iterator[Relation]:
    """全国、中央、地方: the first of a family of names, when one digit explains why the others miss it."""
    suffix = group.parts[0].statement.key[-3:]
    for total in sequence[max(group.span[0] - 12, 0) : group.span[0]][::-1]:
        if (
            total.position not in held
            and total.unit == group.parts[0].unit
            and all(part.token.unit.scale == total.token.unit.scale for part in group.parts)
            and total.statement.key.endswith(suffix)
            and _WIDER.search(total.lead)
        ):
            made = sum_of(total, group.parts)
            scales = {entry.token.unit.scale for entry in (total, *group.parts)}
            # Of 万元 beside 亿元 the coarser one leaves room for any digit.
            if len(scales) == 1 and printed_digits(total.token.number) >= 5 and near_miss(made):
                held.add(total.position)
                used.update(entry.position for entry in group.parts)
                yield made
                return


def sum_of(total: Entry, run: Sequence[Entry]) -> Relation:
    """The sum that a total should be of a run of amounts, each with its sign."""
    return relation(
        "sum",
        "sum",
        total.token,
        [(entry.token, "part", entry.sign * total.sign) for entry in run],
        role="total",
    )
