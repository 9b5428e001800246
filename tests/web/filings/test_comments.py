"""Comments on fields are told with the cell that they are about."""

import pytest
from django.utils import timezone
from tests.web.filings.support import YEAR, clerk, form, indicators, shown
from tests.web.support import County, signed_in

from jixiao.web.cycles.models import Comment, StageKind, SubjectKind, Task
from jixiao.web.filings.models import Indicator, MonitoringPeriod
from jixiao.web.filings.subjects import year_of
from jixiao.web.people.roles import Role


def said(county: County, task: Task, path: str, **more: object) -> Comment:
    lead = county.people[Role.DEPARTMENT_LEAD]
    return Comment.objects.create(task=task, path=path, words="why", by=lead, **more)


def places(county: County, task: Task) -> list[tuple[str, int, str]]:
    return [(one["table"], one["row"], one["column"]) for one in shown(clerk(county), task)["comments"]]


def test_each_kind_of_field_is_found(county: County) -> None:
    task = form(county)
    first, *_ = indicators(task)
    fund = task.project.funding.get()
    for path in ("annual_result", f"funding.{fund.source}.outturn", f"indicators.{first.code}.evidence"):
        said(county, task, path)
    assert places(county, task) == [
        ("project", task.project_id, "annual_result"),
        ("funding", fund.pk, "outturn"),
        ("indicators", first.pk, "evidence"),
    ]


def test_a_line_of_monitoring_and_the_period(county: County) -> None:
    task = form(county, StageKind.MONITORING, through_month=6)
    first, *_ = indicators(task)
    MonitoringPeriod.objects.create(project=task.project, through_month=6)
    said(county, task, f"monitoring.6.indicators.{first.code}.reason")
    said(county, task, "monitoring.6.outturn")
    assert places(county, task) == [("progress", first.pk, "reason"), ("period", 6, "outturn")]


def test_a_line_of_a_department_as_a_whole(county: County) -> None:
    task = form(county, subject=SubjectKind.DEPARTMENT)
    year = year_of(county.department, YEAR)
    year.save()
    line = Indicator.objects.create(department_year=year, code="d1", level1="x", name="Meals")
    said(county, task, "appraisal.goal")
    said(county, task, "indicators.d1.points")
    assert [(one["table"], one["row"], one["column"]) for one in answer(county, task)] == [
        ("department", YEAR, "appraisal.goal"),
        ("indicators", line.pk, "points"),
    ]


def answer(county: County, task: Task) -> list[dict[str, object]]:
    return list(shown(signed_in(county.people[Role.DEPARTMENT_LEAD]), task)["comments"])


@pytest.mark.parametrize("path", ["", "indicators.gone.reason", "nothing"])
def test_one_about_the_whole_form_or_a_field_that_is_gone_stays_in_the_list_only(
    county: County, path: str
) -> None:
    task = form(county)
    said(county, task, path)
    assert places(county, task) == []


def test_one_that_was_dealt_with_says_so(county: County) -> None:
    task = form(county)
    said(county, task, "annual_result", solved_at=timezone.now())
    assert [one["solved"] for one in shown(clerk(county), task)["comments"]] == [True]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("indicators.gone.evidence", "已删除的行 · "),
        ("nothing.of.this", "已删除的栏目"),
    ],
)
def test_one_about_a_row_that_is_gone_is_told_in_words(county: County, path: str, words: str) -> None:
    task = form(county)
    indicators(task)
    said(county, task, path)
    page = clerk(county).get(f"/cycles/tasks/{task.pk}/").content.decode()
    assert words in page
    assert path not in page
