"""Monitoring forms: lamps in lists, warnings of the place, and what is decided about them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.web.cycles.years import NODES, Year, year
from tests.web.support import County, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.handle_warning import HandleWarning
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.models import CycleState, Handling, StageKind
from jixiao.web.cycles.watching import USUAL
from jixiao.web.cycles.working_days import WorkingDays
from jixiao.web.filings.models import MonitoringPeriod
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
EVERYBODY = ("", *map(str, Role))
CHOICE = "调剂预算"


@pytest.fixture
def now(county: County) -> Year:
    """In Sichuan, whose rules name lines, ten days and three ways; a third of the budget spent by June."""
    county.top.rulebook = "510000-sichuan"
    county.top.save()
    made = year(county, kind=StageKind.MONITORING, month=6, nodes=(NODES[1],), fiscal_year=2025)
    made.project.revised_budget = Decimal(300)
    made.project.save()
    MonitoringPeriod.objects.create(project=made.project, through_month=6, outturn=Decimal(100))
    return made


def test_a_warning_has_to_be_dealt_with_in_time(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    handling = Handling.objects.get(task=now.task)
    assert "33.33%" in handling.warnings[0]["zh"]
    assert handling.due == WorkingDays().after(timezone.localdate(), 10)
    client = signed_in(now.clerk)
    page = f"/cycles/tasks/{now.task.pk}/"
    assert "尚未处置" in client.get(page).content.decode()
    listed = f"/cycles/tasks/?stage={now.stage.pk}&warned=1"
    assert "School meals" in client.get(listed).content.decode()
    client.post(f"{page}handle/", {"choice": CHOICE, "reason": "Snow in May"})
    assert Handling.objects.get().choice == CHOICE
    assert "Snow in May" in client.get(page).content.decode()
    assert "School meals</a>" not in client.get(listed).content.decode()


def test_what_is_decided_stays_until_something_else_is_warned_of(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(HandleWarning(now.now(), CHOICE, "Snow"), now.clerk)
    carry_out(ReturnTask(now.now(), "No"), now.person(NODES[1]))
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert Handling.objects.get().choice == CHOICE
    carry_out(ReturnTask(now.now(), "No"), now.person(NODES[1]))
    MonitoringPeriod.objects.update(outturn=Decimal(50))
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert (Handling.objects.get().choice, Handling.objects.get().by) == ("", None)
    carry_out(ReturnTask(now.now(), "No"), now.person(NODES[1]))
    MonitoringPeriod.objects.update(outturn=Decimal(200))
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert Handling.objects.get().warnings == []
    with pytest.raises(Refused):
        carry_out(HandleWarning(now.now(), CHOICE, "Snow"), now.clerk)


@pytest.mark.parametrize("role", EVERYBODY)
def test_who_decides(now: Year, role: str) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    action = HandleWarning(now.now(), CHOICE, "Snow")
    if role in {Role.UNIT_CLERK, Role.DEPARTMENT_LEAD, Role.PERFORMANCE_OFFICER}:
        carry_out(action, now.person(role))
    else:
        with pytest.raises(PermissionDenied):
            carry_out(action, now.person(role))


def test_a_decision_is_one_of_the_place_with_a_reason(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    for choice, reason in (("Wait", "Snow"), (CHOICE, " "), (USUAL[0], "Snow")):  # Sichuan says 确定继续执行
        with pytest.raises(Refused):
            carry_out(HandleWarning(now.now(), choice, reason), now.clerk)
    now.cycle.state = CycleState.CLOSED
    now.cycle.save()
    with pytest.raises(Refused):
        carry_out(HandleWarning(now.now(), CHOICE, "Snow"), now.clerk)


def test_lamps_are_listed(county: County) -> None:
    now = year(county, kind=StageKind.MONITORING, month=6, nodes=(NODES[1],))
    now.project.revised_budget = Decimal(300)
    now.project.save()
    MonitoringPeriod.objects.create(project=now.project, through_month=6, outturn=Decimal(30))
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert now.now().lamp == "red"
    assert Handling.objects.get().due is None  # the country states no time
    client = signed_in(now.clerk)
    assert "School meals" in client.get(f"/cycles/tasks/?stage={now.stage.pk}&lamp=red").content.decode()
    assert (
        "School meals</a>"
        not in client.get(f"/cycles/tasks/?stage={now.stage.pk}&lamp=green").content.decode()
    )
    carry_out(HandleWarning(now.now(), USUAL[0], "Snow"), now.clerk)


def test_working_days_leave_weekends_out() -> None:
    assert WorkingDays().after(dt.date(2026, 11, 20), 1) == dt.date(2026, 11, 23)
    assert WorkingDays().after(dt.date(2026, 11, 20), 10) == dt.date(2026, 12, 4)
