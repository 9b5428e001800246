"""Totals of one column: their parts are known by place, so that one wrong figure is seen."""

import pytest
from tests.claims.support import changed, form, shown

from jixiao.claims.extraction import extract

INCOME = [
    ["项目", "金额"],
    ["一、财政拨款收入", "1523.47"],
    ["二、事业收入", "212.86"],
    ["其中：教育收费", "63.20"],
    ["三、其他收入", "14.09"],
    ["本年收入合计", "1750.42"],
    ["年初结转和结余", "44.31"],
    ["总计", "1794.73"],
]
STAFF = [
    ["科目编码", "科目名称", "决算数"],
    ["301", "工资福利支出", "948.51"],
    ["30101", "基本工资", "525.18"],
    ["30102", "津贴补贴", "423.33"],
    ["303", "对个人和家庭的补助", "110.86"],
    ["30301", "离休费", "44.34"],
    ["30302", "退休费", "66.52"],
    ["", "人员经费合计", "1059.37"],
]


def sums(rows: list[list[str]], verdict: str) -> set[str]:
    found = (claim for claim in extract(form(rows, "单位：万元")).claims if claim.kind == "sum")
    return {shown(claim) for claim in found if claim.verdict == verdict}


def test_right_tables_hold() -> None:
    assert sums(INCOME, "holds") == {"1750.42 = 1523.47 + 212.86 + 14.09", "1794.73 = 1750.42 + 44.31"}
    assert len(sums(STAFF, "holds")) == 3
    assert not sums(INCOME, "fails") | sums(STAFF, "fails")


@pytest.mark.parametrize(
    ("rows", "old", "new", "failing"),
    [
        (INCOME, "1750.42", "1780.42", {"1780.42 = 1523.47 + 212.86 + 14.09"}),
        (INCOME, "212.86", "212.36", {"1750.42 = 1523.47 + 212.36 + 14.09"}),
        (INCOME, "44.31", "74.31", {"1794.73 = 1750.42 + 74.31"}),
        (STAFF, "423.33", "423.83", {"948.51 = 525.18 + 423.83"}),
        (STAFF, "110.86", "190.86", {"190.86 = 44.34 + 66.52", "1059.37 = 948.51 + 190.86"}),
        (STAFF, "1059.37", "1095.37", {"1095.37 = 948.51 + 110.86"}),
    ],
)
def test_one_wrong_figure_is_seen(rows: list[list[str]], old: str, new: str, failing: set[str]) -> None:
    assert sums(changed(rows, old, new), "fails") == failing


def test_a_list_with_a_gap_in_its_numbers_is_open() -> None:
    assert not sums(changed(changed(INCOME, "212.86", "212.36"), "三、其他收入", "五、其他收入"), "fails")


def test_a_gap_that_no_digit_explains_is_left_alone() -> None:
    assert not sums(changed(INCOME, "14.09", "377.15"), "fails")


def test_items_end_where_numbers_begin_anew() -> None:
    rows = [
        ["项目", "数额"],
        ["（一）收入总计", "14193"],
        ["1.财政收入", "566"],
        ["2.医疗收入", "13494"],
        ["3.其他收入", "133"],
        ["（二）支出总计", "13609"],
        ["1.业务成本", "11437"],
        ["2.管理费用", "2172"],
        ["1.门诊次均费用", "177.69"],
        ["2.住院次均费用", "4091.48"],
        ["药品收入占比（%）", "30.24"],
    ]
    assert sums(rows, "holds") == {"14193 = 566 + 13494 + 133", "13609 = 11437 + 2172"}
    assert not sums(rows, "fails")


TWO_TOTALS = [
    ["项目", "金额"],
    ["经常性收入合计", "7154.36"],
    ["各项税收", "6571.41"],
    ["亏损补贴", "-118.15"],
    ["其他经常性收入", "701.10"],
    ["经常性支出合计", "6014.96"],
    ["基本建设支出", "288.84"],
    ["事业发展支出", "2294.44"],
    ["政权建设支出", "2334.91"],
    ["其他经常性支出", "1096.77"],
    ["经常性预算结余", "1139.40"],
]


def test_a_list_that_the_rest_closes_must_add_up_like_another_of_its_table() -> None:
    assert len(sums(TWO_TOTALS, "holds")) == 2
    wrong = changed(TWO_TOTALS, "2334.91", "2302.71")
    assert sums(wrong, "fails") == {"6014.96 = 288.84 + 2294.44 + 2302.71 + 1096.77"}


def test_a_list_without_the_rest_may_leave_something_out() -> None:
    wrong = changed(changed(TWO_TOTALS, "2334.91", "2302.71"), "其他经常性支出", "价格补贴支出")
    assert not sums(wrong, "fails")
