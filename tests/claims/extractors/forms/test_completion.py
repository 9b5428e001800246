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


COMPLETIONS = [
    ["管理", "制度健全性", "5", "健全", "96%", "96%", "5"],
    ["管理", "资金规范性", "5", "规范", "100%", "100%", "5"],
    ["管理", "采购规范性", "5", "规范", "97%", "97%", "5"],
    ["管理", "档案规范性", "5", "规范", "100%", "100%", "5"],
    ["效果", "任务完成", "20", "=40", "38", "95.00%", "19"],
    ["效果", "培训人次", "20", "≥150", "150", "100.00%", "20"],
    ["效果", "服务满意", "20", "≥95%", "95%", "100.00%", "20"],
    ["效果", "按期办结", "20", "=100%", "98%", "98.00%", "20"],
]


def failing(rows: list[list[str]]) -> set[tuple[str, str, str]]:
    """Completions that cannot be, with whether that is sure."""
    return {
        (c.stated, c.expression, c.relation.binding)
        for c in extract(form([HEAD, *rows])).claims
        if c.verdict == "fails" and c.kind in ("rate", "restated")
    }


def test_a_form_of_completions_holds() -> None:
    assert not failing(COMPLETIONS)


def test_where_other_rows_repeat_the_value_another_completion_fails() -> None:
    wrong = [COMPLETIONS[0], [*COMPLETIONS[1][:5], "106%", "5"], *COMPLETIONS[2:]]
    assert failing(wrong) == {("106%", "100", "bound")}


def test_where_other_rows_divide_another_completion_fails() -> None:
    wrong = [*COMPLETIONS[:4], ["效果", "任务完成", "20", "=40", "33", "95.00%", "19"], *COMPLETIONS[5:]]
    assert failing(wrong) == {("95.00%", "33 / 40", "bound")}


def test_what_goes_beyond_its_target_may_be_full() -> None:
    assert not failing([*COMPLETIONS, ["效果", "宣传次数", "5", "≥10", "12", "100.00%", "5"]])


def test_a_limit_that_was_kept_may_be_full() -> None:
    assert not failing([*COMPLETIONS, ["效果", "办理时限", "5", "≤20", "16", "100.00%", "5"]])
