"""Working days: weekends, entered holidays, weekend days worked instead; the officer is told of wrong deadlines."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import given
from hypothesis import strategies as st
from tests.web.cycles.years import Year, year
from tests.web.support import County, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.actions.remove_holiday import RemoveHoliday
from jixiao.web.cycles.actions.save_holidays import SaveHolidays
from jixiao.web.cycles.models import DayKind, Holiday
from jixiao.web.cycles.working_days import WorkingDays, warnings
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY, MONDAY = dt.date(2026, 11, 20), dt.date(2026, 11, 21), dt.date(2026, 11, 23)
NOTICE = "A notice of the year"
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


@pytest.fixture
def now(county: County) -> Year:
    return year(county)


def enter(now: Year, first: dt.date, last: dt.date, kind: str = DayKind.OFF, name: str = "Feast") -> None:
    carry_out(SaveHolidays(now.county.top, first, last, kind, name, NOTICE), now.officer)


def test_holidays_and_worked_weekends_count(now: Year) -> None:
    enter(now, FRIDAY, FRIDAY)
    enter(now, SATURDAY, SATURDAY, DayKind.WORK, "Instead")
    known = WorkingDays.of(now.county.unit)
    assert known.why_off(FRIDAY) == "Feast"
    assert known.why_off(SATURDAY) == ""
    assert known.why_off(SATURDAY + dt.timedelta(days=1)) == "星期日"
    assert known.on_or_after(FRIDAY) == SATURDAY
    assert known.after(FRIDAY, 2) == MONDAY


@given(DAYS, st.integers(0, 40), st.sets(DAYS, max_size=6), st.sets(DAYS, max_size=6))
def test_so_many_working_days_lie_between(
    start: dt.date, days: int, off: set[dt.date], worked: set[dt.date]
) -> None:
    known = WorkingDays(dict.fromkeys(off, "off"), dict.fromkeys(worked, "worked"))
    end = known.after(start, days)
    between = [start + dt.timedelta(days=number) for number in range(1, (end - start).days + 1)]
    assert sum(not known.why_off(day) for day in between) == days
    assert not days or not known.why_off(end)
    assert not known.why_off(known.on_or_after(start))


def test_what_a_place_entered_goes_before_what_one_above_did(now: Year) -> None:
    province = Organisation.objects.create(kind="jurisdiction", code="province", name="Province")
    now.county.top.parent = province
    now.county.top.save()
    by = now.officer
    Holiday.objects.create(jurisdiction=province, day=FRIDAY, name="Above", source=NOTICE, by=by)
    assert WorkingDays.of(now.county.unit).why_off(FRIDAY) == "Above"
    enter(now, FRIDAY, FRIDAY, name="Own")
    assert WorkingDays.of(now.county.unit).why_off(FRIDAY) == "Own"
    assert WorkingDays.of(province).why_off(FRIDAY) == "Above"


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        (MONDAY, FRIDAY, DayKind.OFF),
        (FRIDAY, FRIDAY + dt.timedelta(days=31), DayKind.OFF),
        (FRIDAY, SATURDAY, DayKind.WORK),
        (FRIDAY, FRIDAY, "never"),
    ],
)
def test_what_cannot_be_is_refused(now: Year, first: dt.date, last: dt.date, kind: str) -> None:
    before = Holiday.objects.count()
    with pytest.raises(ValidationError):
        enter(now, first, last, kind)
    assert Holiday.objects.count() == before


def test_days_are_entered_again_and_taken_out_by_the_officer_only(now: Year) -> None:
    enter(now, FRIDAY, MONDAY)
    enter(now, FRIDAY, FRIDAY, name="Other")
    rows = list(Holiday.objects.filter(jurisdiction=now.county.top, day__gte=FRIDAY))
    assert [(one.day, one.name) for one in rows][:2] == [(FRIDAY, "Other"), (SATURDAY, "Feast")]
    assert len(rows) == 4
    with pytest.raises(PermissionDenied):
        carry_out(RemoveHoliday(rows[0]), now.person(Role.DEPARTMENT_LEAD))
    carry_out(RemoveHoliday(rows[0]), now.officer)
    assert NOTICE in Event.objects.get(verb="cycles.remove_holiday", outcome="done").details
    with pytest.raises(Refused):
        carry_out(SaveHolidays(now.county.unit, FRIDAY, FRIDAY, DayKind.OFF, "x", "y"), now.officer)


def test_the_officer_is_told_when_a_stage_is_saved_or_sent_out(now: Year) -> None:
    now.stage.opens, now.stage.deadline = MONDAY - dt.timedelta(days=14), SATURDAY
    now.stage.save()
    told = warnings(now.stage)
    assert "2026-11-21 是星期六" in told[0]
    assert "2026-11-23" in told[0]
    assert "没有录入 2026 年的节假日" in told[1]
    client = signed_in(now.officer)
    page = client.post(f"/cycles/stages/{now.stage.pk}/dispatch/", follow=True).content.decode()
    assert "2026-11-21 是星期六" in page
    enter(now, SATURDAY, SATURDAY, DayKind.WORK, "Instead")
    assert warnings(now.stage) == []
    enter(now, SATURDAY, SATURDAY, name="Feast")
    assert "是Feast" in warnings(now.stage)[0]
    assert "Feast" in client.get(f"/cycles/{now.cycle.pk}/").content.decode()


def test_the_page_takes_days_and_says_what_is_wrong(now: Year) -> None:
    client = signed_in(now.officer)
    given = {
        "jurisdiction": now.county.top.pk, "first": "2026-10-01", "last": "2026-10-07", "kind": "off",
        "name": "国庆节", "source": NOTICE,
    }  # fmt: skip
    assert client.post("/cycles/holidays/", given).status_code == 302
    page = client.get("/cycles/holidays/?year=2026").content.decode()
    assert page.count("国庆节</td>") == 7
    assert client.post("/cycles/holidays/", {**given, "last": "2026-09-01"}).status_code == 422
    lead = signed_in(now.person(Role.DEPARTMENT_LEAD))
    assert "国庆节" in lead.get("/cycles/holidays/?year=2026").content.decode()
    assert lead.post("/cycles/holidays/", given).status_code == 403
