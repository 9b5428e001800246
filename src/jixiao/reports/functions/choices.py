"""Choices as forms show them: ``yes_no(done)`` 是; ``ticked(occasion, ["新增", "延续"])`` ☑新增 □延续."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap
from jixiao.reports.views import plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(_printer: Printer) -> "Callables":
    """``yes_no`` and ``ticked``."""

    def yes_no(value: object, yes: str = "是", no: str = "否") -> object:
        return value if isinstance(value, Gap) else yes if value else no

    def ticked(value: object, options: Sequence[str]) -> str:
        chosen = plain(value)
        boxes = " ".join(f"{'☑' if option == chosen else '□'}{option}" for option in options)
        if isinstance(value, Gap):
            return f"{boxes}{value}"
        return boxes if chosen in options else f"{boxes} {value}"

    return {"yes_no": yes_no, "ticked": ticked}
