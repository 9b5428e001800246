"""Completion beside an actual value in per cent, where the target is in words."""

from tests.claims.support import form

from jixiao.claims.extraction import extract

HEAD = ["一级指标", "目标指标", "权重", "目标值", "业绩值", "完成率", "指标得分"]


def told(actual: str, completion: str, target: str = "健全") -> set[tuple[str, str, str]]:
    rows = [
        ["管理", "制度健全性", "5", target, actual, completion, "5"],
        ["效果", "按时归档", "5", "规范", "良好", "98%", "5"],
    ]
    return {
        (c.stated, c.expression, c.verdict)
        for c in extract(form([HEAD, *rows])).claims
        if c.kind == "restated"
    }


def test_it_repeats_the_value() -> None:
    assert ("95.00%", "95", "holds") in told("95%", "95.00%")


def test_another_completion_is_no_contradiction() -> None:
    assert not {one for one in told("95%", "100%") if one[2] == "fails"}


def test_a_target_in_figures_is_divided_by() -> None:
    assert ("98%", "95", "holds") not in told("95%", "98%", "≥97%")
