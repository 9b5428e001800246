"""The text of paragraphs is what Word shows."""

import pytest
from tests.formats.docx.building import blocks_of, field, paragraph, root, run, text_of

ALTERNATIVES = (
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback>"
    "</mc:AlternateContent>"
)


def shown(inner: str) -> str:
    return text_of(paragraph(inner))


def test_runs_are_joined_without_gaps() -> None:
    assert shown(run("执行率9") + run("4.9", "<w:b/>") + run("2%")) == "执行率94.92%"


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("<w:tab/>", "\t"),
        ("<w:ptab/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "-"),
        ("<w:softHyphen/>", ""),
        ("<w:t>1\u00ad2</w:t>", "12"),
        ("<w:t>1\u200b2\n3</w:t>", "12 3"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Wingdings 2" w:char="0052"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="F081"/>', "①"),
        ('<w:sym w:font="宋体" w:char="2264"/>', "≤"),
        ('<w:sym w:font="Other" w:char="F0B3"/>', ""),
        ('<w:sym w:font="Symbol" w:char="none"/>', ""),
        ("<w:lastRenderedPageBreak/>", ""),
        (
            "<w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby>",
            "拼",
        ),
    ],
)
def test_characters_that_are_elements(element: str, text: str) -> None:
    assert shown(f"{run('前')}<w:r>{element}</w:r>{run('后')}") == f"前{text}后"


def test_blanks_around_a_paragraph_are_left_out() -> None:
    assert shown(run("\u3000\u3000 全年支出") + run("1万元 \u00a0")) == "全年支出1万元"


def test_empty_paragraphs_are_no_blocks() -> None:
    blocks = blocks_of(paragraph() + paragraph("　") + paragraph("文") + paragraph())
    assert [(block.index, block.text) for block in blocks] == [(0, "文")]


@pytest.mark.parametrize(
    "inner",
    [
        '<w:hyperlink r:id="rId9">{}</w:hyperlink>',
        '<w:smartTag w:element="x">{}</w:smartTag>',
        '<w:ins w:id="1" w:author="甲">{}</w:ins>',
        '<w:moveTo w:id="1">{}</w:moveTo>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
        "<w:customXml>{}</w:customXml>",
        ALTERNATIVES,
        "<w:ins><w:hyperlink><w:smartTag>{}</w:smartTag></w:hyperlink></w:ins>",
    ],
)
def test_wrappers_show_their_content_once(inner: str) -> None:
    assert shown(run("支出") + inner.format(run("5")) + run("万元")) == "支出5万元"


@pytest.mark.parametrize("tag", ["del", "moveFrom"])
def test_deleted_text_is_gone(tag: str) -> None:
    deleted = f"<w:{tag}><w:r><w:delText>6</w:delText></w:r>{run('7')}</w:{tag}>"
    assert shown(run("支出") + deleted + run("5万元")) == "支出5万元"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = paragraph(run("支出"), "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert text_of(first + paragraph("5万元") + paragraph("。止")) == "支出5万元\n。止"
    assert text_of(paragraph("前") + first) == "前\n支出"


def test_hidden_text_is_not_shown() -> None:
    assert shown(run("支出") + run("草稿", "<w:vanish/>") + run("5", "<w:vanish w:val='0'/>")) == "支出5"


@pytest.mark.parametrize(
    ("instruction", "result", "text"),
    [
        (" =SUM(ABOVE) ", "94.92", "94.92"),
        (" PAGEREF _Toc1 ", None, ""),
        (r" eq \o\ac(○,3) ", None, "③"),
        (r" EQ \f(1,2) ", None, "1/2"),
        (r" eq \x(1) ", None, ""),
        (r' TOC \o "1-3" ', "一、概况 1", ""),
    ],
)
def test_fields_show_their_result(instruction: str, result: str | None, text: str) -> None:
    assert shown(run("前") + field(instruction, result) + run("后")) == f"前{text}后"


def test_nested_fields() -> None:
    inner = field(" PAGE ", "7")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f'{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("是")}{field("REF x", "8")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert shown(run("前") + outer + run("后")) == "前是8后"


def test_a_table_of_contents_over_several_paragraphs_is_dropped() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\h</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("一、概况 1")}'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    middle = f"<w:hyperlink>{run('二、支出')}{field('PAGEREF a', '3')}</w:hyperlink>"
    body = paragraph(begin) + paragraph(middle) + paragraph(end) + paragraph("一、概况")
    assert text_of(body) == "一、概况"


def test_a_field_that_is_never_closed_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert text_of(paragraph(begin + run("甲")) + paragraph("乙")) == "甲\n乙"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert text_of(paragraph(end + run("甲"))) == "甲"


def test_contents_in_a_content_control_or_by_style_are_dropped() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
    entry = paragraph("一、概况 1", '<w:pStyle w:val="11"/>')
    styles = root("styles", '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>')
    assert text_of(control + entry + paragraph("正文"), {"styles": styles}) == "正文"


def test_formulas_are_written_on_one_line() -> None:
    fraction = (
        "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f>"
        "<m:r><m:t>×100%</m:t></m:r>"
    )
    assert shown(run("率=") + f"<m:oMath>{fraction}</m:oMath>") == "率=(a+b)/c×100%"


def test_kinds_of_blocks() -> None:
    styles = root(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="pool"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="pool"><w:name w:val="y"/><w:basedOn w:val="loop"/></w:style>'
        '<w:style w:type="table" w:styleId="t"><w:name w:val="z"/></w:style>',
    )
    body = (
        paragraph("基本情况", '<w:pStyle w:val="2"/>')
        + paragraph("（一）职能", '<w:pStyle w:val="loop"/>')
        + paragraph("部门概况", '<w:outlineLvl w:val="0"/>')
        + paragraph("1.会议费全年预算10万元，执行数9万元。")
        + paragraph("全年支出。", '<w:outlineLvl w:val="9"/>')
        + paragraph("这是一整段话，" * 12, '<w:pStyle w:val="2"/>')
    )
    found = [(block.kind, block.level, block.number) for block in blocks_of(body, {"styles": styles})]
    assert found == [
        ("heading", 2, ""),
        ("heading", 3, "（一）"),
        ("heading", 1, ""),
        ("item", 4, "1."),
        ("paragraph", 0, ""),
        ("paragraph", 0, ""),
    ]
