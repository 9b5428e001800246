"""Figures against what limits them."""

import pytest
from tests.claims.support import claims, observations


def verdicts(text: str) -> list[tuple[str, str, str]]:
    return [(claim.stated, claim.verdict, claim.relation.binding) for claim in claims(text, "bound")]


def test_outturn_against_the_revised_budget_only_warns() -> None:
    text = "项目全年预算数{}万元，执行数26.5万元。"
    assert verdicts(text.format("30")) == [("26.5万元", "holds", "inferred")]
    assert verdicts(text.format("25")) == [("26.5万元", "fails", "inferred")]
    assert not verdicts("年初预算数25万元，执行数26.5万元。")


@pytest.mark.parametrize(
    "text",
    [
        "税收收入完成年初预算的109%。",
        "一般公共预算支出完成预算的103%。",
        "全年收入超额完成任务，完成率112%。",
    ],
)
def test_rates_over_a_hundred_where_possible(text: str) -> None:
    assert not verdicts(text)


def test_rates_over_a_hundred_where_impossible() -> None:
    assert verdicts("服务对象满意度102%。") == [("102%", "fails", "bound")]
    assert verdicts("部门整体支出预算执行率105%。") == [("105%", "fails", "inferred")]
    text = "其他项目全年预算数35.5万元，实际支出35.5万元，完成预算安排的1002%。"
    assert ("1002%", "fails", "bound") in verdicts(text)


def test_a_part_and_its_whole() -> None:
    assert verdicts("在职人员40人，其中女性18人。") == [("18人", "holds", "bound")]
    assert verdicts("在职人员40人，其中女性48人。") == [("48人", "fails", "bound")]
    assert verdicts("行政编制32人（包括4名工勤人员）。") == [("4名", "holds", "bound")]
    assert not verdicts("安排资金40万元，其中市级资金30万元。")
    assert verdicts("安排资金40万元，其中市级资金50万元。") == [("50万元", "fails", "inferred")]


def test_settled_and_received() -> None:
    assert verdicts("全年受理来信350件，已办结340件。") == [("340件", "holds", "inferred")]
    assert verdicts("全年受理来信350件，已办结360件。") == [("360件", "fails", "inferred")]


def test_a_score_and_its_full_mark() -> None:
    assert verdicts("（一）产出指标（分值20分，得22分）") == [("22分", "fails", "bound")]


def test_targets_in_lines() -> None:
    text = "1、办结率，年度指标值：≥95%，实际完成值：{}，分值10分，得分{}分。"
    assert ("97%", "holds", "bound") in verdicts(text.format("97%", "10"))
    assert ("90%", "fails", "inferred") in verdicts(text.format("90%", "10"))
    assert not [one for one in verdicts(text.format("90%", "8")) if one[1] == "fails"]


FORM = (
    "| 一级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析 |\n"
    "| 产出指标 | 简报期数 | ≥ | 20 | 期 | 24 | 40 | 40 |  |\n"
    "| 产出指标 | 验收合格率 | {sign} | 95 | % | {actual} | 40 | {score} | {reason} |\n"
    "| 成本指标 | 总成本 | ≤ | 50 | 万元 | 48 | 20 | 20 |  |\n"
)


def form(sign: str = "≥", actual: str = "98%", score: str = "40", reason: str = "") -> str:
    return FORM.format(sign=sign, actual=actual, score=score, reason=reason)


def test_targets_in_a_form() -> None:
    assert ("98%", "holds", "bound") in verdicts(form())
    assert ("24", "holds", "bound") in verdicts(form())
    assert ("90%", "fails", "inferred") in verdicts(form(actual="90%"))
    assert not [one for one in verdicts(form(actual="90%", score="38")) if one[1] == "fails"]
    assert not [one for one in verdicts(form(actual="90%", reason="资金到位晚")) if one[1] == "fails"]
    assert ("41", "fails", "bound") in verdicts(form(score="41"))


def test_operators_that_point_the_wrong_way_are_one_observation() -> None:
    assert not observations(form(), "bound")
    (found,) = observations(form(sign="≤", actual="95%"), "bound")
    assert (found.fault, found.proven, found.stated) == ("operator_inverted", False, "验收合格率 ≤95%")


def test_costs_with_a_lower_limit_are_inverted() -> None:
    turned = form().replace("| ≤ | 50 | 万元 |", "| ≥ | 50 | 万元 |")
    (found,) = observations(turned, "bound")
    assert (found.stated, found.computed) == ("总成本 ≥50万元", "≤")


def test_values_that_cannot_be_compared_are_left() -> None:
    qualitative = form().replace("| 20 | 期 | 24 |", "| 健全 | 其他 | 优 |")
    assert not [one for one in verdicts(qualitative) if one[1] == "fails"]
    other = form().replace("| 20 | 期 | 24 |", "| 20 | 期 | 100% |")
    assert not [one for one in verdicts(other) if one[1] == "fails"]


def test_a_full_mark_joined_to_a_rate_is_no_rate_above_hundred() -> None:
    assert claims("质量指标项目验收合格率20100%100%20", "bound") == []
    assert [claim.verdict for claim in claims("项目验收合格率105%。", "bound")] == ["fails"]
