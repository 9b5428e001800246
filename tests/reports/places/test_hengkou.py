"""恒口示范区: projects in groups by the origin of their money, rolled up."""

from decimal import Decimal

import pytest
from tests.reports.places.support import Written, example, headings, made_up, unprinted, written

from jixiao.rulebooks.loading import load

HEAD = """
rulebook = "610902-hengkou"
fiscal_year = 2023
department = { code = "shui", name = "恒口示范区水务站" }
"""

ONE = (
    HEAD
    + """
[[projects]]
code = "p1"
name = "渠道清淤"
origin = "supplementary"
revised_budget = 30
outturn = 24
annual_result = "按期完工"
indicators = [
  { code = "i1", level1 = "产出指标", name = "清淤渠道", operator = "≥", target = 12, unit = "公里", actual = 11.5 },
  { code = "i2", level1 = "效益指标", name = "灌溉用水", actual = "有保障" },
]
problems = "雨季停工十天。"
printed = { total = 85 }
"""
)

UNGROUPED = (
    ONE
    + """
[[projects]]
code = "p2"
name = "水费补助"
original_budget = 10
outturn = 10
printed = { total = 95 }
"""
)


@pytest.fixture(scope="module")
def made() -> Written:
    return written(example("610902-hengkou-2023"))


def test_is_clean(made: Written) -> None:
    """The two warnings are the document numbers that the published report prints twice."""
    assert (made.errors, made.gaps) == ([], ())
    assert [warning[:5] for warning in made.warnings] == ["JX304", "JX304"]
    assert made.share >= Decimal("0.95")


def test_has_the_sections_of_the_place(made: Written) -> None:
    sections = load("610902-hengkou").rules(2023).sections["self_evaluation"].value.headings
    assert headings(made) == [*sections, "需要说明的事项"]


def test_totals_are_those_of_the_projects(made: Written) -> None:
    for words in (
        "预算资金3118.08万元，全年支出2974.04万元，执行率95.38%",
        "上年结转项目4个、部门整体预算1个、年中追加项目28个",
        "等级为“优”的24个，等级为“良”的9个",
        "原下达预算50.00万元，调减15.00万元，全年预算35.00万元",
    ):
        assert words in made.text, words


def test_prints_the_facts(made: Written) -> None:
    """Left out: the published totals, which statements correct, and remarks of whoever made the example."""
    left = {path for path in unprinted(made) if not path.endswith(".note")}
    assert left == {"projects.p01.payment_status"}


def test_a_department_without_projects() -> None:
    made = written(made_up(HEAD))
    assert made.errors == []
    assert "2023年没有项目支出。" in made.text
    assert "〔待补：存在的问题及原因〕" in made.gaps


def test_one_project() -> None:
    made = written(made_up(ONE))
    assert made.errors == []
    for words in (
        "清淤渠道11.5公里（目标≥12公里）",
        "灌溉用水：有保障",
        "等级为“良”",
        "存在的问题：雨季停工十天。",
        "执行率80.00%",
    ):
        assert words in made.text, words
    assert "小计" not in made.text


def test_a_project_of_no_group_is_told_nevertheless() -> None:
    made = written(made_up(UNGROUPED))
    assert made.errors == []
    assert "水费补助" in made.text
    assert "预算资金40.00万元，全年支出34.00万元，执行率85.00%" in made.text
