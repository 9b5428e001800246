"""Choosing rows: by level of their code, by what they state; and grouping them in their order."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Final

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Nothing

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_CLASS: Final = 3  # digits of a class (类) of the functional classification
_ITEM: Final = 7  # of an item (项)


def functions(_printer: Printer) -> "Callables":
    """``classes``, ``items``, ``having``, ``above_zero`` and ``grouped``."""

    def classes(rows: Iterable[object]) -> list[object]:
        """Lines of the functional classification at the level of 类, or all where none bears a code."""
        return _of_length(rows, _CLASS)

    def items(rows: Iterable[object]) -> list[object]:
        """Lines at the level of 项."""
        return _of_length(rows, _ITEM)

    def having(rows: Iterable[object], *names: str) -> list[object]:
        """The rows that state all of these fields; 无 and / state nothing to count with."""
        return [row for row in rows if all(_there(getattr(row, name)) for name in names)]

    def above_zero(rows: Iterable[object], name: str = "outturn") -> list[object]:
        """The rows whose number is there and is not zero."""
        return [
            row
            for row in rows
            if isinstance(value := getattr(row, name), Traced) and value.value != 0
        ]  # fmt: skip

    def grouped(rows: Iterable[object], name: str) -> list[tuple[object, list[object]]]:
        """Pairs of a value and the neighbours that share it, in the order of the rows."""
        pairs = [(getattr(row, name), row) for row in rows]
        runs = groupby(pairs, key=lambda pair: getattr(pair[0], "text", pair[0]))
        lists = [list(run) for _, run in runs]
        return [(run[0][0], [row for _, row in run]) for run in lists]

    return {
        "classes": classes, "items": items, "having": having, "above_zero": above_zero,
        "grouped": grouped,
    }  # fmt: skip


def _of_length(rows: Iterable[object], digits: int) -> list[object]:
    every = list(rows)
    codes = [len(getattr(row.code, "text", "")) for row in every]  # type: ignore[attr-defined]  # lines of money have one
    if not any(codes):
        return every if digits == _CLASS else []
    return [row for row, length in zip(every, codes, strict=True) if length == digits]


def _there(value: object) -> bool:
    return not isinstance(value, Gap | Nothing)
