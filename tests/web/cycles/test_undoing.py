"""What was sent out or added by mistake is taken back, with a reason, while nothing was handed in."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.cycles.years import Year, year
from tests.web.support import County, signed_in

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.actions.dispatch_tasks import DispatchTasks
from jixiao.web.cycles.actions.recall_task import RecallTask
from jixiao.web.cycles.actions.remove_project import RemoveProject
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.actions.withdraw_task import WithdrawTask
from jixiao.web.cycles.models import Comment, CycleState, Task, TaskState
from jixiao.web.cycles.tally_triggers import TALLIES
from jixiao.web.filings.evidence import Evidence
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
WHY = "Sent out to the wrong school."


@pytest.fixture
def now(county: County) -> Year:
    return year(county)


@pytest.mark.parametrize("role", ["", *map(str, Role)])
def test_who_takes_back(now: Year, role: str) -> None:
    for action in (RecallTask(now.now(), WHY), RemoveProject(now.project, WHY)):
        if role == Role.PERFORMANCE_OFFICER:
            carry_out(action, now.person(role))
        else:
            with pytest.raises(PermissionDenied):
                carry_out(action, now.person(role))


def test_a_form_is_taken_back_and_may_be_sent_out_again(now: Year) -> None:
    carry_out(RecallTask(now.now(), WHY), now.officer)
    assert not Task.objects.filter(pk=now.task.pk).exists()
    assert not Project.objects.get(pk=now.project.pk).deleted
    assert not TALLIES.wrong()
    event = Event.objects.latest("number")
    told = json.loads(event.details)
    assert (event.verb, told["task"], told["words"]) == ("cycles.recall_task", now.task.pk, WHY)
    assert [one.project_id for one in carry_out(DispatchTasks(now.stage), now.officer)] == [now.project.pk]


def test_a_project_goes_with_its_forms(now: Year) -> None:
    carry_out(RemoveProject(now.project, WHY), now.officer)
    assert Project.objects.get(pk=now.project.pk).deleted
    assert not Task.objects.filter(project=now.project).exists()
    assert not TALLIES.wrong()
    assert Event.objects.latest("number").verb == "cycles.remove_project"
    assert carry_out(DispatchTasks(now.stage), now.officer) == []
    with pytest.raises(Refused, match="已经删除"):
        carry_out(RemoveProject(now.project, WHY), now.officer)


def test_a_project_of_which_the_facts_state_something_stays(now: Year) -> None:
    """Without the project no form of the department could be read: the path would lead nowhere."""
    rows = {
        "published": [{"fact": "projects.p1.outturn", "value": "10.01", "place": "Table 5"}],
        "unresolved": [{"fact": "projects.p1.outturn", "reason": "Two figures"}],
        "discrepancies": [{"fact": "department.name", "statement": "Renamed", "signed_by": "y"}],
    }
    DepartmentYear.objects.update_or_create(
        organisation=now.county.department, fiscal_year=2024, defaults={"rulebook": "cn", "facts": rows}
    )
    with pytest.raises(Refused) as told:
        carry_out(RemoveProject(now.project, WHY), now.officer)
    words = " ".join(told.value.messages)
    assert "“School meals”不能删除" in words
    assert "Table 5印的“10.01”；未定的事实：Two figures" in words
    assert "Renamed" not in words
    assert not Project.objects.get(pk=now.project.pk).deleted
    assert Task.objects.filter(pk=now.task.pk).exists()


def refused(now: Year, words: str) -> None:
    for action in (
        RecallTask(now.now(), WHY, confirmed=True),
        RemoveProject(now.project, WHY, confirmed=True),
    ):
        with pytest.raises(Refused, match=words):
            carry_out(action, now.officer)
    assert Task.objects.filter(pk=now.task.pk).exists()
    assert not Project.objects.get(pk=now.project.pk).deleted


@pytest.mark.parametrize("state", [one for one in TaskState if one != TaskState.DRAFT])
def test_not_beyond_draft(now: Year, state: str) -> None:
    Task.objects.filter(pk=now.task.pk).update(state=state)
    refused(now, "只有未报送的表")


def test_not_what_was_handed_in_once_has_files_or_belongs_to_a_year_that_is_over(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(WithdrawTask(now.now()), now.clerk)
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.DRAFT)
    refused(now, "留有版本")
    now.task.moves.all().delete()
    now.task.versions.all().delete()
    Evidence.objects.create(task=now.task, name="a.pdf", sha256="0" * 64, size=1, by=now.clerk, deleted=True)
    refused(now, "传过佐证材料")
    Evidence.objects.all().delete()
    now.cycle.state = CycleState.CLOSED
    now.cycle.save()
    refused(now, "已结束")


def test_what_is_the_forms_own_goes_only_when_confirmed(now: Year) -> None:
    Comment.objects.create(task=now.task, words="Which school?", by=now.officer)
    for action in (RecallTask(now.now(), WHY), RemoveProject(now.project, WHY)):
        with pytest.raises(Refused, match="1 条批注"):
            carry_out(action, now.officer)
    carry_out(RecallTask(now.now(), WHY, confirmed=True), now.officer)
    assert not Task.objects.filter(pk=now.task.pk).exists()


def test_only_with_a_reason_and_as_the_page_showed_it(now: Year) -> None:
    for action in (RecallTask(now.now(), " "), RemoveProject(now.project, " ")):
        with pytest.raises(Refused, match="须写明原因"):
            carry_out(action, now.officer)
    with pytest.raises(Changed):
        carry_out(RecallTask(now.now(), WHY, revision=7), now.officer)


@pytest.mark.parametrize("path", ["recall", "remove-project"])
def test_the_page_offers_it_to_the_officer(now: Year, path: str) -> None:
    client = signed_in(now.officer)
    page = f"/cycles/tasks/{now.task.pk}/"
    assert f"{page}{path}/" in client.get(page).content.decode()
    assert f"{page}{path}/" not in signed_in(now.clerk).get(page).content.decode()
    assert "须写明原因" in client.post(f"{page}{path}/", follow=True).content.decode()
    answer = client.post(f"{page}{path}/", {"words": WHY, "revision": now.now().revision})
    assert answer.headers["Location"] == "/cycles/tasks/"
    assert not Task.objects.filter(pk=now.task.pk).exists()
