"""Projects of the year before in a new year: which may come, as what, with which money, once, all or none."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.cycles.years import Year, year
from tests.web.support import County, account
from tests.web.support import county as make_county

from jixiao.web.actions import Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.actions.carry_projects import AT_ONCE, Carried, CarryProjects
from jixiao.web.cycles.actions.remove_project import RemoveProject
from jixiao.web.cycles.carrying import PastYear, Way
from jixiao.web.cycles.models import CycleState, Stage, StageKind, SubjectKind, Task
from jixiao.web.filings.models import Funding, Indicator, Project
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
BEFORE, NOW = 2033, 2034  # the samples of the county are of other years


def opened(county: County, **more: object) -> Year:
    """The year into which they come."""
    return year(county, **{"fiscal_year": NOW} | more)


def past(county: County, code: str = "a1", **more: object) -> Project:
    """A project of the year before of the county's unit."""
    facts = {"organisation": county.unit, "revised_budget": "1000.10", "outturn": "999.99"} | more
    return Project.objects.create(fiscal_year=BEFORE, code=code, **{"name": f"Project {code}"} | facts)


def carried(now: Year, way: str, *projects: Project, by: User | None = None, **more: object) -> Carried:
    """Carried over as somebody who was just shown them would."""
    actor = by or now.officer
    shown = {one.project.pk: one.funds(way) for one in PastYear(now.cycle, actor).all()}
    amounts = {one.pk: shown.get(one.pk) for one in projects}
    return carry_out(CarryProjects(now.cycle, way, amounts, **more), actor)


def test_a_continuing_project_is_the_same_one_without_what_was_last_years(county: County) -> None:
    now = opened(county)
    before = past(
        county, origin="supplementary", nature="经常性", category="特定目标类", manager="Li", goal="Warm meals",
        ends="2026-12", whole_amount="5000", document_number="No. 7", annual_goal="500 meals",
        annual_result="Done", problems="None", more={"unit": "Kitchen", "payment_status": "paid"},
        absent={"whole_fiscal": "/", "original_budget": "/"},
    )  # fmt: skip
    Indicator.objects.create(project=before, code="i", level1="产出指标", name="Meals")
    (made,) = carried(now, Way.CONTINUED, before).projects
    made = Project.objects.get(pk=made.pk)
    assert (made.predecessor, made.organisation, made.fiscal_year) == (before, county.unit, NOW)
    assert (made.code, made.name, made.nature, made.category) == ("a1", "Project a1", "经常性", "特定目标类")
    assert (made.manager, made.goal, made.ends, made.whole_amount) == ("Li", "Warm meals", "2026-12", 5000)
    assert (made.origin, made.document_number, made.absent) == ("initial", "", {"whole_fiscal": "/"})
    assert (made.revised_budget, made.outturn, made.original_budget) == (None, None, None)
    assert (made.annual_goal, made.annual_result, made.problems) == ("", "", "")
    assert made.more == {"unit": "Kitchen"}
    assert not made.funding.exists()
    assert not made.indicators.exists()


def test_a_carried_over_project_has_what_was_not_spent_to_the_last_fen(county: County) -> None:
    now = opened(county)
    before = past(county, document_number="No. 7")
    (made,) = carried(now, Way.CARRIED_OVER, before).projects
    made = Project.objects.get(pk=made.pk)
    assert (made.origin, made.document_number, made.revised_budget) == (
        "carried_over",
        "No. 7",
        Decimal("0.11"),
    )
    (row,) = made.funding.all()
    assert (row.source, row.requested, row.revised_budget) == (
        "上年结转资金",
        Decimal("0.11"),
        Decimal("0.11"),
    )
    assert (row.original_budget, row.outturn) == (None, None)


def test_a_continuing_project_may_bring_its_funds_as_one_line_of_its_money(county: County) -> None:
    now = opened(county)
    some, none, unknown = (
        past(county),
        past(county, "a2", outturn="1000.10"),
        past(county, "a3", outturn=None),
    )
    made = carried(now, Way.WITH_FUNDS, some, none, unknown).projects
    assert {one.origin for one in made} == {"initial"}
    assert {one.revised_budget for one in made} == {None}
    (row,) = Funding.objects.filter(project__in=[one.pk for one in made])
    assert (row.project.predecessor, row.requested) == (some, Decimal("0.11"))


@pytest.mark.parametrize(("budget", "outturn"), [("10", "10"), ("10", "10.01"), ("0", "0")])
def test_where_nothing_is_left_nothing_is_carried_over(county: County, budget: str, outturn: str) -> None:
    now = opened(county)
    before = past(county, revised_budget=budget, outturn=outturn)
    with pytest.raises(Refused, match="没有未用完的资金"):
        carried(now, Way.CARRIED_OVER, before)
    assert len(carried(now, Way.CONTINUED, before).projects) == 1


@pytest.mark.parametrize("missing", ["revised_budget", "outturn"])
def test_where_it_is_not_known_what_is_left_the_line_stays_blank(county: County, missing: str) -> None:
    now = opened(county)
    (made,) = carried(now, Way.CARRIED_OVER, past(county, **{missing: None})).projects
    (row,) = made.funding.all()
    assert (made.revised_budget, row.requested, row.revised_budget) == (None, None, None)


def test_the_forms_of_the_stages_under_way_go_out_with_them(county: County) -> None:
    now = opened(county)
    today = timezone.localdate()
    Stage.objects.create(
        cycle=now.cycle, kind=StageKind.MONITORING, subject=SubjectKind.PROJECT, name="Not sent out",
        through_month=6, opens=today, deadline=today,
    )  # fmt: skip
    done = carried(now, Way.CONTINUED, past(county), past(county, "a2"))
    assert done.tasks == 2
    forms = Task.objects.filter(project__in=[one.pk for one in done.projects])
    assert {(one.stage_id, one.deadline) for one in forms} == {(now.stage.pk, now.stage.deadline)}
    assert [one.position for one in done.projects] == [1, 2]


def test_targets_whose_deadline_has_passed_want_a_day_of_their_own(county: County) -> None:
    now = opened(county, kind=StageKind.TARGETS, days=-1)
    before = past(county)
    with pytest.raises(Refused, match="申报截止日期"):
        carried(now, Way.CONTINUED, before)
    day = timezone.localdate() + dt.timedelta(days=5)
    carried(now, Way.CONTINUED, before, targets_by=day)
    assert Task.objects.get(project__predecessor=before).deadline == day


def test_the_second_time_nothing_comes_and_nothing_changes(county: County) -> None:
    now = opened(county)
    one, two = past(county), past(county, "a2")
    carried(now, Way.CARRIED_OVER, one)
    before = list(Project.objects.order_by("pk").values())
    done = carried(now, Way.CONTINUED, one)
    assert (done.projects, done.tasks, done.there) == ((), 0, 1)
    assert list(Project.objects.order_by("pk").values()) == before
    done = carried(now, Way.CONTINUED, one, two)
    assert ([made.predecessor for made in done.projects], done.there) == ([two], 1)


def test_one_that_was_taken_out_of_the_year_may_come_again(county: County) -> None:
    now = opened(county)
    before = past(county)
    (made,) = carried(now, Way.CONTINUED, before).projects
    carry_out(RemoveProject(made, "By mistake."), now.officer)
    assert len(carried(now, Way.CARRIED_OVER, before).projects) == 1


def test_why_some_cannot_come_is_told_and_one_of_them_stops_all(county: County) -> None:
    now = opened(county)
    fine, removed = past(county), past(county, "a2", deleted=True)
    same, out = past(county, "p1"), past(county, "a3", organisation=county.other_unit)
    county.other_unit.active = False
    county.other_unit.save()
    told = {one.project.pk: one.barred for one in PastYear(now.cycle, now.officer).all()}
    assert told[fine.pk] == ""
    assert told[removed.pk] == "上年已删除。"
    assert told[same.pk] == "本年度已有代码相同的项目“School meals”。"
    assert told[out.pk] == "单位已停用。"
    for bad in (removed, same, out):
        with pytest.raises(Refused, match=told[bad.pk]):
            carried(now, Way.CONTINUED, fine, bad)
    assert not Project.objects.exclude(predecessor=None).exists()
    assert not Event.objects.filter(verb=CarryProjects.verb).exists()


def test_projects_that_may_not_be_seen_or_are_of_another_year_are_not_there(county: County) -> None:
    now = opened(county)
    elsewhere = make_county("Shi", 9_000_001)
    other = past(elsewhere)
    older = past(county, "a9")
    Project.objects.filter(pk=older.pk).update(fiscal_year=BEFORE - 1)
    of_another_unit = past(county, "a2", organisation=county.other_unit)
    for actor, project in ((now.officer, other), (now.officer, older), (now.clerk, of_another_unit)):
        assert project.pk not in {one.project.pk for one in PastYear(now.cycle, actor).all()}
        with pytest.raises(Refused, match="有 1 个项目不是上年的项目"):
            carried(now, Way.CONTINUED, project, by=actor)


def test_a_clerk_carries_over_for_the_own_body(county: County) -> None:
    now = opened(county)
    assert len(carried(now, Way.CONTINUED, past(county), by=now.clerk).projects) == 1


def test_a_department_has_the_projects_of_its_units_too(county: County) -> None:
    now = opened(county)
    clerk = account("education", Role.UNIT_CLERK, county.department)
    above, below = past(county, organisation=county.department), past(county, "a2")
    other = past(county, "a3", organisation=county.other_department)
    found = {one.project.pk for one in PastYear(now.cycle, clerk).all()}
    assert {above.pk, below.pk} <= found
    assert other.pk not in found


def test_money_that_changed_after_it_was_shown_stops_all(county: County) -> None:
    now = opened(county)
    one, two = past(county), past(county, "a2")
    shown = {project.pk: Decimal("0.11") for project in (one, two)}
    Project.objects.filter(pk=two.pk).update(outturn="999.98")
    with pytest.raises(Refused, match="“Project a2”：上年的预算数或执行数刚刚改过"):
        carry_out(CarryProjects(now.cycle, Way.CARRIED_OVER, shown), now.officer)
    assert not Project.objects.exclude(predecessor=None).exists()


def test_a_year_that_is_not_open_takes_none(county: County) -> None:
    now = opened(county, state=CycleState.CLOSED)
    with pytest.raises(Refused, match="没有开放"):
        carried(now, Way.CONTINUED, past(county))


def test_no_other_way_and_not_too_many(county: County) -> None:
    now = opened(county)
    with pytest.raises(Refused, match="转入方式"):
        carried(now, "somehow", past(county))
    with pytest.raises(Refused, match="一次最多"):
        carry_out(CarryProjects(now.cycle, Way.CONTINUED, dict.fromkeys(range(AT_ONCE + 1))), now.officer)


def test_the_log_says_which_came_as_what_with_how_much(county: County) -> None:
    now = opened(county)
    carried(now, Way.CARRIED_OVER, past(county))
    event = Event.objects.get(verb=CarryProjects.verb)
    assert '["Yan-school", "a1", "0.11"]' in event.details
    assert '"carried_over"' in event.details


def test_eight_times_the_projects_take_no_more_queries_but_for_the_batches(county: County) -> None:
    now = opened(county)

    def queries(first: int, count: int) -> int:
        made = Project.objects.bulk_create(
            Project(
                organisation=(county.unit, county.other_unit)[at % 2], fiscal_year=BEFORE, code=f"n{at}",
                name="x", revised_budget=2, outturn=1,
            )
            for at in range(first, first + count)
        )  # fmt: skip
        amounts = {one.pk: Decimal(1) for one in made}
        with CaptureQueriesContext(connection) as caught:
            done = carry_out(CarryProjects(now.cycle, Way.CARRIED_OVER, amounts), now.officer)
        assert len(done.projects) == done.tasks == count
        return sum(not one["sql"].startswith("INSERT") for one in caught)

    few = queries(0, 100)  # the first entry of the log takes more
    assert queries(1_000, 800) <= few
    assert Funding.objects.filter(project__fiscal_year=NOW, revised_budget=1).count() == 900
