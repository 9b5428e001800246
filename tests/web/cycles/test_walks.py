"""Any sequence of moves leaves form, steps, versions and log in agreement; what waits is what a plain walk finds."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.cycles.years import NODES, year
from tests.web.support import County

from jixiao.web.actions import Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.audit.verifying import verify
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.cancel_final import CancelFinal
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.actions.withdraw_task import WithdrawTask
from jixiao.web.cycles.models import Assignment, CycleState, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.cycles.todo import counted, waiting
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
DO = {
    "submit": lambda task: SubmitTask(task, confirmed=True),
    "withdraw": WithdrawTask,
    "approve": ApproveTask,
    "return": lambda task: ReturnTask(task, "Which year?"),
    "cancel_final": lambda task: CancelFinal(task, "A figure was wrong."),
}
many = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(st.data())
@many
def test_any_sequence_of_moves_leaves_everything_in_agreement(county: County, data: st.DataObject) -> None:
    nodes = data.draw(st.lists(st.sampled_from(NODES), unique=True))
    wanted = st.tuples(st.sampled_from(sorted(DO)), st.sampled_from([Role.UNIT_CLERK, *NODES]))
    with transaction.atomic():
        now = year(county, nodes=tuple(nodes))
        logged = Event.objects.count()
        done = 0
        for verb, role in data.draw(st.lists(wanted, max_size=12)):
            try:
                carry_out(DO[verb](now.now()), now.person(role))
            except (PermissionDenied, Refused):
                continue
            done += 1
        task = now.now()
        steps = list(task.moves.order_by("pk"))
        assert len(steps) == done == task.revision
        assert [one.before for one in steps] == [TaskState.DRAFT, *[one.after for one in steps]][:done]
        assert task.state == (steps[-1].after if steps else TaskState.DRAFT)
        assert task.node == (steps[-1].node if steps else 0)
        assert (task.reviewer is not None) == (task.state == TaskState.PENDING)
        assert (task.finished_at is not None) == (task.state == TaskState.FINAL)
        submitted = [one for one in steps if one.verb == "submit"]
        assert [one.version.number for one in submitted] == list(range(1, len(submitted) + 1))
        assert task.versions.count() == len(submitted)
        events = Event.objects.filter(number__gt=logged, outcome="done").order_by("number")
        assert [one.verb.removeprefix("cycles.").removesuffix("_task") for one in events] == [
            one.verb for one in steps
        ]
        assert not verify().breaks
        transaction.set_rollback(True)


@given(st.data())
@many
def test_what_waits_is_what_a_plain_walk_finds(county: County, data: st.DataObject) -> None:
    bodies = [county.department, county.unit, county.other_department, county.other_unit]
    kinds = [StageKind.EX_ANTE, StageKind.TARGETS, StageKind.SELF_EVALUATION, StageKind.EVALUATION]
    today = timezone.localdate()
    with transaction.atomic():
        cycle = year(county).cycle
        cycle.state = data.draw(st.sampled_from(list(CycleState)))
        cycle.save()
        Task.objects.filter(stage__cycle=cycle).delete()
        cycle.stages.all().delete()
        for kind in kinds:
            ahead = data.draw(st.sampled_from([-1, 0, 1]))
            stage = Stage.objects.create(
                cycle=cycle, kind=kind, subject=SubjectKind.DEPARTMENT, name=kind,
                opens=today + timezone.timedelta(days=ahead), deadline=today,
                nodes=data.draw(st.lists(st.sampled_from([str(one) for one in NODES]), unique=True)),
            )  # fmt: skip
            for body in data.draw(st.lists(st.sampled_from(bodies), unique_by=lambda one: one.pk)):
                state = data.draw(st.sampled_from(list(TaskState)))
                node = data.draw(st.integers(0, max(0, len(stage.nodes) - 1)))
                late = data.draw(st.integers(-1, 1))
                Task.objects.create(
                    stage=stage, organisation=body, state=state, node=node,
                    deadline=today + timezone.timedelta(days=late),
                )  # fmt: skip
        user = User.objects.create(username="walker", full_name="x", organisation=county.top)
        places = [*bodies, county.bureau, county.top]
        held = st.tuples(st.sampled_from(list(Role)), st.sampled_from(places))
        for role, place in data.draw(st.lists(held, max_size=3, unique=True)):
            Membership.objects.create(user=user, organisation=place, role=role)
        for task in data.draw(st.lists(st.sampled_from([None, *Task.objects.all()]), max_size=4)):
            if task and not task.assignments.exists():
                ended = data.draw(st.sampled_from([None, timezone.now()]))
                Assignment.objects.create(task=task, evaluator=user, by=user, ended_at=ended)
        expected = [one for one in Task.objects.select_related("stage__cycle") if waits(one, user)]
        found = list(waiting(user))
        assert {one.pk for one in found} == {one.pk for one in expected}
        assert [(one.deadline, one.pk) for one in found] == sorted((one.deadline, one.pk) for one in expected)
        counts = counted(user)
        assert counts.draft == sum(one.state == TaskState.DRAFT for one in expected)
        assert counts.returned == sum(one.state == TaskState.RETURNED for one in expected)
        assert counts.review == sum(one.state == TaskState.PENDING for one in expected)
        assert counts.late == sum(one.deadline < today for one in expected)
        transaction.set_rollback(True)


def waits(task: Task, user: User) -> bool:
    """As a person would say it, form by form."""
    if task.stage.cycle.state != CycleState.OPEN or task.stage.opens > timezone.localdate():
        return False
    if task.state in {TaskState.DRAFT, TaskState.RETURNED} and task.stage.kind == StageKind.EVALUATION:
        assigned = task.assignments.filter(evaluator=user, ended_at=None).exists()
        return assigned and Role.EVALUATOR in user.roles()
    if task.state in {TaskState.DRAFT, TaskState.RETURNED}:
        return user.holds({Role.UNIT_CLERK}, task.organisation)
    if task.state == TaskState.PENDING and task.node < len(task.stage.nodes):
        return user.holds({task.stage.nodes[task.node]}, task.organisation)
    return False
