"""Members of lists: ``member(project.funding, "财政资金")``, ``leaf(project_score, line.code)``.

``points_total(project_score)`` is the sum of all lines of a score that apply.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Gap, Traced, Unfit, total
from jixiao.reports.views import Nothing, Words, plain
from jixiao.reports.views import field as stated

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_NAMES = ("name", "source", "label", "section", "code", "indicator", "fact")


def functions(printer: Printer) -> "Callables":
    """``member``, ``leaf`` and ``points_total``; what is not there is a gap with missing parts."""

    def member(rows: object, *words: object) -> object:
        names = [plain(word) for word in words]
        if isinstance(rows, Gap | Nothing):
            return Gap(printer, names[0])
        if not isinstance(rows, Iterable):
            raise Unfit(f"要在一列里找“{names[0]}”，给的不是一列")
        for name in names:
            for row in rows:
                if any(_named(row, field, name) for field in _NAMES):
                    return row
        return Gap(printer, names[0])

    def leaf(score: object, code: object) -> object:
        return next((line for line in _lines(score) if stated(line, "code") == code), Gap(printer, "得分"))

    def points_total(score: object, field: str = "standing") -> Computed:
        found = (stated(line, field) for line in _lines(score) if stated(line, "applicable"))
        return total([value for value in found if isinstance(value, Traced | Gap)], printer)

    return {"member": member, "leaf": leaf, "points_total": points_total}


def _lines(score: object) -> Iterator[object]:
    for group in getattr(score, "groups", ()):
        yield from group.leaves


def _named(row: object, field: str, name: str) -> bool:
    value = getattr(row, field, None)
    return isinstance(value, Words) and value.text == name
