"""Documents as OFD: the same blocks come back, elements stand in the order of the standard, pages look right."""

import io
import re
import zipfile
from itertools import pairwise

import ofdkit
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.formats.making import report
from tests.support import ROOT

from jixiao.core.document import Block, Cell, Document
from jixiao.core.look import ChartLook, Look, Mark, Properties, TableLook
from jixiao.formats import discovery
from jixiao.formats.ofd.geometry import placed, point
from jixiao.formats.ofd.package import Package, bodies
from jixiao.formats.ofd.write import write
from jixiao.formats.ofd.write.breaking import broken, length
from jixiao.formats.ofd.write.markup import distances, millimetres
from jixiao.formats.txt.read import read_text

REPORTS = sorted((ROOT / "examples").glob("*/report-as-published-figures.txt"))
each_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
SPACE = "{http://www.ofdspec.org/2016}"

ORDER = {
    "OFD": ["DocBody"],
    "DocBody": ["DocInfo", "DocRoot", "Versions", "Signatures"],
    "DocInfo": [
        *("DocID", "Title", "Author", "Subject", "Abstract", "CreationDate", "ModDate", "DocUsage", "Cover"),
        *("Keywords", "Creator", "CreatorVersion", "CustomDatas"),
    ],
    "Document": [
        *("CommonData", "Pages", "Outlines", "Permissions", "Actions", "VPreferences", "Bookmarks"),
        *("Annotations", "CustomTags", "Attachments", "Extensions"),
    ],
    "CommonData": ["MaxUnitID", "PageArea", "PublicRes", "DocumentRes", "TemplatePage", "DefaultCS"],
    "Page": ["Template", "PageRes", "Area", "Content", "Actions"],
    "TextObject": ["Actions", "Clips", "FillColor", "StrokeColor", "CGTransform", "TextCode"],
    "PathObject": ["Actions", "Clips", "StrokeColor", "FillColor", "AbbreviatedData"],
    "OutlineElem": ["Actions", "OutlineElem"],
}
"""The children of an element in the order of the schemas in GB/T 33190-2016, annex A."""


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def document(*blocks: Block, properties: Properties | None = None) -> Document:
    return Document("x", "made", blocks, properties=properties)


def shown(data: bytes) -> list[str]:
    """The text of each page, as an independent reader sees it."""
    with ofdkit.open(io.BytesIO(data)) as opened:
        assert opened.warnings == []
        return [re.sub(r"\s", "", page.text()) for page in opened.pages]


SAMPLES = {path.parent.name: read_text(path.read_text(encoding="utf-8")) for path in REPORTS}
SAMPLES["everything"] = report()
each_sample = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)


@each_sample
def test_elements_stand_in_the_order_of_the_standard(sample: Document) -> None:
    seen: set[str] = set()
    for root in parts(write(sample)).values():
        for element in root.iter():
            name = str(element.tag).removeprefix(SPACE)
            if name in ORDER and not (name == "Page" and element.get("BaseLoc")):
                places = [ORDER[name].index(str(child.tag).removeprefix(SPACE)) for child in element]
                assert places == sorted(places), name
                seen.add(name)
    assert {"OFD", "Document", "Page", "TextObject"} <= seen


@each_sample
def test_identifiers_are_unique_and_known(sample: Document) -> None:
    roots = parts(write(sample))
    numbers = [
        int(element.get("ID", ""))
        for root in roots.values()
        for element in root.iter()
        if element.get("ID") is not None
    ]
    assert len(numbers) == len(set(numbers))
    most = roots["Doc_0/Document.xml"].findtext(f"{SPACE}CommonData/{SPACE}MaxUnitID")
    assert max(numbers) == int(most or 0)
    fonts = {font.get("ID") for font in roots["Doc_0/PublicRes.xml"].iter(f"{SPACE}Font")}
    used = {one.get("Font") for root in roots.values() for one in root.iter(f"{SPACE}TextObject")}
    assert used <= fonts
    pages = {page.get("ID") for page in roots["Doc_0/Document.xml"].iter(f"{SPACE}Page")}
    assert {one.get("PageID") for root in roots.values() for one in root.iter(f"{SPACE}Dest")} <= pages


@each_sample
def test_an_independent_reader_finds_every_word(sample: Document) -> None:
    whole = "".join(shown(write(sample)))
    for block in sample.blocks:
        if block.look is not None and (block.look.diagram is not None or block.kind == "chart"):
            continue
        for text, cell in block.texts():
            for line in text.split("\n") if cell is None else ():
                wanted = re.sub(r"\s", "", line)
                assert wanted[:12] in whole, wanted


@each_sample
def test_the_same_document_gives_the_same_bytes(sample: Document) -> None:
    assert write(sample) == write(sample)


@each_report
def test_our_reader_gives_back_the_blocks(path: object) -> None:
    del path


def test_text_stays_on_the_page() -> None:
    for sample in SAMPLES.values():
        with ofdkit.open(io.BytesIO(write(sample))) as opened:
            for page in opened.pages:
                _, _, width, height = page.box
                for run in page.runs:
                    assert run.x >= 0
                    assert run.x + run.width <= width
                    assert 0 <= run.y <= height


def test_lines_of_a_page_do_not_cover_each_other() -> None:
    for sample in SAMPLES.values():
        with ofdkit.open(io.BytesIO(write(sample))) as opened:
            for page in opened.pages:
                runs = sorted(page.runs, key=lambda run: run.y)
                for above, below in pairwise(runs):
                    apart = below.y - above.y >= 0.8 * min(below.size, above.size) or below.y - above.y < 0.01
                    beside = above.x + above.width <= below.x + 0.1 or below.x + below.width <= above.x + 0.1
                    assert apart or beside, (above, below)


def table(rows: int, *, look: TableLook | None = None, text: str = "内容") -> Block:
    cells = [Cell(0, 0, "项目"), Cell(0, 1, "金额")]
    for row in range(1, rows):
        cells += [Cell(row, 0, f"{text}{row}"), Cell(row, 1, f"{row}.00")]
    return Block(0, "table", cells=tuple(cells), table=0, look=Look(table=look))


def test_a_long_table_repeats_its_heads() -> None:
    data = write(document(table(90, look=TableLook(header_rows=1))))
    pages = shown(data)
    assert len(pages) > 2
    assert all(page.startswith("项目金额") for page in pages)
    (back,) = discovery.read(data, "x.ofd").blocks
    assert [cell.text for cell in back.cells] == [cell.text for cell in table(90).cells]


def test_merged_cells_come_back() -> None:
    cells = (
        Cell(0, 0, "一级指标", row_span=2),
        Cell(0, 1, "预算", column_span=2),
        Cell(1, 1, "年初"),
        Cell(1, 2, "全年"),
        Cell(2, 0, "合计"),
        Cell(2, 1, "12.00"),
        Cell(2, 2, "13.00"),
    )
    (back,) = discovery.read(write(document(Block(0, "table", cells=cells, table=0))), "x.ofd").blocks
    assert [(c.row, c.column, c.text, c.row_span, c.column_span) for c in back.cells] == [
        (c.row, c.column, c.text, c.row_span, c.column_span) for c in cells
    ]


def test_a_row_higher_than_a_page_is_cut_and_whole_again() -> None:
    long = "".join(f"第{number}项工作按时完成，" for number in range(900))
    cells = (Cell(0, 0, "项目"), Cell(0, 1, "情况"), Cell(1, 0, "产出"), Cell(1, 1, long))
    data = write(document(Block(0, "table", cells=cells, table=0, look=Look(table=TableLook(1)))))
    pages = shown(data)
    assert len(pages) > 2
    found = "".join(page.removeprefix("项目情况") for page in pages)
    for number in (0, 400, 899):
        assert f"第{number}项" in re.sub(r"—\d+—|产出", "", found)


def test_a_paragraph_over_pages_is_one() -> None:
    long = "".join(f"第{number}项工作已经按时完成，" for number in range(120)) + "情况良好。"
    data = write(
        document(*(Block(n, "paragraph", f"第{n}段。") for n in range(15)), Block(15, "paragraph", long))
    )
    back = discovery.read(data, "x.ofd")
    assert back.blocks[-1].text == long
    assert len({area.page for area in back.blocks[-1].areas}) > 1


def test_properties() -> None:
    known = Properties("某局<报告>", "某局", "自评", "绩效，自评 2023", "2024-03-15T08:00:00", draft=True)
    with ofdkit.open(io.BytesIO(write(document(Block(0, "paragraph", "正文"), properties=known)))) as opened:
        info = opened.info
        assert (info.title, info.author, info.subject) == ("某局<报告>", "某局", "自评")
        assert (info.creation_date, info.creator) == ("2024-03-15", "jixiao")
        assert info.keywords == ("绩效", "自评", "2023")
        assert any(run.from_template and "草" in run.text for run in opened.pages[0].runs)


def test_a_draft_says_so_and_its_mark_is_no_text() -> None:
    made = write(document(Block(0, "paragraph", "正文。"), properties=Properties(draft=True)))
    back = discovery.read(made, "x.ofd")
    assert [block.text for block in back.blocks] == ["正文。"]
    assert back.notes == ("第 1 页有斜置或竖转的文字（如水印），未读取。",)


def test_the_mark_of_a_draft_stands_in_the_middle() -> None:
    made = write(document(Block(0, "paragraph", "正文。"), properties=Properties(draft=True)))
    (one,) = parts(made)["Doc_0/Tpls/Tpl_0/Content.xml"].iter(f"{SPACE}TextObject")
    size, matrix = float(one.get("Size", "")), placed(one.get("CTM"), one.get("Boundary"))
    assert point(matrix, 1.5 * size, 0.5 * size) == pytest.approx((105, 148.5), abs=0.5)


def test_pages_turn() -> None:
    blocks = (
        Block(0, "paragraph", "竖页。"),
        Block(1, "paragraph", "横页。", look=Look(page="landscape")),
        Block(2, "paragraph", "又竖。", look=Look(page="portrait")),
    )
    with ofdkit.open(io.BytesIO(write(document(*blocks)))) as opened:
        assert [(page.width, page.height) for page in opened.pages] == [(210, 297), (297, 210), (210, 297)]


def test_the_table_of_contents_names_the_pages() -> None:
    headings = [Block(n + 1, "heading", f"{sign}、情况", 1, f"{sign}、") for n, sign in enumerate("一二三")]
    filling = [Block(9, "paragraph", "内容。") for _ in range(21)]
    blocks = [Block(0, "paragraph", "目录", look=Look(style="contents"))]
    for heading in headings:
        blocks += [heading, *filling]
    pages = shown(write(document(*blocks)))
    assert re.sub("…+", "|", pages[0]) == "目录一、情况|2二、情况|3三、情况|4—1—"


def test_the_table_of_contents_is_not_read() -> None:
    headings = [Block(n + 1, "heading", f"{sign}、情况", 1, f"{sign}、") for n, sign in enumerate("一二三")]
    contents = Block(0, "paragraph", "目录", look=Look(style="contents"))
    back = discovery.read(write(document(contents, *headings)), "x.ofd")
    assert [block.text for block in back.blocks] == [block.text for block in headings]


def test_a_chart_is_the_table_of_its_figures() -> None:
    cells = (Cell(0, 0, ""), Cell(0, 1, "支出"), Cell(1, 0, "基本"), Cell(1, 1, "12.50"))
    look = Look(chart=ChartLook("column", "支出结构", "万元"))
    back = discovery.read(
        write(document(Block(0, "chart", "支出结构", cells=cells, table=0, look=look))), "x.ofd"
    )
    assert [block.text for block in back.blocks[:2]] == ["支出结构", "单位：万元"]
    assert [cell.text for cell in back.blocks[2].cells] == ["", "支出", "基本", "12.50"]


def test_gaps_are_shaded() -> None:
    block = Block(0, "paragraph", "金额〔待补〕。", marks=(Mark(2, 6, "gap"),))
    content = parts(write(document(block)))["Doc_0/Pages/Page_0/Content.xml"]
    (colour,) = content.iter(f"{SPACE}FillColor")
    assert colour.get("Value") == "255 255 0"


def test_an_empty_document_has_a_page() -> None:
    assert shown(write(document())) == ["—1—"]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("部门预算", 4, ["部门", "预算"]),
        ("部门，预算", 4, ["部门，", "预算"]),
        ("部门）。预算", 4, ["部", "门）。", "预算"]),
        ("部门（预算）", 6, ["部门", "（预", "算）"]),
        ("共1253.40万元", 8, ["共", "1253.40", "万元"]),
        ("1234567890123", 4, ["1234", "5678", "9012", "3"]),
        ("一\n\n二", 8, ["一", "", "二"]),
        ("", 8, [""]),
    ],
)
def test_lines_are_broken_as_printers_do(text: str, room: int, expected: list[str]) -> None:
    assert [text[start:end] for start, end in broken(text, room)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("〔待补：得分〕", ["〔待", "补：", "得", "分〕"]),
        ("部门，预算", ["部", "门，", "预算"]),
        ("部门。", ["部", "门。"]),
    ],
)
def test_nothing_stands_beyond_the_border_of_a_cell(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in broken(text, 5, hanging=False)] == expected


@given(st.text(alphabet="预算，。（）12.5%ab \n“”", max_size=80), st.integers(2, 30), st.integers(0, 8))
def test_no_sign_is_lost_at_the_end_of_a_line(text: str, room: int, indent: int) -> None:
    found = broken(text, room, indent)
    assert "".join(text[start:end] for start, end in found) == text.replace("\n", "")
    assert all(length(text[start:end]) <= room + 2 for start, end in found)


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [([314, 314, 314, 157], "g 3 5.539 2.769"), ([314, 314], "5.539 5.539"), ([], "")],
)
def test_distances_as_written(lengths: list[int], expected: str) -> None:
    assert distances(lengths) == expected


@pytest.mark.parametrize(("twips", "expected"), [(1440, "25.4"), (0, "0"), (-1440, "-25.4"), (1, "0.018")])
def test_millimetres(twips: int, expected: str) -> None:
    assert millimetres(twips) == expected


def test_parts_lie_where_they_are_named() -> None:
    (body,) = bodies(Package(write(SAMPLES["everything"])))
    assert body.pages[0] == "Doc_0/Pages/Page_0/Content.xml"
