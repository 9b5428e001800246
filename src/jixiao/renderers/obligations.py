"""The cross-checks of a final-accounts package: how many ran, which did not, and why."""

from collections.abc import Sequence
from html import escape

from jixiao.core.obligation import Obligation, Status
from jixiao.renderers.wording import Language

_STATUS: dict[Status, str] = {
    "holds": "相符",
    "fails": "不符",
    "not_run": "未能核对",
    "not_applicable": "不涉及",
}
_NAMED = 3
"""Reasons that the line tells; the others stand in the page and in JSON."""


def obligation_words(obligations: Sequence[Obligation], language: Language = "zh") -> str:
    """One line: 决算勾稽：核对 18 项，9 项未能核对（没有找到《收入决算表》…）; "" for other documents."""
    if not obligations:
        return ""
    zh = language == "zh"
    run = sum(one.status in ("holds", "fails") for one in obligations)
    left = [one for one in obligations if one.status == "not_run"]
    told = [
        reason for one in left for reason in (one.reason if zh else one.reason_en).split("；" if zh else "; ")
    ]
    reasons = list(dict.fromkeys(told))
    if zh:
        named = "；".join(reasons[:_NAMED]) + ("等" if len(reasons) > _NAMED else "")
        return f"决算勾稽：核对 {run} 项" + (f"，{len(left)} 项未能核对（{named}）" if left else "")
    named = "; ".join(reasons[:_NAMED]) + ("; …" if len(reasons) > _NAMED else "")
    line = f"Cross-checks of final accounts: {run} run"
    return line + (f", {len(left)} not run ({named})" if left else "")


def obligation_table(obligations: Sequence[Obligation]) -> str:
    """All cross-checks as a table of the page; "" for other documents."""
    if not obligations:
        return ""
    rows = "".join(
        f"<tr><td>{escape(one.rule)}</td><td>{escape(one.title)}</td><td>{_STATUS[one.status]}</td>"
        f"<td>{one.compared or ''}</td><td>{escape(one.reason)}</td></tr>"
        for one in obligations
    )
    return (
        f'<section class="unchecked"><details><summary>{escape(obligation_words(obligations))}</summary>'
        '<table><thead><tr><th scope="col">编号</th><th scope="col">勾稽关系</th><th scope="col">结果</th>'
        '<th scope="col">比较次数</th><th scope="col">说明</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></details></section>"
    )
