"""What the grade of a final evaluation means for the next budget, by the rulebook of its place."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import RequestFactory
from tests.web.dashboards.conftest import YEAR
from tests.web.support import County, signed_in

from jixiao.web.cycles.models import Cycle, Stage, Task, TaskState
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import tables
from jixiao.web.filings.models import DepartmentYear, Project

pytestmark = pytest.mark.django_db
ADDRESS = f"/dashboards/results/?year={YEAR}"


@pytest.fixture
def graded(county: County, year: list[Project]) -> list[Project]:
    """Self-evaluations of three projects, two of them final; the hospital's department has rules of its own."""
    for project, state, grade in zip(year, ("final", "pending", "final", "final"), "优优中中", strict=True):
        Task.objects.filter(project=project).update(state=state, grade=grade, score=Decimal(91))
    DepartmentYear.objects.create(
        organisation=county.other_department, fiscal_year=YEAR, rulebook="510000-sichuan"
    )
    return year


def evaluated(project: Project, state: TaskState, grade: str, subject: str = "project") -> Task:
    cycle = Cycle.objects.get(fiscal_year=YEAR)
    stage, _ = Stage.objects.get_or_create(
        cycle=cycle, kind="evaluation", subject=subject,
        defaults={"name": "Evaluation", "opens": date(2026, 4, 1), "deadline": date(2026, 6, 30)},
    )  # fmt: skip
    return Task.objects.create(
        stage=stage, organisation=project.organisation, project=project if subject == "project" else None,
        state=state, grade=grade, score=Decimal(55), deadline=stage.deadline,
    )  # fmt: skip


def rows(county: County, role: str = "performance_officer", query: str = "") -> dict[str, dict[str, Any]]:
    request = RequestFactory().get(f"/?year={YEAR}&{query}")
    request.user = county.people[role]
    return {row["code"]: row for row in tables()["results"].rows(Choice.of(request))}


def test_final_grades_and_what_the_rules_of_their_place_propose(
    county: County, graded: list[Project]
) -> None:
    found = rows(county)
    assert set(found) == {"P1", "P3", "P4"}  # P2 is under review
    assert (found["P1"]["grade"], found["P1"]["action"]) == ("优", "继续安排，分期项目保证后续资金")
    assert found["P3"]["action"] == "限期整改，不整改的压减、暂停或停止"
    assert found["P4"]["action"] == "压缩"
    assert "未核实" in found["P4"]["source"]
    assert found["P4"]["source"] != found["P3"]["source"]


def test_an_evaluation_counts_before_the_self_evaluation_once_it_is_final(
    county: County, graded: list[Project]
) -> None:
    task = evaluated(graded[0], TaskState.PENDING, "差")
    assert rows(county)["P1"]["grade"] == "优"
    Task.objects.filter(pk=task.pk).update(state=TaskState.FINAL)
    row = rows(county)["P1"]
    assert (row["grade"], row["stage"], row["score"]) == ("差", "绩效评价", Decimal(55))
    evaluated(graded[0], TaskState.FINAL, "良", subject="department")
    both = rows(county)
    assert (both["P1"]["grade"], both[""]["name"], both[""]["grade"]) == ("差", "部门整体", "良")


def test_who_sees_what(county: County, graded: list[Project]) -> None:
    assert set(rows(county, "unit_clerk")) == {"P1", "P3"}
    assert set(rows(county, query="q=P4")) == {"P4"}


def test_pages(
    county: County, graded: list[Project], django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = signed_in(county.people["performance_officer"])
    client.get(ADDRESS)
    with django_assert_max_num_queries(20):
        page = client.get(ADDRESS).content.decode()
    assert "继续安排" in page
    assert "Project P2" not in page
    assert client.get(f"/dashboards/tables/results.xlsx?year={YEAR}").status_code == 200
    assert "压缩" in client.get(f"/dashboards/projects/{graded[3].pk}/").content.decode()
    assert "规则依据" not in client.get(f"/dashboards/projects/{graded[1].pk}/").content.decode()
    assert "/dashboards/results/" in client.get("/dashboards/").content.decode()
