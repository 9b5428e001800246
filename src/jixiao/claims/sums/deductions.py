"""What is left after amounts that the words take away: 总投资100万元，扣除管理费5万元后，工程费用95万元."""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.proposal import relation
from jixiao.claims.sums.runs import Entry
from jixiao.core.claim import Relation

_TAKES = re.compile(r"^[\s，,、。；;(]*(?:其中)?(?:扣除|剔除|减去|扣减|除去|扣去)")
_JOINS = re.compile(r"^\s*(?:[、和及与]|以及)")
_LEFT = re.compile(r"^[^，,。；;\d]{0,8}?(?:之?后|外)[，,]?")
_MOST = 8


def of_deductions(sequence: Sequence[Entry]) -> Iterator[Relation]:
    """Each amount that is left, from the amount before the first one that is taken away."""
    for position in range(1, len(sequence) - 1):
        if not _TAKES.match(sequence[position].lead):
            continue
        whole, taken = sequence[position - 1], [sequence[position]]
        for entry in sequence[position + 1 : position + 1 + _MOST]:
            if _LEFT.match(entry.lead):
                if _belong(whole, taken, entry):
                    terms = [(whole.token, "whole", 1), *((e.token, "deducted", -1) for e in taken)]
                    yield relation("difference", "sum", entry.token, terms)
                break
            if not _JOINS.match(entry.lead):
                break
            taken.append(entry)


def _belong(whole: Entry, taken: Sequence[Entry], left: Entry) -> bool:
    """Whether the amounts stand in one sentence, are of one unit, and leave less than there was."""
    entries = (whole, *taken, left)
    return (
        len({(e.unit, e.statement.sentence, e.statement.block) for e in entries}) == 1
        and whole.amount > left.amount > 0
    )
