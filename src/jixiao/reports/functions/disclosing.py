"""What was published, as one sentence: 预决算信息已于2023年2月1日在区政府门户网站公开，内容和时限均按规定."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jixiao.reports.functions import dates
from jixiao.reports.printing import Printer
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``disclosed`` (of one) and ``disclosures_told`` (of all, those of one place and day together)."""
    day = dates.filters(printer)["day"]

    def disclosed(*ones: Any) -> str:  # noqa: ANN401  # disclosures of the dossier that share everything but the name
        one = ones[0]
        names = "、".join(str(each.what) for each in ones)
        if one.done is not True and one.done is not False:
            return f"{names}是否公开：{one.done}。"
        date = f"于{day(one.date)}" if one.date else ""
        where = f"在{one.where}" if one.where else ""
        note = ""
        if isinstance(one.note, Words):
            note = f"，{Words(one.note.text.rstrip('。；，'), one.note.path, printer)}"
        return f"{names}{'已' if one.done else '没有'}{date}{where}公开{note}。"

    def disclosures_told(rows: Iterable[Any]) -> str:
        together = groupby(rows, key=lambda one: (one.done, one.date, one.where, one.note))
        return "".join(disclosed(*ones) for _, ones in together)

    return {"disclosed": disclosed, "disclosures_told": disclosures_told}
