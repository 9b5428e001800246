"""Names on lines of their own, each above the same labels with their figures: what remains of a table's rows.

道路养护 / 预算 310.0 / 支出 305.2 / 执行率 98.5% / 路灯维护 / 预算 … is a table of a row for each name, the
labels its header.
"""

import re
from collections.abc import Sequence

Item = tuple[int, int, str]

_NAME = re.compile(r"\s*(?P<name>[\u4e00-\u9fff“”（）()、A-Za-z]{2,24})\s*$")
_LABELLED = re.compile(
    r"\s*(?P<label>[\u4e00-\u9fff]{2,8}(?:[（(][^（）()\d]{1,6}[）)])?)(?:\s*[:：]\s*|\s+)"
    r"(?P<figure>[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％分个]|万元|亿元|元)?)\s*$"
)
_FEWEST_LABELS, _FEWEST_RECORDS = 2, 2

Record = tuple[Item, list[tuple[Item, Item]]]


def find_records(lines: Sequence[str], first: int) -> tuple[tuple[Item, ...], ...] | None:
    """The header and the rows of the records that begin at this line, or None."""
    records: list[Record] = []
    at = first
    while (record := _record(lines, at)) is not None:
        if records and _labels(record) != _labels(records[0]):
            break
        records.append(record)
        at = record[1][-1][0][0] + 1
    if len(records) < _FEWEST_RECORDS:
        return None
    index, offset, _ = records[0][0]
    header = ((index, offset, ""), *(label for label, _ in records[0][1]))
    return (header, *((name, *(figure for _, figure in told)) for name, told in records))


def _record(lines: Sequence[str], at: int) -> Record | None:
    """A name with the labels and figures of the lines below it."""
    named = _NAME.match(lines[at]) if at < len(lines) else None
    if named is None:
        return None
    told: list[tuple[Item, Item]] = []
    for index in range(at + 1, len(lines)):
        found = _LABELLED.match(lines[index])
        if found is None:
            break
        label = (index, found.start("label"), found["label"])
        told.append((label, (index, found.start("figure"), found["figure"])))
    if len(told) < _FEWEST_LABELS:
        return None
    return (at, named.start("name"), named["name"]), told


def _labels(record: Record) -> list[str]:
    return [label[2] for label, _ in record[1]]
