"""Tables: each cell once, with its spans."""

import pytest
from tests.formats.docx.building import blocks_of, cell, document_of, paragraph, table

from jixiao.core.document import Block

Told = tuple[int, int, str, int, int]


def told(block: Block) -> list[Told]:
    return [(one.row, one.column, one.text, one.row_span, one.column_span) for one in block.cells]


def cells_of(*rows: str) -> list[Told]:
    return told(blocks_of(table(*rows))[0])


def span(width: int) -> str:
    return f'<w:gridSpan w:val="{width}"/>'


RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"


def test_plain_table() -> None:
    block = blocks_of(
        paragraph("前") + table(cell("科目") + cell("金额"), cell("会议费") + cell("")) + paragraph("后")
    )
    assert [one.kind for one in block] == ["paragraph", "table", "paragraph"]
    assert (block[1].index, block[1].table) == (1, 0)
    assert told(block[1]) == [
        (0, 0, "科目", 1, 1),
        (0, 1, "金额", 1, 1),
        (1, 0, "会议费", 1, 1),
        (1, 1, "", 1, 1),
    ]


def test_merged_cells_are_told_once() -> None:
    assert cells_of(
        cell("科目", RESTART) + cell("金额", span(2)),
        cell("", CONTINUE) + cell("预算") + cell("决算"),
        cell("合计") + cell("10") + cell("9"),
    ) == [
        (0, 0, "科目", 2, 1),
        (0, 1, "金额", 1, 2),
        (1, 1, "预算", 1, 1),
        (1, 2, "决算", 1, 1),
        (2, 0, "合计", 1, 1),
        (2, 1, "10", 1, 1),
        (2, 2, "9", 1, 1),
    ]


def test_grid_columns_without_a_cell_of_their_own_do_not_count() -> None:
    rows = [cell("甲", span(3)) + cell("乙", span(2)), cell("丙", span(3)) + cell("丁", span(2))]
    assert cells_of(*rows) == [(0, 0, "甲", 1, 1), (0, 1, "乙", 1, 1), (1, 0, "丙", 1, 1), (1, 1, "丁", 1, 1)]


def test_a_row_that_begins_later_and_old_horizontal_merges() -> None:
    late = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("丙")}'
    old = cell("丁", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>")
    assert cells_of(cell("甲") + cell("乙"), late, old) == [
        (0, 0, "甲", 1, 1),
        (0, 1, "乙", 1, 1),
        (1, 1, "丙", 1, 1),
        (2, 0, "丁", 1, 2),
    ]


def test_a_continuation_without_a_beginning_is_a_cell() -> None:
    assert cells_of(cell("甲", CONTINUE) + cell("乙"), cell("丙", CONTINUE) + cell("丁")) == [
        (0, 0, "甲", 2, 1),
        (0, 1, "乙", 1, 1),
        (1, 1, "丁", 1, 1),
    ]


def test_deleted_rows_and_cells_are_gone() -> None:
    gone = f'<w:trPr><w:del w:id="1"/></w:trPr>{cell("丙")}'
    assert cells_of(cell("甲") + cell("x", "<w:cellDel/>"), gone, cell("乙")) == [
        (0, 0, "甲", 1, 1),
        (1, 0, "乙", 1, 1),
    ]


@pytest.mark.parametrize("width", ["100000", "99999999999999999999", "-3", "x", ""])
def test_absurd_spans(width: str) -> None:
    rows = cells_of(cell("甲", f'<w:gridSpan w:val="{width}"/>') + cell("乙"), cell("丙") + cell("丁"))
    assert [row[2] for row in rows] == ["甲", "乙", "丙", "丁"]
    assert max(row[1] + row[4] for row in rows) <= 3


def test_paragraphs_of_a_cell_stand_on_lines() -> None:
    two = paragraph("一般公共预算") + paragraph() + paragraph("拨款")
    assert cells_of(cell(two) + cell("5"))[0][2] == "一般公共预算\n拨款"


def test_nested_tables_come_after_the_outer_one() -> None:
    deepest = table(cell("内内"))
    nested = paragraph("外") + table(cell(paragraph("内") + deepest) + cell("二")) + paragraph("")
    blocks = blocks_of(table(cell(nested) + cell("三")) + paragraph("后"))
    assert [[one.text for one in block.cells] or block.text for block in blocks] == [
        ["外", "三"],
        ["内", "二"],
        ["内内"],
        "后",
    ]
    assert [block.table for block in blocks] == [0, 1, 2, None]


def test_content_controls_around_rows_and_cells() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{control.format(cell('甲'))}{cell(control.format(paragraph('乙')))}</w:tr>"
    block = blocks_of(f"<w:tbl>{control.format(row)}</w:tbl>")[0]
    assert [one.text for one in block.cells] == ["甲", "乙"]


def test_tables_without_any_text_are_no_blocks() -> None:
    assert blocks_of("<w:tbl/>" + table(cell("") + cell("")) + table("")) == ()


def test_a_deleted_paragraph_end_in_a_cell() -> None:
    unended = paragraph("会议", "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert cells_of(cell(unended + paragraph("费")))[0][2] == "会议费"
    assert cells_of(cell(unended))[0][2] == "会议"


def test_tables_nested_too_deeply_are_told_in_a_note() -> None:
    inner = table(cell("底"))
    for _ in range(40):
        inner = table(cell(paragraph("层") + inner))
    document = document_of(inner + paragraph("后"))
    assert document.blocks[-1].text == "后"
    assert "嵌套过深" in document.notes[0]
