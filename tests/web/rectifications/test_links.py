"""From what monitoring warned of to the demand about it, or to where one is issued."""

import pytest
from django.test import Client
from tests.web.cycles.years import Year, year
from tests.web.rectifications.demands import issued, person
from tests.web.support import County, signed_in
from tests.web.test_pages import faults

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import StageKind
from jixiao.web.filings.models import MonitoringPeriod
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.actions.withdraw_demand import WithdrawDemand

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(county: County) -> Year:
    found = year(county, kind=StageKind.MONITORING, month=6)
    MonitoringPeriod.objects.create(project=found.project, through_month=6, needs_rectification=True)
    MonitoringPeriod.objects.create(project=found.project, through_month=3, needs_rectification=False)
    return found


def browser(now: Year, role: str) -> Client:
    return signed_in(now.person(role))


def pages(now: Year) -> tuple[str, str]:
    """The form of monitoring, and the project on the dashboard."""
    return f"/cycles/tasks/{now.task.pk}/", f"/dashboards/projects/{now.project.pk}/"


def test_without_a_demand_it_leads_to_where_one_is_issued(now: Year) -> None:
    issue = f"/rectifications/new/?task={now.task.pk}"
    for page in pages(now):
        answer = browser(now, Role.PERFORMANCE_OFFICER).get(page)
        assert list(faults(answer)) == []
        assert issue in answer.content.decode(), page
        shown = browser(now, Role.AUDITOR).get(page).content.decode()
        assert issue not in shown, page
        assert "尚未提出整改要求" in shown, page


def test_it_leads_to_the_demand_that_stands(now: Year) -> None:
    demand = issued(now.county, task=now.task)
    there = f"/rectifications/{demand.pk}/"
    for page in pages(now):
        for role in (Role.PERFORMANCE_OFFICER, Role.AUDITOR):
            assert there in browser(now, role).get(page).content.decode(), (page, role)
    assert there in browser(now, Role.UNIT_CLERK).get(pages(now)[0]).content.decode()
    carry_out(WithdrawDemand(demand, "Wrong", demand.revision), person(now.county, Role.PERFORMANCE_OFFICER))
    shown = browser(now, Role.PERFORMANCE_OFFICER).get(pages(now)[1]).content.decode()
    assert there not in shown
    assert f"/rectifications/new/?task={now.task.pk}" in shown
