"""A figure of the ledger: what the machine reads of it, and what shows when the mouse rests on it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jixiao.core.ledger import Entry

ORIGINS: Final = {"fact": "事实", "computed": "计算", "words": "文字中的数", "template": "模板自带"}


def figure(name: str, entry: Entry | None, words: str) -> str:
    """``words`` are the figure as printed, as HTML; ``entry`` is None where the ledger does not know it."""
    if entry is None:
        return f'<span class="figure" data-entry="{escape(name)}">{words}</span>'
    value = entry.printed if entry.value is None else f"{entry.value:f}"
    attributes = {
        "class": "figure",
        "value": value,
        "data-entry": name,
        "data-unit": entry.unit,
        "data-facts": " ".join(entry.facts),
        "title": origin(entry),
    }
    written = "".join(f' {key}="{escape(said)}"' for key, said in attributes.items() if said)
    return f"<data{written}>{words}</data>"


def origin(entry: Entry) -> str:
    """Where a number comes from, in words, a line each."""
    lines = [f"来源：{ORIGINS[entry.origin]}"]
    if entry.facts:
        lines.append(f"事实：{'、'.join(entry.facts)}")
    if entry.formula:
        lines.append(f"公式：{entry.formula}")
    if entry.value is not None:
        lines.append(f"数值：{entry.value:f}{entry.unit}（印 {entry.decimals} 位小数）")
    return "\n".join(lines)
