"""What a written file says: read back by our own reader, and looked up in its XML."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.docx.write.opened import opened, text
from tests.formats.docx.write.sample import BLOCKS, DOCUMENT

from jixiao.core.document import Block, Cell, Document
from jixiao.core.look import CellLook, Look, Mark, Properties, TableLook
from jixiao.formats.docx.names import W
from jixiao.formats.docx.read import read
from jixiao.formats.docx.write import write
from jixiao.formats.docx.write.columns import widths
from jixiao.formats.docx.write.measure import squares
from jixiao.formats.docx.write.titles import title_indents


def document(*blocks: Block) -> Document:
    return Document("a", "docx", tuple(replace(block, index=place) for place, block in enumerate(blocks)))


def heading(number: str, title: str, level: int = 1) -> Block:
    return Block(0, "heading", number + title, level=level, number=number)


def texts(written: Document) -> list[str]:
    return [one for block in read(write(written), "a").blocks for one, _ in block.texts()]


def lists(*blocks: Block) -> list[str | None]:
    """The number of the list of each heading: None as its style says, 0 for a number that is text."""
    found = [
        paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        for paragraph in opened(document(*blocks)).main.iter(W + "p")
    ]
    return [None if one is None else one.get(W + "val") for one in found]


def is_text(block: Block) -> bool:
    look = block.look or Look()
    return block.kind != "chart" and look.diagram is None and look.style != "contents"


def grid(block: Block) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in block.cells]


def test_all_text_and_all_merged_cells_read_back() -> None:
    wanted = [block for block in BLOCKS if is_text(block)]
    found = read(write(document(*wanted)), "a").blocks
    assert [block.text for block in found] == [block.text for block in wanted]
    assert [grid(block) for block in found] == [grid(block) for block in wanted]


def test_headings_number_themselves_and_read_back_with_their_numbers() -> None:
    blocks = (
        heading("一、", "部门概况"),
        heading("（一）", "职能", 2),
        heading("1.", "主要职能", 3),
        heading("（1）", "保障", 4),
        heading("（2）", "监督", 4),
        heading("（二）", "机构", 2),
        heading("二、", "预算执行"),
        heading("（一）", "收入", 2),
    )
    assert lists(*blocks) == [None] * len(blocks)
    assert texts(document(*blocks)) == [block.text for block in blocks]


def test_numbers_out_of_turn_stay_text_and_a_new_beginning_restarts_the_list() -> None:
    blocks = (
        heading("一、", "甲"),
        heading("三、", "乙"),
        heading("二、", "丙"),
        heading("一、", "附件的甲"),
        heading("（一）", "丁", 2),
        heading("二、", "附件的乙"),
        heading("第一部分", "概况"),
        heading("1.", "2023年收入", 3),
    )
    assert lists(*blocks) == [None, "0", None, "2", "2", "2", "0", "0"]
    assert texts(document(*blocks)) == [block.text for block in blocks]


_NUMBERS = ["一、", "二、", "三、", "（一）", "（二）", "1.", "2.", "（1）", "（2）", "第一部分", "①", ""]


@given(st.lists(st.sampled_from(_NUMBERS), max_size=12))
def test_whatever_the_numbers_the_file_shows_what_the_document_says(numbers: list[str]) -> None:
    blocks = [heading(number, "标题", level=2) for number in numbers]
    assert texts(document(*blocks)) == [block.text for block in blocks]


def test_the_number_of_an_item_does_not_run_into_the_next() -> None:
    text_ = "23.50万元机关运转经费"
    block = Block(0, "item", text_, number="23.", marks=(Mark(3, 7, "figure", "_jx1"),))
    runs = list(opened(document(block)).main.iter(W + "r"))
    assert [text(one) for one in runs] == ["23", ".", "50万元", "机关运转经费"]
    assert [one.find(f"{W}rPr/{W}spacing") is not None for one in runs] == [False, True, False, False]
    assert texts(document(block)) == [text_]


def test_headings_outside_the_list_keep_their_indent_and_parts_stand_in_the_middle() -> None:
    shown = opened(document(heading("", "无编号"), heading("第一部分", "概况"), heading("一、", "甲")))
    indents = [one.get(W + "firstLineChars") for one in shown.main.iter(W + "ind")]
    assert indents == ["200", "0"]


def test_a_figure_stands_between_the_ends_of_its_bookmark() -> None:
    main = opened(DOCUMENT).main
    start = next(one for one in main.iter(W + "bookmarkStart") if one.get(W + "name") == "_jx00002")
    covered = ""
    follower = start.getnext()
    while follower is not None and follower.tag != W + "bookmarkEnd":
        covered += text(follower)
        follower = follower.getnext()
    assert covered == "2823.13万元"
    assert follower is not None
    assert follower.get(W + "id") == start.get(W + "id")


def test_gaps_are_yellow_and_strong_text_is_bold() -> None:
    block = Block(0, "paragraph", "资金【缺】已拨付", marks=(Mark(2, 5, "gap"), Mark(5, 8, "strong")))
    runs = list(opened(document(block)).main.iter(W + "r"))
    assert [text(one) for one in runs] == ["资金", "【缺】", "已拨付"]
    assert [one.find(f"{W}rPr/{W}highlight") is not None for one in runs] == [False, True, False]
    assert [one.find(f"{W}rPr/{W}b") is not None for one in runs] == [False, False, True]


@given(
    st.text(st.sampled_from("预算1.%\n\t“<&"), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4),
)
def test_marks_never_change_the_text(words: str, stretches: list[tuple[int, int]]) -> None:
    marks = tuple(Mark(start, end, "figure", f"_jx{number}") for number, (start, end) in enumerate(stretches))
    block = Block(0, "paragraph", f"甲{words}乙", marks=marks)
    assert texts(document(block)) == [block.text]


def test_the_page_turns_for_wide_forms_and_only_the_first_section_names_the_footers() -> None:
    sections = list(opened(DOCUMENT).main.iter(W + "sectPr"))
    sizes = [one.find(W + "pgSz") for one in sections]
    assert [size is not None and size.get(W + "orient") for size in sizes] == [None, "landscape", None]
    assert [len(list(one.iter(W + "footerReference"))) for one in sections] == [2, 0, 0]
    margins = sections[0].find(W + "pgMar")
    assert margins is not None
    # 37, 28, 26 and 35 mm in twentieths of a point
    assert [margins.get(W + side) for side in ("top", "left", "right", "bottom")] == [
        "2098",
        "1587",
        "1474",
        "1984",
    ]


def test_tables_repeat_their_heads_and_fill_the_text_width() -> None:
    tables = list(opened(DOCUMENT).main.iter(W + "tbl"))
    for table, width, heads in ((tables[0], 8845, 1), (tables[-1], 12756, 0)):
        assert sum(int(column.get(W + "w", "0")) for column in table.iter(W + "gridCol")) == width
        assert len(list(table.iter(W + "tblHeader"))) == heads
        for row in table.iter(W + "tr"):
            assert sum(int(cell.get(W + "w", "0")) for cell in row.iter(W + "tcW")) == width


def test_tables_side_by_side_stay_two() -> None:
    cells = (Cell(0, 0, "甲"), Cell(0, 1, "1"))
    one = Block(0, "table", cells=cells)
    assert [block.kind for block in read(write(document(one, one)), "a").blocks] == ["table", "table"]


def test_a_table_too_wide_for_word_keeps_its_figures() -> None:
    cells = tuple(
        Cell(0, place, f"{place}.5", marks=(Mark(0, 4, "figure", f"_jx{place}"),)) for place in range(70)
    )
    main = opened(document(Block(0, "table", cells=cells))).main
    assert len({one.get(W + "name") for one in main.iter(W + "bookmarkStart")}) == 70
    assert not list(main.iter(W + "tbl"))


def test_cells_that_claim_one_place_lose_no_text() -> None:
    cells = (Cell(0, 0, "甲", row_span=2, column_span=2), Cell(1, 1, "乙"), Cell(2, 0, "丙"))
    shown = texts(document(Block(0, "table", cells=cells)))
    assert [one for one in shown if one] == ["甲", "乙", "丙"]


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_has_a_watermark_on_every_page(*, draft: bool) -> None:
    written = replace(DOCUMENT, properties=Properties(draft=draft))
    file = opened(written)
    headers = [name for name in file.files if name.startswith("word/header")]
    assert len(headers) == (2 if draft else 0)
    assert all('string="草稿"'.encode() in file.files[name] for name in headers)


def test_who_signs_stands_centred_above_the_date() -> None:
    file = opened(DOCUMENT)
    edges = [
        int(one.get(W + "right", "0"))
        for style in ("Signature", "SealLine", "Date")
        for paragraph in file.paragraphs(style)
        for one in paragraph.iter(W + "ind")
    ]
    signer, seal, date = edges
    assert date == 4 * 320  # four signs free
    assert seal > date
    # 某某县医疗保障局 has 8 signs, 2024年3月15日 as many with the gaps at its numbers
    assert abs(signer - date) < 320


def test_columns_align_by_what_stands_in_them() -> None:
    cells = tuple(
        Cell(row, column, words)
        for row, line in enumerate(
            [["序号", "名称", "金额"], ["1", "城乡居民基本医疗保险财政补助", "10.00"], ["2", "养护", "—"]]
        )
        for column, words in enumerate(line)
    )
    block = Block(0, "table", cells=cells, look=Look(table=TableLook(header_rows=1)))
    (made,) = opened(document(block)).main.iter(W + "tbl")
    aligned = [one.get(W + "val") for one in made.iter(W + "jc")]
    assert aligned[1:] == ["center"] * 3 + ["center", "left", "right"] + ["center", "left", "center"]


@given(
    st.lists(st.lists(st.text("预算1.%", max_size=9), min_size=4, max_size=4), min_size=1, max_size=4),
    st.one_of(st.just(()), st.tuples(*[st.integers(1, 40)] * 4)),
)
def test_columns_fill_the_width_and_have_room(rows: list[list[str]], shares: tuple[int, ...]) -> None:
    cells = [Cell(row, column, words) for row, line in enumerate(rows) for column, words in enumerate(line)]
    found = widths(cells, 4, shares, 8845, 105)
    assert sum(found) == 8845
    assert all(one > 0 for one in found)


def test_a_number_is_not_broken_though_its_column_was_meant_narrow() -> None:
    cells = [Cell(0, 0, "一般公共服务支出"), Cell(0, 1, "100.00%"), Cell(0, 2, "9548199.71")]
    wide, *narrow = widths(cells, 3, (90, 4, 6), 8845, 105)
    assert narrow[0] >= 7 * 105
    assert narrow[1] >= 10 * 105
    assert wide > 6000


def test_columns_with_room_give_some_to_those_whose_text_breaks() -> None:
    cells = [Cell(0, 0, "重点工作管理制度健全性"), Cell(0, 1, "5"), Cell(0, 2, ""), Cell(0, 3, "")]
    name, *others = widths(cells, 4, (10, 20, 20, 50), 10000, 105)
    assert name >= 11 * 210
    assert all(0.7 * given <= found <= given for found, given in zip(others, (2000, 2000, 5000), strict=True))


def test_a_long_table_breaks_neither_below_a_heading_nor_before_its_last_row() -> None:
    head = CellLook(head=True)
    texts = [("项目", head), *[("甲", None)] * 4, ("指标", head), *[("乙", None)] * 6]
    cells = tuple(Cell(row, 0, words, look=look) for row, (words, look) in enumerate(texts))
    found = opened(document(Block(0, "table", cells=cells, look=Look(table=TableLook()))))
    rows = found.main.iter(f"{W}tr")
    kept = [number for number, row in enumerate(rows) if next(row.iter(f"{W}keepNext"), None) is not None]
    assert kept == [0, 5, 9, 10]


def test_the_title_of_a_form_leaves_no_empty_lines() -> None:
    heads = (
        Block(0, "paragraph", "自评表", look=Look("title")),
        Block(0, "paragraph", "（2023年度）", look=Look("subtitle")),
    )
    table = Block(0, "table", cells=(Cell(0, 0, "部门"), Cell(0, 1, "甲")))
    paper = Block(0, "paragraph", "现报告如下。")

    def spacing(below: Block) -> list[tuple[str | None, str | None]]:
        file = opened(document(*heads, below))
        found = [
            next(one.iter(f"{W}spacing"), None)
            for style in ("Title", "Subtitle")
            for one in file.paragraphs(style)
        ]
        return [
            (one.get(f"{W}before"), one.get(f"{W}after")) if one is not None else (None, None)
            for one in found
        ]

    assert spacing(table) == [("0", "0"), (None, "120")]
    assert spacing(paper) == [(None, None), (None, None)]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("电子政务外网二级数据平台电路租赁费专项预算项目绩效评价报告", "电子政务外网二级数据平台电路租赁费"),
        ("临泽县机关事务中心2023年度部门整体支出绩效评价报告", "临泽县机关事务中心2023年度"),
    ],
)
def test_a_long_title_breaks_before_a_word(title: str, first: str) -> None:
    left, right = title_indents(title, 8845)
    room = (8845 - left - right) / 440
    assert squares(first) <= room < squares(first) + 1


def test_the_numbers_of_captions_are_fields_where_they_are_in_turn() -> None:
    captions = [
        Block(0, "paragraph", words, look=Look(style="caption"))
        for words in ("表1　甲", "图1 乙", "表2　丙", "表5　丁", "表3　戊")
    ]
    main = opened(document(*captions)).main
    fields = [(one.get(W + "instr", "").split()[1], text(one)) for one in main.iter(W + "fldSimple")]
    assert fields == [("表", "1"), ("图", "1"), ("表", "2"), ("表", "3")]
    assert texts(document(*captions)) == [block.text for block in captions]
