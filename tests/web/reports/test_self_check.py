"""The self-check keeps a form open until every error in its reports is gone or was answered for."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.web.support import County, signed_in

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.background.loop import drain
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.cancel_final import CancelFinal
from jixiao.web.cycles.models import Stage, SubjectKind, Task, TaskState
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.actions.ask_self_check import AskSelfCheck
from jixiao.web.reports.actions.waive_error import WaiveError
from jixiao.web.reports.actions.withdraw_waiver import WithdrawWaiver
from jixiao.web.reports.models import Copy, Listing, Paper, Waiver
from jixiao.web.reports.self_checking import LOST, Blocker, self_check
from jixiao.web.reports.writing import write_copy

Made = Callable[..., DepartmentYear]
CONTRADICTED = "620723-linze-2023"
WHY = "原件如此，已与财政局核对。"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("without_office")]


def person(county: County, role: Role) -> User:
    return county.people[str(role)]


def lead(county: County) -> User:
    return person(county, Role.DEPARTMENT_LEAD)


def checked(county: County, form: Task) -> None:
    carry_out(AskSelfCheck(form), lead(county))
    drain()


def errors(year: DepartmentYear) -> list[Blocker]:
    return self_check(year).blockers


def answer_all(county: County, form: Task, year: DepartmentYear) -> None:
    for one in errors(year):
        carry_out(WaiveError(form, one.identity, WHY), lead(county))


def refused(form: Task, user: User) -> Refused:
    with pytest.raises(Refused) as caught:
        carry_out(ApproveTask(form), user)
    form.refresh_from_db()
    assert form.state == TaskState.PENDING
    assert not Paper.objects.exclude(frozen_at=None).exists()
    return caught.value


def test_nothing_becomes_final_before_its_reports_were_checked(
    county: County, department: Made, form: Task
) -> None:
    year = department()
    assert refused(form, lead(county)).code == "unchecked"
    checked(county, form)
    year.refresh_from_db()
    year.facts["title"] = "Another title"
    year.save()
    assert refused(form, lead(county)).code == "unchecked"
    checked(county, form)
    assert carry_out(ApproveTask(form), lead(county)).state == TaskState.FINAL


def test_a_form_that_waits_for_review_is_checked_by_itself(
    county: County, department: Made, form: Task
) -> None:
    year = department()
    form.save()
    drain()
    assert self_check(year).papers
    assert carry_out(ApproveTask(form), lead(county)).state == TaskState.FINAL


def test_a_task_that_was_lost_is_asked_for_again(county: County, department: Made, form: Task) -> None:
    year = department()
    carry_out(AskSelfCheck(form), lead(county))
    carry_out(AskSelfCheck(form), lead(county))
    assert DBTaskResult.objects.count() == 1
    assert self_check(year).busy
    Listing.objects.filter(year=year).update(asked_at=timezone.now() - LOST * 2)
    assert not self_check(year).busy
    carry_out(AskSelfCheck(form), lead(county))
    assert DBTaskResult.objects.count() == 2


def test_every_error_is_corrected_or_answered_for(county: County, department: Made, form: Task) -> None:
    year = department(CONTRADICTED)
    checked(county, form)
    found = errors(year)
    assert len(found) > 1
    assert any(len(one.papers) > 1 for one in found), "the same error in several reports is one"
    told = refused(form, lead(county))
    assert told.code == "contradicted"
    assert found[0].words[0].rstrip("。") in told.message
    for one in found[:-1]:
        carry_out(WaiveError(form, one.identity, WHY), lead(county))
    assert refused(form, lead(county)).code == "contradicted"
    last = carry_out(WaiveError(form, found[-1].identity, WHY), lead(county))
    entry = Event.objects.get(verb="reports.waive_error", subject=f"reports.waiver:{last.pk}")
    assert WHY in entry.details
    assert found[-1].identity in entry.details
    carry_out(ApproveTask(form), lead(county))
    drain()
    paper = Paper.objects.get(kind="evaluation", task=form)
    assert not paper.refused
    assert {one["reason"] for one in paper.told["waivers"]} == {WHY}
    assert not Copy.objects.get(paper=paper, format="docx").draft
    page = signed_in(lead(county)).get(f"/reports/papers/{paper.pk}/").content.decode()
    assert "审核人写明不改" in page
    assert WHY in page


def test_the_answers_of_the_freezing_hold_for_what_is_written_later(
    county: County, department: Made, form: Task
) -> None:
    year = department(CONTRADICTED)
    checked(county, form)
    answer_all(county, form, year)
    carry_out(ApproveTask(form), lead(county))
    carry_out(CancelFinal(form, "Again"), person(county, Role.PERFORMANCE_OFFICER))
    Waiver.objects.all().delete()
    paper = Paper.objects.get(kind="evaluation", task=form)
    copy = Copy.objects.create(paper=paper, format="xlsx")
    write_copy(copy.pk)
    copy.refresh_from_db()
    assert not copy.draft


def test_a_figure_that_changes_asks_again(county: County, department: Made, form: Task) -> None:
    year = department(CONTRADICTED)
    checked(county, form)
    answer_all(county, form, year)
    rows = year.facts["unresolved"]
    rows[0]["reason"] = "Something else"
    year.save()
    checked(county, form)
    assert len(self_check(year).open) == 1
    assert refused(form, lead(county)).code == "contradicted"


@pytest.mark.parametrize("reason", ["", "  嗯 ", "长" * 501])
def test_an_answer_has_a_reason(county: County, department: Made, form: Task, reason: str) -> None:
    year = department(CONTRADICTED)
    checked(county, form)
    with pytest.raises(Refused):
        carry_out(WaiveError(form, errors(year)[0].identity, reason), lead(county))
    assert not Waiver.objects.filter(year=year).exists()


def test_two_who_answer_at_once_do_not_overwrite_each_other(
    county: County, department: Made, form: Task
) -> None:
    year = department(CONTRADICTED)
    checked(county, form)
    identity = errors(year)[0].identity
    made = carry_out(WaiveError(form, identity, WHY), lead(county))
    with pytest.raises(Changed):
        carry_out(WaiveError(form, identity, "Another reason"), lead(county))
    with pytest.raises(Changed):
        carry_out(WithdrawWaiver(form, made, made.revision + 1), lead(county))
    carry_out(WithdrawWaiver(form, made, made.revision), lead(county))
    assert self_check(year).open[0].identity == identity
    with pytest.raises(Refused):
        carry_out(WaiveError(form, "no-such-error", WHY), lead(county))


def test_only_the_reviewer_whose_turn_it_is_answers(county: County, department: Made, form: Task) -> None:
    year = department(CONTRADICTED)
    checked(county, form)
    identity = errors(year)[0].identity
    for role in (Role.UNIT_CLERK, Role.UNIT_REVIEWER, Role.LINE_OFFICER, Role.AUDITOR):
        answer = signed_in(person(county, role)).post(
            f"/reports/forms/{form.pk}/waive/", {"identity": identity, "reason": WHY, "revision": 0}
        )
        assert answer.status_code in {403, 404}, role
    assert not Waiver.objects.filter(year=year).exists()
    stage = form.stage
    stage.nodes = []
    stage.save()
    form.state = TaskState.DRAFT
    form.save()
    carry_out(WaiveError(form, identity, WHY), person(county, Role.PERFORMANCE_OFFICER))


def test_the_page_of_the_form_says_what_keeps_it_open_and_takes_the_answers(
    county: County, department: Made, form: Task
) -> None:
    year = department(CONTRADICTED)
    checked(county, form)
    client = signed_in(lead(county))
    page = client.get(f"/cycles/tasks/{form.pk}/").content.decode()
    assert f"有 {len(errors(year))} 处错误没有处理，这份表不能终审" in page
    one = errors(year)[0]
    given = {"identity": one.identity, "reason": "短", "revision": 0}
    short = client.post(f"/reports/forms/{form.pk}/waive/", given, headers={"HX-Request": "true"})
    assert short.status_code == 422
    assert 'value="短"' in short.content.decode()
    given["reason"] = WHY
    answer = client.post(f"/reports/forms/{form.pk}/waive/", given, headers={"HX-Request": "true"})
    assert WHY in answer.content.decode()
    draft = client.get(f"/reports/papers/{one.papers[0].pk}/").content.decode()
    assert WHY in draft
    assert "这份报告不能定稿" in draft
    clerk = signed_in(person(county, Role.UNIT_CLERK)).get(f"/reports/forms/{form.pk}/self-check/")
    assert "/waive/" not in clerk.content.decode()


def test_a_form_about_a_project_has_no_reports_to_check(county: County, form: Task) -> None:
    Stage.objects.filter(pk=form.stage_id).update(subject=SubjectKind.PROJECT)
    Task.objects.filter(pk=form.pk).update(
        project=Project.objects.create(organisation=county.department, fiscal_year=2023, code="p", name="x")
    )
    form = Task.objects.get(pk=form.pk)
    client = signed_in(lead(county))
    assert "self-check" not in client.get(f"/cycles/tasks/{form.pk}/").content.decode()
    with pytest.raises(Refused):
        carry_out(AskSelfCheck(form), lead(county))
