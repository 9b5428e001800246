"""The years' work: cycles with their stages, and how far their forms are."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from jixiao.web.api.shapes import REFUSED, Body, Number, body
from jixiao.web.cycles.counting import by_stage
from jixiao.web.cycles.models import Cycle, TaskState
from jixiao.web.cycles.permissions import SEES_YEARS
from jixiao.web.people.permissions import needs

router = Router(tags=["years"])


class Counts(Schema):
    """Forms that the person sees: all, by state, and those not final after their deadline."""

    all: int
    draft: int
    pending: int
    returned: int
    final: int
    late: int


class Stage(Schema):
    """A step of the year: which form, about what, between which days, reviewed by which roles in order."""

    id: int
    kind: str
    subject: str
    name: str
    through_month: int | None
    opens: date
    deadline: date
    reviewers: list[str]
    forms: Counts


class Year(Schema):
    """A fiscal year's work in a jurisdiction; ``state`` is preparing, open or closed."""

    id: int
    fiscal_year: int
    title: str
    state: str
    jurisdiction: Body
    stages: list[Stage]


class Years(Schema):
    """The years, newest first."""

    results: list[Year]


@router.get("/years", response={200: Years, **REFUSED}, url_name="years")
@needs(SEES_YEARS)
def years(request: HttpRequest, year: Annotated[Number | None, Query()] = None) -> Any:
    """The years that the person sees, with stages and counts; ``year`` asks for one fiscal year."""
    found = Cycle.objects.visible_to(request.user).select_related("jurisdiction").prefetch_related("stages")
    if year is not None:
        found = found.filter(fiscal_year=year)
    cycles = list(found)
    counts = by_stage(request.user, [stage for one in cycles for stage in one.stages.all()])
    return {"results": [_year(one, counts) for one in cycles]}


def _year(one: Cycle, counts: dict[int, dict[str, int]]) -> dict[str, Any]:
    return {
        "id": one.pk,
        "fiscal_year": one.fiscal_year,
        "title": one.title,
        "state": one.state,
        "jurisdiction": body(one.jurisdiction),
        "stages": [
            {
                "id": stage.pk,
                "kind": stage.kind,
                "subject": stage.subject,
                "name": stage.name,
                "through_month": stage.through_month,
                "opens": stage.opens,
                "deadline": stage.deadline,
                "reviewers": stage.nodes,
                "forms": dict.fromkeys(("all", "late", *TaskState.values), 0) | counts.get(stage.pk, {}),
            }
            for stage in one.stages.all()
        ],
    }
