"""The page of a form offers what can be done with it, and no button that is known to be refused."""

import datetime as dt

import pytest
from django.utils import timezone
from tests.web.cycles.years import Year, year
from tests.web.rectifications.demands import issued
from tests.web.support import County, signed_in

from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, Task, TaskState
from jixiao.web.cycles.task_views import moves
from jixiao.web.filings.evidence import Evidence
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
ROLES = [role for role in Role if role != Role.EVALUATOR]


@pytest.fixture
def now(county: County) -> Year:
    return year(county)


def page(now: Year, role: str) -> str:
    return signed_in(now.person(role)).get(f"/cycles/tasks/{now.task.pk}/").content.decode()


@pytest.mark.parametrize("state", TaskState.values)
def test_nothing_is_offered_in_a_year_that_is_over(now: Year, state: str) -> None:
    Task.objects.filter(pk=now.task.pk).update(state=state)
    Cycle.objects.filter(pk=now.cycle.pk).update(state=CycleState.CLOSED)
    for role in ROLES:
        offered = moves(now.person(role), now.now())
        assert offered <= {"recall"}, role
    shown = page(now, Role.PERFORMANCE_OFFICER)
    assert "/comment/" not in shown
    assert ("这个年度的工作没有开放" in shown) is (state != TaskState.FINAL)
    if state == TaskState.DRAFT:
        assert "年度工作已结束，不能撤销" in shown
        assert "/recall/" not in shown


def test_nothing_is_offered_before_the_stage_begins(now: Year) -> None:
    Stage.objects.filter(pk=now.stage.pk).update(opens=timezone.localdate() + dt.timedelta(days=3))
    assert moves(now.clerk, now.now()) == set()
    assert "起办理。" in page(now, Role.UNIT_CLERK)
    files = signed_in(now.clerk).get(f"/filings/tasks/{now.task.pk}/evidence/")
    assert (files.context["may_add"], files.context["may_remove"]) == (False, False)


def test_a_form_on_which_something_hangs_says_why_it_is_not_taken_back(now: Year) -> None:
    assert "/recall/" in page(now, Role.PERFORMANCE_OFFICER)
    assert "删除项目</button>" in page(now, Role.PERFORMANCE_OFFICER)
    Evidence.objects.create(task=now.task, name="a.pdf", sha256="0" * 64, size=1, by=now.clerk)
    shown = page(now, Role.PERFORMANCE_OFFICER)
    assert "/recall/" not in shown
    assert "传过佐证材料" in shown


def test_a_project_with_another_form_that_stays_is_not_offered_to_be_removed(now: Year) -> None:
    other = Stage.objects.create(
        cycle=now.cycle, kind=StageKind.MONITORING, subject=now.stage.subject, name="June", through_month=6,
        opens=now.stage.opens, deadline=now.stage.deadline, nodes=now.stage.nodes,
    )  # fmt: skip
    task = Task.objects.create(
        stage=other, organisation=now.county.unit, project=now.project, deadline=other.deadline
    )
    issued(now.county, task=task)
    shown = page(now, Role.PERFORMANCE_OFFICER)
    assert "/recall/" in shown
    assert "删除项目</button>" not in shown


def test_targets_by_which_something_was_evaluated_are_not_offered_to_be_adjusted(county: County) -> None:
    targets = year(county, kind=StageKind.TARGETS)
    Task.objects.filter(pk=targets.task.pk).update(state=TaskState.FINAL)
    assert "adjust" in moves(targets.clerk, targets.now())
    own = Stage.objects.create(
        cycle=targets.cycle, kind=StageKind.SELF_EVALUATION, subject=targets.stage.subject, name="Own",
        opens=targets.stage.opens, deadline=targets.stage.deadline, nodes=targets.stage.nodes,
    )  # fmt: skip
    Task.objects.create(
        stage=own, organisation=county.unit, project=targets.project, deadline=own.deadline,
        state=TaskState.PENDING,
    )  # fmt: skip
    assert "adjust" not in moves(targets.clerk, targets.now())
