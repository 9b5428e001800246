"""Totals of one part: the only row above 合计, the only column after 其中, sources that gave nothing."""

import pytest
from tests.claims.support import form

from jixiao.claims.extraction import extract

TASKS = ["任务名称", "预算金额", "其中：财政拨款", "其他资金"]


def sums(rows: list[list[str]]) -> set[tuple[str, str, str]]:
    found = extract(form(rows, "单位：万元")).claims
    return {(c.stated, c.expression, c.verdict) for c in found if c.kind == "sum"}


def test_one_row_above_its_total_and_one_source_of_it() -> None:
    rows = [TASKS, ["保障运转", "954.82", "954.82", "0.00"], ["金额合计", "954.82", "954.82", "0.00"]]
    assert {("954.82", "954.82", "holds"), ("954.82", "954.82 + 0.00", "holds")} <= sums(rows)


@pytest.mark.parametrize("part", ["945.82", "54.82"])
def test_a_part_that_differs_may_have_others_beside_it(part: str) -> None:
    rows = [TASKS, ["保障运转", part, part, "/"], ["金额合计", "954.82", "954.82", "/"]]
    assert not {verdict for *_, verdict in sums(rows)} - {"holds"}
    assert ("954.82", part, "holds") not in sums(rows)


def test_sources_that_gave_nothing_belong_to_the_total_above() -> None:
    rows = [
        ["部门预算", "预算数"],
        ["预算总额", "1210.74"],
        ["财政拨款", "1210.74"],
        ["基金拨款", "0.00"],
        ["其他收入", "0.00"],
    ]
    assert ("1210.74", "1210.74 + 0.00 + 0.00", "holds") in sums(rows)


PLANNED = ["任务名称", "完成情况", "预算数（元）", "其中：财政拨款", "执行数（元）", "其中：财政拨款"]


def whole(*amounts: str) -> set[tuple[str, str, str]]:
    found = extract(form([PLANNED, ["部门总体预算", "100%", *amounts]])).claims
    return {(c.stated, c.expression, c.verdict) for c in found if c.kind == "sum" and c.verdict == "fails"}


def test_all_from_the_treasury_and_all_spent() -> None:
    assert not whole("7316408.52", "7316408.52", "7316408.52", "7316408.52")


def test_of_four_equal_figures_one_is_a_slip_apart() -> None:
    told = "7316408.52"
    assert whole(told, "7316408.25", told, told) == {(told, "7316408.25", "fails")}
    assert whole(told, told, "7316408.25", told) == {("7316408.25", told, "fails")}


def test_what_was_not_spent_is_no_slip() -> None:
    assert not whole("7316408.52", "7316408.52", "7216408.52", "7216408.52")


def test_other_sources_are_no_slip() -> None:
    assert not whole("7316408.52", "7316408.52", "7316408.52", "6905120.00")


def of_projects(first: str, total: str, second: str = "") -> set[tuple[str, str, str]]:
    rows = [
        ["科目", "人数", "项目支出"],
        ["一般公共服务支出", "12", first],
        ["社会保障和就业支出", "3", second],
        ["合计", "", total],
    ]
    return {one for one in sums(rows) if one[0] == total}


def test_the_only_figure_of_a_column_is_its_total() -> None:
    assert of_projects("505.31", "505.31") == {("505.31", "505.31", "holds")}
    assert of_projects("505.31", "508.31") == {("508.31", "505.31", "fails")}


def test_a_second_figure_makes_a_sum_of_two() -> None:
    assert of_projects("505.31", "508.31", "3.00") == {("508.31", "505.31 + 3.00", "holds")}
