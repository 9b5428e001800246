"""Departments with the facts of the examples."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.web.support import County

from jixiao.dossiers.discovery import read
from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.filings.storing import store
from jixiao.web.people.roles import Role

_EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture
def department(county: County) -> Callable[[str], DepartmentYear]:
    """The county's department with the facts of an example."""

    def made(name: str = "430406-yanfeng-2023") -> DepartmentYear:
        return store(read(_EXAMPLES / name), county.department)

    return made


@pytest.fixture
def form(county: County) -> Task:
    """The self-evaluation of the county's department, which its lead alone reviews."""
    cycle = Cycle.objects.create(
        jurisdiction=county.other_department, fiscal_year=2023, title="Year", state=CycleState.OPEN
    )
    day = date(2024, 4, 30)
    stage = Stage.objects.create(
        cycle=cycle, kind=StageKind.SELF_EVALUATION, subject=SubjectKind.DEPARTMENT, name="Whole", opens=day,
        deadline=day, nodes=[str(Role.DEPARTMENT_LEAD)],
    )  # fmt: skip
    return Task.objects.create(
        stage=stage, organisation=county.department, deadline=day, state="pending", node=0
    )


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice: a final form freezes four reports, and making pages of each takes seconds."""
    monkeypatch.setenv("JIXIAO_OFFICE", "/nowhere/soffice")
