"""The mean of scores told before it."""

import pytest
from tests.claims.support import form, observations

from jixiao.claims.extraction import extract


def held(text: str) -> list[str]:
    means = [one for one in observations(text, "score_sum") if " / " in one.expression]
    return [one.expression if one.verdict == "holds" else f"not {one.expression}" for one in means]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专家1评80分，专家2评84分，平均82分。", ["(80 + 84) / 2"]),
        ("三位专家分别评80分、84分、85分，平均得分83分。", ["(80 + 84 + 85) / 3"]),
        ("三位专家分别评80分、84分、85分，平均得分82分。", ["not (80 + 84 + 85) / 3"]),
        ("三位专家分别评80分、84分、85分，平均得分79分。", []),
        ("专家评80分，平均80分。", []),
        ("专家1评80分，专家2评84分，复核82分。", []),
    ],
)
def test_a_mean_is_right_or_a_slip_off(text: str, expected: list[str]) -> None:
    assert held(text) == expected


def test_in_a_cell() -> None:
    found = extract(form([["专家评分", "专家1评80分，专家2评84分，平均82分"], ["总额", "80"]])).observations
    assert "(80 + 84) / 2" in [one.expression for one in found]


def test_of_a_column_of_a_table() -> None:
    text = (
        "| 项目 | 自评得分 | 决策 |\n| 道路养护 | 95 | 18.5 |\n| 河道保洁 | 90 | 18 |\n| 校园安保 | 78.5 | 16 |\n"
        "3个项目自评平均得分{}分，总体较好。\n"
    )
    assert "(95 + 90 + 78.5) / 3" in held(text.format("87.8"))
    assert "(95 + 90 + 78.5) / 3" not in held(text.format("88.7"))
