"""Tables in tags within a plain text."""

import pytest

from jixiao.formats.txt.read import read_text

HEADER = "<table><tr><td>一级指标</td><td>决策</td><td>合计</td></tr></table>"
BODY = (
    "<table><tr><td>分值</td><td>40</td><td>100</td></tr><tr><td>得分</td><td>36</td><td>92</td></tr></table>"
)


def cells(text: str) -> list[list[tuple[int, int, int, int, str]]]:
    """Row, column, their spans and the text of the cells, by table."""
    return [
        [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in block.cells]
        for block in read_text(text).blocks
        if block.kind == "table"
    ]


def test_rows_below_a_header_in_a_table_of_its_own() -> None:
    (found,) = cells(f"得分情况表\n\n{HEADER}\n\n{BODY}\n其后各段。")
    assert [cell[4] for cell in found] == [
        "一级指标",
        "决策",
        "合计",
        "分值",
        "40",
        "100",
        "得分",
        "36",
        "92",
    ]


def test_tables_of_other_widths_stay_apart() -> None:
    assert len(cells(f"<table><tr><td>甲</td><td>乙</td></tr></table>\n{BODY}")) == 2


def test_cells_keep_their_places_under_spans() -> None:
    (found,) = cells(
        "<table><tr><td rowspan=2>项目</td><td colspan='2'>预算</td></tr>"
        "<tr><td>上年</td><td>本年</td></tr><tr><td>供水</td><td>12</td><td>15</td></tr></table>"
    )
    assert found == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "预算"),
        (1, 1, 1, 1, "上年"),
        (1, 2, 1, 1, "本年"),
        (2, 0, 1, 1, "供水"),
        (2, 1, 1, 1, "12"),
        (2, 2, 1, 1, "15"),
    ]


def test_a_table_over_several_lines_leads_back_to_its_places() -> None:
    lines = [
        "<table>",
        " <tr><th>项<br>目</th><td>金额</td></tr>",
        "<tr><td>供水",
        "管网</td><td> 37 </td></tr>",
        "</table>",
    ]
    (block,) = read_text("\n".join(lines)).blocks
    assert [cell.text for cell in block.cells] == ["项    目", "金额", "供水管网", "37"]
    last = block.cells[-1].segments[0]
    assert lines[last.line - 1][last.column :].startswith("37")


@pytest.mark.parametrize("text", ["<table><tr><td>甲</td></tr>", f"{BODY} 其后的话", "见<table>标签"])
def test_no_table_where_its_end_is_missing_or_words_would_be_lost(text: str) -> None:
    assert not cells(text)


def test_signs_of_formulas_around_a_percentage_are_left_out() -> None:
    (block,) = read_text("得分10.40分，得分率  $69.33\\%$  ，其余不变").blocks
    assert block.text == "得分10.40分，得分率69.33%，其余不变"
