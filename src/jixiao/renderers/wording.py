"""The words that every renderer shares: severities, places and the certificate, in Chinese and English."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from jixiao.core.finding import Certificate, Finding, Severity
from jixiao.core.place import Place
from jixiao.core.report import Report

Language = Literal["zh", "en"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SEVERITY_NAMES: dict[Language, dict[Severity, str]] = {
    "zh": {"error": "错误", "warning": "提醒", "info": "说明"},
    "en": {"error": "error", "warning": "warning", "info": "note"},
}
_PARTS: dict[Language, dict[str, str]] = {
    "zh": {
        "footnote": "脚注",
        "textbox": "文本框",
        "header": "页眉页脚",
        "endnote": "尾注",
        "comment": "批注",
        "drawing": "图上标签",
        "workbook": "图内嵌的数据表",
        "ocr": "扫描识别",
    },
    "en": {
        "footnote": "footnote",
        "textbox": "text box",
        "header": "header",
        "endnote": "endnote",
        "comment": "comment",
        "drawing": "label in the drawing",
        "workbook": "data sheet behind the chart",
        "ocr": "recognised scan",
    },
}


def place_words(place: Place, language: Language = "zh") -> str:
    """Where it is, as a person says it: 第45行, 表2 第3行第4列, Sheet!B3, 第6段, 第3页."""
    zh = language == "zh"
    if place.cell is not None:
        cell = f"单元格{place.cell}" if zh else f"cell {place.cell}"
        cell = cell if place.sheet is None else f"{place.sheet}!{place.cell}"
        return _join([*_of_chart(place, language), cell], language)
    words: list[str] = []
    if place.page is not None:
        words.append(f"第{place.page}页" if zh else f"page {place.page}")
    if place.part in _PARTS[language]:
        words.append(_PARTS[language][place.part])
    if place.chart is not None:
        words.append(f"图{place.chart + 1}" if zh else f"chart {place.chart + 1}")
    elif place.table is not None:
        words.append(f"表{place.table + 1}" if zh else f"table {place.table + 1}")
    if place.row is not None and place.column is not None:
        row, column = place.row + 1, place.column + 1
        words.append(f"第{row}行第{column}列" if zh else f"row {row} column {column}")
        if place.line is not None:
            words.append(f"（文件第{place.line}行）" if zh else f"(line {place.line})")
    elif place.line is not None:
        words.append(f"第{place.line}行" if zh else f"line {place.line}")
    elif place.table is None and place.chart is None and place.box is None:
        words.append(f"第{place.block + 1}段" if zh else f"paragraph {place.block + 1}")
    return _join(words, language)


def _of_chart(place: Place, language: Language) -> list[str]:
    """Which of the two places of its figures, where a cell is told: a label, or the sheet behind a chart."""
    return [_PARTS[language][place.part]] if place.part in ("drawing", "workbook") else []


def _join(words: Sequence[str], language: Language) -> str:
    return " ".join(words).replace(" （", "（") if language == "zh" else ", ".join(words).replace(", (", " (")


def percent(share: Decimal | None) -> str:
    """88.78% for 0.8878; "—" for None."""
    return "—" if share is None else f"{share * 100:.2f}%"


def certificate_words(certificate: Certificate, language: Language = "zh") -> str:
    """How much of the document was checked, in one line."""
    c = certificate
    left = max(c.numbers - c.checked - c.alone, 0)
    if language == "zh":
        line = f"数字 {c.numbers} 个，已核对 {c.checked}，孤立 {c.alone}，未核对 {left}"
        return line if c.share is None else f"{line}，核对率 {percent(c.share)}"
    line = f"{c.numbers} numbers: {c.checked} checked, {c.alone} alone, {left} unchecked"
    return line if c.share is None else f"{line}; {percent(c.share)} checked"


def count_words(report: Report, language: Language = "zh") -> str:
    """2 个错误，1 个提醒 / 2 errors, 1 warning."""
    words: list[str] = []
    for severity in SEVERITIES:
        count = report.count(severity)
        if count:
            name = SEVERITY_NAMES[language][severity]
            words.append(
                f"{count} 个{name}" if language == "zh" else f"{count} {name}{'s' if count > 1 else ''}"
            )
    if language == "zh":
        return "，".join(words) or "未发现问题"
    return ", ".join(words) or "no findings"


def title_of(finding: Finding, language: Language = "zh") -> str:
    """The title in the language, Chinese where there is no other."""
    return finding.title if language == "zh" else finding.title_en or finding.title


def message_of(finding: Finding, language: Language = "zh") -> str:
    """The message in the language, Chinese where there is no other."""
    return finding.message if language == "zh" else finding.message_en or finding.message


def suggestion_of(finding: Finding, language: Language = "zh") -> str:
    """The suggestion in the language, Chinese where there is no other."""
    return finding.suggestion if language == "zh" else finding.suggestion_en or finding.suggestion


def proof_words(finding: Finding, language: Language = "zh") -> str:
    """What the figures give and what is written; empty when the finding has no arithmetic."""
    zh = language == "zh"
    expression, computed = finding.expression, finding.computed
    if finding.compares:
        words = [expression]
    elif expression and not computed.startswith(expression):
        words = [f"{expression} = {computed}" if computed else expression]
    elif computed:
        words = [f"应为 {computed}" if zh else f"should be {computed}"]
    else:
        return ""
    if finding.stated and not words[0].startswith(finding.stated):
        words.append(f"文中写 {finding.stated}" if zh else f"written {finding.stated}")
    return ("，" if zh else ", ").join(words)
