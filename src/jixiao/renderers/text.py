"""The terminal: findings grouped by file, each with the words it is about, the proof and the way out.

``render`` gives styled text and never writes; ``console`` opens the stream so that no character
can make it fail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from jixiao.core.document import Document
from jixiao.core.finding import Finding, Severity
from jixiao.core.report import Report
from jixiao.renderers.excerpt import CONTROLS, Excerpt, excerpt, row_offset
from jixiao.renderers.locating import Spot, locate_read
from jixiao.renderers.obligations import obligation_words
from jixiao.renderers.wording import (
    SEVERITIES,
    SEVERITY_NAMES,
    Language,
    certificate_words,
    count_words,
    message_of,
    place_words,
    proof_words,
    suggestion_of,
    title_of,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
LABELS: dict[Language, dict[str, str]] = {
    "zh": {
        "related": "另见",
        "why": "问题",
        "proof": "核算",
        "fix": "建议",
        "note": "注意",
        "unreadable": "无法读取",
    },
    "en": {
        "related": "see",
        "why": "why",
        "proof": "proof",
        "fix": "fix",
        "note": "note",
        "unreadable": "unreadable",
    },
}
GUTTER = 4
_MINIMUM_WIDTH = 40
_SIDES = 2
"""Other sides shown with their line; more are named by place only."""
_LISTED = 8


def console(stream: TextIO) -> "Console":
    """A console on the stream: colours only on a terminal; what it cannot encode becomes "?"."""
    from rich.console import Console

    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return Console(file=stream, highlight=False, soft_wrap=True, markup=False, emoji=False)


def render(report: Report, language: Language = "zh", width: int = 100) -> "Text":
    """Everything about one file; one line when all is well."""
    from rich.text import Text

    text = Text()
    if report.error is not None:
        message = report.error.message if language == "zh" else report.error.message_en
        text.append(safe_name(report.file), style="bold")
        text.append(
            f"：{LABELS[language]['unreadable']}" if language == "zh" else ": unreadable", style="bold red"
        )
        text.append(
            f"（{report.error.code}）{message}\n"
            if language == "zh"
            else f" ({report.error.code}) {message}\n"
        )
        return text
    text.append(safe_name(report.file), style="bold")
    certificate = "" if report.certificate is None else certificate_words(report.certificate, language)
    if not report.findings:
        text.append("：" if language == "zh" else ": ")
        text.append(count_words(report, language), style="green")
        text.append(_after(certificate, language) + "\n")
    else:
        text.append("\n\n")
        for finding in _ordered(report.findings):
            _finding(text, finding, report.document, language, max(width, _MINIMUM_WIDTH))
        text.append(count_words(report, language), style=_worst(report))
        text.append(_after(certificate, language) + "\n")
    if report.obligations:
        text.append(f"{obligation_words(report.obligations, language)}{'。' if language == 'zh' else '.'}\n")
    for note in report.document.notes if report.document is not None else ():
        text.append(f"{LABELS[language]['note']}：" if language == "zh" else "note: ", style="yellow")
        text.append(f"{note}\n")
    return text


@dataclass(slots=True)
class Tally:
    """What the last line needs of all files."""

    files: int = 0
    clean: int = 0
    unreadable: int = 0
    errors: int = 0
    warnings: int = 0

    def add(self, report: Report) -> None:
        """Count one file."""
        self.files += 1
        self.unreadable += report.error is not None
        self.clean += report.error is None and not report.findings
        self.errors += report.count("error")
        self.warnings += report.count("warning")

    def merge(self, other: "Tally") -> None:
        """Add another count."""
        self.files += other.files
        self.clean += other.clean
        self.unreadable += other.unreadable
        self.errors += other.errors
        self.warnings += other.warnings

    def words(self, language: Language = "zh") -> str:
        """共 12 个文件：3 个错误，1 个提醒；8 个文件未发现问题，1 个无法读取."""
        if language == "zh":
            line = f"共 {self.files} 个文件：{self.errors} 个错误，{self.warnings} 个提醒"
            line += f"；{self.clean} 个文件未发现问题"
            return line + (f"，{self.unreadable} 个无法读取" if self.unreadable else "")
        line = f"{self.files} files: {self.errors} errors, {self.warnings} warnings"
        line += f"; {self.clean} without findings"
        return line + (f", {self.unreadable} unreadable" if self.unreadable else "")


def _ordered(findings: Sequence[Finding]) -> list[Finding]:
    """In the order of the document; what stands at one place, worst first."""
    return sorted(
        findings, key=lambda f: (f.place.block, f.place.start, SEVERITIES.index(f.severity), f.code)
    )


def _finding(
    text: "Text", finding: Finding, document: Document | None, language: Language, width: int
) -> None:
    style, labels = STYLES[finding.severity], LABELS[language]
    text.append(f"{SEVERITY_NAMES[language][finding.severity]} {finding.code}", style=style)
    text.append(f" {title_of(finding, language).translate(CONTROLS)}", style="bold")
    where = place_words(finding.place, language)
    text.append(f"（{where}）\n" if language == "zh" else f" ({where})\n", style="cyan")
    _sources(text, finding, document, language, width)
    for name, words in (
        ("why", message_of(finding, language)),
        ("proof", proof_words(finding, language)),
        ("fix", suggestion_of(finding, language)),
    ):
        if words:
            text.append(" " * GUTTER + labels[name] + ("：" if language == "zh" else ": "), style="dim")
            text.append(f"{words.translate(CONTROLS)}\n")
    text.append("\n")


def _sources(
    text: "Text", finding: Finding, document: Document | None, language: Language, width: int
) -> None:
    """The line with its words underlined, other sides in it with dashes, then the lines of other sides."""
    labels, style = LABELS[language], STYLES[finding.severity]
    spot = locate_read(document, finding.place, finding.quote)
    sides = [(side, locate_read(document, side.place, side.quote)) for side in finding.related]
    rest = sides
    if spot is None or spot.start == spot.end:
        bare_words(text, finding.quote)
    else:
        shown = excerpt(spot, width - GUTTER - 2)
        near = {i: _in_line(spot, other) for i, (_, other) in enumerate(sides)}
        beside = {i: stretch for i, stretch in near.items() if stretch is not None and shown.shows(*stretch)}
        source_lines(text, shown, shown.carets(list(beside.values())), style)
        rest = [side for i, side in enumerate(sides) if i not in beside]
    told = {place_words(finding.place, language)}
    for _ in range(_SIDES):
        if not rest:
            break
        (side, other), *rest = rest
        told.add(place_words(side.place, language))
        text.append(" " * GUTTER + f"{labels['related']} {place_words(side.place, language)}\n", style="cyan")
        if other is None or other.start == other.end:
            bare_words(text, side.quote)
        else:
            shown = excerpt(other, width - GUTTER - 2)
            near = {i: _in_line(other, more) for i, (_, more) in enumerate(rest)}
            beside = {
                i: stretch for i, stretch in near.items() if stretch is not None and shown.shows(*stretch)
            }
            source_lines(text, shown, shown.carets(list(beside.values())), "bold")
            rest = [one for i, one in enumerate(rest) if i not in beside]
    places = [
        w for w in dict.fromkeys(place_words(side.place, language) for side, _ in rest) if w not in told
    ]
    if places:
        named = ("、" if language == "zh" else "; ").join(places[:_LISTED])
        more = f" … (+{len(places) - _LISTED})" if len(places) > _LISTED else ""
        text.append(" " * GUTTER + f"{labels['related']} {named}{more}\n", style="cyan")


def _in_line(spot: Spot, other: Spot | None) -> tuple[int, int] | None:
    """The other stretch in the line shown for the spot; None where it stands elsewhere."""
    row = None if spot.cell is None else spot.cell.row
    if (
        other is None
        or other.block is not spot.block
        or row != (None if other.cell is None else other.cell.row)
    ):
        return None
    shift = row_offset(other)
    return other.start + shift, other.end + shift


def bare_words(text: "Text", quote: str) -> None:
    """The words alone, where their place cannot be shown."""
    if quote:
        text.append(" " * GUTTER + f"| {quote.translate(CONTROLS)}\n")


def source_lines(text: "Text", shown: Excerpt, carets: str, style: str) -> None:
    """The line of source and the line below it."""
    text.append(" " * GUTTER + "| ", style="dim")
    text.append(shown.text[: shown.start])
    text.append(shown.text[shown.start : shown.end], style=style)
    text.append(shown.text[shown.end :] + "\n")
    text.append(" " * GUTTER + "| ", style="dim")
    text.append(carets + "\n", style=style)


def _worst(report: Report) -> str:
    return next((STYLES[severity] for severity in SEVERITIES if report.count(severity)), "green")


def _after(words: str, language: Language) -> str:
    if not words:
        return "。" if language == "zh" else "."
    return f"。{words}。" if language == "zh" else f". {words}."


def safe_name(name: str) -> str:
    """A file name without the control characters that could steer a terminal."""
    return "".join(c if c.isprintable() else "?" for c in name)
