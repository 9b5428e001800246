"""Evaluators: they see and fill in what is assigned to them, and nothing else."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser as Page
from tests.web.cycles.years import Year, year
from tests.web.filings.judging import fill
from tests.web.support import County, account, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.add_comment import AddComment
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.assign_evaluator import AssignEvaluator
from jixiao.web.cycles.actions.end_assignment import EndAssignment
from jixiao.web.cycles.actions.save_stage import SaveStage
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.actions.withdraw_task import WithdrawTask
from jixiao.web.cycles.assignment_views import PAGE
from jixiao.web.cycles.models import Assignment, CycleState, StageKind, Task, TaskState
from jixiao.web.cycles.todo import waiting
from jixiao.web.filings.actions.save_cells import Cell, SaveCells
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
EVERYBODY = ("", *map(str, Role))


@pytest.fixture
def now(county: County) -> Year:
    Assignment.objects.all().delete()  # of the samples
    return year(county, kind=StageKind.EVALUATION, nodes=(Role.PERFORMANCE_OFFICER,))


def assign(now: Year) -> Assignment:
    return carry_out(AssignEvaluator(now.stage, (now.task.pk,), now.person(Role.EVALUATOR)), now.officer)[0]


def test_an_evaluator_sees_nothing_at_first(now: Year) -> None:
    evaluator = now.person(Role.EVALUATOR)
    for model in (Task, Project, Organisation, User):
        assert not model.objects.visible_to(evaluator).exists(), model
    client = signed_in(evaluator)
    assert client.get(f"/cycles/tasks/{now.task.pk}/").status_code == 404
    assert client.get(f"/filings/tasks/{now.task.pk}/").status_code == 404
    assert client.get("/cycles/").status_code == 403


def test_then_the_forms_that_are_assigned(now: Year) -> None:
    assign(now)
    evaluator = now.person(Role.EVALUATOR)
    assert [one.pk for one in Task.objects.visible_to(evaluator)] == [now.task.pk]
    assert not Project.objects.visible_to(evaluator).exists()
    assert [one.pk for one in waiting(evaluator)] == [now.task.pk]
    assert signed_in(evaluator).get(f"/cycles/tasks/{now.task.pk}/").status_code == 200
    other = account("other", Role.EVALUATOR, now.county.bureau)
    assert not Task.objects.visible_to(other).exists()
    with pytest.raises(PermissionDenied):
        carry_out(AddComment(now.now(), "", "Hello"), other)
    carry_out(AddComment(now.now(), "", "Hello"), evaluator)


def test_the_evaluator_fills_it_in_and_the_body_sees_it_when_it_is_final(now: Year) -> None:
    assign(now)
    for role in EVERYBODY:
        if role != Role.EVALUATOR:
            with pytest.raises(PermissionDenied):
                carry_out(SubmitTask(now.now(), confirmed=True), now.person(role))
    evaluator = now.person(Role.EVALUATOR)
    fill(now.now(), evaluator)
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator)
    with pytest.raises(PermissionDenied):
        carry_out(WithdrawTask(now.now()), now.clerk)
    carry_out(WithdrawTask(now.now()), evaluator)
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator)
    page = f"/cycles/tasks/{now.task.pk}/"
    assert signed_in(now.clerk).get(page).status_code == 404
    assert signed_in(now.officer).get(page).status_code == 200
    carry_out(ApproveTask(now.now()), now.officer)
    assert now.now().state == TaskState.FINAL
    assert signed_in(now.clerk).get(page).status_code == 200


def test_an_evaluator_reads_a_form_of_the_body_and_changes_nothing(county: County) -> None:
    Assignment.objects.all().delete()
    own = year(county, fiscal_year=2025)
    carry_out(AssignEvaluator(own.stage, (own.task.pk,), own.person(Role.EVALUATOR)), own.officer)
    evaluator = own.person(Role.EVALUATOR)
    cells = (Cell("project", own.project.pk, "annual_result", own.project.annual_result, "Mine"),)
    for action in (SubmitTask(own.now(), confirmed=True), SaveCells(own.now(), cells)):
        with pytest.raises(PermissionDenied):
            carry_out(action, evaluator)
    grid = signed_in(evaluator).get(f"/filings/tasks/{own.task.pk}/")
    assert grid.json()["editable"] is False
    assert carry_out(SaveCells(own.now(), cells), own.clerk).count == 1


def test_an_assignment_that_ended_shows_nothing(now: Year) -> None:
    held = assign(now)
    carry_out(EndAssignment(held), now.officer)
    ended = Assignment.objects.get().ended_at
    carry_out(EndAssignment(held), now.officer)
    assert Assignment.objects.get().ended_at == ended
    evaluator = now.person(Role.EVALUATOR)
    assert not Task.objects.visible_to(evaluator).exists()
    with pytest.raises(PermissionDenied):
        carry_out(SubmitTask(now.now(), confirmed=True), evaluator)
    assign(now)  # and may begin again
    assert Task.objects.visible_to(evaluator).exists()


@pytest.mark.parametrize("role", EVERYBODY)
def test_who_assigns(now: Year, role: str) -> None:
    action = AssignEvaluator(now.stage, (now.task.pk,), now.person(Role.EVALUATOR))
    if role == Role.PERFORMANCE_OFFICER:
        assert len(carry_out(action, now.person(role))) == 1
        assert carry_out(action, now.person(role)) == []
        carry_out(EndAssignment(Assignment.objects.get()), now.person(role))
    else:
        with pytest.raises(PermissionDenied):
            carry_out(action, now.person(role))


def test_only_evaluators_of_the_place_and_forms_of_the_stage(now: Year) -> None:
    with pytest.raises(Refused):
        carry_out(AssignEvaluator(now.stage, (now.task.pk,), now.clerk), now.officer)
    with pytest.raises(Refused):
        carry_out(AssignEvaluator(now.stage, (5_000_001,), now.person(Role.EVALUATOR)), now.officer)
    now.cycle.state = CycleState.CLOSED
    now.cycle.save()
    with pytest.raises(Refused):
        assign(now)


def test_only_the_bureau_reviews_what_evaluators_fill_in(now: Year) -> None:
    now.stage.nodes = [str(Role.DEPARTMENT_LEAD)]
    with pytest.raises(ValidationError):
        carry_out(SaveStage(now.stage), now.officer)


def test_the_page_of_assignments(now: Year) -> None:
    client = signed_in(now.officer)
    page = f"/cycles/stages/{now.stage.pk}/assignments/"
    evaluator = now.county.people[Role.EVALUATOR]
    words = client.post(
        page, {"evaluator": evaluator.pk, "task": [now.task.pk]}, follow=True
    ).content.decode()
    assert "已分派 1 份" in words
    assert evaluator.full_name in words
    held = Assignment.objects.get()
    words = client.post(f"{page}{held.pk}/end/", follow=True).content.decode()
    assert "未分派" in words
    assert "请选择评价人员" in client.post(page, {"task": [now.task.pk]}, follow=True).content.decode()


def test_the_forms_to_assign_come_in_pages_and_are_found_by_department_and_project(now: Year) -> None:
    client = signed_in(now.officer)
    page = f"/cycles/stages/{now.stage.pk}/assignments/"

    def asked(query: str = "") -> tuple[int, list[str]]:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(page + query)
        assert answer.status_code == 200
        names = Page(answer.content).css("tbody th a")
        return len(queries), [name.text(strip=True) for name in names]

    asked()
    few, names = asked()
    assert names == ["School meals"]
    projects = Project.objects.bulk_create(
        Project(
            organisation=now.county.other_unit, fiscal_year=2024, code=f"b{number}", name=f"Beds {number}"
        )
        for number in range(PAGE + 10)
    )
    Task.objects.bulk_create(
        Task(stage=now.stage, organisation=one.organisation, project=one, deadline=now.stage.deadline)
        for one in projects
    )
    count, names = asked()
    assert (count, len(names)) == (few, PAGE)
    count, names = asked("?page=2")
    assert (count, len(names)) == (few, 11)
    assert asked("?q=Beds+7")[1][0] == "Beds 7"
    assert asked(f"?q={now.county.department.name}")[1] == ["School meals"]
    assert asked("?q=nowhere")[1] == []
    found = "?q=meals"
    answer = client.post(
        page + found, {"evaluator": now.county.people[Role.EVALUATOR].pk, "task": [now.task.pk]}
    )
    assert answer.headers["Location"] == page + found
    answer = client.post(f"{page}{Assignment.objects.get().pk}/end/{found}")
    assert answer.headers["Location"] == page + found
