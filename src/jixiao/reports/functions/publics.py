"""三公经费 as sentences: the total with its change, then its parts with their counts.

Parts that the unit did not fill in are left out; 无 and zero are told as no such spending.
"""

from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.functions import comparing, spending
from jixiao.reports.functions.absence import PHASES, absent
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_PARTS: Final = (
    ("abroad", "因公出国（境）费", ("missions", "travellers")),
    ("vehicle_purchase", "公务用车购置费", ("vehicles_bought",)),
    ("vehicle_running", "公务用车运行维护费", ("vehicles_held",)),
    ("reception", "公务接待费", ("reception_batches", "reception_persons")),
)
_COUNTS: Final = {
    "missions": ("因公出国（境）团组", "个"),
    "travellers": ("出国（境）", "人次"),
    "vehicles_bought": ("购置公务用车", "辆"),
    "vehicles_held": ("年末公务用车保有量", "辆"),
    "reception_batches": ("国内公务接待", "批次"),
    "reception_persons": ("接待", "人次"),
}


def functions(printer: Printer) -> "Callables":
    """``publics``: sentences, each with its full stop."""
    own = {**comparing.functions(printer), **spending.functions(printer)}
    change, spent, because = own["change"], own["spent"], own["because"]

    def publics(view: Any) -> str:  # noqa: ANN401  # 三公经费 of the dossier
        total = view.total
        if absent(total):
            return "全年没有“三公”经费支出。"
        head = f"“三公”经费{spent(total)}"
        if isinstance(total.prior_outturn, Traced):
            head += f"，{change(total.outturn, total.prior_outturn)}"
        sentences = [head + because(total)]
        told = [_part(view, *part) for part in _PARTS]
        spent_on = "；".join(part for part in told if part)
        if spent_on:
            sentences.append(f"其中：{spent_on}")
        nothing = "、".join(name for field, name, _ in _PARTS if absent(getattr(view, field)))
        if nothing:
            sentences.append(f"没有{nothing}")
        return "。".join(sentences) + "。"

    def _part(view: Any, field: str, name: str, counts: tuple[str, ...]) -> str:  # noqa: ANN401
        line = getattr(view, field)
        if absent(line) or all(isinstance(getattr(line, phase), Gap) for phase in PHASES):
            return ""
        words = [f"{name}{spent(line) if not isinstance(line.outturn, Gap) else _planned(line)}"]
        words += [
            f"{_COUNTS[count][0]}{printer.printed(getattr(view, count), unit=_COUNTS[count][1])}"
            for count in counts
            if isinstance(getattr(view, count), Traced)
        ]
        return "，".join(words)

    def _planned(line: Any) -> str:  # noqa: ANN401  # a line of money without outturn
        budget = line.revised_budget if isinstance(line.revised_budget, Traced) else line.original_budget
        return f"预算{budget}"

    return {"publics": publics}
