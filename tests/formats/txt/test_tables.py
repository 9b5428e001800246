"""What is left of tables in plain text: cells behind tabs, between bars and blanks, one a line."""

import pytest
from tests.formats.txt.grids import grid, tables

from jixiao.formats.txt.read import read_text

ROWS = [["项目", "预算数", "决算数"], ["办公费", "42.18", "38.06"], ["差旅费", "35.70", "36.92"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join("\t".join(row) for row in ROWS), id="tabs"),
        pytest.param("\n".join("|" + "|".join(row) + "|" for row in ROWS), id="bars"),
        pytest.param(
            "| " + " |\n|---|---|---|\n| ".join(" | ".join(row) for row in ROWS) + " |", id="ruled bars"
        ),
        pytest.param("\n".join("│" + "│".join(row) + "│" for row in ROWS), id="drawn bars"),
        pytest.param("\n".join("    ".join(row) for row in ROWS), id="blanks"),
        pytest.param("\n".join("　　".join(row) for row in ROWS), id="wide blanks"),
        pytest.param("\n".join("\n".join(row) for row in ROWS), id="one cell a line"),
        pytest.param(
            "\n".join("\n".join(f"{cell} |" for cell in row) for row in ROWS), id="a bar behind each cell"
        ),
        pytest.param("\n\n".join("\n".join("\t" + cell for cell in row) for row in ROWS), id="word cells"),
    ],
)
def test_each_layout_is_one_table(text: str) -> None:
    (table,) = tables("资金情况如下。\n" + text + "\n以上为资金情况，各项支出合规。\n")
    assert grid(table) == ROWS


@pytest.mark.parametrize(
    "text",
    [
        "项目\t预算数\t决算数\n办公费\t42.18\t38.06\n",
        "|项目|预算数|决算数|\n|办公费|42.18|38.06|\n",
        "项目\n预算数\n决算数\n办公费\n42.18\n38.06\n差旅费\n35.70\n36.92\n",
        "\t项目\n\t预算数\n\n\t办公费\n\t42.18\n",
    ],
)
def test_every_cell_knows_its_place(text: str) -> None:
    lines = text.splitlines()
    for table in tables(text):
        for cell in table.cells:
            place = table.place(0, len(cell.text), cell)
            assert place.line is not None
            assert lines[place.line - 1][place.start : place.end] == cell.text


def test_empty_cells_keep_their_columns() -> None:
    (table,) = tables("项目\t预算数\t决算数\n办公费\t\t38.06\n差旅费\t35.70\t\n")
    assert grid(table) == [["项目", "预算数", "决算数"], ["办公费", "", "38.06"], ["差旅费", "35.70"]]
    (table,) = tables("|项目|预算数|决算数|\n|办公费||38.06|\n|差旅费|35.70||\n")
    assert [cell.text for cell in table.cells if cell.row == 1] == ["办公费", "", "38.06"]


def test_word_cells_of_several_paragraphs() -> None:
    text = "\t项目\n\t完成情况\n\n\t培训\n\t按计划完成\n共三期\n\t\n\n\t会议\n\t已召开\n"
    (table,) = tables(text)
    assert grid(table)[0] == ["项目", "完成情况"]
    assert "按计划完成" in [cell.text for cell in table.cells]


def test_an_empty_word_cell_takes_the_next_paragraph() -> None:
    text = "\t项目\n\t数额\n\n\t培训\n\t\n42.18\n\t会议\n\t35.70\n"
    assert "42.18" in [cell.text for table in tables(text) for cell in table.cells]


def test_indented_paragraphs_are_no_table() -> None:
    text = "".join(
        "\t" + "本单位严格执行各项制度，切实加强资金管理，资金使用合规，" * 4 + "。\n" for _ in range(4)
    )
    assert not tables(text)
    assert not tables("\t单位：万元\n")
    assert not tables("\t\n\t\n\t\n")


def test_word_cells_end_where_rows_on_lines_begin() -> None:
    text = "\t项目\n\t数额\n\n\t培训\n\t42.18\n\t会议\t35.70\t12.00\n其他\t1.20\t3.40\n"
    assert len(tables(text)) == 2


def test_rows_broken_at_empty_cells_are_joined() -> None:
    text = "|项目|预算数|决算数|\n|办公费|\n|42.18|38.06|\n|差旅费|\n|35.70|36.92|\n"
    joined = [row for table in tables(text) for row in grid(table)]
    assert ["办公费", "42.18", "38.06"] in joined


def test_a_chart_is_names_then_values() -> None:
    (chart,) = tables("图1 支出构成\n人员支出\t公用支出\t项目支出\t60.5\t14.2\t25.3\n")
    assert chart.kind == "chart"
    assert chart.text == "图1 支出构成"
    assert grid(chart) == [["人员支出", "60.5"], ["公用支出", "14.2"], ["项目支出", "25.3"]]


def test_a_chart_with_series_and_categories() -> None:
    (chart,) = tables("系列一\t系列二\t系列三\t系列四\t2022年度\t2023年度\t1.5\t2.5\t3.5\t4.5\n")
    assert grid(chart) == [
        ["2022年度", "系列一", "1.5"],
        ["2022年度", "系列二", "2.5"],
        ["2023年度", "系列三", "3.5"],
        ["2023年度", "系列四", "4.5"],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "联系人\t张工",
        "人员支出\t公用支出\t60.5",
        "人员支出\t60.5\t公用支出\t14.2\t项目",
    ],
)
def test_a_lone_tabbed_line_is_no_chart(line: str) -> None:
    assert not [table for table in tables(line + "\n") if table.kind == "chart"]


def test_series_that_no_categories_fit_make_no_chart() -> None:
    found = tables("甲\t乙\t丙\t一\t二\t1\t2\t3\n")
    assert not [table for table in found if table.kind == "chart"]


def test_cells_on_lines_need_regular_rows() -> None:
    regular = "项目\n数额\n办公费\n42.18\n差旅费\n35.70\n培训费\n9.61\n"
    assert len(tables(regular)) == 1
    assert not tables("办公费\n42.18\n差旅费\n培训费\n会议费\n9.61\n3.20\n1.10\n")
    assert not tables("42.18\n35.70\n9.61\n3.20\n1.10\n2.20\n")
    assert not tables("概况\n资金\n绩效\n问题\n建议\n附件\n")
    assert not tables("办公费\n42.18\n")


def test_headers_of_cells_on_lines_stand_at_the_right() -> None:
    (table,) = tables("预算数\n决算数\n办公费\n42.18\n38.06\n差旅费\n35.70\n36.92\n")
    assert grid(table)[0][-2:] in (["预算数", "决算数"], ["", "预算数"])
    (table,) = tables("办公费\n42.18\n38.06\n差旅费\n35.70\n36.92\n")
    assert grid(table) == [["办公费", "42.18", "38.06"], ["差旅费", "35.70", "36.92"]]


def test_two_blank_lines_end_cells_on_lines() -> None:
    text = "办公费\n42.18\n差旅费\n35.70\n培训费\n9.61\n\n\n会议费\n3.20\n"
    (table,) = tables(text)
    assert "会议费" not in [cell.text for cell in table.cells]


def test_a_header_row_between_tabs_keeps_its_empty_cells() -> None:
    (table,) = tables("编码\t\t本年支出\t\n类\t款\t\t\n201\t01\t8.1\t3.2\n201\t02\t7.4\t")
    assert [len(row) for row in grid(table)] == [4, 4, 4, 3]


def test_rows_with_hardly_a_figure_do_not_end_columns_of_blanks() -> None:
    text = "项目 上年决算 本年决算 增减额\n1. 门诊收入 30.2 41.7 11.5\n2. 捐赠收入 0\n3. 体检收入 8.4 9.1 0.7\n完"
    (table,) = tables(text)
    assert [row[0] for row in grid(table)][1:] == ["1. 门诊收入", "2. 捐赠收入", "3. 体检收入"]


def test_names_of_several_words_leave_figures_in_line() -> None:
    text = "项目 上年决算 本年决算\n一、收支 (一) 收入 30.2 41.7\n1. 门诊 8.4 9.1\n二、次均费用 171 225"
    (table,) = tables(text)
    assert [row[1:] for row in grid(table)][1:] == [["30.2", "41.7"], ["8.4", "9.1"], ["171", "225"]]
    assert grid(table)[1][0] == "一、收支 (一) 收入"


def test_cells_on_lines_under_codes_may_leave_cells_out() -> None:
    header = ["项目", "本年支出合计", "基本支出", "项目支出", "科目编码", "科目名称", "栏次", "1", "2", "3"]
    rows = [
        ["合计", "9.3", "6.1", "3.2"],
        ["201", "公共服务", "6.2", "4.2", "2.0"],
        ["205", "教育", "3.1", "3.1"],
    ]
    (table,) = tables("\n".join([*header, *(cell for row in rows for cell in row)]))
    assert grid(table) == [
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["", "合计", "9.3", "6.1", "3.2"],
        *rows[1:],
    ]


def test_running_numbers_open_rows_of_cells_on_lines() -> None:
    cells = [
        "序号",
        "名称",
        "金额",
        "自筹",
        "1",
        "修路",
        "35.6",
        "3.0",
        "2",
        "路灯",
        "12.8",
        "小计",
        "48.4",
        "3.0",
    ]
    (table,) = tables("\n".join(cells))
    assert [row[:2] for row in grid(table)] == [["序号", "名称"], ["1", "修路"], ["2", "路灯"], ["", "小计"]]


def test_a_long_cell_is_one_where_a_bar_ends_it() -> None:
    remark = "其中3.2万元由乡镇自筹，其余部分待工程验收合格并完成结算审计以后再行拨付到位；"
    text = f"村名 |\n金额 |\n甲村 |\n50 |\n乙村 |\n110 |\n{remark} |\n丙村 |\n89 |\n合计 |\n249 |\n"
    (table,) = tables(text)
    assert grid(table)[-1] == ["合计", "249"]
    assert not tables(text.replace(" |", ""))


def test_cells_on_lines_end_where_the_number_of_columns_changes() -> None:
    text = "经费\n支出\n减少\n购车\n423\n-\n运行\n143\n-\n合计\n566\n-\n数量\n批次\n8\n人次\n7\n辆数\n3\n"
    first, second = tables(text)
    assert [len(row) for row in grid(first)[1:]] == [3, 3, 3]
    assert [len(row) for row in grid(second)[1:]] == [2, 2, 2]


def test_empty_lines_between_cells_do_not_end_a_table() -> None:
    cells = [
        "项目",
        "预算数",
        "决算数",
        "办公费",
        "42.18",
        "38.06",
        "差旅费",
        "35.70",
        "36.92",
        "培训费",
        "9.61",
        "8.3",
    ]
    (table,) = tables("\n\n".join(cells[:6]) + "\n\n\xa0\n\n" + "\n\n".join(cells[6:]))
    assert grid(table)[-1] == ["培训费", "9.61", "8.3"]


def test_a_line_of_units_is_no_cell() -> None:
    text = "经费表\n单位：万元\n项目 |\n预算数 |\n合计 |\n44 |\n接待费 |\n32 |\n用车费 |\n12 |\n"
    blocks = read_text(text).blocks
    assert [block.text for block in blocks if not block.cells] == ["经费表", "单位：万元"]


SAID = ["1.养护项目", "预算43.70万元", "支出42.80万元", "执行率97.94%", "得分91.5分", "优。"]


@pytest.mark.parametrize("sign", [" | ", "|", "\t"])
def test_figures_told_with_their_names_are_sentences(sign: str) -> None:
    text = "\n".join(sign.join([f"{number}.清淤项目", *SAID[1:]]) for number in range(1, 4))
    assert not tables(text)
    assert len(read_text(text).blocks) == 3


def test_such_sentences_may_be_broken() -> None:
    text = (
        "1.养护项目 | 全年预算数43.70万元 | 全年\n支出42.80万元 | 执行率97.94% | 得分91.5分\n | 优。\n"
        "2.清淤项目 | 全年预算数29.00万元 | 全年\n支出21.81万元 | 执行率75.21% | 得分81.5分\n | 良。\n"
    )
    assert [block.text[-4:] for block in read_text(text).blocks] == ["| 优。", "| 良。"]


def test_a_table_whose_cells_hold_targets_is_a_table() -> None:
    text = "| 指标 | 目标 | 得分 |\n| 数量 | 培训20人 | 10 |\n| 质量 | 合格率95% | 9 |\n"
    (table,) = tables(text)
    assert len(grid(table)) == 3


def test_wrapped_sentences_with_blanks_around_figures_are_no_table() -> None:
    text = (
        "2023 年收支总预算 7,057,486.18 元。收入包\n"
        "括:一般公共预算拨款 7,034,418.94 元、上年结转结余\n"
        "23,067.24 元;支出包括:教育支出 5,806,105.16 元、社会\n"
        "保障和就业支出 557,718.56 元、卫生健康支出 275,373.54\n"
        "元、住房保障支出 418,288.92 元。"
    )
    assert not tables(text)


MONEY = """项目资金
（万元）
年初预算数
全年预算数(A)
全年执行数(B)
分值
执行率(B/A)
得分
年度资金总额：
86
86
86
10
100%
10
其中：本年财政拨款
86
86
86
-
100%
-
{rest}
年度总体目标
"""


@pytest.mark.parametrize("rest", ["上年结转资金\n-\n-\n其他资金\n-\n-", "上年结转资金\n其他资金"])
def test_the_money_of_a_form_with_a_colon_behind_its_total(rest: str) -> None:
    (table,) = [one for one in tables(MONEY.format(rest=rest)) if any("总额" in c.text for c in one.cells)]
    rows = grid(table)
    assert ["年度资金总额：", "86", "86", "86", "10", "100%", "10"] in rows
    assert ["其中：本年财政拨款", "86", "86", "86", "-", "100%", "-"] in rows


def test_names_with_a_whole_number_each_are_a_table_where_a_total_stands() -> None:
    rows = [["东山镇", "5"], ["西河乡", "12"], ["北岭镇", "8"], ["全县合计", "25"]]
    (table,) = tables("补助资金分配表\n" + "\n".join(" ".join(row) for row in rows))
    assert grid(table) == rows
    assert tables("\n".join(" ".join(row) for row in rows[:3])) == []
