"""The indicator library, last year's indicators, and the department at a glance."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.filings.support import YEAR, clerk, form, hand_on, indicators
from tests.web.filings.test_reviewing import reviewed
from tests.web.support import County, account, signed_in
from tests.web.support import county as make_county

from jixiao.web.cycles.models import StageKind, SubjectKind, Task, TaskState
from jixiao.web.filings.filling import filled, years
from jixiao.web.filings.library import LibraryIndicator, LibraryKind
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import DepartmentYear, Indicator, Project
from jixiao.web.filings.subjects import year_of
from jixiao.web.people.roles import Role


def known(county: County, name: str = "Pupils fed", **more: object) -> LibraryIndicator:
    values = {"kind": LibraryKind.COMMON, "level1": "产出指标", "operator": "≥", "target": "100", **more}
    return LibraryIndicator.objects.create(jurisdiction=county.top, name=name, **values)


def names(task: Task) -> list[str]:
    return list(Indicator.objects.filter(project=task.project).values_list("name", flat=True))


def test_it_is_searched_by_words_and_kind(county: County) -> None:
    LibraryIndicator.objects.all().delete()  # the sample
    known(county)
    known(county, "Roads mended", kind=LibraryKind.SECTOR, sector="Transport")
    client = clerk(county)
    for query, found in (
        ("", 2),
        ("?q=fed", 1),
        ("?q=transport", 1),
        ("?kind=sector", 1),
        ("?q=fed&kind=sector", 0),
    ):
        assert client.get(f"/filings/library/{query}").content.decode().count('<th scope="row">') == found, (
            query
        )


def test_that_of_another_county_is_not_seen(county: County) -> None:
    known(make_county("Shi", 9_000_001), "Theirs")
    assert "Theirs" not in clerk(county).get("/filings/library/").content.decode()


def test_the_chosen_ones_are_taken_into_the_form_once(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    one, other = known(county), known(county, "Meals served")
    foreign = known(make_county("Shi", 9_000_001), "Theirs")
    for _ in range(2):
        chosen = [one.pk, other.pk, foreign.pk, "x", "9" * 40]
        answer = clerk(county).post(f"/filings/tasks/{task.pk}/pick/", {"indicator": chosen})
        assert answer.status_code == 302
    assert sorted(names(task)) == ["Meals served", "Pupils fed"]
    row = Indicator.objects.get(name="Pupils fed")
    assert (row.level1, row.operator, row.target) == ("产出指标", "≥", "100")


@pytest.mark.parametrize("path", ["pick", "copy"])
def test_a_form_in_other_hands_takes_nothing(county: County, path: str) -> None:
    task = form(county, StageKind.TARGETS)
    one = known(county)
    assert signed_in(county.people[Role.AUDITOR]).post(f"/filings/tasks/{task.pk}/{path}/").status_code == 403
    hand_on(task, TaskState.FINAL)
    clerk(county).post(f"/filings/tasks/{task.pk}/{path}/", {"indicator": [one.pk]})
    assert names(task) == []


def test_last_year_is_taken_over_without_its_results(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    before = Project.objects.create(
        organisation=county.unit,
        fiscal_year=YEAR - 1,
        code="p1",
        name="School meals",
        annual_goal="Warm meals",
    )
    Indicator.objects.create(
        project=before,
        code="a",
        level1="产出指标",
        name="Pupils",
        target="90",
        weight=20,
        actual="91",
        points=19,
    )
    client = clerk(county)
    for _ in range(2):  # the second time nothing is doubled
        client.post(f"/filings/tasks/{task.pk}/copy/")
    (row,) = Indicator.objects.filter(project=task.project)
    assert (row.name, row.target, row.weight, row.actual, row.points) == ("Pupils", "90", 20, "", None)
    assert Project.objects.get(pk=task.project_id).annual_goal == "Warm meals"


def test_a_project_that_was_carried_over_takes_what_its_predecessor_said_whatever_either_is_called(
    county: County,
) -> None:
    task = form(county, StageKind.TARGETS)
    before = Project.objects.create(
        organisation=county.unit, fiscal_year=YEAR - 1, code="other", name="Lunches"
    )
    namesake = Project.objects.create(
        organisation=county.unit, fiscal_year=YEAR - 1, code=task.project.code, name="School meals"
    )
    for number, project in enumerate((before, namesake)):
        Indicator.objects.create(project=project, code="a", level1="产出指标", name=f"Pupils {number}")
    Project.objects.filter(pk=task.project_id).update(predecessor=before)
    clerk(county).post(f"/filings/tasks/{task.pk}/copy/")
    assert names(task) == ["Pupils 0"]


def test_without_a_last_year_that_is_said(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    answer = clerk(county).post(f"/filings/tasks/{task.pk}/copy/", follow=True)
    assert "上年没有" in answer.content.decode()


def test_the_department_at_a_glance_in_as_many_queries_for_many(county: County) -> None:
    task = form(county)
    indicators(task, 2)
    client = clerk(county)
    address = f"/filings/progress/?stage={task.stage_id}"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(20):
        project = Project.objects.create(
            organisation=county.unit, fiscal_year=YEAR, code=f"x{number}", name=f"More {number}"
        )
        indicators(
            Task.objects.create(
                stage=task.stage, organisation=county.unit, project=project, deadline=task.deadline
            )
        )
    with CaptureQueriesContext(connection) as many:
        answer = client.get(address)
    assert len(many) == len(few)
    assert answer.content.decode().count('<th scope="row">') == 21


def test_the_share_counts_cells_that_are_needed(county: County) -> None:
    task = form(county)
    first, _ = indicators(task, 2)
    assert filled(task) == 40  # two amounts of two, one text and two results missing
    first.actual = "3"
    first.save()
    assert filled(Task.objects.get(pk=task.pk)) == 60


def own_clerk(county: County) -> Client:
    """The clerk of the department itself."""
    return signed_in(account("Yan-own-clerk", Role.UNIT_CLERK, county.department))


@pytest.mark.parametrize("kind", [StageKind.TARGETS, StageKind.SELF_EVALUATION])
def test_a_department_takes_over_its_last_year_without_the_results(county: County, kind: str) -> None:
    task = form(county, kind, SubjectKind.DEPARTMENT)
    before = DepartmentYear.objects.create(
        organisation=county.department,
        fiscal_year=YEAR - 1,
        rulebook="cn",
        facts={"appraisal": {"goal": "Schools for all", "result": "done"}},
    )
    Indicator.objects.create(
        department_year=before,
        code="a",
        level1="履职效果",
        name="Schools open",
        target="9",
        actual="8",
        weight=5,
    )
    MainTask.objects.create(department_year=before, name="Mend roofs", content="Ten", budget=Decimal(9))
    client = own_clerk(county)
    for _ in range(2):
        answer = client.post(f"/filings/tasks/{task.pk}/copy/", follow=True)
        assert answer.status_code == 200
    year = year_of(county.department, YEAR)
    (row,) = year.indicators.all()
    assert (row.level1, row.name, row.target, row.weight, row.actual) == (
        "履职效果",
        "Schools open",
        "9",
        5,
        "",
    )
    assert year.facts == {"appraisal": {"goal": "Schools for all"}}
    (task_row,) = year.main_tasks.all()
    assert (task_row.name, task_row.content, task_row.budget) == ("Mend roofs", "Ten", None)


def test_a_department_without_a_last_year_is_told(county: County) -> None:
    task = form(county, StageKind.TARGETS, SubjectKind.DEPARTMENT)
    answer = own_clerk(county).post(f"/filings/tasks/{task.pk}/copy/", follow=True)
    assert "上年没有这个部门" in answer.content.decode()


def test_a_department_picks_with_the_first_levels_of_its_place(county: County) -> None:
    task = form(county, StageKind.TARGETS, SubjectKind.DEPARTMENT)
    one = known(county, level1="履职效果")
    client = own_clerk(county)
    assert "从指标库选" in client.get(f"/cycles/tasks/{task.pk}/").content.decode()
    client.post(f"/filings/tasks/{task.pk}/pick/", {"indicator": [one.pk]})
    (row,) = year_of(county.department, YEAR).indicators.all()
    assert (row.level1, row.name) == ("履职效果", "Pupils fed")


def test_targets_of_a_department_want_a_goal_and_indicators(county: County) -> None:
    task = form(county, StageKind.TARGETS, SubjectKind.DEPARTMENT)
    errors = {(one.table, one.column) for one in reviewed(task).errors}
    assert {("department", "appraisal.goal"), ("indicators", "")} <= errors


def test_the_share_of_a_department_as_a_whole(county: County) -> None:
    task = form(county, subject=SubjectKind.DEPARTMENT)
    assert filled(task) == 0
    year = year_of(county.department, YEAR)
    year.facts = {"appraisal": {"goal": "Schools for all"}}
    year.save()
    Indicator.objects.create(department_year=year, code="a", level1="x", name="Schools", target="9", weight=5)
    task = Task.objects.get(pk=task.pk)
    assert filled(task, years([task])[county.department.pk, YEAR]) == 62  # five of eight
    page = own_clerk(county).get(f"/filings/progress/?stage={task.stage_id}").content.decode()
    assert "62%" in page


OFFICER = Role.PERFORMANCE_OFFICER
ROW = {
    "kind": "common",
    "sector": "",
    "level1": "产出指标",
    "level2": "数量指标",
    "name": "Beds",
    "operator": "≥",
}
ROW |= {"target": "20", "unit": "张"}


def test_the_officer_adds_changes_retires_and_brings_back(county: County) -> None:
    officer, task = signed_in(county.people[OFFICER]), form(county, StageKind.TARGETS)
    row = {**ROW, "jurisdiction": str(county.top.pk)}
    assert officer.post("/filings/library/new/", row).status_code == 302
    one = LibraryIndicator.objects.get(name="Beds")
    address = f"/filings/library/{one.pk}/"
    clerk(county).post(f"/filings/tasks/{task.pk}/pick/", {"indicator": [one.pk]})
    assert officer.post(address, {**row, "target": "30", "revision": "0"}).status_code == 302
    assert LibraryIndicator.objects.get(pk=one.pk).target == "30"
    assert Indicator.objects.get(name="Beds").target == "20"  # what a form took over stays
    officer.post(f"{address}retire/", {"retired": "1", "revision": "1"})
    assert "Beds" not in clerk(county).get("/filings/library/").content.decode()
    assert "Beds" not in clerk(county).get("/filings/library/?retired=1").content.decode()
    assert "Beds" in officer.get("/filings/library/?retired=1").content.decode()
    other = form(county, StageKind.SELF_EVALUATION, SubjectKind.DEPARTMENT)
    own_clerk(county).post(f"/filings/tasks/{other.pk}/pick/", {"indicator": [one.pk]})
    assert not Indicator.objects.filter(name="Beds", project=None).exists()
    officer.post(f"{address}retire/", {"retired": "0", "revision": "2"})
    assert not LibraryIndicator.objects.get(pk=one.pk).retired


@pytest.mark.parametrize(("more", "why"), [
    ({"name": ""}, "name"), ({"operator": "x"}, "operator"), ({"kind": "sector"}, "行业指标要写行业"),
    ({"name": "Pupils fed", "level2": ""}, "已有这个指标"), ({"jurisdiction": "777777"}, "jurisdiction"),
])  # fmt: skip
def test_what_the_library_refuses(county: County, more: dict[str, str], why: str) -> None:
    known(county)
    row = {**ROW, "jurisdiction": str(county.top.pk), **more}
    answer = signed_in(county.people[OFFICER]).post("/filings/library/new/", row)
    assert answer.status_code == 422
    assert why in answer.content.decode()


def test_two_officers_lose_nothing(county: County) -> None:
    one, officer = known(county), signed_in(county.people[OFFICER])
    row = {**ROW, "jurisdiction": str(county.top.pk), "revision": "0"}
    assert officer.post(f"/filings/library/{one.pk}/", {**row, "name": "First"}).status_code == 302
    answer = officer.post(f"/filings/library/{one.pk}/", {**row, "name": "Second"})
    assert answer.status_code == 422
    assert "First" in answer.content.decode()
    officer.post(f"/filings/library/{one.pk}/retire/", {"retired": "1", "revision": "0"})
    assert not LibraryIndicator.objects.get(pk=one.pk).retired


def test_others_keep_no_library(county: County) -> None:
    one = known(county)
    for role in (Role.UNIT_CLERK, Role.DEPARTMENT_LEAD, Role.LINE_OFFICER, Role.AUDITOR):
        client = signed_in(county.people[role])
        assert client.get(f"/filings/library/{one.pk}/").status_code == 403
        assert client.post(f"/filings/library/{one.pk}/retire/", {"retired": "1"}).status_code == 403
        assert "新增指标" not in client.get("/filings/library/").content.decode()
