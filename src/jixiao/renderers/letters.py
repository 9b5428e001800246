"""Return notices (退回修改通知): one Word letter on A4 per report that must be mended."""

from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from jixiao.core.finding import Finding
from jixiao.core.report import Report
from jixiao.renderers.wording import percent, place_words, proof_words

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_BODY, _HEAD, _TABLE = "仿宋_GB2312", "方正小标宋简体", "仿宋_GB2312"
"""Fonts of official letters, rarely installed; named below are those that every Windows has."""
_FALLBACK = {"仿宋_GB2312": "仿宋", "方正小标宋简体": "宋体"}
_WIDTHS = (1.2, 2.9, 5.4, 4.4, 3.1)
_COLUMNS = ("序号", "位置", "问题", "核算依据", "修改建议")
_NUMERALS = ("一", "二")


def deserves_letter(report: Report) -> bool:
    """Only reports with errors or warnings are returned."""
    return report.error is None and bool(report.count("error") or report.count("warning"))


def letter(report: Report) -> bytes:
    """The notice as a Word file."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    word = docx.Document()
    _page(word)
    errors = [finding for finding in report.findings if finding.severity == "error"]
    warnings = [finding for finding in report.findings if finding.severity == "warning"]
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(title, "退回修改通知", _HEAD, 22)
    word.add_paragraph()
    _run(word.add_paragraph(), f"{report.body or '报告编制单位'}：", _BODY, 16)
    name = PurePath(report.file).name
    counted = "、".join(
        f"{count} 处{words}"
        for count, words in ((len(errors), "数字或文字相互矛盾"), (len(warnings), "需要核实"))
        if count
    )
    _paragraph(
        word,
        f"你单位报送的{report.year + '年度' if report.year else ''}报告（文件名：{name}）收悉。"
        f"经逐项核对，发现{counted}，现退回修改。具体情况如下。",
    )
    sections = [
        (words, rows) for words, rows in (("必须更正的问题", errors), ("请核实的问题", warnings)) if rows
    ]
    for numeral, (words, rows) in zip(_NUMERALS, sections, strict=False):
        _paragraph(word, f"{numeral}、{words}", font="黑体")
        _table(word, rows)
    share = report.certificate.share if report.certificate else None
    checked = (
        f"本次核对覆盖报告中可核对数字的 {percent(share)}，未列出的数字不代表已经确认无误。"
        if share is not None
        else ""
    )
    _paragraph(
        word,
        f"请对照上表查明原始资料，更正有误的数字，并同步修改报告中引用同一数字的其他各处，修改后重新报送。{checked}"
        "如认为原文无误，请书面说明理由。",
    )
    word.add_paragraph()
    for line in ("（审核单位盖章）", "年    月    日"):
        end = word.add_paragraph()
        end.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _run(end, line + "　　", _BODY, 16)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _page(word: "Word") -> None:
    """A4 with the margins of official letters."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.2), Cm(2.8)
    section.left_margin, section.right_margin = Cm(2), Cm(2)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FALLBACK[_BODY])
    language = OxmlElement("w:lang")  # else punctuation may be drawn as in Taiwan, in the middle
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    normal.element.rPr.append(language)
    word.core_properties.title, word.core_properties.author = "退回修改通知", ""
    word.core_properties.comments = ""


def _paragraph(word: "Word", text: str, font: str = _BODY) -> None:
    from docx.shared import Pt

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.line_spacing = Pt(28)
    _run(paragraph, text, font, 16)


def _run(paragraph: "Paragraph", text: str, font: str, size: float) -> None:
    """Text in the font, Western letters and figures in Times New Roman."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run("".join(c for c in text if c >= " " or c in "\t\n"))
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FALLBACK.get(font, font))  # noqa: SLF001  # python-docx has no other way


def _table(word: "Word", findings: list[Finding]) -> None:
    """The findings; the head is repeated on every page and no row is torn."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = word.add_table(rows=1, cols=len(_COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    for cell, words in zip(table.rows[0].cells, _COLUMNS, strict=True):
        _fill(cell, words, "黑体")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  # python-docx has no other way
    for number, finding in enumerate(findings, start=1):
        places = [place_words(finding.place), *(place_words(side.place) for side in finding.related)]
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  # python-docx has no other way
        texts = (
            str(number),
            "、".join(dict.fromkeys(places)),
            f"{finding.title}。{finding.message}",
            proof_words(finding) or "—",
            finding.suggestion or "请查对原始资料后更正。",
        )
        for cell, text in zip(row.cells, texts, strict=True):
            _fill(cell, text, _TABLE)
    for column, width in zip(
        table.columns, _WIDTHS, strict=True
    ):  # one program reads these, another the cells
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
    word.add_paragraph().paragraph_format.space_after = 0


def _fill(cell: "_Cell", text: str, font: str) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = Pt(16)
    paragraph.paragraph_format.space_after = Pt(0)
    _run(paragraph, text, font, 10.5)
