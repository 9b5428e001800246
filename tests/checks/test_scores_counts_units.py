"""What JX107 to JX111 say, with which severity."""

from decimal import Decimal

import pytest
from tests.claims.support import claims, form

from jixiao.checks import jx107_score_sum
from jixiao.core.finding import Finding
from jixiao.core.solution import Correction, Root
from jixiao.pipeline import check_document, check_text


def found(text: str, code: str) -> list[Finding]:
    return [finding for finding in check_text(text).findings if finding.code == code]


@pytest.mark.parametrize(
    ("text", "code", "severity", "words"),
    [
        ("剔除后满分为80分，考核得分72分，换算得分为91.5分。", "JX107", "error", "应为 90.00"),
        ("纳入评价的项目16个：上年结转4个、年初预算6个、年中追加5个。", "JX108", "error", "应为 15个"),
        ("上年结转项目共4个。\n本次自评涉及6个上年结转项目的执行情况。\n", "JX108", "error", "他处为“4个”"),
        ("自评得分91分，评价等级为良。", "JX109", "warning", "不高于 89.99 分"),
        ("自评得分72分，评价等级为优。", "JX109", "error", "不低于 90 分"),
        (
            "1.甲项目，得分88分，等级为优。\n2.乙项目，得分88分，等级为良。\n3.丙项目，得分86分，等级为良。\n",
            "JX109",
            "error",
            "同分不同级",
        ),
        ("服务对象满意度102%。", "JX110", "error", "超过100%"),
        ("项目全年预算数25万元，执行数26.5万元。", "JX110", "warning", "大于全年预算数“25万元”"),
        ("全年受理来信350件，已办结360件。", "JX110", "warning", "大于受理"),
        (
            "全年支出405元，其中：人员经费205万元，公用经费120万元，项目经费80万元。",
            "JX111",
            "error",
            "单位与分项不同",
        ),
    ],
)
def test_message_and_severity(text: str, code: str, severity: str, words: str) -> None:
    texts = [(finding.severity, finding.message) for finding in found(text, code)]
    assert any(one == severity and words in message for one, message in texts), texts


def test_a_wrong_unit_names_the_right_one() -> None:
    (finding,) = found("项目全年预算数26.4万元，执行数26.4元，已支付完毕。", "JX111")
    assert (finding.error_type, finding.suggestion) == ("wrong_unit", "“26.4元”很可能应为“26.4万元”。")


def test_one_list_told_three_times_is_no_independent_support() -> None:
    rows = [["一级指标", "三级指标", "分值", "得分"]]
    rows += [["产出指标", f"第{n}项", "10", ""] for n in range(7)]
    rows += [["合计", "90"], ["评价结论", "95.5分"]]
    findings = [one for one in check_document(form(rows)).findings if one.code == "JX107"]
    assert [one.stated for one in findings if one.severity == "error"] == ["90"]
    assert not [one for one in findings if "很可能" in one.suggestion]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "本次评价满分100分，其中投入指标20分、过程指标30分、产出指标40分。",
            "所列各数相加为 90分，此处写“100分”（20 + 30 + 40）",
        ),
        (
            "自评总得分95分，具体如下：\n（一）投入指标（得18分）\n（二）过程指标（得29分）\n（三）产出指标（得49分）\n",
            "所列各数相加为 96分，此处写“95分”（18 + 29 + 49）",
        ),
    ],
)
def test_a_sum_that_fails_blames_neither_the_total_nor_a_part(text: str, words: str) -> None:
    (finding,) = found(text, "JX107")
    assert words in finding.message
    assert "应为" not in finding.message
    assert "少列了一项" in finding.suggestion


def test_a_conclusion_beyond_the_weights_is_suspicious() -> None:
    rows = [["一级指标", "三级指标", "分值", "得分"]]
    rows += [["产出指标", f"第{n}项", "10", ""] for n in range(3)]
    rows += [["评价结论", "95分"]]
    (finding,) = [one for one in check_document(form(rows)).findings if one.code == "JX107"]
    assert (finding.severity, "超过所列指标分值之和" in finding.message) == ("warning", True)


def test_a_correction_needs_relations_of_different_figures() -> None:
    lines = "（一）投入（分值30分，得20分）\n（二）过程（分值30分，得30分）\n（三）产出（分值40分，得40分）\n"
    (claim,) = [
        c for c in claims("自评总分为95分，具体如下：\n" + lines, "score_sum") if c.verdict == "fails"
    ]
    part = claim.relation.operands[0].quantity
    told_twice = Root((claim,), Correction(part, Decimal(25), "wrong_digit", (claim, claim)))
    assert jx107_score_sum._independent(told_twice).correction is None
    total = Root((claim,), Correction(claim.relation.stated, Decimal(90), "wrong_digit", (claim, claim)))
    assert jx107_score_sum._independent(total).correction is not None
