"""Columns that are the total of others: nested, by turns with another family, or known by their header."""

from tests.claims.support import changed, form, shown

from jixiao.claims.extraction import extract
from jixiao.core.claim import Claim

VISITS = [
    ["预算数", "", "", "", "", "决算数", "", "", "", ""],
    ["合计", "出国费", "公务用车费", "", "", "合计", "出国费", "公务用车费", "", ""],
    ["", "", "小计", "购置费", "运行费", "", "", "小计", "购置费", "运行费"],
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    ["48.60", "9.70", "38.90", "18.00", "20.90", "40.77", "4.62", "36.15", "17.38", "18.77"],
]
SUMS = {"48.60 = 9.70 + 38.90", "38.90 = 18.00 + 20.90", "40.77 = 4.62 + 36.15", "36.15 = 17.38 + 18.77"}


def sums(rows: list[list[str]]) -> list[Claim]:
    return [claim for claim in extract(form(rows)).claims if claim.kind in ("sum", "difference")]


def told(found: list[Claim], verdict: str = "holds") -> set[str]:
    return {shown(claim) for claim in found if claim.verdict == verdict}


def test_totals_nest() -> None:
    assert told(sums(VISITS)) == SUMS


def test_a_wrong_total_of_the_only_row_is_known_by_its_header() -> None:
    wrong = sums(changed(VISITS, "40.77", "44.77"))
    assert told(wrong, "fails") == {"44.77 = 4.62 + 36.15"}
    assert told(wrong) == SUMS - {"40.77 = 4.62 + 36.15"}


def test_numbers_of_columns_are_no_figures() -> None:
    assert all(claim.relation.stated.number > 10 for claim in sums(VISITS))


def test_plan_and_outturn_by_turns() -> None:
    rows = [
        ["单位", "合计", "", "购置费", "", "运行费", ""],
        ["", "预算数", "决算数", "预算数", "决算数", "预算数", "决算数"],
        ["甲局", "38.90", "36.15", "18.00", "17.38", "20.90", "18.77"],
        ["乙局", "12.45", "11.07", "4.20", "3.02", "8.25", "8.05"],
    ]
    assert told(sums(rows)) >= {"38.90 = 18.00 + 20.90", "36.15 = 17.38 + 18.77", "11.07 = 3.02 + 8.05"}


def test_one_source_alone_is_its_total() -> None:
    rows = [
        ["项目", "合计", "一般公共预算", "政府性基金"],
        ["行政经费", "312.23", "312.23", "0.00"],
        ["接待费", "29.08", "29.08", "0.00"],
        ["培训费", "17.46", "17.46", "0.00"],
    ]
    assert "312.23 = 312.23 + 0.00" in told(sums(rows))
    assert not told(sums(changed(rows, "29.08", "30.08")), "fails") - {"30.08 = 29.08 + 0.00"}


def test_a_change_of_shares_is_told_in_points() -> None:
    rows = [
        ["项目", "上年度", "本年度", "增减"],
        ["收入", "21177", "21740", "563"],
        ["支出", "19737", "20977", "1240"],
        ["药品收入占比%", "34.62", "35.47", "0.85"],
        ["耗材收入占比%", "4.55", "4.53", "-0.02"],
        ["检查收入占比%", "25.79", "25.63", "-0.16"],
    ]
    assert "0.85 = 35.47 − 34.62" in told(sums(rows))
    assert told(sums(changed(rows, "0.85", "0.58")), "holds") >= {
        "-0.02 = 4.53 − 4.55",
        "563 = 21740 − 21177",
    }


PAID = [
    ["支出", "", "", "明细"],
    ["基本支出", "", "", ""],
    ["小计", "人员经费", "公用经费", ""],
    ["214.36", "96.11", "118.25", "一般公共服务支出"],
    ["7.42", "7.42", "", "社会保障和就业支出"],
    ["3.18", "3.18", "", "卫生健康支出"],
]


def test_blank_cells_beside_the_only_part_of_a_subtotal() -> None:
    assert told(sums(PAID)) >= {"214.36 = 96.11 + 118.25", "7.42 = 7.42", "3.18 = 3.18"}


def test_rows_of_one_part_show_that_a_header_means_its_columns() -> None:
    wrong = sums(changed(PAID, "118.25", "113.25"))
    assert told(wrong, "fails") == {"214.36 = 96.11 + 113.25"}


def test_one_part_alone_may_have_others_that_are_not_told() -> None:
    wrong = sums([*PAID[:5], ["9.90", "3.18", "", "卫生健康支出"]])
    assert not told(wrong, "fails")
