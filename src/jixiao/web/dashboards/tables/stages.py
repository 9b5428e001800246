"""How far each department is in each stage: final forms of all forms; drawn as a heat map."""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Tally, TaskState
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import Column, percent

TITLE: Final = _("各部门各阶段进度")
COLUMNS: Final = (
    Column("department", _("部门")),
    Column("stage", _("阶段")),
    Column("forms", _("表数"), "count"),
    Column("handed_in", _("已报"), "count"),
    Column("final", _("终审"), "count"),
    Column("late", _("逾期"), "count"),
    Column("share", _("终审率"), "percent"),
)
_COUNTS: Final = ("forms", "handed_in", "final", "late")


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """By department, then in the order of the stages."""
    open_ = Q(state__in=(TaskState.DRAFT, TaskState.RETURNED))
    found = (
        Tally.objects.filter(choice.reach("organisation"), stage__cycle__fiscal_year=choice.year)
        .values("organisation_id", "stage_id", "stage__name", "stage__position")
        .annotate(
            all=Sum("forms"),
            handed_in=Coalesce(Sum("forms", filter=~open_), 0),
            final=Coalesce(Sum("forms", filter=Q(state=TaskState.FINAL)), 0),
            late=Coalesce(Sum("forms", filter=open_ & Q(deadline__lt=timezone.localdate())), 0),
        )
        .order_by()
    )
    order = {pk: number for number, pk in enumerate(choice.departments)}
    query = choice.query(department="")
    merged: dict[tuple[int, int, int], dict[str, Any]] = {}
    for one in found:
        department = choice.department_of.get(one["organisation_id"])
        if department is None:
            continue
        key = (order[department], one["stage__position"], one["stage_id"])
        if key not in merged:  # thousands of rows make hundreds of addresses
            address = reverse("dashboards:department", args=[department])
            merged[key] = {
                "department": str(choice.departments[department]),
                "stage": one["stage__name"],
                "link": f"{address}?{query}",
                **dict.fromkeys(_COUNTS, 0),
            }
        row = merged[key]
        for name in _COUNTS:
            row[name] += one["all" if name == "forms" else name]
    for row in merged.values():
        row["share"] = percent(row["final"], row["forms"])
    return [merged[key] for key in sorted(merged)]


def chart(choice: Choice, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A field of departments by stages; its colour is the share of final forms."""
    departments = list(dict.fromkeys(row["department"] for row in rows))
    stages = list(dict.fromkeys(row["stage"] for row in rows))
    cells = [
        [
            stages.index(row["stage"]),
            departments.index(row["department"]),
            float(row["share"] or 0),
            row["late"],
        ]
        for row in rows
    ]
    links = {row["department"]: row["link"] for row in rows}
    return {"kind": "heat", "x": stages, "y": departments, "cells": cells, "links": links}
