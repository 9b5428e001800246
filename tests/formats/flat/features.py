"""A Word file with everything that its older formats keep in other ways, for LibreOffice to convert."""

from tests.formats.docx.building import build, cell, field, paragraph, root, run, table

TRACKED = 'w:id="7" w:author="甲" w:date="2024-01-01T00:00:00Z"'


def _level(depth: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _number(level: int, key: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'


def _width(twips: int, more: str = "") -> str:
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>{more}'


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _grid(widths: tuple[int, ...], *rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'


def _box(inner: str) -> str:
    """A text box, as Word 2007 wrote it."""
    return (
        '<w:r><w:pict><v:shape id="box" type="#_x0000_t202" style="position:absolute;width:200pt;height:60pt">'
        f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def _note(kind: str, key: int, text: str) -> str:
    return f'<w:{kind} w:id="{key}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>" + run(text))}</w:{kind}>'


def _reference(kind: str, key: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


MERGED = _grid(
    (2000, 2000, 2000, 2000),
    _row(
        cell("项目", _width(2000, '<w:vMerge w:val="restart"/>')),
        cell("预算数", _width(4000, '<w:gridSpan w:val="2"/>')),
        cell("备注", _width(2000)),
    ),
    _row(
        cell("", _width(2000, "<w:vMerge/>")),
        cell("年初", _width(2000)),
        cell("调整", _width(2000)),
        cell("无", _width(2000)),
    ),
    _row(
        cell("人员经费", _width(2000)),
        cell("12.30", _width(2000)),
        cell("0", _width(2000)),
        cell("", _width(2000)),
    ),
)
NESTED = _grid(
    (4000, 4000),
    _row(
        cell(
            paragraph("外甲")
            + table(cell("内1") + cell("内2"), cell("内3") + cell("内4"))
            + paragraph("外后")
        ),
        cell("外乙", _width(4000)),
    ).replace(
        '<w:tcPr></w:tcPr><w:p><w:r><w:t xml:space="preserve">外甲',
        "<w:tcPr>" + _width(4000) + '</w:tcPr><w:p><w:r><w:t xml:space="preserve">外甲',
    ),
)


def features() -> bytes:
    """The file."""
    deleted = f'<w:del {TRACKED}><w:r><w:delText xml:space="preserve">旧值99</w:delText></w:r></w:del>'
    inserted = f"<w:ins {TRACKED}>{run('新值12')}</w:ins>"
    body = "".join(
        (
            paragraph("部门整体支出绩效自评报告", '<w:pStyle w:val="Heading1"/>'),
            paragraph("基本情况", _number(0)),
            paragraph("机构设置", _number(1)),
            paragraph("人员情况", _number(1)),
            paragraph("2023年数据", _number(2)),
            paragraph("带圈", _number(3)),
            paragraph("收支情况", _number(0)),
            paragraph("又一项", _number(1)),
            paragraph("圆点", _number(0, 2)),
            paragraph(run("金额") + deleted + inserted + run("万元")),
            paragraph(run("显示") + run("隐藏", "<w:vanish/>") + run("完毕")),
            paragraph(
                run("见") + field(" REF a ", "第3页") + run("为准𠀀字") + "<w:r><w:br/></w:r>" + run("换行")
            ),
            paragraph(run("预算") + _reference("footnote", 2) + run("和决算") + _reference("endnote", 2)),
            paragraph(run("框前") + _box(paragraph("框内文字5万元"))),
            MERGED,
            paragraph("表后"),
            NESTED,
            paragraph("末尾 €5–10“引”"),
        )
    )
    chinese = "chineseCountingThousand"
    parts = {
        "styles": root(
            "styles",
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
            '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
        ),
        "numbering": root(
            "numbering",
            '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
            + _level(0, chinese, "%1、", '<w:suff w:val="nothing"/>')
            + _level(1, chinese, "（%2）", '<w:suff w:val="nothing"/>')
            + _level(2, "decimal", "%3.")
            + _level(3, "decimalEnclosedCircle", "%4")
            + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
            + _level(0, "bullet", "•")
            + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
        ),
        "footnotes": root("footnotes", _note("footnote", 2, "脚注甲3万元")),
        "endnotes": root("endnotes", _note("endnote", 2, "尾注乙")),
    }
    return build(body, parts)
