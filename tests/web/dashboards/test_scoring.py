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
from jixiao.web.dashboards.scoring import score_form
from jixiao.web.filings.models import Project
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


def test_a_score_that_only_the_report_prints_is_kept_as_such(county: County) -> None:
    """Of examples: a project whose lines are not printed cannot be recomputed; one whose lines are can."""
    examples = _EXAMPLE.parent
    for name, code, computed in (
        ("610902-hengkou-2023", "p33", False),
        ("511902-bazhou-2023-corrected", "dianlu-zulin", True),
    ):
        dossier = read(examples / name)
        store(dossier, county.department)
        project = Project.objects.get(organisation=county.department, code=code, deleted=False)
        cycle, _made = Cycle.objects.get_or_create(
            jurisdiction=county.other_department, fiscal_year=2023, defaults={"title": "Year"}
        )
        stage, _made = Stage.objects.get_or_create(
            cycle=cycle, kind=StageKind.SELF_EVALUATION, subject=SubjectKind.PROJECT,
            defaults={"name": "Stage", "opens": "2024-01-01", "deadline": "2024-04-30"},
        )  # fmt: skip
        task = Task.objects.create(
            stage=stage, organisation=county.department, project=project, deadline="2024-04-30"
        )
        score_form(task.pk)
        found = FormScore.objects.get(task=task)
        assert found.percent is not None
        assert bool(found.printed) is not computed
        if not computed:
            assert found.printed["zh"] == "报告只印总分，没有印各行的分值和得分，不能复算"
            assert found.printed["en"]
