"""Rows between bars that stand on several lines, or lack the cells that a cell above spans."""

import pytest

from jixiao.formats.txt.read import read_text

FORM = """绩效自评表 | |||||
指标 | 说明 |
年度指标值 | 实际完成值 |
分值 | 得分 |
数量指标 | 道路保洁 | 48 | 45 | 10 | 9 |
路灯维护 | 30 | 28 | 10 | 9 | |
质量指标 | 验收合格 | 95% | 96% | 10 | 10 |"""


def rows(text: str) -> list[list[str]]:
    """The filled cells of the only table, by row, each with its column."""
    (table,) = (block for block in read_text(text).blocks if block.cells)
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.text:
            found.setdefault(cell.row, []).append(f"{cell.column}:{cell.text}")
    return list(found.values())


def test_a_row_on_several_lines_is_one_row() -> None:
    assert rows(FORM)[1] == ["0:指标", "1:说明", "2:年度指标值", "3:实际完成值", "4:分值", "5:得分"]


def test_a_row_under_a_spanning_cell_stands_under_its_columns() -> None:
    assert rows(FORM)[3] == ["1:路灯维护", "2:30", "3:28", "4:10", "5:9"]


def test_one_cell_a_line_with_bars() -> None:
    lines = "自评表 |\n|||\n名称 |\n道路保洁 |\n||\n预算 |\n48 |\n实际 |\n45 |\n结余 |\n3 |\n||"
    assert rows(lines) == [
        ["0:自评表"],
        ["0:名称", "1:道路保洁"],
        ["0:预算", "1:48", "2:实际", "3:45"],
        ["0:结余", "1:3"],
    ]


@pytest.mark.parametrize("figure", ["48", "45"])
def test_each_cell_keeps_its_place(figure: str) -> None:
    (table,) = (block for block in read_text(FORM).blocks if block.cells)
    (cell,) = (cell for cell in table.cells if cell.text == figure)
    place = table.place(0, len(figure), cell)
    assert FORM.split("\n")[(place.line or 0) - 1][place.start : place.end] == figure


CODED = """编码 | 名称 | 合计 | 基本 | 项目 |
 | 合计 | 9.3 | 6.1 | 3.2 |
201 | 一般公共服务 | 6.2 | 4.2 | 2.0 |
20101 | 人大事务 | 6.2 | 4.2 | 2.0 |
205 | 教育 | 3.1 | 1.9 | 1.2 |"""


def test_rows_that_begin_with_a_code_are_whole() -> None:
    framed = "\n".join(f"| {line}" for line in CODED.split("\n"))
    for text in (CODED, framed):
        assert rows(text)[2] == ["0:201", "1:一般公共服务", "2:6.2", "3:4.2", "4:2.0"]


def test_a_leading_bar_ends_an_empty_cell_where_lines_have_no_frame() -> None:
    assert rows(CODED.replace(" | 合计 |", "| 合计 |"))[1] == ["1:合计", "2:9.3", "3:6.1", "4:3.2"]


def test_rows_with_empty_cells_inside_are_not_moved() -> None:
    kept = "名称 | 合计 | 基本 | 项目 |\n甲 | 9 | 6 | 3 |\n乙 | 5 | | 5 |\n丙 | 4 | 4 | |"
    assert rows(kept)[3] == ["0:丙", "1:4", "2:4"]


def test_numbered_rows_of_one_cell_a_line() -> None:
    cells = ["序号", "乡镇", "预算数", "执行数", "备注"]
    cells += [
        "1",
        "东村镇",
        "20",
        "18",
        "",
        "2",
        "西坝镇",
        "15",
        "15",
        "已完工",
        "3",
        "石河乡",
        "30",
        "27",
        "",
    ]
    total = ["合计", "65", "60"]
    lines = "\n".join(f"{cell} |" for cell in [*cells, *total])
    assert rows(lines + "\n填表说明 |\n")[1:] == [
        ["0:1", "1:东村镇", "2:20", "3:18"],
        ["0:2", "1:西坝镇", "2:15", "3:15", "4:已完工"],
        ["0:3", "1:石河乡", "2:30", "3:27"],
        ["0:合计", "2:65", "3:60"],
    ]
