"""Every move of a form: who may make it in which state, what it leaves behind, what it refuses."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.web.cycles.years import NODES, Year, year
from tests.web.support import County

from jixiao.web.actions import Action, Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.actions.add_comment import AddComment
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.cancel_final import CancelFinal
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.actions.withdraw_task import WithdrawTask
from jixiao.web.cycles.models import Comment, CycleState, Task, TaskState
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import Membership
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
EVERYBODY = ("", *map(str, Role))
MOVES: dict[str, Callable[[Task], Action[Task]]] = {
    "submit": lambda task: SubmitTask(task, confirmed=True),
    "withdraw": WithdrawTask,
    "approve": ApproveTask,
    "return": lambda task: ReturnTask(task, "Which year?"),
    "cancel_final": lambda task: CancelFinal(task, "A figure was wrong."),
}
# Who may, by state and node of the form; whatever is not listed is refused or denied to everybody.
MAY: dict[tuple[str, int], dict[str, set[str]]] = {
    (TaskState.DRAFT, 0): {"submit": {Role.UNIT_CLERK}},
    (TaskState.RETURNED, 0): {"submit": {Role.UNIT_CLERK}},
    (TaskState.PENDING, 0): {"withdraw": {Role.UNIT_CLERK}, "approve": {NODES[0]}, "return": {NODES[0]}},
    (TaskState.PENDING, 1): {"approve": {NODES[1]}, "return": {NODES[1]}},
    (TaskState.PENDING, 2): {"approve": {NODES[2]}, "return": {NODES[2]}},
    (TaskState.PENDING, 3): {"approve": {NODES[3]}, "return": {NODES[3]}},
    (TaskState.FINAL, 4): {"cancel_final": {Role.PERFORMANCE_OFFICER}},
}


@pytest.fixture
def now(county: County) -> Year:
    return year(county)


@pytest.mark.parametrize("verb", MOVES)
@pytest.mark.parametrize(("state", "node"), MAY, ids=str)
def test_who_may_move_it(now: Year, state: str, node: int, verb: str) -> None:
    allowed = MAY[state, node].get(verb, set())
    for role in EVERYBODY:
        Task.objects.filter(pk=now.task.pk).update(state=state, node=node)
        before = now.now().moves.count()
        try:
            carry_out(MOVES[verb](now.now()), now.person(role))
        except (PermissionDenied, Refused):
            moved = False
            assert (now.now().state, now.now().node) == (state, node)
            assert now.now().moves.count() == before
        else:
            moved = True
            assert now.now().moves.count() == before + 1
        assert moved == (role in allowed), role or "no role"


def test_the_whole_way(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert (now.now().state, now.now().reviewer) == (TaskState.PENDING, NODES[0])
    for number, role in enumerate(NODES):
        assert (now.now().state, now.now().node) == (TaskState.PENDING, number)
        carry_out(ApproveTask(now.now(), f"Agreed {number}"), now.person(role))
    final = now.now()
    assert (final.state, final.reviewer) == (TaskState.FINAL, None)
    assert final.submitted_at
    assert final.finished_at
    assert [one.verb for one in final.moves.order_by("pk")] == ["submit", *["approve"] * 4]
    assert final.versions.get().content["name"] == "School meals"
    verbs = list(Event.objects.order_by("number").values_list("verb", "outcome"))
    assert verbs == [("cycles.submit_task", "done"), *[("cycles.approve_task", "done")] * 4]


def test_without_reviewers_it_is_final_at_once(county: County) -> None:
    now = year(county, nodes=())
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert now.now().state == TaskState.FINAL
    assert now.now().finished_at == now.now().submitted_at


def test_what_came_back_begins_its_reviews_anew(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), now.person(NODES[0]))
    carry_out(ReturnTask(now.now(), "Which year?"), now.person(NODES[1]))
    assert (now.now().state, now.now().node) == (TaskState.RETURNED, 0)
    now.project.name = "School meals and buses"
    now.project.save()
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert (now.now().reviewer, now.now().versions.count()) == (NODES[0], 2)
    names = [one.content["name"] for one in now.now().versions.order_by("number")]
    assert names == ["School meals", "School meals and buses"]


def test_it_is_returned_with_words_or_with_a_comment(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    with pytest.raises(Refused):
        carry_out(ReturnTask(now.now(), "  "), now.person(NODES[0]))
    comment = Comment.objects.create(
        task=now.task, path="name", words="Which school?", by=now.person(NODES[0]), solved_at=timezone.now()
    )
    with pytest.raises(Refused):  # dealt with: nothing is left to do
        carry_out(ReturnTask(now.now(), ""), now.person(NODES[0]))
    comment.solved_at = None
    comment.save()
    carry_out(ReturnTask(now.now(), ""), now.person(NODES[0]))
    assert now.now().state == TaskState.RETURNED


def test_words_of_the_last_time_do_not_return_it_again(now: Year) -> None:
    reviewer = now.person(NODES[0])
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(AddComment(now.now(), "name", "Which school?"), reviewer)
    carry_out(ReturnTask(now.now(), ""), reviewer)
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)  # the comment stays open
    with pytest.raises(Refused, match="上次报送前"):
        carry_out(ReturnTask(now.now(), ""), reviewer)
    carry_out(AddComment(now.now(), "name", "The name says it now."), now.clerk)
    with pytest.raises(Refused):  # the clerk's own answer is no reason
        carry_out(ReturnTask(now.now(), ""), reviewer)
    carry_out(AddComment(now.now(), "name", "Which district?"), reviewer)
    carry_out(ReturnTask(now.now(), ""), reviewer)
    assert now.now().state == TaskState.RETURNED


def test_a_final_form_is_opened_only_with_words(now: Year) -> None:
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.FINAL, node=4, finished_at=timezone.now())
    with pytest.raises(Refused):
        carry_out(CancelFinal(now.now(), " "), now.officer)
    carry_out(CancelFinal(now.now(), "A figure was wrong."), now.officer)
    assert (now.now().state, now.now().node, now.now().finished_at) == (TaskState.RETURNED, 0, None)
    assert now.now().moves.get().words == "A figure was wrong."


def test_it_cannot_be_taken_back_once_somebody_agreed(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), now.person(NODES[0]))
    with pytest.raises(Refused, match="不能撤回"):
        carry_out(WithdrawTask(now.now()), now.clerk)


def test_who_saw_an_older_page_is_told(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    shown = now.now()
    carry_out(ApproveTask(now.now(), revision=shown.revision), now.person(NODES[0]))
    for action in (ApproveTask(shown, revision=shown.revision), ReturnTask(shown, "No.", shown.revision)):
        with pytest.raises(Changed) as changed:
            carry_out(action, now.person(NODES[0]))
        assert changed.value.current.node == 1


def test_a_denied_review_is_in_the_log(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    with pytest.raises(PermissionDenied):
        carry_out(ApproveTask(now.now()), now.person(NODES[1]))
    last = Event.objects.first()
    assert (last.verb, last.outcome) == ("cycles.approve_task", "denied")


@pytest.mark.parametrize("state", [CycleState.PREPARING, CycleState.CLOSED])
@pytest.mark.parametrize("verb", MOVES)
def test_nothing_moves_while_the_year_is_not_open(county: County, state: str, verb: str) -> None:
    now = year(county, state=state)
    for (at, node), moves in MAY.items():
        if verb in moves:
            Task.objects.filter(pk=now.task.pk).update(state=at, node=node)
            with pytest.raises(Refused, match="没有开放"):
                carry_out(MOVES[verb](now.now()), now.person(str(next(iter(moves[verb])))))


def test_nothing_moves_before_the_stage_begins(now: Year) -> None:
    now.stage.opens = timezone.localdate() + dt.timedelta(days=1)
    now.stage.save()
    with pytest.raises(Refused, match="起办理"):
        carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    now.stage.opens = timezone.localdate()
    now.stage.save()
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)


def test_a_unit_that_moves_takes_its_form_along(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), now.person(NODES[0]))
    unit = now.county.unit
    unit.parent = now.county.other_department
    unit.save()
    with pytest.raises(PermissionDenied):  # the lead of the department that it left
        carry_out(ApproveTask(now.now()), now.person(NODES[1]))
    new = now.person("")
    Membership.objects.create(user=new, organisation=now.county.other_department, role=NODES[1])
    carry_out(ApproveTask(now.now()), new)
    assert now.now().node == 2


def test_people_of_a_body_out_of_use_move_nothing(now: Year) -> None:
    Organisation.objects.filter(pk=now.county.unit.pk).update(active=False)
    with pytest.raises(PermissionDenied):
        carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)


def test_a_line_officer_reviews_the_departments_of_the_portfolio(now: Year) -> None:
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.PENDING, node=2)
    held = Membership.objects.get(user=now.county.people[Role.LINE_OFFICER])
    held.portfolio.set([now.county.other_department])
    with pytest.raises(PermissionDenied):
        carry_out(ApproveTask(now.now()), now.person(Role.LINE_OFFICER))
    held.portfolio.set([now.county.department])
    carry_out(ApproveTask(now.now()), now.person(Role.LINE_OFFICER))
    assert now.now().node == 3
