"""Weights in brackets behind names, level after level."""

from tests.claims.support import claims

TEXT = (
    "指标体系 部门决策(25分) 目标任务(15分) 相关性(5分) 5 明确性(5分) 5 合理性(5分) 5 预算编制(10分) 测算依据(6分) 6 目标管理(4分) 4\n"
    "综合管理(30分) 资金分配(12分) 及时性(12分) 12 绩效监控(18分) 监控率(18分) 17\n整体绩效(45分) 履职情况(25分) 25 满意度(20分) 19\n"
)


def verdicts(text: str) -> set[tuple[str, str, str]]:
    return {(claim.stated, claim.expression, claim.verdict) for claim in claims(text, "score_sum")}


def test_each_weight_is_that_of_what_stands_below_it() -> None:
    found = verdicts(TEXT)
    assert {
        ("25分", "15 + 10", "holds"),
        ("15分", "5 + 5 + 5", "holds"),
        ("10分", "6 + 4", "holds"),
        ("45分", "25 + 20", "holds"),
    } <= found
    assert not [one for one in found if one[2] == "fails"]


def test_weights_that_do_not_fill_the_one_above_tell_nothing() -> None:
    assert ("25分", "15 + 10", "holds") not in verdicts(TEXT.replace("目标任务(15分)", "目标任务(12分)"))
    assert not [one for one in verdicts(TEXT.replace("(6分)", "(7分)")) if one[2] == "fails"]


def test_indicators_of_the_second_level_have_none_below() -> None:
    text = "产出(30分) 数量指标(10分) 质量指标(5分) 时效指标(5分) 成本指标(10分)"
    assert verdicts(text) == {("30分", "10 + 5 + 5 + 10", "holds")}


def test_first_levels_make_a_hundred() -> None:
    text = "决策(20分) 立项(12分) 目标(8分) 过程(30分) 资金(12分) 组织(18分) 效益(50分) 经济效益(20分) 社会效益(30分)"
    assert ("50分", "100 − 20 − 30", "holds") in verdicts(text)
