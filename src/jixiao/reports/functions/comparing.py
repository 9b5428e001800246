"""Words for changes: the direction word always agrees with the sign.

``{{ change(now, before, "上年") }}``: 比上年增加38.65万元，增长21.06%.
"""

from typing import TYPE_CHECKING

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Gap, Traced, percentage
from jixiao.reports.views import Nothing

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(_printer: Printer) -> "Callables":
    """``change`` and ``direction``."""

    def change(now: Computed | Nothing, before: Computed | Nothing, than: str = "上年") -> str:
        if not isinstance(now, Traced):
            return str(now)
        if not isinstance(before, Traced):
            return f"（{than}数{before}，无法比较）" if isinstance(before, Gap) else f"{than}没有这项金额"
        gap = now - before
        assert isinstance(gap, Traced)  # noqa: S101  # of two numbers
        if gap.value == 0:
            return f"与{than}持平"
        up = gap.value > 0
        amount = f"比{than}{'增加' if up else '减少'}{abs(gap)}"
        if before.value == 0:
            return f"{amount}（{than}为{before}）"
        return f"{amount}，{'增长' if up else '下降'}{abs(percentage(gap, before))}"

    def direction(
        now: Computed, before: Computed, words: tuple[str, str, str] = ("增加", "减少", "持平")
    ) -> str:
        if not isinstance(now, Traced) or not isinstance(before, Traced):
            return str(now if isinstance(now, Gap) else before)
        return words[0] if now > before else words[1] if now < before else words[2]

    return {"change": change, "direction": direction}
