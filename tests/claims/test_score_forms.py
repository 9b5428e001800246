"""Self-evaluation forms whose table was lost: figures in the order of the text."""

from collections.abc import Callable

import pytest
from tests.claims.support import claims, observations

HEAD = "项目支出绩效自评表 项目名称 道路养护 年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额: 60 60 54 10 90% 9 "
BODY = (
    "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因 "
    "产出指标(50分) 数量指标 养护里程 ≥120公里 118公里 20 {first} 质量指标 验收合格率 100% 100% 15 15 "
    "时效指标 按期完工 按时 按时 15 {last} 效益指标(30分) 社会效益指标 出行条件改善 明显 明显 {weight} 30 "
    "满意度指标(10分) 服务对象满意度指标 群众满意度 ≥90% 92% 10 10 总分 {full} {total} 优"
)


def form(
    first: str = "19", last: str = "14", weight: str = "30", full: str = "100", total: str = "97"
) -> str:
    return HEAD + BODY.format(first=first, last=last, weight=weight, full=full, total=total)


def verdicts(text: str) -> set[tuple[str, str, str]]:
    return {(claim.stated, claim.expression, claim.verdict) for claim in claims(text, "score_sum")}


LAYOUTS: dict[str, Callable[[str], str]] = {
    "one line": lambda text: text,
    "bars": lambda text: text.replace(" ", " | "),
    "cells on lines": lambda text: text.replace(" ", "\n"),
    "cells on lines, bars": lambda text: text.replace(" ", " |\n") + " |",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_rows_make_the_total(layout: Callable[[str], str]) -> None:
    found = verdicts(layout(form()))
    assert ("100", "10 + 20 + 15 + 15 + 30 + 10", "holds") in found
    assert ("97", "9 + 19 + 15 + 14 + 30 + 10", "holds") in found
    assert not [one for one in found if one[2] == "fails"]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_full_marks_prove_a_wrong_score(layout: Callable[[str], str]) -> None:
    failing = [one for one in verdicts(layout(form(total="98"))) if one[2] == "fails"]
    assert failing == [("98", "9 + 19 + 15 + 14 + 30 + 10", "fails")]
    failing = [one for one in verdicts(layout(form(first="18"))) if one[2] == "fails"]
    assert failing == [("97", "9 + 18 + 15 + 14 + 30 + 10", "fails")]


def test_scores_prove_a_wrong_full_mark() -> None:
    failing = {one[0] for one in verdicts(form(full="105")) if one[2] == "fails"}
    assert failing == {"105"}


def test_sections() -> None:
    found = verdicts(form())
    assert {one for one in found if one[0].endswith("分")} == {
        ("50分", "20 + 15 + 15", "holds"),
        ("30分", "30", "holds"),
        ("10分", "10", "holds"),
    }
    wrong = verdicts(form().replace("产出指标(50分)", "产出指标(40分)"))
    assert ("40分", "20 + 15 + 15", "fails") in wrong


@pytest.mark.parametrize("outturn", ["54.00", "13.07"])
def test_an_amount_before_the_rate_is_no_full_mark_where_that_stands_behind(outturn: str) -> None:
    head = (
        "预算执行情况(10分) | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因 |\n"
        f"总额 | {outturn} | {outturn} | {outturn} | 100% | 10 | 10 | |\n"
    )
    found = verdicts(head + BODY.format(first="19", last="14", weight="30", full="100", total="98"))
    assert ("100", "10 + 20 + 15 + 15 + 30 + 10", "holds") in found
    assert not [one for one in found if one[2] == "fails"]


def test_a_form_whose_figures_prove_nothing_is_left_alone() -> None:
    assert not verdicts(form(weight="31", full="100", total="95").replace("(", "").replace("分)", ""))


def test_two_forms_are_read_apart() -> None:
    found = verdicts(form() + "\n" + form(first="17", total="95"))
    assert ("95", "9 + 17 + 15 + 14 + 30 + 10", "holds") in found
    assert not [one for one in found if one[2] == "fails"]


def test_the_score_of_the_forms_head_is_that_of_its_total() -> None:
    told = form().replace("道路养护", "道路养护 自评得分 96")
    assert ("96", "97", "fails") in verdicts(told)


def test_full_marks_alone() -> None:
    text = (
        "预算执行情况(10分) 预算执行率 权重 得分 总额 50.00 48.00 96.00% 10\n绩效指标(90分) 一级指标 三级指标 指标值 完成值 权重 得分\n"
        "产出指标 检修设备数量 ≥ 30 台 31 60\n效益指标 设备完好率提升 ≥ 95 % 96 30\n合计 100\n"
    )
    assert ("100", "10 + 60 + 30", "holds") in verdicts(text)


def test_a_form_without_total_makes_a_hundred() -> None:
    text = form().split(" 总分")[0]
    (found,) = [one for one in claims(text, "score_sum") if not one.stated.endswith("分")]
    assert (found.verdict, len(found.quantities)) == ("holds", 6)
    assert not observations(text, "score_sum")


def test_the_grade_behind_the_total() -> None:
    graded = [(claim.stated, claim.verdict) for claim in claims(form(), "grade")]
    assert graded == [("97", "holds")]
    wrong = [(claim.stated, claim.verdict) for claim in claims(form().replace(" 97 优", " 97 差"), "grade")]
    assert wrong == [("97", "fails")]
