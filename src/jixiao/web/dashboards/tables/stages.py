"""How far each department is in each stage: final forms of all forms; drawn as a heat map."""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import Column, percent
from jixiao.web.dashboards.tables._read import progress

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
    order = {pk: number for number, pk in enumerate(choice.departments)}
    merged: dict[tuple[int, int, int], dict[str, Any]] = {}
    for one in progress(choice):
        department = choice.department_at(one["place"])
        if department is None:
            continue
        key = (order[department], one["stage__position"], one["stage_id"])
        if key not in merged:
            merged[key] = {
                "department": str(choice.departments[department]),
                "stage": one["stage__name"],
                "link": choice.link(department),
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
    departments, stages = (
        {name: place for place, name in enumerate(dict.fromkeys(row[key] for row in rows))}
        for key in ("department", "stage")
    )
    cells = [
        [
            stages[row["stage"]],
            departments[row["department"]],
            float(row["share"] or 0),
            row["late"],
        ]
        for row in rows
    ]
    links = {row["department"]: row["link"] for row in rows}
    return {"kind": "heat", "x": list(stages), "y": list(departments), "cells": cells, "links": links}
