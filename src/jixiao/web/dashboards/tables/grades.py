"""How the grades of the self-evaluations are spread."""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.models import FormScore
from jixiao.web.dashboards.tables import Column, number, percent

TITLE: Final = _("自评等级分布")
COLUMNS: Final = (
    Column("grade", _("等级")),
    Column("projects", _("项目"), "count"),
    Column("departments", _("部门整体"), "count"),
    Column("average", _("均分"), "percent"),
)


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """Best first; forms without a grade at the end."""
    found = (
        FormScore.objects.filter(choice.reach("organisation"), fiscal_year=choice.year, defect="")
        .values("grade")
        .annotate(
            projects=Count("pk", filter=Q(project__isnull=False)),
            departments=Count("pk", filter=Q(project__isnull=True)),
            points=Sum(number("percent")),
            scored=Count("percent"),
        )
        .order_by()
    )
    made = [
        {
            "grade": one["grade"] or str(_("未定等级")),
            "projects": one["projects"],
            "departments": one["departments"],
            "average": percent(one["points"], one["scored"] * 100_000_000) if one["scored"] else None,
            "known": bool(one["grade"]),
        }
        for one in found
    ]
    return sorted(made, key=lambda row: (not row["known"], -(row["average"] or 0)))


def chart(choice: Choice, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Two bars a grade."""
    return {
        "kind": "columns",
        "names": [row["grade"] for row in rows],
        "series": [
            {"name": str(words), "values": [row[key] for row in rows]}
            for key, words in (("projects", _("项目")), ("departments", _("部门整体")))
        ],
        "unit": "",
    }
