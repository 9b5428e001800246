"""Who is late: forms past their deadline that were not handed in, by department and stage."""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import Min, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Tally, TaskState
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import Column

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
    today = timezone.localdate()
    found = (
        Tally.objects.filter(
            choice.reach("organisation"), stage__cycle__fiscal_year=choice.year, deadline__lt=today,
            state__in=(TaskState.DRAFT, TaskState.RETURNED),
        )
        .values("organisation_id", "stage_id", "stage__name")
        .annotate(count=Sum("forms"), first=Min("deadline"))
        .order_by()
    )  # fmt: skip
    address = reverse("cycles:tasks")
    merged: dict[tuple[int, int], dict[str, Any]] = {}
    for one in found:
        department = choice.department_of.get(one["organisation_id"])
        if department is None:
            continue
        key = (department, one["stage_id"])
        if key not in merged:  # thousands of rows make hundreds of addresses
            merged[key] = {
                "department": str(choice.departments[department]),
                "stage": one["stage__name"],
                "deadline": one["first"],
                "forms": 0,
                "link_on": "stage",
                "link": f"{address}?stage={one['stage_id']}&due=missing&under={department}",
            }
        row = merged[key]
        row["forms"] += one["count"]
        row["deadline"] = min(row["deadline"], one["first"])
    for row in merged.values():
        row["days"] = (today - row["deadline"]).days
    return sorted(merged.values(), key=lambda row: (-row["days"], -row["forms"], row["department"]))
