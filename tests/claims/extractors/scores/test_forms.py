"""Self-evaluation forms whose table was lost: figures in the order of the text."""

from collections.abc import Callable

import pytest
from tests.claims.support import claims, observations
from tests.claims.support import form as form_of

from jixiao.claims.reading.document import read_document
from jixiao.claims.scores.scoresheets import sheets_of

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


def told(text: str) -> set[tuple[str, str, str]]:
    return {(claim.stated, claim.expression, claim.verdict) for claim in claims(text, "score_sum")}


def verdicts(text: str) -> set[tuple[str, str, str]]:
    """The sums of points; what a row's points are made of is told beside them (see below)."""
    return {one for one in told(text) if "×" not in one[1]}


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
    every = [one for one in claims(text, "score_sum") if not one.stated.endswith("分")]
    (found,) = [one for one in every if one.relation.formula not in ("product", "points_more")]
    assert (found.verdict, len(found.quantities)) == ("holds", 6)
    assert not observations(text, "score_sum")


def test_the_grade_behind_the_total() -> None:
    graded = [(claim.stated, claim.verdict) for claim in claims(form(), "grade")]
    assert graded == [("97", "holds")]
    wrong = [(claim.stated, claim.verdict) for claim in claims(form().replace(" 97 优", " 97 差"), "grade")]
    assert wrong == [("97", "fails")]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_points_of_the_budget_are_its_full_mark_times_its_rate(layout: Callable[[str], str]) -> None:
    assert ("9", "10 × 90", "holds") in told(layout(form()))


def test_other_points_of_the_budget_are_no_error_where_nothing_tells_how_they_are_made() -> None:
    """Places give all points from 95 per cent on, or take them off by steps."""
    other = told(form(total="98").replace("90% 9 ", "90% 10 "))
    assert not [one for one in other if "×" in one[1] or one[2] == "fails"]


@pytest.mark.parametrize(
    ("heads", "figures"), [("执行率 分值 得分", "95.00% 20 19"), ("分值 执行率 得分", "20 95.00% 19")]
)
def test_points_of_a_budget_row_alone(heads: str, figures: str) -> None:
    text = f"项目自评表 全年预算数 全年执行数 {heads} 年度资金总额 80 76 {figures}"
    assert ("19", "20 × 95.00", "holds") in told(text)


@pytest.mark.parametrize(("points", "verdict"), [("18.4", "holds"), ("18.9", "fails")])
@pytest.mark.parametrize("bar", [" ", " | "])
def test_a_header_tells_how_points_are_made(points: str, verdict: str, bar: str) -> None:
    cells = [
        "预算数(A)",
        "执行数(B)",
        "执行率(B/A)",
        "得分(20分*执行率)",
        "年度财政资金总额",
        "250",
        "230",
        "92%",
    ]
    assert (points, "20 × 92", verdict) in told(bar.join([*cells, points]))


APART = (
    "绩效指标 | 一级 指标 |\n二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 未完成原因 | |\n"
    "产 出 指 标 (60分) |\n数量指标 | 修缮房屋 | {first} | 12户 | 12户 | 25 | | |\n其中平房 | 7户 | 7户 | | | |\n"
    "质量指标 | 验收合格率 | 35 | 100% | 98% | {score} | |\n"
    "效 益 指 标 (40分) |\n社会效益 | 受益人数 | 40 | ≥50人 | 61人 | 40 | |\n总分 | 100 | 99 |\n"
)


def test_target_and_value_between_full_mark_and_score() -> None:
    """Cells over several rows are left out, so that 12户 stands where the header has 分值."""
    found = verdicts(APART.format(first="25", score="34"))
    assert {
        ("60分", "25 + 35", "holds"),
        ("40分", "40", "holds"),
        ("100", "25 + 35 + 40", "holds"),
        ("99", "25 + 34 + 40", "holds"),
    } <= found
    assert not [one for one in found if one[2] == "fails"]
    failing = {one for one in verdicts(APART.format(first="25", score="33")) if one[2] == "fails"}
    assert failing == {("99", "25 + 33 + 40", "fails")}


SPACED = (
    "一级指标 二级指标 三级指标 分值 得分\n决策(15 分) 立项 依据充分性 (政策) 8 8\n程序规范性 7 6\n"
    "过程( 25 分) 资金 到位率 10 10\n执行率 15 {score}\n产出(60 分) 完工数量 35 33\n验收质量 25 25\n总分 100 {total}\n"
)


def test_rows_that_lost_cells_at_their_left() -> None:
    found = verdicts(SPACED.format(score="14", total="96"))
    assert {
        ("15 分", "8 + 7", "holds"),
        ("25 分", "10 + 15", "holds"),
        ("60 分", "35 + 25", "holds"),
        ("100", "8 + 7 + 10 + 15 + 35 + 25", "holds"),
        ("96", "8 + 6 + 10 + 14 + 33 + 25", "holds"),
    } <= found
    assert not [one for one in found if one[2] == "fails"]
    failing = {one[0] for one in verdicts(SPACED.format(score="14", total="98")) if one[2] == "fails"}
    assert failing == {"98"}


def test_the_full_mark_of_the_budget_told_again_for_its_source_counts_once() -> None:
    rows = [
        ["资金", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "30", "30", "10", "100%", "10"],
        ["其中：财政拨款", "30", "30", "10", "100%", "10"],
        ["产出数量", "≥20", "21", "60", "", "60"],
        ["受益人数", "≥80", "87", "30", "", "30"],
    ]
    (sheet,) = sheets_of(read_document(form_of(rows)).tables[0])
    assert [f"{token.number:f}" for token in sheet.full] == ["10", "60", "30"]
