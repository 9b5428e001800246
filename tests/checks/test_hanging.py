"""A result worked out from a figure in dispute is told with it."""

from jixiao.core.finding import Finding
from jixiao.pipeline import check_text

TOLD = """2023年度部门整体支出绩效自评报告
基本支出412.37万元，其中：人员经费支出371.52万元，日常公用经费支出40.85万元。
全年预算安排公用经费总额52.6万元，实际支出{spent}万元，公用经费控制率{rate}%。
"""


def found(spent: str, rate: str) -> list[Finding]:
    report = check_text(TOLD.format(spent=spent, rate=rate))
    return [finding for finding in report.findings if finding.code == "JX201"]


def test_the_rate_that_hangs_on_one_of_two_figures_is_told() -> None:
    (finding,) = found("40.83", "77.62")
    assert "77.62%" in finding.message
    assert "40.85万元" in finding.message
    assert "77.62%" in finding.message_en
    assert any("77.62%" in side.quote for side in finding.related)


def test_a_rate_that_holds_with_both_is_not() -> None:
    (finding,) = found("40.83", "77.6")
    assert "77.6%" not in finding.message


def test_figures_that_agree_tell_nothing() -> None:
    assert found("40.85", "77.66") == []


def test_the_total_that_hangs_on_one_of_two_counts_is_told() -> None:
    text = (
        "2023年度部门自评报告\n1.上年结转项目共3个，涉及资金40.00万元。\n"
        "本次自评涉及5个上年结转项目，以及12个本级项目。\n本次自评涉及预算项目共17个，其中包含上年结转资金3个。\n"
    )
    findings = [one for one in check_text(text).findings if one.code == "JX108"]
    assert any("17个" in one.message for one in findings), [one.message for one in findings]
