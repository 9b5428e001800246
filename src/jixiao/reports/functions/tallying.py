"""Counts of projects in a sentence: 自评项目11个，其中：满分6个、95分以上4个；重点评价2个."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_WITHIN: Final = "其中："


def functions(printer: Printer) -> "Callables":
    """``tallies``: the lines of a statistic; a label that begins with 其中： is part of the line before."""

    def tallies(rows: Iterable[Any]) -> str:
        told: list[str] = []
        within = False
        for row in rows:
            text = row.label.text if isinstance(row.label, Words) else ""
            part = text.startswith(_WITHIN)
            label = Words(text.removeprefix(_WITHIN), row.label.path, printer)
            words = _line(label, row, part=part)
            if part and told:
                told[-1] += f"{'、' if within else '，其中：'}{words}"
            else:
                told.append(words)
            within = part
        return "；".join(told)

    def _line(label: Words, row: Any, *, part: bool) -> str:  # noqa: ANN401  # a count of projects
        if isinstance(row.count, Gap):
            return f"{label}{row.count if isinstance(row.amount, Gap) else row.amount}"
        if isinstance(row.count, Traced) and row.count.value == 0 and not part:
            return f"没有{label}"
        amount = "" if isinstance(row.amount, Gap) else f"（涉及资金{row.amount}）"
        link = "的" if label.text.endswith("%") else ""
        return f"{label}{link}{printer.printed(row.count, unit='个')}{amount}"

    return {"tallies": tallies}
