"""The ledger of a report on the terminal: a line for each printed number, those that are wrong in colour."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from jixiao.core.recorded import Recorded, RecordedReport, origin
from jixiao.renderers.excerpt import CONTROLS, width_of
from jixiao.renderers.scorecards.columns import pad, wrapped
from jixiao.renderers.wording import Language, place_words

if TYPE_CHECKING:
    from rich.text import Text

_STYLES: Final = {"matches": "green", "changed": "bold red", "missing": "bold yellow"}
_SIGNS: Final = {"matches": "=", "changed": "≠", "missing": "?"}
_WIDEST: Final = 34
"""Columns for a number and what it reads now; longer words push their own line."""
_ORIGINS: Final[dict[Language, dict[str, str]]] = {
    "zh": {"words": "文字：", "template": "模板：", "fact": "", "computed": ""},
    "en": {"words": "words: ", "template": "template: ", "fact": "", "computed": ""},
}
_TERMS: Final[dict[Language, str]] = {"zh": "（共{}项）", "en": " ({} terms)"}
_LABELS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "year": "{}年度",
        "rulebook": "规则库 {}",
        "kind": "报告 {}",
        "decimals": "{}位小数",
        "lost": "位置标记已丢失",
        "emptied": "（已删去）",
        "all": "共 {} 个数字，与文件一致 {} 个，被改动 {} 个，位置标记丢失 {} 个",
        "clean": "共 {} 个数字，全部与文件一致",
        "same_facts": "档案与生成报告时相同",
        "other_facts": "档案在生成报告后改过：{} 个数字按今天的档案应另印，{} 个数字的事实已不在档案中",
        "no_other": "档案在生成报告后改过，所印数字仍与今天的档案一致",
        "about": "注意：档案是{}{}年度的，与报告不是同一部门同一年度",
        "uncompared": "，{} 个没有可比的事实",
        "today": "今天应为 {}",
        "gone": "事实已不在档案中",
        "none": "此文件没有数字台账：它不是由本程序写出的 Word 文件、网页或工作簿，或者台账在转存时丢失。",
        "no_ledger": "此文件没有数字台账，却留有 {} 个数字的位置标记：台账已丢失，无法核对数字是否被改动。",
        "unreadable": "数字台账无法读取：{}。无法核对数字是否被改动。",
    },
    "en": {
        "year": "fiscal year {}",
        "rulebook": "rulebook {}",
        "kind": "report {}",
        "decimals": "{} decimals",
        "lost": "the anchor is lost",
        "emptied": "(removed)",
        "all": "{} numbers: {} as printed, {} altered, {} without anchor",
        "clean": "{} numbers, all as printed",
        "same_facts": "the dossier is the one that the report was written from",
        "other_facts": "the dossier has changed: {} numbers would differ today, {} have lost their fact",
        "no_other": "the dossier has changed; the printed numbers still agree with it",
        "about": "note: the dossier is of {}, fiscal year {}: not what the report is about",
        "uncompared": ", {} have no fact to compare with",
        "today": "today {}",
        "gone": "the fact is gone from the dossier",
        "none": "This file has no ledger: it is no report that jixiao wrote, or the ledger was lost.",
        "no_ledger": "This file has no ledger, but anchors of numbers ({}): the ledger was lost.",
        "unreadable": "The ledger cannot be read: {}.",
    },
}


def render(
    report: RecordedReport, numbers: Sequence[Recorded], language: Language = "zh", columns: int = 100
) -> "Text":
    """The whole ledger; ``numbers`` are those to list."""
    from rich.text import Text

    words = _LABELS[language]
    text = Text()
    text.append(_safe(report.file) + "\n", style="bold")
    ledger = report.ledger
    if ledger is None or ledger.unreadable:
        text.append(_why(report, words) + "\n", style="bold yellow")
        return text
    head = (
        ledger.department,
        words["year"].format(ledger.year),
        words["kind"].format(ledger.kind),
        words["rulebook"].format(ledger.rulebook),
    )
    text.append(_safe("  ".join(head)) + "\n")
    if numbers:
        text.append("\n")
        _lines(text, numbers, report, language, columns)
        text.append("\n")
    _last(text, report, words)
    return text


def _why(report: RecordedReport, words: dict[str, str]) -> str:
    if report.ledger is not None:
        return words["unreadable"].format(_safe(report.ledger.unreadable))
    return words["no_ledger"].format(report.anchored) if report.anchored else words["none"]


def _lines(
    text: "Text", numbers: Sequence[Recorded], report: RecordedReport, language: Language, columns: int
) -> None:
    words = _LABELS[language]
    shown = [_printed(number, report, words) for number in numbers]
    places = [words["lost"] if one.place is None else place_words(one.place, language) for one in numbers]
    decimals = [words["decimals"].format(one.entry.decimals) for one in numbers]
    first = min(max(map(width_of, shown)), _WIDEST)
    second, third = max(map(width_of, decimals)), max(map(width_of, places))
    indent = " " * (2 + first + 2 + second + 2 + third + 2)
    if columns - len(indent) < columns // 3:  # no room beside: the source has a line of its own
        indent = " " * 6
    for number, printed, places_at, precision in zip(numbers, shown, places, decimals, strict=True):
        style = _STYLES["changed" if report.is_wrong(number) and number.state == "matches" else number.state]
        text.append(_SIGNS[number.state] + " ", style=style)
        text.append(pad(printed, first), style="" if number.state == "matches" else style)
        line = f"  {pad(precision, second)}  {pad(places_at, third)}"
        source = wrapped(_safe(_source(number, language)), columns, indent) or [""]
        beside = len(indent) > 6 and width_of(printed) <= first
        text.append(line + ("  " + source.pop(0).lstrip() if beside else "").rstrip() + "\n")
        for more in source:
            text.append(more.rstrip() + "\n", style="dim")


def _printed(number: Recorded, report: RecordedReport, words: dict[str, str]) -> str:
    """The number as printed, what it reads now, and what it would be today."""
    shown = number.entry.printed
    if number.state == "changed":
        shown += f" → {number.text or words['emptied']}"
    today = None if report.today is None else report.today[number.entry.name]
    if today is not None and today.agreement == "other":
        shown += f"（{words['today'].format(today.printed or '?')}）"
    if today is not None and today.agreement == "gone":
        shown += f"（{words['gone']}）"
    return _safe(shown)


def _source(number: Recorded, language: Language) -> str:
    entry = number.entry
    return _ORIGINS[language][entry.origin] + origin(entry, _TERMS[language])


def _last(text: "Text", report: RecordedReport, words: dict[str, str]) -> None:
    states = [number.state for number in report.numbers]
    counts = [states.count(state) for state in ("matches", "changed", "missing")]
    clean = counts[0] == len(states)
    line = words["clean"].format(len(states)) if clean else words["all"].format(len(states), *counts)
    text.append(line + "\n", style="green" if clean else "bold red" if counts[1] else "bold yellow")
    if report.today is None:
        return
    if report.dossier_of is not None:
        text.append(_safe(words["about"].format(*report.dossier_of)) + "\n", style="bold yellow")
    if report.same_facts:
        text.append(words["same_facts"] + "\n", style="green")
        return
    found = [one.agreement for one in report.today.values()]
    other, gone, without = (found.count(one) for one in ("other", "gone", "uncompared"))
    told = words["other_facts"].format(other, gone) if other or gone else words["no_other"]
    if without:
        told += words["uncompared"].format(without)
    text.append(told + "\n", style="bold red" if other or gone else "green")


def _safe(text: str) -> str:
    return text.translate(CONTROLS)
