"""Choosing rows: by level of their code, by what they state; and grouping them in their order."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Nothing, field, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_CLASS: Final = 3  # digits of a class (类) of the functional classification
_ITEM: Final = 7  # of an item (项)


def functions(_printer: Printer) -> "Callables":
    """``classes``, ``items``, ``having``, ``above_zero``, ``grouped``, ``naming``, ``rows_of``, …."""

    def classes(rows: Iterable[object]) -> list[object]:
        """Lines of the functional classification at the level of 类, or all where none bears a code."""
        return _of_length(rows, _CLASS)

    def items(rows: Iterable[object]) -> list[object]:
        """Lines at the level of 项."""
        return _of_length(rows, _ITEM)

    def having(rows: Iterable[object], *names: str) -> list[object]:
        """The rows that state all of these fields; 无 and / state nothing to count with."""
        return [row for row in rows if all(_there(field(row, name)) for name in names)]

    def above_zero(rows: Iterable[object], name: str = "outturn") -> list[object]:
        """The rows whose number is there and is not zero."""
        return [
            row
            for row in rows
            if isinstance(value := field(row, name), Traced) and value.value != 0
        ]  # fmt: skip

    def grouped(rows: Iterable[object], name: str) -> list[tuple[object, list[object]]]:
        """Pairs of a value and the rows that share it, in the order in which the values first come."""
        pairs: dict[object, tuple[object, list[object]]] = {}
        for row in rows:
            value = field(row, name)
            pairs.setdefault(plain(value) or value, (value, []))[1].append(row)
        return list(pairs.values())

    def naming(rows: Iterable[object], words: object) -> list[object]:
        """The rows whose name holds the words."""
        return [row for row in rows if plain(words) in plain(field(row, "name"))]

    def rows_of(rows: Iterable[object], name: str = "outturn") -> list[tuple[object, object]]:
        """Pairs of a name and an amount, as charts want them."""
        return [(field(row, "name"), field(row, name)) for row in rows]

    def distinct(rows: Iterable[object], name: str) -> list[object]:
        """The different values of a field, in the order in which they first come."""
        return [value for value, _ in grouped(rows, name)]

    def topic_of(facts: Iterable[object], name: object) -> object:
        """The topic of facts with which a name begins, the longest where several do; else nothing."""
        topics = [field(one, "topic") for one in facts]
        fitting = [topic for topic in topics if plain(topic) and plain(name).startswith(plain(topic))]
        return max(fitting, key=lambda topic: len(plain(topic)), default="")

    return {
        "classes": classes, "items": items, "having": having, "above_zero": above_zero, "grouped": grouped,
        "naming": naming, "rows_of": rows_of, "distinct": distinct, "topic_of": topic_of,
    }  # fmt: skip


def _of_length(rows: Iterable[object], digits: int) -> list[object]:
    every = list(rows)
    codes = [len(plain(field(row, "code"))) for row in every]
    if not any(codes):
        return every if digits == _CLASS else []
    return [row for row, length in zip(every, codes, strict=True) if length == digits]


def _there(value: object) -> bool:
    return not isinstance(value, Gap | Nothing)
