"""Assets and debts at a date as sentences: 资产总额…，其中：…；负债总额…; and the ratios."""

from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_RATIOS: Final = (
    ("debt_ratio", "资产负债率"),
    ("cash_ratio", "现金比率"),
    ("current_ratio", "流动比率"),
    ("newness_ratio", "固定资产成新率"),
)


def functions(printer: Printer) -> "Callables":
    """``position``: of a balance sheet; what is not stated is left out, but for the two totals."""

    def position(sheet: Any) -> str:  # noqa: ANN401  # a balance sheet of the dossier
        current = _with_parts(
            "流动资产", sheet.current_assets, (("货币资金", sheet.cash), ("应收款项", sheet.receivables))
        )
        fixed = _with_parts("固定资产净值", sheet.fixed_assets_net, (("原值", sheet.fixed_assets_original),))
        owed = _with_parts("流动负债", sheet.current_liabilities, (("应付款项", sheet.payables),))
        sentences = [
            "，其中：".join(
                filter(None, (f"资产总额{sheet.assets}", "、".join(filter(None, (current, fixed)))))
            ),
            "，其中：".join(filter(None, (f"负债总额{sheet.liabilities}", owed))),
            "、".join(
                f"{name}{printer.printed(value)}"
                for name, value in ((name, getattr(sheet, field)) for field, name in _RATIOS)
                if isinstance(value, Traced)
            ),
        ]
        return "。".join(sentence for sentence in sentences if sentence) + "。"

    def _with_parts(name: str, whole: object, parts: tuple[tuple[str, object], ...]) -> str:
        told = "、".join(f"{word}{value}" for word, value in parts if not isinstance(value, Gap))
        if isinstance(whole, Gap):
            return told
        return f"{name}{whole}（{told}）" if told else f"{name}{whole}"

    return {"position": position}
