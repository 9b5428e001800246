"""OFD files as they are read: text at its place, tables from lines, and what is not read."""

import pytest
from tests.formats.ofd.building import HEAD, SPACE, Paper, line, packed, page, text

from jixiao.core.document import Document
from jixiao.formats import discovery
from jixiao.formats.ofd.geometry import after, deltas, number, placed, point
from jixiao.formats.ofd.read import read


def texts(paper: Paper) -> list[str]:
    return [block.text for block in read(paper.packed(), "a.ofd").blocks]


def opened(*objects: str) -> Document:
    return read(Paper([page(*objects)]).packed(), "a.ofd")


def test_a_text_has_its_page_and_box() -> None:
    document = discovery.read(Paper([page(), page(text("年初预算数", 30, 40))]).packed(), "a.ofd")
    assert document.format == "ofd"
    (block,) = document.blocks
    assert block.text == "年初预算数"
    place = block.place(2, 4)
    # 30 mm and two signs of 5 mm from the left; 40 mm from the top
    assert (place.page, place.box) == (2, (113, 113, 142, 128))


def test_a_table_is_made_of_lines() -> None:
    rows = [line(30, y, 90, y) for y in (50, 60, 70)]
    sides = [line(x, 50, x, 70) for x in (30, 60, 90)]
    cells = [
        text("项目", 32, 52),
        text("金额", 62, 52),
        text("基本", 32, 62),
        text("12", 62, 62, delta="2.5"),
    ]
    (table,) = opened(*rows, *sides, *cells).blocks
    assert [(cell.row, cell.column, cell.text) for cell in table.cells] == [
        (0, 0, "项目"),
        (0, 1, "金额"),
        (1, 0, "基本"),
        (1, 1, "12"),
    ]
    assert table.place(0, 2, table.cells[3]).box is not None


def test_columns_in_one_text_come_apart() -> None:
    """A producer may set a whole row of a table as one text."""
    words = text("项目金额", 32, 52, delta="5 25 5")
    rules = [line(30, y, 90, y) for y in (50, 60)] + [line(x, 50, x, 60) for x in (30, 60, 90)]
    (table,) = opened(words, *rules).blocks
    assert [cell.text for cell in table.cells] == ["项目", "金额"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('<ofd:TextCode X="0" Y="4" DeltaX="g 3 5">预算执行</ofd:TextCode>', "预算执行"),
        ('<ofd:TextCode X="0" Y="4" DeltaX="5 g 2 5">预算执行</ofd:TextCode>', "预算执行"),
        ('<ofd:TextCode X="0" Y="4">预算执行</ofd:TextCode>', "预算执行"),
        ('<ofd:TextCode X="0" Y="4" DeltaX="5">预算执行</ofd:TextCode>', "预算执行"),
        (
            '<ofd:TextCode X="0" Y="4" DeltaX="5">预算</ofd:TextCode><ofd:TextCode X="10">执行</ofd:TextCode>',
            "预算执行",
        ),
        (
            '<ofd:TextCode X="10" Y="4" DeltaX="5">执行</ofd:TextCode><ofd:TextCode X="0">预算</ofd:TextCode>',
            "预算执行",
        ),
        ('<ofd:TextCode X="15" Y="4" DeltaX="g 3 -5">行执算预</ofd:TextCode>', "预算执行"),
    ],
    ids=["runs", "mixed", "none", "too few", "two codes", "two codes turned", "backwards"],
)
def test_distances(code: str, expected: str) -> None:
    found = opened(f'<ofd:TextObject ID="9" Boundary="30 40 50 9" Font="1" Size="5">{code}</ofd:TextObject>')
    assert [block.text for block in found.blocks] == [expected]


def test_upright_text_in_a_cell_is_read_downwards() -> None:
    code = '<ofd:TextCode X="0" Y="4" DeltaY="g 3 6">产出指标</ofd:TextCode>'
    words = f'<ofd:TextObject ID="9" Boundary="32 52 9 30" Font="1" Size="5">{code}</ofd:TextObject>'
    rules = [line(30, y, 90, y) for y in (50, 80)] + [line(x, 50, x, 80) for x in (30, 40, 90)]
    (table,) = opened(words, *rules, text("数量", 50, 60)).blocks
    assert [cell.text for cell in table.cells] == ["产出指标", "数量"]


def test_a_matrix_moves_and_scales() -> None:
    scaled = text("预算", 30, 40, size=1, delta="1", more='CTM="5 0 0 5 0 0"')
    block = opened(scaled).blocks[0]
    assert (block.text, block.place(0, 2).box) == ("预算", (85, 113, 113, 128))


def test_page_areas() -> None:
    wide = page(text("预算", 40, 50), area="10 10 297 210")
    block = read(Paper([wide]).packed(), "a.ofd").blocks[0]
    assert block.place(0, 2).box == (85, 113, 113, 128)


def test_templates_and_composite_objects_are_read() -> None:
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="50" Height="50"><ofd:Content>'
        f"{text('决算', 0, 0)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    paper = Paper(
        [
            page(
                text("预算", 30, 60),
                '<ofd:PageBlock><ofd:CompositeObject ID="6" ResourceID="5" Boundary="30 80 50 50"/></ofd:PageBlock>',
                before='<ofd:Template TemplateID="4" ZOrder="Background"/>',
            )
        ],
        common='<ofd:TemplatePage ID="4" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        resources=unit,
        parts={"Doc_0/Tpls/Tpl_0/Content.xml": page(text("某某市财政局文件", 30, 40))},
    )
    assert texts(paper) == ["某某市财政局文件", "预算", "决算"]


def test_several_documents_are_read_one_after_the_other() -> None:
    paper = Paper([page(text("第一份"))])
    paper.body = "</ofd:DocBody><ofd:DocBody><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot>"
    paper.parts["Doc_1/Document.xml"] = (
        f'{HEAD}<ofd:Document {SPACE}><ofd:Pages><ofd:Page ID="1" BaseLoc="/Doc_0/Pages/Page_0/Content.xml"/>'
        "</ofd:Pages></ofd:Document>"
    )
    document = read(paper.packed(), "a.ofd")
    assert [(block.text, block.page) for block in document.blocks] == [("第一份", 1), ("第一份", 2)]
    assert "文件含 2 份文档，页码依次连续计。" in document.notes


@pytest.mark.parametrize(
    "location",
    ["./Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml", "/Doc_0/Pages/Page_0/Content.xml"],
)
def test_ways_to_name_a_part(location: str) -> None:
    assert texts(Paper([page(text("预算"))], locations={0: location})) == ["预算"]


def test_another_namespace_is_no_obstacle() -> None:
    paper = Paper([page(text("预算")).replace("http://www.ofdspec.org/2016", "http://www.ofdspec.org")])
    assert texts(paper) == ["预算"]


@pytest.mark.parametrize(
    ("objects", "note"),
    [
        (
            '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="2"/>',
            "第 1 页没有文字，是扫描件或图片，未读取。",
        ),
        (text("预算", more='Visible="false"'), "第 1 页有不显示的文字，未读取。"),
        (text("预算", more='Alpha="0"'), "第 1 页有不显示的文字，未读取。"),
        (text("草稿", more='CTM="0.7 -0.7 0.7 0.7 0 0"'), "第 1 页有斜置或竖转的文字（如水印），未读取。"),
        (text("¤¤¤¤"), "第 1 页有的文字只有字形、没有对应的字符，未读取；请向制作单位索取可复制文字的文件。"),
        (
            text("").replace(
                "<ofd:TextCode",
                "<ofd:CGTransform><ofd:Glyphs>12 13</ofd:Glyphs></ofd:CGTransform><ofd:TextCode",
            ),
            "第 1 页有的文字只有字形、没有对应的字符，未读取；请向制作单位索取可复制文字的文件。",
        ),
    ],
    ids=["scan", "invisible", "transparent", "watermark", "placeholders", "glyphs"],
)
def test_what_is_not_read_is_told(objects: str, note: str) -> None:
    document = opened(objects)
    assert document.blocks == ()
    assert document.notes == ("文件中没有可读取的文字。", note)


def test_shapes_with_their_characters_are_read() -> None:
    drawn = text("预算").replace(
        "<ofd:TextCode",
        '<ofd:CGTransform CodePosition="0"><ofd:Glyphs>1 2</ofd:Glyphs></ofd:CGTransform><ofd:TextCode',
    )
    document = opened(drawn)
    assert [block.text for block in document.blocks] == ["预算"]
    assert document.notes == ()


def test_what_goes_with_the_file_is_told() -> None:
    paper = Paper(
        [page(text("预算"), '<ofd:ImageObject ID="3" Boundary="0 0 9 9" ResourceID="2"/>')],
        after_pages="<ofd:Annotations>Annotations.xml</ofd:Annotations><ofd:Attachments>Att.xml</ofd:Attachments>",
        body="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>",
        parts={
            "Doc_0/Att.xml": f'{HEAD}<ofd:Attachments {SPACE}><ofd:Attachment ID="1" Name="自评表.xlsx">'
            "<ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>"
        },
    )
    assert read(paper.packed(), "a.ofd").notes == (
        "有 1 幅图片未读取。",
        "有 1 个附件未读取：自评表.xlsx。",
        "批注、图章等注释未读取。",
        "文件有电子签章，程序不验证其真伪。",
    )


def test_an_empty_document_is_told() -> None:
    assert read(Paper([page()]).packed(), "a.ofd").notes == ("文件中没有可读取的文字。",)
    assert read(Paper([]).packed(), "a.ofd").blocks == ()


def test_recognised_by_content() -> None:
    data = Paper([page(text("预算"))]).packed()
    assert discovery.detect(data, "a.docx") == "ofd"
    assert discovery.detect(packed({"a/OFD.xml": "x"}), "a.ofd") != "ofd"


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        ("g 3 5 2", 9, [5, 5, 5, 2]),
        ("1 g 2 5", 9, [1, 5, 5]),
        ("g 99999999999999 5", 4, [5, 5, 5, 5]),
        ("g -3 5 1", 9, [1]),
        ("g 3", 9, [0, 3]),
        ("nan inf x", 9, [0, 0, 0]),
        ("", 9, []),
    ],
)
def test_lists_of_distances(words: str, most: int, expected: list[float]) -> None:
    assert deltas(words, most) == expected


def test_matrices() -> None:
    moved = placed("1 0 0 1 2 3", "10 20 5 5")
    assert point(moved, 1, 1) == (13, 24)
    assert point(after(moved, placed("2 0 0 2 0 0", "0 0 1 1")), 1, 1) == (14, 25)
    assert number("1e999") == number("nan") == number("９" * 50) == 0


def bar(left: float, height: float) -> str:
    """A bar of a chart that stands on a line at 200 mm."""
    return (
        f'<ofd:PathObject ID="8" Boundary="{left} {200 - height} 8 {height}" Fill="true" Stroke="false">'
        f'<ofd:FillColor Value="31 119 180"/><ofd:AbbreviatedData>M 0 0 L 8 0 L 8 {height} L 0 {height} C'
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )


def test_labels_of_a_drawn_chart_are_left_out_and_told() -> None:
    bars = [bar(left, height) for left, height in ((40, 50), (60, 70), (80, 30), (100, 60))]
    labels = [text(f"{n}00", 40 + 20 * n, 195, size=2, delta="1 1") for n in range(1, 4)]
    sentences = [text("年初预算数和全年执行数的对比见下图。", 30, 40 + 8 * n) for n in range(6)]
    document = opened(*sentences, *bars, *labels)
    assert "100" not in "".join(block.text for block in document.blocks)
    assert document.notes == ("第 1 页有图表，图中的文字和数字未读取。",)


def test_a_page_full_of_lines_is_told() -> None:
    comb = "".join(f"M {n % 200} 0 L {n % 200} 9 " for n in range(600))
    path = f'<ofd:PathObject ID="8" Boundary="0 0 200 9"><ofd:AbbreviatedData>{comb}</ofd:AbbreviatedData></ofd:PathObject>'
    document = opened(text("年初预算数", 30, 90), *[path] * 40)
    assert "第 1 页线条和图形过多，其中的表格可能没有读成表格。" in document.notes
