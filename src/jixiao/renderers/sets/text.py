"""The terminal: the findings between the files of a set, with the words of both sides."""

from typing import TYPE_CHECKING

from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.core.place import Place
from jixiao.core.set_report import SetReport
from jixiao.renderers.excerpt import CONTROLS, excerpt
from jixiao.renderers.locating import locate
from jixiao.renderers.text import GUTTER, LABELS, STYLES, bare_words, safe_name, source_lines
from jixiao.renderers.wording import (
    SEVERITY_NAMES,
    Language,
    message_of,
    place_words,
    proof_words,
    suggestion_of,
    title_of,
)

if TYPE_CHECKING:
    from rich.text import Text

_MINIMUM_WIDTH = 40
_SIDES = 8


def render_set(report: SetReport, language: Language = "zh", width: int = 100) -> "Text":
    """Everything between the files of a set: findings, what was left out, what did not run, the count."""
    from rich.text import Text

    text = Text()
    zh = language == "zh"
    whose = f"{report.body or '单位不明'} {report.year or '年度不明'}"
    head = (
        f"成套核对：{whose}"
        if zh
        else f"set: {report.body or 'body unknown'} {report.year or 'year unknown'}"
    )
    text.append(head + "\n\n", style="bold")
    documents = {one.file: one.document for one in report.reports}
    for finding in report.findings:
        _finding(text, finding, documents, language, max(width, _MINIMUM_WIDTH))
    for left in report.left_out:
        words = f"没有参加比较：{left.reason}" if zh else f"not compared: {left.reason_en}"
        text.append(f"{safe_name(left.file)}：" if zh else f"{safe_name(left.file)}: ", style="yellow")
        text.append(f"{words}\n")
    for check in report.not_run:
        text.append(f"{check.code} 没有核对：" if zh else f"{check.code} did not run: ", style="yellow")
        text.append(f"{check.reason if zh else check.reason_en}\n")
    text.append(_count(report, language), style=_style(report))
    return text


def _count(report: SetReport, language: Language) -> str:
    errors, warnings = report.count("error"), report.count("warning")
    if language == "zh":
        found = f"{errors} 个错误，{warnings} 个提醒" if report.findings else "没有发现不一致"
        return f"文件之间比较了 {report.compared} 个事项：{found}。\n"
    return f"{report.compared} facts compared between files: {errors} errors, {warnings} warnings.\n"


def _style(report: SetReport) -> str:
    return next((STYLES[severity] for severity in STYLES if report.count(severity)), "green")


def _finding(
    text: "Text", finding: Finding, documents: dict[str, Document | None], language: Language, width: int
) -> None:
    labels = LABELS[language]
    text.append(
        f"{SEVERITY_NAMES[language][finding.severity]} {finding.code}", style=STYLES[finding.severity]
    )
    text.append(f" {title_of(finding, language).translate(CONTROLS)}\n", style="bold")
    sides = [(finding.quote, finding.place), *((side.quote, side.place) for side in finding.related)]
    for number, (quote, place) in enumerate(sides[:_SIDES]):
        style = STYLES[finding.severity] if number == 0 else "bold"
        _side(text, quote, place, documents.get(place.file), language, width, style)
    for name, words in (
        ("why", message_of(finding, language)),
        ("proof", proof_words(finding, language) if finding.expression else ""),
        ("fix", suggestion_of(finding, language)),
    ):
        if words:
            text.append(" " * GUTTER + labels[name] + ("：" if language == "zh" else ": "), style="dim")
            text.append(f"{words.translate(CONTROLS)}\n")
    text.append("\n")


def _side(  # noqa: PLR0913, PLR0917  # what is shown, where, and how
    text: "Text",
    quote: str,
    place: Place,
    document: Document | None,
    language: Language,
    width: int,
    style: str,
) -> None:
    """The file and place, then the line of source with the words underlined."""
    where = place_words(place, language)
    shown = (
        f"{safe_name(place.file)}（{where}）\n"
        if language == "zh"
        else f"{safe_name(place.file)} ({where})\n"
    )
    text.append(" " * GUTTER + shown, style="cyan")
    spot = locate(document, place)
    if spot is None or spot.start == spot.end:
        bare_words(text, quote)
        return
    line = excerpt(spot, width - GUTTER - 2)
    source_lines(text, line, line.carets([]), style)
