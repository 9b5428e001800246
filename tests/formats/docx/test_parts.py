"""Text boxes, notes and charts."""

import pytest
from tests.formats.docx.building import (
    SPACES,
    blocks_of,
    cell,
    document_of,
    paragraph,
    root,
    run,
    table,
)

from jixiao.formats.docx.chart_values import printed


def box(inner: str) -> str:
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_boxes_come_once_after_their_paragraph() -> None:
    body = paragraph(run("支出") + box(paragraph("框内") + table(cell("格"))) + run("5万元")) + paragraph(
        "后"
    )
    found = [(block.part, block.text or block.cells[0].text) for block in blocks_of(body)]
    assert found == [("body", "支出5万元"), ("textbox", "框内"), ("textbox", "格"), ("body", "后")]


def test_old_text_boxes() -> None:
    old = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    assert [(block.part, block.text) for block in blocks_of(paragraph(old))] == [("textbox", "框")]


def test_text_boxes_in_cells_come_after_the_table() -> None:
    blocks = blocks_of(table(cell(paragraph(run("格") + box(paragraph("框"))))) + paragraph("后"))
    assert [block.part for block in blocks] == ["body", "textbox", "body"]


def test_notes_come_at_the_end_in_the_order_of_their_references() -> None:
    def note(kind: str, key: int, text: str, more: str = "") -> str:
        return (
            f'<w:{kind} w:id="{key}"{more}>{paragraph(f"<w:r><w:{kind}Ref/></w:r>" + run(text))}</w:{kind}>'
        )

    parts = {
        "footnotes": root(
            "footnotes",
            note("footnote", -1, "线", ' w:type="separator"')
            + note("footnote", 1, "第一注")
            + note("footnote", 2, "第二注")
            + note("footnote", 3, "无人提及"),
        ),
        "endnotes": root("endnotes", note("endnote", 1, "尾注")),
    }
    body = paragraph(
        run("支出100")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run("万元")
        + '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    blocks = blocks_of(body + paragraph("后"), parts)
    assert [(block.part, block.text) for block in blocks] == [
        ("body", "支出100万元"),
        ("body", "后"),
        ("footnote", "第二注"),
        ("footnote", "第一注"),
        ("footnote", "尾注"),
    ]


# --- charts ---


def points(tag: str, values: list[str], code: str = "") -> str:
    cache = "numCache" if code else "strCache"
    listed = "".join(f'<c:pt idx="{i}"><c:v>{v}</c:v></c:pt>' for i, v in enumerate(values) if v)
    inner = (
        f"{f'<c:formatCode>{code}</c:formatCode>' if code else ''}<c:ptCount val='{len(values)}'/>{listed}"
    )
    return f"<c:{tag}><c:numRef><c:{cache}>{inner}</c:{cache}></c:numRef></c:{tag}>"


def chart(inner: str, title: str = "") -> str:
    heading = f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    shown = heading if title else "<c:title/>"
    return f"<c:chartSpace {SPACES}><c:chart>{shown}<c:plotArea>{inner}</c:plotArea></c:chart></c:chartSpace>"


def series(name: str, values: list[str], code: str = "0.00", more: str = "") -> str:
    return f"<c:ser>{points('tx', [name])}{more}{points('cat', ['2022年', '2023年'])}{points('val', values, code)}</c:ser>"


DRAWING = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="rId-chart1"/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def test_charts_stand_where_they_are_anchored() -> None:
    bars = f"<c:barChart>{series('收入', ['35.32000000000001', '40'])}</c:barChart>"
    line = f"<c:lineChart>{series('增长率', ['', '0.1325'], '0.00%')}</c:lineChart>"
    body = paragraph("前") + paragraph(DRAWING) + table(cell("格")) + paragraph("后")
    blocks = blocks_of(body, {"charts/chart1": chart(bars + line, "收支情况")})
    assert [(block.kind, block.table) for block in blocks] == [
        ("paragraph", None),
        ("chart", 0),
        ("table", 1),
        ("paragraph", None),
    ]
    one = blocks[1]
    assert (one.text, one.part, one.place(0, 1).chart) == ("收支情况", "chart", 0)
    rows = [[each.text for each in one.cells if each.row == row] for row in range(3)]
    assert rows == [["", "收入", "增长率"], ["2022年", "35.32", ""], ["2023年", "40.00", "13.25%"]]


def test_a_chart_with_one_series_takes_its_name_as_title() -> None:
    blocks = blocks_of(paragraph(DRAWING), {"charts/chart1": chart(series("支出", ["1", "2"]))})
    assert blocks[0].text == "支出"


def test_labels_may_have_a_format_of_their_own() -> None:
    labels = '<c:dLbls><c:numFmt formatCode="0.0" sourceLinked="0"/><c:showVal val="1"/></c:dLbls>'
    blocks = blocks_of(paragraph(DRAWING), {"charts/chart1": chart(series("甲", ["1.25", "2"], more=labels))})
    assert [one.text for one in blocks[0].cells if one.column == 1] == ["甲", "1.3", "2.0"]


def test_the_format_of_shares_is_not_that_of_values() -> None:
    labels = '<c:dLbls><c:numFmt formatCode="0.00%" sourceLinked="0"/><c:showVal val="0"/></c:dLbls>'
    blocks = blocks_of(paragraph(DRAWING), {"charts/chart1": chart(series("甲", ["1.25", "2"], more=labels))})
    assert [one.text for one in blocks[0].cells if one.column == 1] == ["甲", "1.25", "2.00"]


def test_categories_on_two_levels_are_joined() -> None:
    def one_level(*texts: str) -> str:
        listed = (f'<c:pt idx="{i}"><c:v>{text}</c:v></c:pt>' for i, text in enumerate(texts) if text)
        return f"<c:lvl>{''.join(listed)}</c:lvl>"

    levels = one_level("一季度", "二季度") + one_level("2023年")
    category = f"<c:cat><c:multiLvlStrRef><c:multiLvlStrCache>{levels}</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"
    whole = f"<c:ser>{category}{points('val', ['1', '2'], 'General')}</c:ser>"
    blocks = blocks_of(paragraph(DRAWING), {"charts/chart1": chart(whole, "题")})
    assert [one.text for one in blocks[0].cells if one.column == 0] == ["", "2023年 一季度", "2023年 二季度"]


def test_absurd_points_are_left_out() -> None:
    absurd = "<c:ser><c:val><c:numRef><c:numCache>{}</c:numCache></c:numRef></c:val></c:ser>"
    wild = "".join(f'<c:pt idx="{i}"><c:v>1</c:v></c:pt>' for i in ("0", "4000000000", "-1", "x", ""))
    blocks = blocks_of(paragraph(DRAWING), {"charts/chart1": chart(absurd.format(wild), "题")})
    assert len(blocks[0].cells) == 4


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("35.32000000000001", "General", "35.32"),
        ("0.1", "", "0.1"),
        ("1E+5", "General", "100000"),
        ("1234567.5", "#,##0.00_ ", "1,234,567.50"),
        ("2.345", "0.00_);[Red]\\(0.00\\)", "2.35"),
        ("0.9492", "0%", "95%"),
        ("120", "0.00%", "12000.00%"),
        ("43831", "yyyy/m/d", "43831"),
        ("-0", "General", "0"),
        ("12.5", '0.0"万元"', "12.5"),
        ("NaN", "0.00", "NaN"),
        ("#N/A", "0.00", "#N/A"),
        ("1E+400", "0.00", "1E+400"),
    ],
)
def test_values_are_printed_by_their_format(raw: str, code: str, shown: str) -> None:
    assert printed(raw, code) == shown


def test_what_cannot_be_read_is_noted() -> None:
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    document = document_of(
        paragraph(run("文") + picture + DRAWING) + '<w:altChunk r:id="x"/>', {"numbering": "<broken"}
    )
    notes = "\n".join(document.notes)
    assert "1 处图片" in notes
    assert "1 处图表" in notes
    assert "1 处嵌入的其他文档" in notes
    assert "自动编号未能读取" in notes


def test_a_damaged_chart_is_noted() -> None:
    document = document_of(paragraph(run("文") + DRAWING), {"charts/chart1": "<c:chartSpace"})
    assert [block.text for block in document.blocks] == ["文"]
    assert "图表未能读取" in document.notes[0]
