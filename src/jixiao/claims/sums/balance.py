"""Balances: an amount that is what remains of others, told before it.

The words (结余, 赤字, 差额, 节约) say that a difference is meant; which amounts it is the difference of
follows from the figures: a pair told before, or all amounts of the passage, first what comes in, then what
goes out.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.sums.runs import Entry

WORDS = re.compile(
    r"结余|赤字|差额|差值|剩余|缺口|盈余|短收|超收|余额|相抵|结转|节约|节省|节支|节资|审减|核减|净增|差异|低于限额|空编|缺编|未支|沉淀|相差|收支差"
)
_REACH = 14
_LONGEST = 8

Pair = tuple[tuple[Entry, int], ...]


def balances(sequence: Sequence[Entry], position: int) -> Iterator[Pair]:
    """Signed amounts before (or just after) this one whose sum is its value, nearest pairs first."""
    target = sequence[position]
    near = [e for e in sequence[max(position - _REACH, 0) : position][::-1] if _alike(e, target)]
    for after in sequence[position + 1 : position + 3]:  # 送审100万元，审减5万元，审定95万元
        if (
            after.unit == target.unit
            and after.statement.sentence == target.statement.sentence
            and len(near) < _REACH
        ):
            near.insert(0, after)
    # The target's amount but for its sign, within what the steps leave open; counts leave nothing.
    rounded, wanted = target.token.unit.kind != "count", abs(target.amount)
    for i, first in enumerate(near):
        for second in near[i + 1 :]:
            slack = target.step + first.step + second.step if rounded else 0
            if abs(abs(first.amount - second.amount) - wanted) * 2 <= slack:
                large, small = (first, second) if first.amount > second.amount else (second, first)
                if small.amount:
                    yield ((large, 1), (small, -1))
                    return
    passage = [e for e in near if e.statement.block == target.statement.block][:_LONGEST][::-1]
    for start in range(len(passage) - 2):
        for split in range(start + 1, len(passage)):
            signed = tuple((e, 1 if at < split else -1) for at, e in enumerate(passage[start:], start=start))
            amount = sum(entry.amount * sign for entry, sign in signed)
            slack = target.step + sum(entry.step for entry, _ in signed) if rounded else 0
            if len(signed) <= 2 or abs(abs(amount) - wanted) * 2 > slack:
                continue
            # More came in than went out where something is left, and less where something is wanting.
            if amount * target.amount > 0:
                yield signed
                return


def _alike(entry: Entry, target: Entry) -> bool:
    return (
        entry.token.unit.name == target.token.unit.name
        and target.statement.block - entry.statement.block <= 4
    )
