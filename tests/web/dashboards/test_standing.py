"""How projects stand is kept as they are written: whoever writes, the figures are those of the rows."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.dashboards.conftest import YEAR
from tests.web.dashboards.writes import write
from tests.web.support import County

from jixiao.web.commands.audit.verify import command
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.models import FormScore, Standing
from jixiao.web.dashboards.standing_triggers import AWAY, STANDING
from jixiao.web.dashboards.tables import risks, tables
from jixiao.web.filings.models import MonitoringPeriod, Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
USUAL = (Decimal(60), Decimal(80))


def choice(county: County, query: str = "", role: str = Role.PERFORMANCE_OFFICER) -> Choice:
    request = RequestFactory().get(f"/?year={YEAR}&{query}")
    request.user = county.people[str(role)]
    return Choice.of(request)


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_the_figures_are_those_of_the_rows(
    county: County, year: list[Project], data: st.DataObject
) -> None:
    with transaction.atomic():
        for number in range(data.draw(st.integers(1, 12))):
            with transaction.atomic():
                write(county, data, number)
                transaction.set_rollback(data.draw(st.integers(0, 4)) == 0)
            assert STANDING.wrong() == []
        there = Project.objects.filter(fiscal_year=YEAR, deleted=False)
        assert Standing.objects.filter(month=None, fiscal_year=YEAR, deleted=False).count() == there.count()
        shown = choice(county)
        by_name = {row["department"]: row for row in tables()["execution"].rows(shown)}
        for department in (county.department, county.other_department):
            mine = [
                one for one in there if department.pk in (one.organisation_id, one.organisation.parent_id)
            ]
            row = by_name[str(department)]
            assert row["projects"] == len(mine)
            assert (row["budget"] or 0) == sum(one.revised_budget or 0 for one in mine)
            assert (row["outturn"] or 0) == sum(one.outturn or 0 for one in mine)
        assert {one["month"]: lamps(one) for one in tables()["trend"].rows(shown)} == months()
        transaction.set_rollback(True)


def lamps(row: dict[str, Any]) -> tuple[int, Counter[str]]:
    return row["projects"], Counter({one: row[one] for one in ("red", "yellow", "green") if row[one]})


def months(limits: tuple[Decimal, Decimal] = USUAL) -> dict[int, tuple[int, Counter[str]]]:
    """The same of the rows themselves: how many projects, and their lamps."""
    found: dict[int, list[str]] = {}
    for one in MonitoringPeriod.objects.filter(project__fiscal_year=YEAR, project__deleted=False):
        found.setdefault(one.through_month, []).append(
            lamp(one.project.revised_budget, one.outturn, one.through_month, limits)
        )
    return {
        month: (len(names), Counter(name for name in names if name != "none"))
        for month, names in found.items()
    }


def lamp(
    budget: Decimal | None,
    spent: Decimal | None,
    months: int = 12,
    limits: tuple[Decimal, Decimal] = USUAL,
) -> str:
    """By limits in percent of the budget's share of the year, else by those of the country."""
    if budget is None or spent is None or not budget:
        return "none"
    red, yellow = (spent * 1200 < limit * budget * months for limit in limits)
    return "red" if red else "yellow" if yellow else "green"


@given(st.data())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_risks_are_those_that_the_rows_give(county: County, year: list[Project], data: st.DataObject) -> None:
    with transaction.atomic():
        for number in range(data.draw(st.integers(1, 10))):
            write(county, data, number)
        shown = choice(county)
        expected = []
        for one in Project.objects.filter(fiscal_year=YEAR, deleted=False):
            last = FormScore.objects.filter(project=one).order_by("-pk").first()
            score = last.percent if last else None
            open_ = Task.objects.filter(project=one, state__in=(TaskState.DRAFT, TaskState.RETURNED))
            late = any(task.deadline < timezone.localdate() for task in open_)
            money = {"red": 2, "yellow": 1}.get(lamp(one.revised_budget, one.outturn), 0)
            poor = 0 if score is None else 2 if score < 60 else 1 if score < 80 else 0
            budget = one.revised_budget
            order = (-(money + poor + late), budget is None, -(budget or 0), one.pk)
            expected.append((order, one.pk, money + poor + late, score, int(late)))
        found = [
            (one.project_id, one.risk, one.score, risks.row(one, shown)["late"])
            for one in risks.projects(shown)
        ]
        assert found == [tuple(rest) for _, *rest in sorted(expected)]
        transaction.set_rollback(True)


def test_a_unit_below_a_unit_counts_for_its_department(county: County, year: list[Project]) -> None:
    lower = Organisation.objects.create(kind=Kind.UNIT, code="lower", name="Lower", parent=county.unit)
    lowest = Organisation.objects.create(kind=Kind.UNIT, code="lowest", name="Lowest", parent=lower)
    Project.objects.create(
        organisation=lowest, fiscal_year=YEAR, code="L", name="Deep", revised_budget=7, outturn=7
    )

    def projects(query: str = "") -> dict[str, int]:
        rows = tables()["execution"].rows(choice(county, query))
        return {row["department"]: row["projects"] for row in rows}

    assert projects() == {str(county.department): 4, str(county.other_department): 1}
    assert projects(f"department={lower.pk}") == {str(lower): 1}
    assert projects(f"department={county.unit.pk}") == {str(county.unit): 4}
    deep = next(one for one in tables()["risks"].rows(choice(county)) if one["code"] == "L")
    assert deep["department"] == str(county.department)
    Organisation.objects.filter(pk=county.department.pk).update(active=False)
    assert projects() == {str(county.other_department): 1}


def test_lost_triggers_are_made_again_and_the_figures_with_them(county: County, year: list[Project]) -> None:
    with connection.cursor() as cursor:
        for statement in AWAY[connection.vendor]:
            cursor.execute(statement)
    year[0].outturn = Decimal("1.23")
    year[0].save()
    assert STANDING.wrong() != []
    STANDING.ensure()
    assert STANDING.wrong() == []
    year[0].deleted = True
    year[0].save()
    assert STANDING.wrong() == []


def test_a_wrong_figure_is_told_by_the_command_and_made_again(
    county: County, year: list[Project], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command() == 0
    assert "项目的统计数与项目一致" in capsys.readouterr().out
    Standing.objects.update(spent=7)
    assert command() == 1
    assert "--recount" in capsys.readouterr().out
    assert command(recount=True) == 0
    assert command() == 0


def test_the_dashboard_of_a_county_reads_no_project(
    county: County, year: list[Project], django_assert_max_num_queries: Callable[..., Any]
) -> None:
    with django_assert_max_num_queries(10) as asked:
        shown = choice(county)
        for name in ("late", "stages", "grades", "execution", "trend"):
            tables()[name].rows(shown)
    read = " ".join(one["sql"] for one in asked.captured_queries)
    assert 'FROM "filings_project"' not in read
    assert 'FROM "cycles_task"' not in read
