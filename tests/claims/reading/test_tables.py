"""Tables: header rows, what columns and rows mean, units, and which relations hold among them."""

import pytest
from tests.claims.support import form

from jixiao.claims.extraction import extract
from jixiao.claims.reading.document import read_document
from jixiao.claims.reading.tables.table import TableReading, read_table
from jixiao.core.document import Block, Cell, Document
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_document


def table(rows: list[list[str]], *before: str) -> TableReading:
    (found,) = read_document(form(rows, *before)).tables
    return found


BODY = [["办公费", "42.18", "38.06"], ["差旅费", "35.70", "36.92"]]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("预算数", "plan"),
        ("年初预算", "plan"),
        ("决算数", "main"),
        ("执行数", "main"),
        ("本年数", "main"),
        ("上年决算数", "base"),
        ("上年数", "base"),
        ("执行率", "rate"),
        ("完成预算%", "rate"),
        ("完成预算(%)", "rate"),
        ("占比", "share"),
        ("占总支出%", "share"),
        ("增减额", "change"),
        ("增长率", "growth"),
        ("增减%", "growth"),
        ("分值", "full"),
        ("权重", "full"),
        ("得分", "score"),
        ("目标值", "target"),
        ("完成值", "actual"),
        ("人员经费", ""),
    ],
)
def test_roles_of_columns(header: str, role: str) -> None:
    found = table([["项目", header, "备注数"], *BODY])
    assert found.rows[0].columns[1].role == role


def test_units_come_from_the_nearest_place() -> None:
    rows = [["项目", "预算数", "决算数（元）"], ["办公费", "42.18", "380600.00"]]
    for before in (("单位：万元",), ("支出情况表（单位：万元）", "如下")):
        units = [token.unit.word for token in table(rows, *before).tokens]
        assert units == ["万元", "元"]
    inside = [["单位：万元", "", ""], *rows]
    assert [token.unit.word for token in table(inside, "单位：亿元").tokens] == ["万元", "元"]


def test_a_unit_line_of_another_table_does_not_reach() -> None:
    text = "单位：万元\n项目\t预算数\t决算数\n办公费\t42.18\t38.06\n\n人员情况表\n科室\t编制\t在职\n办公室\t12\t11\n"
    first, second = read_document(read_text(text)).tables
    assert {token.unit.kind for token in first.tokens} == {"yuan"}
    assert {token.unit.kind for token in second.tokens} == {"number"}


def test_a_header_of_two_rows_with_spans() -> None:
    cells = (
        Cell(0, 0, "项目", row_span=2),
        Cell(0, 1, "2023年度数", column_span=2),
        Cell(0, 3, "2022年度数", column_span=2),
        *(
            Cell(1, column, word)
            for column, word in enumerate(["预算数", "决算数", "预算数", "决算数"], start=1)
        ),
        *(
            Cell(2, column, word)
            for column, word in enumerate(["办公费", "42.18", "38.06", "40.00", "37.15"])
        ),
    )
    document = Document("t", "docx", (Block(0, "table", cells=cells, table=0),))
    (row,) = read_document(document).tables[0].rows
    assert [(row.columns[c].role, row.columns[c].year) for c in range(1, 5)] == [
        ("plan", 2023),
        ("main", 2023),
        ("plan", 2022),
        ("main", 2022),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["项目", "资金", "", "得分"], ["", "预算数", "执行数", ""], ["办公费", "42.18", "38.06", "9.5"]],
        [["项目", "得分", "资金"], ["预算数", "执行数"], ["办公费", "9.5", "42.18", "38.06"]],
    ],
    ids=["blanks where cells were merged", "lower row written from the left"],
)
def test_a_header_of_two_rows_without_spans(rows: list[list[str]]) -> None:
    (row,) = table(rows).rows
    roles = {token.number: row.columns[column].role for column, token in row.tokens.items()}
    assert [str(number) for number, role in roles.items() if role == "plan"] == ["42.18"]
    assert [str(number) for number, role in roles.items() if role == "score"] == ["9.5"]


def test_kinds_of_rows() -> None:
    rows = [["项目", "预算数", "决算数"], *BODY, ["其中：邮费", "5.20", "4.10"], ["合 计", "77.88", "74.98"]]
    found = table(rows)
    assert [row.of_which for row in found.rows] == [False, False, True, False]
    assert [row.is_total for row in found.rows] == [False, False, False, True]


def test_a_merged_label_stands_for_the_rows_below() -> None:
    found = table([["类别", "项目", "数额"], ["经费", "办公费", "42.18"], ["", "差旅费", "35.70"]])
    assert [row.label for row in found.rows] == ["办公费", "差旅费"]


def test_blank_zero_and_slash_are_different() -> None:
    rows = [
        ["项目", "预算数", "决算数"],
        ["甲费", "0", "1.20"],
        ["乙费", "", "1.30"],
        ["丙费", "/", "1.40"],
        ["丁费", "无", "1.50"],
    ]
    assert [len(row.tokens) for row in table(rows).rows] == [2, 1, 1, 1]


def test_ordinals_are_no_quantities() -> None:
    found = table([["序号", "项目", "数额"], ["1", "办公费", "42.18"], ["2", "差旅费", "35.70"]])
    assert [str(token.number) for token in found.tokens] == ["42.18", "35.70"]


def test_two_tables_under_one_another_have_their_own_headers() -> None:
    rows = [["项目", "预算数", "决算数"], *BODY, ["科室", "编制", "在职"], ["办公室", "12", "11"]]
    found = table(rows)
    assert [row.segment for row in found.rows] == [1, 1, 2]


def test_sentences_inside_cells_are_read_as_text() -> None:
    words = "全年预算48.00万元，实际支出45.12万元，执行率94.00%，按计划完成了各项任务并通过验收。"
    report = check_document(form([["项目概况", words], ["预算数", "48.00"]]))
    assert "94.00%" in [claim.stated for claim in report.claims] or report.certificate is not None


FIGURES = [
    ["项目", "预算数", "执行数", "执行率"],
    ["甲费", "48.00", "45.12", "94.00%"],
    ["乙费", "30.00", "28.35", "94.50%"],
    ["丙费", "25.00", "21.80", "87.20%"],
]


def test_columns_in_any_order() -> None:
    for order in ([0, 1, 2, 3], [0, 3, 1, 2], [0, 2, 1, 3], [0, 2, 3, 1]):
        report = check_document(form([[row[at] for at in order] for row in FIGURES], "单位：万元"))
        held = [
            claim.expression for claim in report.claims if claim.kind == "rate" and claim.verdict == "holds"
        ]
        assert held == ["45.12 / 48.00", "28.35 / 30.00", "21.80 / 25.00"], order


def test_swapped_amounts_of_two_rows_are_noticed() -> None:
    """Every figure occurs somewhere: a row must not be accepted because any number fits."""
    more = [["丁费", "20.00", "15.20", "76.00%"], ["戊费", "18.00", "17.10", "95.00%"]]
    rows = [list(row) for row in (*FIGURES, *more)]
    rows[1][2], rows[2][2] = rows[2][2], rows[1][2]
    report = check_document(form(rows, "单位：万元"))
    assert [claim.verdict for claim in report.claims if claim.kind == "rate"].count("fails") == 2


def test_percentages_without_a_sign_under_their_header() -> None:
    rows = [
        ["项目", "预算数", "执行数", "执行率"],
        ["甲费", "48.00", "45.12", "94.00"],
        ["乙费", "30.00", "28.35", "94.50"],
        ["丙费", "25.00", "21.80", "87.20"],
        ["丁费", "20.00", "15.20", "76.00"],
    ]
    report = check_document(form(rows, "单位：万元"))
    assert [claim.stated for claim in report.claims if claim.kind == "rate"] == [
        "94.00",
        "94.50",
        "87.20",
        "76.00",
    ]


def test_a_total_column() -> None:
    rows = [
        ["项目", "基本", "项目支出", "合计"],
        ["甲费", "22.18", "20.00", "42.18"],
        ["乙费", "15.70", "20.00", "35.70"],
        ["丙费", "8.44", "10.00", "18.54"],
    ]
    report = check_document(form(rows, "单位：万元"))
    sums = {claim.stated: claim.verdict for claim in report.claims if claim.kind == "sum"}
    assert (sums["42.18"], sums["18.54"]) == ("holds", "fails")


def test_amounts_of_a_chart_are_read() -> None:
    reading = read_document(read_text("支出构成图\n人员支出\t公用支出\t项目支出\t60.5\t14.2\t25.3\n"))
    assert [str(token.number) for token in reading.tokens] == ["60.5", "14.2", "25.3"]


def test_headers_move_where_names_have_none() -> None:
    found = table([["年初预算数", "全年预算数", "全年执行数"], ["年度资金总额", "8", "9", "7"]])
    assert [found.rows[0].columns[c].role for c in (1, 2, 3)] == ["plan", "plan", "main"]


def test_headers_move_where_a_cell_left_of_them_spans_rows() -> None:
    found = table(
        [
            ["执行情况", "资金来源", "年初预算", "调整后预算数", "执行数", "执行率", "权重"],
            ["总额", "5.00", "3.36", "3.36", "100.00%", "10"],
        ]
    )
    assert [found.rows[0].columns[c].role for c in (1, 2, 3, 4)] == ["plan", "plan", "main", "rate"]


def test_headers_stay_where_figures_fit() -> None:
    found = table([["预算科目", "决算数", "执行率"], ["办公费", "38.06", "90.23%"]])
    assert [found.rows[0].columns[c].role for c in (1, 2)] == ["main", "rate"]


def test_codes_are_known_by_their_look_where_a_page_has_no_header() -> None:
    rows = [
        ["201", "公共服务", "62"],
        ["20103", "办公厅事务", "62"],
        ["2010301", "行政运行", "62"],
        ["205", "教育", "8"],
    ]
    assert [row.code for row in table(rows).rows][2] == ("201", "03", "01")
    assert all(list(row.tokens) == [2] for row in table(rows).rows)


def test_counts_before_names_are_no_codes() -> None:
    rows = [["201", "户", "62"], ["305", "户", "70"], ["208", "户", "62"], ["205", "户", "8"]]
    assert all(list(row.tokens) == [0, 2] for row in table(rows).rows)


def test_a_lower_header_stands_under_the_only_one_of_figures() -> None:
    rows = [
        ["序号", "辖区", "本次下达数", "备注", "", ""],
        ["省级", "市级", "小计", "", "", ""],
        ["1", "市本级", "140", "-", "140", ""],
        ["2", "甲县", "175", "50", "225", ""],
        ["3", "乙县", "-100", "150", "50", ""],
    ]
    found = table(rows)
    assert [column.header for column in found.rows[0].columns.values()][:5] == [
        "序号",
        "辖区",
        "本次下达数/省级",
        "本次下达数/市级",
        "本次下达数/小计",
    ]
    sums = {f"{c.stated} = {c.expression}" for c in extract(form(rows)).claims if c.kind == "sum"}
    assert sums == {"140 = 140", "225 = 175 + 50", "50 = (-100) + 150"}


def test_a_row_named_after_growth_is_that_of_the_two_above() -> None:
    rows = [
        ["年度", "合计", "接待费", "购置费"],
        ["上年", "2840", "1400", "73"],
        ["本年", "2364", "1356", "37"],
        ["增减%", "-16.77", "-3.14", "-47.95"],
    ]
    growth = {c.stated: c.verdict for c in extract(form(rows)).claims if c.kind == "growth"}
    assert growth == {"-16.77": "holds", "-3.14": "holds", "-47.95": "fails"}


def test_the_first_of_which_may_carry_a_mark() -> None:
    rows = [
        ["项目", "合计"],
        ["三公经费", "29.36"],
        ["其中：（一）出国费", "1.15"],
        ["（二）用车费", "24.83"],
        ["1.购置费", "11.50"],
        ["2.运行费", "13.33"],
        ["（三）接待费", "3.38"],
    ]
    sums = {f"{c.stated} = {c.expression}" for c in extract(form(rows)).claims if c.kind == "sum"}
    assert sums == {"29.36 = 1.15 + 24.83 + 3.38", "24.83 = 11.50 + 13.33"}


def test_a_marked_row_without_figures_is_no_header() -> None:
    rows = [
        ["项目", "预算数", "决算数"],
        ["一、合计", "21.63", "20.11"],
        ["（一）出国费", "不需填列", "不需填列"],
        ["（二）接待费", "14.83", "13.51"],
        ["（三）用车费", "6.80", "6.60"],
    ]
    assert len({row.segment for row in table(rows).rows}) == 1
    sums = {c.stated for c in extract(form(rows)).claims if c.kind == "sum"}
    assert sums == {"21.63", "20.11"}


PAGES = [
    ["项目", "预算数", "决算数"],
    ["合计", "62.30", "58.11"],
    ["办公费", "42.18", "38.06"],
    ["项目", "预算数", "决算数"],
    ["差旅费", "20.12", "20.05"],
]


def test_a_header_repeated_on_a_new_page_does_not_part_a_table() -> None:
    assert len({row.segment for row in table(PAGES).rows}) == 1
    sums = {f"{c.stated} = {c.expression}" for c in extract(form(PAGES)).claims if c.kind == "sum"}
    assert sums == {"62.30 = 42.18 + 20.12", "58.11 = 38.06 + 20.05"}


def test_a_header_after_a_total_begins_another_table() -> None:
    rows = [PAGES[0], PAGES[2], ["小计", "42.18", "38.06"], *PAGES[3:]]
    assert len({row.segment for row in table(rows).rows}) == 2


def test_a_subtotal_stands_under_the_name_that_its_parts_share() -> None:
    rows = [
        ["合计", "接待费", "用车购置及运行费", "会议费", "", ""],
        ["小计", "用车购置费", "用车运行费", "", "", ""],
        ["68", "6", "59", "38", "21", "3"],
    ]
    assert [column.header for column in table(rows, "单位：万元").rows[0].columns.values()] == [
        "合计",
        "接待费",
        "用车购置及运行费/小计",
        "用车购置及运行费/用车购置费",
        "用车购置及运行费/用车运行费",
        "会议费",
    ]


def test_a_subtotal_without_group_stays_where_it_is() -> None:
    rows = [["项目", "合计", "会议费", "小计", "租车", "印刷"], ["某局", "68", "6", "62", "38", "24"]]
    assert [column.header for column in table(rows).rows[0].columns.values()][3] == "小计"


def test_blanks_inside_a_header_are_no_part_of_it() -> None:
    columns = table([["项 目", "预 算 数", "决 算 数"], *BODY]).rows[0].columns
    assert [columns[c].role for c in (1, 2)] == ["plan", "main"]


def test_a_year_in_front_of_figures_names_the_row() -> None:
    rows = [["年度", "预算数", "决算数", "结转"], ["2015年", "42.18", "38.06", "4.12"]]
    assert table(rows).rows[0].label == "2015年"


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        ([("", "金额（万元）"), ("基本支出", "561.09")], ["yuan"]),
        ([("", "2022年（万元）", "2023年（万元）"), ("收入", "1924.37", "1889.05")], ["yuan", "yuan"]),
        ([("", "金额"), ("基本支出", "561.09")], ["number"]),
    ],
)
def test_every_series_of_a_chart_is_read(rows: list[tuple[str, ...]], units: list[str]) -> None:
    cells = tuple(Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    read = read_table(Block(0, "chart", "收支变动", cells=cells, table=0), "收支变动", None)
    assert [token.unit.kind for token in read.rows[0].tokens.values()] == units
