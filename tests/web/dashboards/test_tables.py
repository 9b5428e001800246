"""Tables: exact sums by department, lamps at their limits, risks in order, exports with real numbers."""

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.web.dashboards.conftest import YEAR
from tests.web.support import County, signed_in

from jixiao.web.cycles.models import Cycle, CycleState, Stage, Task, TaskState
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.models import FormScore
from jixiao.web.dashboards.tables import indicators, percent, risks, tables
from jixiao.web.filings.models import Project
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def rows(
    county: County, name: str, query: str = "", role: str = "performance_officer"
) -> list[dict[str, Any]]:
    request = RequestFactory().get(f"/?year={YEAR}&{query}")
    request.user = county.people[str(role)]
    return list(tables()[name].rows(Choice.of(request)))


def test_sums_are_exact_and_by_department(county: County, year: list[Project]) -> None:
    by_name = {row["department"]: row for row in rows(county, "execution")}
    school, hospital = by_name["Yan education"], by_name["Yan health"]
    assert (school["budget"], school["outturn"]) == (Decimal("400.03"), Decimal("240.02"))
    assert school["rate"] == Decimal("60.00")
    assert (school["indicators"], school["reached"], school["attainment"]) == (8, 6, Decimal("75.00"))
    assert school["score"] == Decimal("85.00")
    assert (hospital["outturn"], hospital["rate"]) == (None, None)


def test_a_lamp_turns_at_its_limit_and_not_one_cent_before(county: County, year: list[Project]) -> None:
    lamps = {row["code"]: row["lamp"] for row in rows(county, "risks")}
    assert lamps == {"P1": "red", "P2": "yellow", "P3": "green", "P4": "none"}


def test_the_riskiest_come_first(county: County, year: list[Project]) -> None:
    found = [(row["code"], row["risk"]) for row in rows(county, "risks")]
    assert found == [("P4", 3), ("P2", 2), ("P1", 2), ("P3", 1)]


def test_a_score_that_nothing_computed_says_so(county: County, year: list[Project]) -> None:
    scored = next(row for row in rows(county, "risks") if row["score"] is not None)
    assert scored["basis"] == "按规则计算"
    assert {row["basis"] for row in rows(county, "risks") if row["score"] is None} <= {""}
    why = {"zh": "报告只印总分", "en": "only a total is printed"}
    FormScore.objects.filter(project__code=scored["code"]).update(printed=why)
    (now,) = [row for row in rows(county, "risks") if row["code"] == scored["code"]]
    assert (now["score"], now["basis"]) == (scored["score"], "报告所印，没有复算：报告只印总分")
    page = signed_in(county.people["performance_officer"]).get(f"/dashboards/?year={YEAR}").content.decode()
    assert "报告所印，没有复算：报告只印总分" in page


@given(st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_pages_of_risks_are_the_rows_of_the_table(
    county: County, year: list[Project], data: st.DataObject
) -> None:
    with transaction.atomic():
        stages = list(Stage.objects.all())
        for number in range(data.draw(st.integers(0, 9))):
            project = Project.objects.create(
                organisation=data.draw(st.sampled_from([county.unit, county.other_unit])),
                fiscal_year=YEAR, code=f"R{number}", name="Meals",
                revised_budget=data.draw(st.sampled_from([None, 0, 100])),
                outturn=data.draw(st.sampled_from([None, 0, 59, 60, 80, 100])),
            )  # fmt: skip
            for stage in data.draw(st.lists(st.sampled_from(stages), unique=True)):  # the newest score counts
                task = Task.objects.create(
                    stage=stage, organisation=project.organisation, project=project,
                    state=data.draw(st.sampled_from(TaskState.values)),
                    deadline=data.draw(st.sampled_from([date(2020, 1, 1), date(2090, 1, 1)])),
                )  # fmt: skip
                FormScore.objects.create(
                    task=task, organisation=project.organisation, project=project, fiscal_year=YEAR,
                    percent=data.draw(st.sampled_from([None, 59, 60, 79, 80])),
                )  # fmt: skip
        request = RequestFactory().get(f"/?year={YEAR}")
        request.user = county.people[str(Role.PERFORMANCE_OFFICER)]
        choice = Choice.of(request)
        expected = [(one.project_id, one.risk, one.score) for one in risks.projects(choice)]
        found: list[tuple[int, int, Any]] = []
        for number in range(1, -(-len(expected) // 3) + 1):
            page = risks.page(choice, 3, str(number))
            assert page.paginator.count == len(expected)
            found += [(one.project_id, one.risk, one.score) for one in page]
        assert found == expected
        transaction.set_rollback(True)


def test_late_is_what_was_not_handed_in(county: County, year: list[Project]) -> None:
    found = {(row["department"], row["forms"]) for row in rows(county, "late")}
    assert found == {("Yan education", 1), ("Yan health", 1)}


def test_from_a_row_of_the_late_to_its_forms(county: County, year: list[Project]) -> None:
    Task.objects.create(  # of another department, and one that was handed in: not those that the row counts
        stage=Stage.objects.get(name="Projects"), organisation=county.other_department,
        deadline=date(2020, 1, 1), state=TaskState.PENDING,
    )  # fmt: skip
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    found = {row["department"]: row for row in rows(county, "late")}
    for department, project in (("Yan education", "Project P3"), ("Yan health", "Project P4")):
        page = client.get(found[department]["link"])
        assert page.context["page"].paginator.count == found[department]["forms"] == 1
        assert [str(one.project) for one in page.context["page"]] == [project]


def test_periods_have_their_share_of_the_year(county: County, year: list[Project]) -> None:
    (row,) = rows(county, "trend")
    assert (row["month"], row["projects"], row["red"], row["yellow"], row["green"]) == (6, 2, 1, 1, 0)
    assert (row["budget"], row["outturn"]) == (Decimal("400.00"), Decimal("119.99"))


def test_stages_tell_how_far_each_department_is(county: County, year: list[Project]) -> None:
    found = {row["department"]: (row["forms"], row["handed_in"], row["final"], row["late"], row["share"])
             for row in rows(county, "stages")}  # fmt: skip
    assert found == {
        "Yan education": (3, 2, 1, 1, Decimal("33.33")),
        "Yan health": (1, 0, 0, 1, Decimal("0.00")),
    }


def test_nothing_is_drawn_where_no_department_has_a_rate(county: County) -> None:
    none = {"department": "Yan education", "link": "", "rate": None, "attainment": None}
    draw = tables()["execution"].chart
    assert draw is not None
    request = RequestFactory().get(f"/?year={YEAR}")
    request.user = county.people["performance_officer"]
    assert draw(Choice.of(request), [none]) is None
    assert draw(Choice.of(request), [none, {**none, "rate": Decimal(60)}]) is not None


def test_grades_are_counted(county: County, year: list[Project]) -> None:
    assert [(row["grade"], row["projects"], row["average"]) for row in rows(county, "grades")] == [
        ("A", 1, Decimal("95.00")),
        ("B", 2, Decimal("65.00")),
    ]


def test_a_department_narrows_every_table(county: County, year: list[Project]) -> None:
    narrowed = f"department={county.other_department.pk}"
    assert [row["code"] for row in rows(county, "risks", narrowed)] == ["P4"]
    assert [row["department"] for row in rows(county, "execution", narrowed)] == ["Yan health"]
    assert len(rows(county, "indicators", narrowed)) == 1


def test_an_officer_with_a_portfolio_sees_that_alone(county: County, year: list[Project]) -> None:
    officer = county.people[str(Role.LINE_OFFICER)]
    officer.memberships.get().portfolio.set([county.other_department])
    officer.forget_roles()
    assert [row["code"] for row in rows(county, "risks", role=Role.LINE_OFFICER)] == ["P4"]
    assert {row["department"] for row in rows(county, "execution", role=Role.LINE_OFFICER)} == {"Yan health"}


def test_filters_are_kept_in_the_address(county: County, year: list[Project]) -> None:
    assert [row["code"] for row in rows(county, "risks", "lamp=red")] == ["P1"]
    assert [row["code"] for row in rows(county, "risks", "q=P3")] == ["P3"]
    page = signed_in(county.people[str(Role.AUDITOR)]).get(f"/dashboards/?year={YEAR}&lamp=red&q=Project")
    assert f"risks.xlsx?year={YEAR}&amp;lamp=red&amp;q=Project" in page.content.decode()


@pytest.mark.parametrize("name", sorted(tables()))
def test_every_table_can_be_taken_away_with_numbers_as_numbers(
    county: County, year: list[Project], name: str
) -> None:
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    query = f"?year={YEAR}&department={county.department.pk}"
    book = load_workbook(io.BytesIO(client.get(f"/dashboards/tables/{name}.xlsx{query}").content))
    table = tables()[name]
    expected = rows(county, name, f"department={county.department.pk}")
    sheet = book.worksheets[0]
    assert sheet.max_row == len(expected) + 1
    for line, row in enumerate(expected, start=2):
        for place, column in enumerate(table.columns, start=1):
            value = sheet.cell(line, place).value
            if column.kind in {"money", "percent", "count"} and row.get(column.name) is not None:
                assert Decimal(str(value)) == Decimal(row[column.name])
    text = client.get(f"/dashboards/tables/{name}.csv{query}").content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text)))) == len(expected) + 1


def test_text_of_a_table_is_never_a_formula(county: County, year: list[Project]) -> None:
    year[0].name = "=1+1"
    year[0].save()
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    text = client.get(f"/dashboards/tables/risks.csv?year={YEAR}").content.decode("utf-8-sig")
    assert "'=1+1" in text


def test_pages_lead_from_the_county_to_the_indicator(
    county: County, year: list[Project], django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    with django_assert_max_num_queries(36):
        page = client.get(f"/dashboards/?year={YEAR}").content.decode()
    assert f"/dashboards/departments/{county.department.pk}/?year={YEAR}" in page
    with django_assert_max_num_queries(40):
        page = client.get(f"/dashboards/departments/{county.department.pk}/?year={YEAR}").content.decode()
    assert f"/dashboards/projects/{year[0].pk}/" in page
    page = client.get(f"/dashboards/projects/{year[0].pk}/").content.decode()
    assert "Meals" in page


def test_queries_do_not_grow_with_the_rows(
    county: County, year: list[Project], django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(40):
        Project.objects.create(
            organisation=county.unit, fiscal_year=YEAR, code=f"N{number}", name="More", revised_budget=1
        )
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    with django_assert_max_num_queries(36):
        client.get(f"/dashboards/?year={YEAR}")


def test_percent_rounds_half_up() -> None:
    assert percent(1, 800) == Decimal("0.13")
    assert percent(1, 0) is None
    assert percent(None, 5) is None


def test_a_page_is_of_what_the_person_sees_now(county: County, year: list[Project]) -> None:
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    for _ in range(2):
        assert "240.02" in client.get(f"/dashboards/?year={YEAR}").content.decode()
    stranger = county.people[str(Role.LINE_OFFICER)]
    stranger.memberships.get().portfolio.set([county.other_department])
    assert "240.02" not in signed_in(stranger).get(f"/dashboards/?year={YEAR}").content.decode()
    year[0].outturn = Decimal("60.00")
    year[0].save()
    assert "240.03" in client.get(f"/dashboards/?year={YEAR}").content.decode()


def test_the_overview_opens_with_the_newest_year_that_has_forms(county: County, year: list[Project]) -> None:
    Cycle.objects.create(
        jurisdiction=county.top, fiscal_year=YEAR + 1, title="Next", state=CycleState.PREPARING
    )
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    page = client.get("/dashboards/")
    assert page.context["choice"].years[:2] == [YEAR + 1, YEAR]
    assert page.context["choice"].year == YEAR
    assert client.get(f"/dashboards/?year={YEAR + 1}").context["choice"].year == YEAR + 1


@pytest.mark.parametrize("name", ["execution", "risks", "trend"])
def test_columns_of_money_say_their_unit_on_the_page_and_in_the_file(
    county: County, year: list[Project], name: str
) -> None:
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    money = [str(one.words) for one in tables()[name].columns if one.kind == "money"]
    assert money
    assert all(one.endswith("（元）") for one in money)
    page = client.get(f"/dashboards/?year={YEAR}").content.decode()
    file = client.get(f"/dashboards/tables/{name}.csv?year={YEAR}").content.decode("utf-8-sig")
    for words in money:
        assert words in page
        assert words in file.splitlines()[0]


@pytest.mark.parametrize(("name", "module", "query"), [
    ("risks", risks, ""), ("indicators", indicators, "department={}"),
])  # fmt: skip
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_an_export_is_whole_or_refused_with_how_to_narrow_it(  # noqa: PLR0913, PLR0917  # cases and fixtures
    county: County, year: list[Project], name: str, module: Any, query: str, ending: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    asked = f"/dashboards/tables/{name}.{ending}?year={YEAR}&{query.format(county.department.pk)}"
    count = len(rows(county, name, query.format(county.department.pk)))
    assert count in {3, 4}
    monkeypatch.setattr(module, "MOST", count)
    assert client.get(asked).headers["Content-Disposition"].startswith("attachment")
    monkeypatch.setattr(module, "MOST", count - 1)
    answer = client.get(asked, follow=True)
    assert answer.redirect_chain[0][0].startswith(f"/dashboards/?year={YEAR}")
    assert f"超过 {count - 1} 行" in answer.content.decode()
    assert "缩小范围" in answer.content.decode()
