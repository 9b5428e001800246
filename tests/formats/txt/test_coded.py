"""Tables of budget codes set with single blanks, as pages of PDFs give them."""

import pytest
from tests.formats.txt.grids import grid, tables

from jixiao.formats.txt.levels import places

FULL = """支出决算表
单位：万元
科目名称 合计 基本支出 项目支出
科目编码
205 教育支出 512.40 430.15 82.25
20502 普通教育 512.40 430.15 82.25
2050202 小学教育 300.15 300.15 0.00
2050203 初中教育 212.25 130.00 82.25
221 住房保障支出 44.60 44.60 0.00
22102 住房改革支出 44.60 44.60 0.00
合 计 557.00 474.75 82.25
注：本表反映各项支出。
"""


def test_codes_names_and_amounts_stand_in_columns() -> None:
    (table,) = tables(FULL)
    rows = grid(table)
    assert rows[0] == ["", "", "合计", "基本支出", "项目支出"]
    assert rows[1] == ["205", "教育支出", "512.40", "430.15", "82.25"]
    assert rows[-1] == ["", "合 计", "557.00", "474.75", "82.25"]
    assert len(rows) == 8


def test_a_total_may_stand_first_behind_the_names_of_the_levels() -> None:
    text = FULL.replace("合 计 557.00 474.75 82.25\n", "").replace(
        "205 教育支出", "类 款 项 合计 557.00 474.75 82.25\n205 教育支出"
    )
    assert grid(tables(text)[0])[1] == ["", "合计", "557.00", "474.75", "82.25"]


def test_codes_in_their_levels_and_blank_cells() -> None:
    (table,) = tables(
        "项目 合计 基本支出 项目支出\n类 款 项\n205 教育支出 512.40 430.15 82.25\n205 02 普通教育 430.15 430.15\n"
        "205 02 02 小学教育 300.15 300.15\n205 02 03 初中教育 130.00 130.00\n205 99 其他教育支出 82.25 82.25\n"
    )
    assert grid(table)[1:] == [
        ["205", "教育支出", "512.40", "430.15", "82.25"],
        ["205 02", "普通教育", "430.15", "430.15"],
        ["205 02 02", "小学教育", "300.15", "300.15"],
        ["205 02 03", "初中教育", "130.00", "130.00"],
        ["205 99", "其他教育支出", "82.25", "", "82.25"],
    ]


def test_without_a_row_that_tells_them_columns_have_no_names() -> None:
    (table,) = tables(
        "科目 合计 基本支出 项目支出\n205 教育支出 512.40 430.15 82.25\n20502 普通教育 256.20 256.20\n"
        "2050202 小学教育 256.20 256.20\n20599 其他教育支出 256.20 256.20\n"
    )
    assert grid(table)[0] == ["205", "教育支出", "512.40", "430.15", "82.25"]


def test_names_broken_over_lines() -> None:
    (table,) = tables(
        "208 社会保障和就业支出 90.00\n行政事业单位养老支\n20805 60.00\n出\n20808 抚恤 10.00\n"
        "国有土地使用权出让\n20809 收入对应专项债务收 20.00\n入安排的支出\n2080999 机关事业单位养老保险缴费 20.00\n支出\n"
        "210 卫生健康支出 5.00\n"
    )
    assert [row[1] for row in grid(table)] == [
        "社会保障和就业支出",
        "行政事业单位养老支出",
        "抚恤",
        "国有土地使用权出让收入对应专项债务收入安排的支出",
        "机关事业单位养老保险缴费支出",
        "卫生健康支出",
    ]


def test_economic_items_side_by_side() -> None:
    (table,) = tables(
        "301 工资福利支出 150.00 302 商品和服务支出 41.30\n30101 基本工资 100.00 30201 办公费 30.00\n"
        "职工基本医疗保险\n30110 50.00 30202 印刷费 6.30\n缴费\n303 对个人和家庭的补助 30239 5.00\n"
        "人员经费合计 150.00 公用经费合计 41.30\n"
    )
    assert grid(table) == [
        ["301", "工资福利支出", "150.00"],
        ["30101", "基本工资", "100.00"],
        ["30110", "职工基本医疗保险缴费", "50.00"],
        ["302", "商品和服务支出", "41.30"],
        ["30201", "办公费", "30.00"],
        ["30202", "印刷费", "6.30"],
        ["30239", "", "5.00"],
        ["303", "对个人和家庭的补助"],
        ["", "人员经费合计", "150.00"],
        ["", "公用经费合计", "41.30"],
    ]


def test_a_table_goes_on_on_the_next_page() -> None:
    head, tail = FULL.split("221 ")
    between = "— 12 —\n支出决算表\n单位：万元\n科目名称 合计 基本支出 项目支出\n科目编码\n221 "
    (table,) = tables(head + between + tail)
    assert len(grid(table)) == 8


@pytest.mark.parametrize(
    "text",
    [
        "2023 年收入 361.85 万元\n2024 年收入 370.15 万元\n2025 年收入 380.95 万元\n2026 年收入 381 万元\n",
        "301 室，面积 45.20 平方米。\n302 室，面积 40.10 平方米。\n30201 号，面积 4 平方米。\n30202 号。\n",
        "101 中学 361.85\n215 小学 44.60\n302 幼儿园 12.40\n318 教育局 5.00\n",
    ],
)
def test_other_lines_that_begin_with_numbers(text: str) -> None:
    assert not [block for block in tables(text) if any(cell.text == "301" for cell in block.cells)]


def test_every_piece_of_a_cell_knows_its_place() -> None:
    text = "208 社会保障 90.00\n行政事业单位养老支\n20805 60.00\n出\n20808 抚恤 10.00\n20899 其他 20.00\n"
    lines = text.splitlines()
    (table,) = tables(text)
    name = next(cell for cell in table.cells if cell.text == "行政事业单位养老支出")
    assert [(s.offset, s.line, s.column) for s in name.segments] == [(0, 2, 0), (9, 4, 0)]
    for cell in table.cells:
        if cell.text and len(cell.segments) == 1:
            place = table.place(0, len(cell.text), cell)
            assert place.line is not None
            assert lines[place.line - 1][place.start : place.end] == cell.text


def test_one_wrong_digit_leaves_the_columns_told() -> None:
    rows = [
        ("205", ("512.41", "430.15", "82.25")),
        ("20502", ("430.16", "430.15")),
        ("2050202", ("300.15", "300.15")),
        ("2050203", ("130.00", "130.00")),
        ("20599", ("82.25", "82.25")),
    ]
    rows[0] = ("205", ("512.40", "430.15", "82.25"))
    assert places(rows, 3) == [(0, 1, 2), (0, 1), (0, 1), (0, 1), (0, 2)]
    rows[4] = ("20599", ("82.25", "82.26"))
    assert places(rows, 3) == [(0, 1, 2), (0, 1), (0, 1), (0, 1), (0, 2)]
