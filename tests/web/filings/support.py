"""Forms to fill in: about a project, or about a department as a whole, in a county of `tests.web.support`."""

import datetime as dt
import json
from typing import Any

from django.http import HttpResponse
from django.test import Client
from tests.web.support import County, signed_in

from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.filings.models import Funding, Indicator, Project
from jixiao.web.people.roles import Role

YEAR = 2031  # apart from the year of the samples
DAY = dt.date(2032, 3, 1)
OPENS = dt.date(2024, 3, 1)  # in the past: nothing is handed in before a stage begins


def form(
    county: County, kind: str = StageKind.SELF_EVALUATION, subject: str = SubjectKind.PROJECT, **more: object
) -> Task:
    """A form in the clerk's hands; about a project it has a funding row."""
    cycle, _ = Cycle.objects.get_or_create(
        jurisdiction=county.top, fiscal_year=YEAR, defaults={"title": str(YEAR), "state": CycleState.OPEN}
    )
    stage = Stage.objects.create(
        cycle=cycle, kind=kind, subject=subject, name=kind, opens=OPENS, deadline=DAY,
        nodes=[Role.DEPARTMENT_LEAD.value], **more,
    )  # fmt: skip
    if subject == SubjectKind.DEPARTMENT:
        return Task.objects.create(stage=stage, organisation=county.department, deadline=DAY)
    project, made = Project.objects.get_or_create(
        organisation=county.unit, fiscal_year=YEAR, code="p1",
        defaults={"name": "School meals", "revised_budget": "1200000", "outturn": "1080000"},
    )  # fmt: skip
    if made:
        Funding.objects.create(project=project, source="一般公共预算", revised_budget="1200000")
    return Task.objects.create(stage=stage, organisation=county.unit, project=project, deadline=DAY)


def indicators(task: Task, number: int = 3, **more: object) -> list[Indicator]:
    """Indicators of the form's project: ``Meals 1`` and on."""
    return [
        Indicator.objects.create(
            project=task.project,
            code=f"m{place}",
            position=place,
            level1="产出指标",
            level2="数量指标",
            name=f"Meals {place}",
            operator="≥",
            unit="份",
            **{"weight": 10, "target": "100", **more},
        )
        for place in range(1, number + 1)
    ]


def clerk(county: County) -> Client:
    """The clerk's browser; the role is held at the unit."""
    return signed_in(county.people[Role.UNIT_CLERK.value])


def post(client: Client, task: Task, path: str, body: object) -> HttpResponse:
    """A post of the grid."""
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post(f"/filings/tasks/{task.pk}/{path}/", text, content_type="application/json")


def cell(table: str, row: int, column: str, before: str, after: str) -> dict[str, object]:
    """A cell as the grid sends it."""
    return {"table": table, "row": row, "column": column, "before": before, "after": after}


def saved(client: Client, task: Task, *cells: dict[str, object]) -> list[dict[str, Any]]:
    """What became of the cells."""
    answer = post(client, task, "cells", {"cells": cells})
    assert answer.status_code == 200, answer.content.decode()
    return list(answer.json()["cells"])


def shown(client: Client, task: Task) -> dict[str, Any]:
    """The form's tables as the grid gets them."""
    answer = client.get(f"/filings/tasks/{task.pk}/")
    assert answer.status_code == 200
    return dict(answer.json())


def hand_on(task: Task, state: TaskState) -> None:
    """Put the form into another state."""
    task.state = state
    task.save()
