"""Who is late: forms past their deadline that were not handed in, by department and stage."""

from collections.abc import Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import Column
from jixiao.web.dashboards.tables._read import progress

TITLE: Final = _("逾期未报")
COLUMNS: Final = (
    Column("department", _("部门")),
    Column("stage", _("阶段")),
    Column("deadline", _("最早截止"), "date"),
    Column("days", _("已逾期天数"), "count"),
    Column("forms", _("未报表数"), "count"),
)
LIMIT = 10


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """The longest overdue first."""
    today, forms = choice.today, reverse("cycles:tasks")
    merged: dict[tuple[int, int], dict[str, Any]] = {}
    for one in progress(choice):
        department = choice.department_at(one["place"])
        if department is None or not one["late"]:
            continue
        key = (department, one["stage_id"])
        if key not in merged:
            merged[key] = {
                "department": str(choice.departments[department]),
                "stage": one["stage__name"],
                "deadline": one["first"],
                "forms": 0,
                "link_on": "stage",
                "link": f"{forms}?stage={one['stage_id']}&due=missing&under={department}",
            }
        row = merged[key]
        row["forms"] += one["late"]
        row["deadline"] = min(row["deadline"], one["first"])
    for row in merged.values():
        row["days"] = (today - row["deadline"]).days
    return sorted(merged.values(), key=lambda row: (-row["days"], -row["forms"], row["department"]))
