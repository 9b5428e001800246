"""Opening a year: what a year and a stage may be, who sets them, and sending the forms out."""

import datetime as dt
import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.cycles.years import Year, year
from tests.web.support import ELSEWHERE, County, signed_in
from tests.web.support import county as make_county

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.actions.dispatch_tasks import AT_ONCE, DispatchTasks
from jixiao.web.cycles.actions.save_cycle import SaveCycle
from jixiao.web.cycles.actions.save_stage import SaveStage
from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.cycles.tally_triggers import TALLIES
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
EVERYBODY = ("", *map(str, Role))


@pytest.fixture
def now(county: County) -> Year:
    return year(county)


def another(now: Year, **fields: object) -> Stage:
    given = {
        "kind": StageKind.MONITORING, "subject": SubjectKind.PROJECT, "name": "June", "through_month": 6,
        "opens": dt.date(2024, 7, 1), "deadline": dt.date(2024, 7, 31), "nodes": [], **fields,
    }  # fmt: skip
    return Stage(cycle=now.cycle, **given)


@pytest.mark.parametrize("role", EVERYBODY)
def test_who_opens_a_year(now: Year, role: str) -> None:
    for action in (
        SaveCycle(Cycle(jurisdiction=now.county.top, fiscal_year=2030, title="2030")),
        SaveStage(another(now)),
        DispatchTasks(now.stage),
    ):
        if role == Role.PERFORMANCE_OFFICER:
            carry_out(action, now.person(role))
        else:
            with pytest.raises(PermissionDenied):
                carry_out(action, now.person(role))


def test_the_officer_of_another_county_opens_nothing_here(now: Year) -> None:
    stranger = make_county("Shi", ELSEWHERE).people[Role.PERFORMANCE_OFFICER]
    for action in (SaveCycle(now.cycle), SaveStage(now.stage), DispatchTasks(now.stage)):
        with pytest.raises(PermissionDenied):
            carry_out(action, stranger)


def test_a_year_opens_with_a_stage(now: Year) -> None:
    new = Cycle(jurisdiction=now.county.top, fiscal_year=2031, title="2031", state=CycleState.OPEN)
    with pytest.raises(Refused):
        carry_out(SaveCycle(new), now.officer)


def test_a_year_is_of_a_jurisdiction_and_there_once(now: Year) -> None:
    with pytest.raises(PermissionDenied):
        carry_out(SaveCycle(Cycle(jurisdiction=now.county.unit, fiscal_year=2032, title="x")), now.clerk)
    with pytest.raises(Refused):
        carry_out(SaveCycle(Cycle(jurisdiction=now.county.unit, fiscal_year=2032, title="x")), now.officer)
    with pytest.raises(ValidationError):
        carry_out(SaveCycle(Cycle(jurisdiction=now.county.top, fiscal_year=2024, title="x")), now.officer)


def test_whose_forms_are_out_keeps_its_fiscal_year(now: Year) -> None:
    now.cycle.fiscal_year = 2040
    with pytest.raises(Refused, match="已下达"):
        carry_out(SaveCycle(now.cycle), now.officer)


def test_two_officers_change_a_year_or_a_stage(now: Year) -> None:
    mine, theirs = Cycle.objects.get(pk=now.cycle.pk), Cycle.objects.get(pk=now.cycle.pk)
    theirs.title = "Theirs"
    carry_out(SaveCycle(theirs, theirs.revision), now.officer)
    with pytest.raises(Changed) as changed:
        carry_out(SaveCycle(mine, mine.revision), now.officer)
    assert changed.value.current.title == "Theirs"
    one, two = Stage.objects.get(pk=now.stage.pk), Stage.objects.get(pk=now.stage.pk)
    two.name = "Theirs"
    carry_out(SaveStage(two, two.revision), now.officer)
    with pytest.raises(Changed):
        carry_out(SaveStage(one, one.revision), now.officer)
    assert Stage.objects.get(pk=now.stage.pk).name == "Theirs"


@pytest.mark.parametrize(
    ("fields", "blamed"),
    [
        ({"deadline": dt.date(2024, 6, 30)}, "deadline"),
        ({"through_month": None}, "through_month"),
        ({"through_month": 13}, "through_month"),
        ({"kind": StageKind.TARGETS}, "through_month"),
        ({"nodes": ["unit_clerk"]}, "nodes"),
        ({"nodes": ["auditor"]}, "nodes"),
        ({"nodes": ["department_lead", "department_lead"]}, "nodes"),
        ({"nodes": "department_lead"}, "nodes"),
        ({"name": ""}, "name"),
    ],
)
def test_a_stage_that_cannot_be(now: Year, fields: dict[str, object], blamed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        carry_out(SaveStage(another(now, **fields)), now.officer)
    assert blamed in refused.value.message_dict


def test_the_reviews_stay_while_one_is_under_review(now: Year) -> None:
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.PENDING)
    now.stage.nodes = [str(Role.PERFORMANCE_OFFICER)]
    with pytest.raises(Refused):
        carry_out(SaveStage(now.stage), now.officer)
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.RETURNED)
    carry_out(SaveStage(now.stage), now.officer)
    now.stage.kind = StageKind.TARGETS
    with pytest.raises(Refused, match="另设阶段"):
        carry_out(SaveStage(now.stage), now.officer)


def test_a_later_deadline_of_one_form_stays(now: Year) -> None:
    other = Task.objects.create(
        stage=now.stage,
        organisation=now.county.other_unit,
        deadline=now.stage.deadline + dt.timedelta(days=9),
    )
    own = other.deadline
    now.stage.deadline += dt.timedelta(days=3)
    carry_out(SaveStage(now.stage), now.officer)
    other.refresh_from_db()
    assert (now.now().deadline, other.deadline) == (now.stage.deadline, own)


def test_a_year_that_is_over_takes_no_stage_and_sends_nothing(county: County) -> None:
    now = year(county, state=CycleState.CLOSED)
    for action in (SaveStage(now.stage), DispatchTasks(now.stage)):
        with pytest.raises(Refused, match="已结束"):
            carry_out(action, now.officer)


def test_forms_are_sent_once(now: Year) -> None:
    def project(code: str, body: Organisation, **fields: object) -> Project:
        return Project.objects.create(
            organisation=body, code=code, name=code, **{"fiscal_year": 2024, **fields}
        )

    project("p2", now.county.department)
    project("p3", now.county.other_unit)
    project("p4", now.county.unit, deleted=True)
    project("p5", now.county.unit, fiscal_year=2023)
    sent = carry_out(DispatchTasks(now.stage), now.officer)
    assert {one.project.code for one in sent} == {"p2", "p3"}
    assert {one.deadline for one in sent} == {now.stage.deadline}
    assert carry_out(DispatchTasks(now.stage), now.officer) == []
    # Those of bodies named alone, and a project that went to another body keeps its form.
    project("p6", now.county.unit)
    project("p7", now.county.other_unit)
    now.project.organisation = now.county.other_unit
    now.project.save()
    some = carry_out(DispatchTasks(now.stage, (now.county.other_unit,)), now.officer)
    assert [one.project.code for one in some] == ["p7"]


def test_departments_get_one_form_each(now: Year) -> None:
    stage = carry_out(SaveStage(another(now, subject=SubjectKind.DEPARTMENT)), now.officer)
    sent = carry_out(DispatchTasks(stage), now.officer)
    assert {one.organisation for one in sent} == {now.county.department, now.county.other_department}
    assert carry_out(DispatchTasks(stage), now.officer) == []


def test_bodies_out_of_use_and_of_a_lower_jurisdiction_get_none(now: Year) -> None:
    other = now.county.other_department
    other.active = False
    other.save()
    Project.objects.create(organisation=now.county.other_unit, fiscal_year=2024, code="p9", name="below")
    town = Organisation.objects.create(kind=Kind.JURISDICTION, code="t", name="Town", parent=now.county.top)
    Organisation.objects.create(kind=Kind.DEPARTMENT, code="t1", name="Town office", parent=town)
    stage = carry_out(SaveStage(another(now, subject=SubjectKind.DEPARTMENT)), now.officer)
    assert [one.organisation for one in carry_out(DispatchTasks(stage), now.officer)] == [
        now.county.department
    ]
    assert carry_out(DispatchTasks(now.stage), now.officer) == []


def test_the_year_says_what_the_officer_does_next(county: County) -> None:
    now = year(county, state=CycleState.PREPARING)
    officer, page = signed_in(now.officer), f"/cycles/{now.cycle.pk}/"

    def told() -> str:
        return officer.get(page).content.decode()

    assert "把状态改为“进行中”" in told()
    Cycle.objects.filter(pk=now.cycle.pk).update(state=CycleState.OPEN)
    assert "下一步" not in told()  # the form of its stage is with the clerk
    now.task.delete()
    assert "下一步：在各阶段按“下达”" in told()
    assert "下一步" not in signed_in(now.clerk).get(page).content.decode()
    now.stage.delete()
    assert "下一步：新增阶段" in told()


def test_where_nothing_is_sent_out_the_page_says_why(now: Year) -> None:
    officer = signed_in(now.officer)

    def told() -> str:
        answer = officer.post(f"/cycles/stages/{now.stage.pk}/dispatch/", follow=True)
        return answer.content.decode()

    assert "各单位的表单都已下达过" in told()
    now.task.delete()
    now.project.delete()
    assert "2024 年度还没有项目" in told()
    assert "已下达 0 份" not in told()


def test_a_year_opened_twice_is_told_where_it_is(now: Year) -> None:
    twin = Cycle(jurisdiction=now.county.top, fiscal_year=now.cycle.fiscal_year, title="Again")
    with pytest.raises(ValidationError, match="这个地区已有这个预算年度的工作，请在“年度工作”里打开。"):
        carry_out(SaveCycle(twin), now.officer)


def test_an_officer_of_one_county_need_not_choose_it(county: County) -> None:
    page = signed_in(county.people[Role.PERFORMANCE_OFFICER]).get("/cycles/new/").content.decode()
    assert f'<option value="{county.top.pk}" selected>' in page


def test_many_forms_are_sent_out_by_few_statements(now: Year) -> None:
    Project.objects.bulk_create(
        Project(
            organisation=now.county.other_unit, fiscal_year=2024, code=f"b{number}", name=f"Beds {number}"
        )
        for number in range(AT_ONCE + 1)
    )
    with CaptureQueriesContext(connection) as queries:
        sent = carry_out(DispatchTasks(now.stage), now.officer)
    written = [one["sql"] for one in queries if one["sql"].startswith('INSERT INTO "cycles_task"')]
    assert len(sent) == AT_ONCE + 1
    assert 1 < len(written) <= 10  # SQLite takes fewer rows at once
    assert {one.pk for one in sent} <= set(now.stage.tasks.values_list("pk", flat=True))
    assert not TALLIES.wrong()
    event = Event.objects.latest("number")
    assert event.verb == "cycles.dispatch_tasks"
    assert json.loads(event.details)["sent"] == AT_ONCE + 1
