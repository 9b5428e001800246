"""The demo's decisions: one confirmed, one waiting, where there are final grades."""

import pytest
from tests.web.cycles.years import year
from tests.web.support import County, account

from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.decisions.models import Decision, State
from jixiao.web.demo.decided import decided
from jixiao.web.filings.models import Project
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def test_both_ways_of_deciding_are_there_to_be_seen(county: County) -> None:
    made = year(county)
    other = Project.objects.create(
        organisation=county.unit, fiscal_year=2024, code="p2", name="School roof", revised_budget=50_000
    )
    Task.objects.create(
        stage=made.stage, organisation=county.unit, project=other, deadline=made.task.deadline
    )
    Task.objects.filter(stage=made.stage).update(state=TaskState.FINAL, grade="良")
    for name in ("jixiao", "jixiao2"):
        account(name, Role.PERFORMANCE_OFFICER, county.bureau)
    before = set(Decision.objects.values_list("pk", flat=True))
    decided(made.cycle)
    found = Decision.objects.exclude(pk__in=before).order_by("pk")
    assert [(one.state, one.follows) for one in found] == [(State.CONFIRMED, True), (State.RECORDED, False)]
