"""Other ways to split a total that adds up one way: by kind, by level, by who collects it (分级次看)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.sums.beside import sum_of
from jixiao.claims.sums.complements import leaves_nothing_out
from jixiao.claims.sums.list_words import is_rest, is_view, name_of
from jixiao.claims.sums.runs import Entry, opens_inner
from jixiao.claims.sums.splits import Splits
from jixiao.core.claim import Relation, decide

_REACH, _MOST_PARTS = 30, 12
_VIEWS = 3
"""Paragraphs that split one total one after another."""
_TWICE = Decimal(2)
"""Parts that come to half or to twice of a total are none of it: chosen from lists that were read."""


def other_splits(sequence: Sequence[Entry], held: set[int], explained: Splits) -> Iterator[Relation]:
    """A total that adds up one way, split another way in its paragraph or the next (分级次看).

    A split that makes another amount is that one's.
    """
    for position in sorted(held):
        total = sequence[position]
        for start in range(position + 1, min(position + _REACH, len(sequence))):
            first = sequence[start]
            if first.statement.block == total.statement.block and start == position + 1:
                continue
            if first.statement.block != total.statement.block and not _heads(sequence, total, first):
                if first.statement.block > total.statement.block + _VIEWS:
                    break
                continue
            if first.unit != total.unit or not is_view(first.statement.lead):
                continue
            run = _run_from(sequence, start)
            made = sum_of(total, run)
            if explained.has(run) or _is_of_others(sequence, total, run, explained):
                continue
            if len(run) < 2 or decide(made).holds or total.statement.group == first.statement.group >= 0:
                continue
            if near_miss(made) or nearly(made) or (_is_whole(sequence, total) and _cover(total, run)):
                yield made


def _is_of_others(sequence: Sequence[Entry], total: Entry, run: Sequence[Entry], explained: Splits) -> bool:
    """Whether some of a split are parts of the others, or all make another amount told before them."""
    if any(explained.has(run[:at]) or explained.has(run[at:]) for at in range(1, len(run))):
        return True
    made, first = sum(entry.amount for entry in run), run[0].position
    return any(e.amount == made and e is not total for e in sequence[max(first - _REACH, 0) : first])


def _run_from(sequence: Sequence[Entry], start: int) -> list[Entry]:
    """The amounts of a split, to the end of its sentence, the next split, or the parts of a part."""
    first = sequence[start]
    run = [first]
    for entry in sequence[start + 1 : start + _MOST_PARTS]:
        own = entry.statement
        if own.block != first.statement.block or own.sentence != first.statement.sentence:
            break
        if is_view(own.lead) or opens_inner(own.lead):
            break
        if entry.unit == first.unit:
            run.append(entry)
    return run


def _is_whole(sequence: Sequence[Entry], total: Entry) -> bool:
    """Whether an amount opens its paragraph, and is no part itself."""
    return _opens_block(sequence, total) and not is_view(total.statement.lead)


def _cover(total: Entry, run: Sequence[Entry]) -> bool:
    """Whether parts leave nothing out, and come near enough to the total to be meant as its parts."""
    ratio = sum((entry.value for entry in run), Decimal(0)) / total.value if total.value else Decimal(0)
    names = [name_of(entry) for entry in run]
    all_told = leaves_nothing_out(names) or is_rest(run[-1].statement.label)
    return 1 / _TWICE < ratio < _TWICE and all_told


def _heads(sequence: Sequence[Entry], total: Entry, first: Entry) -> bool:
    """Whether an amount opens its paragraph, and a split the next one, or one behind other splits of it."""
    if first.statement.mark_style or not (_opens_block(sequence, first) and _opens_block(sequence, total)):
        return False
    own, its = total.statement.block, first.statement.block
    between = [
        e
        for e in sequence[total.position + 1 : first.position]
        if e.statement.block != own and _opens_block(sequence, e)
    ]
    return (
        own < its <= own + _VIEWS
        and len(between) == its - own - 1
        and all(is_view(e.statement.lead) for e in between)
    )


def _opens_block(sequence: Sequence[Entry], entry: Entry) -> bool:
    """Whether an amount is the first of its paragraph, and so what the paragraph is about."""
    before = sequence[entry.position - 1] if entry.position else None
    return before is None or before.statement.block != entry.statement.block
