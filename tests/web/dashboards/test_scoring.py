"""Forms that are handed in are scored by the worker."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.web.support import County

from jixiao.dossiers.discovery import read
from jixiao.web.background.loop import drain
from jixiao.web.cycles.models import Cycle, Stage, StageKind, SubjectKind, Task
from jixiao.web.cycles.moving import snapshot
from jixiao.web.dashboards.models import FormScore
from jixiao.web.filings.storing import store
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
_EXAMPLE = Path(__file__).parents[3] / "examples" / "430406-yanfeng-2023"


@pytest.mark.parametrize("kind", [StageKind.SELF_EVALUATION, StageKind.TARGETS])
def test_a_self_evaluation_is_scored_when_it_is_handed_in(county: County, kind: StageKind) -> None:
    store(read(_EXAMPLE), county.department)
    cycle = Cycle.objects.create(jurisdiction=county.other_department, fiscal_year=2023, title="Year")
    stage = Stage.objects.create(
        cycle=cycle,
        kind=kind,
        subject=SubjectKind.DEPARTMENT,
        name="Whole",
        opens="2024-01-01",
        deadline="2024-04-30",
    )
    task = Task.objects.create(stage=stage, organisation=county.department, deadline="2024-04-30")
    snapshot(task, county.people[str(Role.DEPARTMENT_LEAD)], "submitted")
    drain()
    found = FormScore.objects.filter(task=task).first()
    if kind == StageKind.TARGETS:
        assert found is None
        return
    assert found is not None
    assert found.percent is not None
    assert Decimal(80) < found.percent <= Decimal(100)
    assert found.grade
    assert 0 < found.reached <= found.indicators
