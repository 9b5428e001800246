"""Members of lists: ``member(project.funding, "财政资金")``, ``leaf(project_score, line.code)``.

``points_total(project_score)`` is the sum of all lines of a score that apply.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Gap, Traced, total
from jixiao.reports.views import Nothing, Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_NAMES = ("name", "source", "label", "section", "code", "indicator", "fact")


def functions(printer: Printer) -> "Callables":
    """``member``, ``leaf`` and ``points_total``; what is not there is a gap with missing parts."""

    def member(rows: object, *words: object) -> object:
        names = [str(getattr(word, "text", word)) for word in words]
        if isinstance(rows, Gap | Nothing):
            return Gap(printer, names[0])
        for name in names:
            for row in rows:  # type: ignore[attr-defined]  # a list
                if any(_named(row, field, name) for field in _NAMES):
                    return row
        return Gap(printer, names[0])

    def leaf(score: object, code: object) -> object:
        return next((line for line in _lines(score) if line.code == code), Gap(printer, "得分"))  # type: ignore[attr-defined]  # a scored line

    def points_total(score: object, field: str = "standing") -> Computed:
        found = (getattr(line, field) for line in _lines(score) if line.applicable)  # type: ignore[attr-defined]
        return total([value for value in found if isinstance(value, Traced | Gap)], printer)

    return {"member": member, "leaf": leaf, "points_total": points_total}


def _lines(score: object) -> Iterator[object]:
    for group in getattr(score, "groups", ()):
        yield from group.leaves


def _named(row: object, field: str, name: str) -> bool:
    value = getattr(row, field, None)
    return isinstance(value, Words) and value.text == name
