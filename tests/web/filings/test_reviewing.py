"""What is wrong in a form is told at its cell, and keeps it from being handed in."""

from decimal import Decimal

import pytest
from tests.web.filings.support import YEAR, clerk, form, indicators, shown
from tests.web.support import County

from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.consistency import inconsistencies
from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.filings.encoding import encoded
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear, Funding, IndicatorProgress, MonitoringPeriod, Project
from jixiao.web.filings.reviewing import Review, Told, review
from jixiao.web.filings.rows import Form
from jixiao.web.people.roles import Role


def reviewed(task: Task) -> Review:
    found = Form.of(Task.objects.get(pk=task.pk))
    assert found is not None
    return review(found)


def told(task: Task, column: str) -> list[Told]:
    return [one for one in reviewed(task).told if one.column == column]


def good(task: Task) -> list[object]:
    """A form without errors: two indicators whose weights are those of the place."""
    project = task.project
    project.annual_goal, project.annual_result = "让学生吃上热饭", "做到了"
    project.save()
    Funding.objects.filter(project=project).update(outturn=Decimal(1_080_000))
    rows = indicators(task, 3, actual="100")
    for row, (level, weight) in zip(
        rows, (("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)), strict=True
    ):
        row.level1, row.weight = level, weight
        row.save()
    return rows


TARGETS = [
    ("name", "", "三级指标"),
    ("target", "", "没有指标值"),
    ("target", "无目标", "没有指标值"),
    ("target", "/", "没有指标值"),
    ("weight", None, "没有分值"),
    ("weight", Decimal(-1), "负数"),
]


@pytest.mark.parametrize(("column", "value", "why"), TARGETS)
def test_a_target_that_is_none_is_an_error_at_its_cell(
    county: County, column: str, value: object, why: str
) -> None:
    task = form(county, StageKind.TARGETS)
    row, *_ = good(task)
    setattr(row, column, value)
    row.save()
    found = [one for one in told(task, column) if one.row == row.pk]
    assert [(one.severity, one.table) for one in found] == [("error", "indicators")]
    assert why in found[0].words


@pytest.mark.parametrize(("target", "unit", "level", "copied"), [
    ("120", "万元", "产出指标", True), ("1200000", "元", "效益指标", True), ("120", "万元", "成本指标", False),
    ("119", "万元", "产出指标", False), ("120", "份", "产出指标", False),
])  # fmt: skip
def test_a_target_that_copies_the_budget_is_refused(
    county: County, target: str, unit: str, level: str, *, copied: bool
) -> None:
    task = form(county, StageKind.TARGETS)
    row, *_ = good(task)
    row.target, row.unit, row.level1 = target, unit, level
    row.save()
    assert any("照抄" in one.words for one in told(task, "target")) is copied


def test_weights_that_do_not_add_up_are_told(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    row, *_ = good(task)
    assert told(task, "weight") == []
    row.weight = 45
    row.save()
    (one,) = told(task, "weight")
    assert one.severity == "error"
    assert "少5分" in one.words


@pytest.mark.parametrize("goal", ["", " ", "无目标", "暂无"])
def test_a_goal_has_to_be_one(county: County, goal: str) -> None:
    task = form(county, StageKind.TARGETS)
    good(task)
    task.project.annual_goal = goal
    task.project.save()
    assert [one.severity for one in told(task, "annual_goal")] == ["error"]


def test_points_below_the_weight_want_a_reason(county: County) -> None:
    task = form(county)
    row, *_ = good(task)
    row.actual = "80"
    row.save()
    (one,) = told(task, "reason")
    assert (one.severity, one.row) == ("error", row.pk)
    row.reason = "雨季停工"
    row.save()
    assert told(task, "reason") == []


def test_more_than_the_target_by_far_wants_an_explanation(county: County) -> None:
    task = form(county)
    row, *_ = good(task)
    row.actual = "131"
    row.save()
    found = told(task, "reason")
    assert [(one.severity, one.row) for one in found] == [("warning", row.pk)]
    row.reason = "追加了预算"
    row.save()
    assert told(task, "reason") == []


def test_money_that_does_not_add_up_is_a_warning(county: County) -> None:
    task = form(county)
    good(task)
    assert told(task, "revised_budget") == []
    Funding.objects.filter(project=task.project).update(revised_budget=Decimal(1_000_000))
    Funding.objects.create(
        project=task.project, source="其中：上级资金", revised_budget=5, outturn=5, position=1
    )
    (one,) = told(task, "revised_budget")
    assert (one.severity, one.table) == ("warning", "funding")
    assert "100.00" in one.words
    assert "120.00" in one.words


def test_the_form_of_one_project_is_not_compared_with_the_money_of_all(county: County) -> None:
    task = form(county)
    good(task)
    Project.objects.filter(pk=task.project_id).update(base=True)
    line = {"outturn": Money(Decimal(999), MoneyUnit.TEN_THOUSAND)}
    year = DepartmentYear.objects.create(
        organisation=county.department,
        fiscal_year=YEAR,
        rulebook="cn",
        facts={"accounts": {"expenditure": {name: encoded(one) for name, one in line.items()}}},
    )
    assert inconsistencies(dossier_of(year, [])) == ()
    assert inconsistencies(dossier_of(year)), "all projects make another sum than the expenditure"
    assert [one.words for one in reviewed(task).told if "全部项目" in one.words] == []


def test_a_form_with_errors_is_not_handed_in_and_says_why(county: County) -> None:
    task = form(county)
    row, *_ = good(task)
    row.actual = ""
    row.save()
    with pytest.raises(Refused, match="没有填实际完成值"):
        carry_out(SubmitTask(task, confirmed=True), county.people[Role.UNIT_CLERK])
    assert Task.objects.get(pk=task.pk).state == TaskState.DRAFT
    assert shown(clerk(county), task)["score"]["notices"][0]["column"] == "actual"


def test_warnings_are_confirmed_and_the_score_is_kept(county: County) -> None:
    task = form(county)
    good(task)
    task.project.annual_result = ""
    task.project.save()
    actor = county.people[Role.UNIT_CLERK]
    with pytest.raises(Refused, match="需要核对"):
        carry_out(SubmitTask(task), actor)
    carry_out(SubmitTask(task, confirmed=True), actor)
    now = Task.objects.get(pk=task.pk)
    assert now.state == TaskState.PENDING


def test_a_score_of_the_rules_is_kept_with_the_form(county: County) -> None:
    task = form(county)
    good(task)
    carry_out(SubmitTask(task, confirmed=True), county.people[Role.UNIT_CLERK])
    now = Task.objects.get(pk=task.pk)
    assert now.score == Decimal(shown(clerk(county), task)["score"]["total"])
    assert now.score == 99  # 90 for the indicators, 9 of 10 for 90 % spent
    assert now.grade


def test_progress_is_between_none_and_all(county: County) -> None:
    task = form(county, StageKind.MONITORING, through_month=6)
    (row,) = indicators(task, 1)
    period = MonitoringPeriod.objects.create(project=task.project, through_month=6)
    IndicatorProgress.objects.create(period=period, indicator=row, actual="1", likelihood=Decimal(2))
    assert [one.severity for one in told(task, "likelihood")] == ["error"]


@pytest.mark.parametrize("number", [0, 3])
def test_an_empty_form_is_reviewed(county: County, number: int) -> None:
    targets = form(county, StageKind.TARGETS)
    indicators(targets, number, weight=None, target="")
    assert reviewed(targets).errors
    assert reviewed(form(county)).card is not None
