"""What was published, as one sentence: 预决算信息已于2023年2月1日在区政府门户网站公开，内容和时限均按规定."""

from typing import TYPE_CHECKING, Any

from jixiao.reports.functions import dates
from jixiao.reports.printing import Printer
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``disclosed``."""
    day = dates.filters(printer)["day"]

    def disclosed(one: Any) -> str:  # noqa: ANN401  # a disclosure of the dossier
        if one.done is not True and one.done is not False:
            return f"{one.what}是否公开：{one.done}。"
        date = f"于{day(one.date)}" if one.date else ""
        where = f"在{one.where}" if one.where else ""
        note = ""
        if isinstance(one.note, Words):
            note = f"，{Words(one.note.text.rstrip('。；，'), one.note.path, printer)}"
        return f"{one.what}{'已' if one.done else '没有'}{date}{where}公开{note}。"

    return {"disclosed": disclosed}
