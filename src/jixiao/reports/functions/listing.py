"""Lists in sentences: 其中 parts with their shares, names joined by 、."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced, percentage
from jixiao.reports.views import Nothing, Words
from jixiao.reports.views import field as stated

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(_printer: Printer) -> "Callables":
    """``among`` and ``joined``."""

    def among(rows: Iterable[object], field: str = "outturn", whole: object = None) -> str:
        """其中：基本支出561.09万元，占64.74%；项目支出305.65万元，占35.26%."""
        parts: list[str] = []
        for row in rows:
            value = stated(row, field)
            if isinstance(value, Gap | Nothing):
                continue
            part = f"{stated(row, 'name')}{value}"
            if isinstance(value, Traced) and isinstance(whole, Traced):
                part += f"，占{percentage(value, whole)}"
            parts.append(part)
        return "；".join(parts)

    def joined(items: Sequence[object], sign: str = "、", ends: str = "。；，") -> str:
        return sign.join(_without(item, ends) for item in items)

    return {"among": among, "joined": joined}


def _without(item: object, ends: str) -> str:
    """The words without the full stop that a list item may bring along."""
    if isinstance(item, Words):
        return str(Words(item.text.rstrip(ends), item.path, item._printer))  # noqa: SLF001  # the same words, shorter
    return str(item)
