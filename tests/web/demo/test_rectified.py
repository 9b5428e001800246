"""The demo's demands: every state but a withdrawn one, one of them overdue."""

from collections import Counter

import pytest
from tests.web.cycles.years import year
from tests.web.support import County, account

from jixiao.web.cycles.models import Stage, StageKind, SubjectKind, Task
from jixiao.web.demo.rectified import rectified
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.models import Demand, Source, State

pytestmark = pytest.mark.django_db


def test_each_state_is_there_to_be_seen(county: County) -> None:
    made = year(county)
    stage = Stage.objects.create(
        cycle=made.cycle, kind=StageKind.MONITORING, subject=SubjectKind.PROJECT, name="June", through_month=6,
        opens=made.stage.opens, deadline=made.stage.deadline,
    )  # fmt: skip
    Task.objects.create(stage=stage, organisation=county.unit, project=made.project, deadline=stage.deadline)
    account("jixiao", Role.PERFORMANCE_OFFICER, county.bureau)
    account("jingban", Role.UNIT_CLERK, county.unit)
    account("jingban2", Role.UNIT_CLERK, county.other_department)
    before = set(Demand.objects.values_list("pk", flat=True))
    rectified(made.cycle)
    found = Demand.objects.exclude(pk__in=before)
    states = Counter(found.values_list("state", flat=True))
    assert states == {State.OPEN: 2, State.PENDING: 1, State.RETURNED: 1, State.CLOSED: 1}
    assert found.overdue().count() == 1
    assert {one.organisation for one in found.filter(source=Source.AUDIT)} == {county.other_department}
