"""Budget execution and what was reached, by department."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.models import FormScore
from jixiao.web.dashboards.tables import Column, number, percent
from jixiao.web.filings.models import Project

TITLE: Final = _("预算执行与目标完成")
COLUMNS: Final = (
    Column("department", _("部门")),
    Column("projects", _("项目数"), "count"),
    Column("budget", _("全年预算数"), "money"),
    Column("outturn", _("全年执行数"), "money"),
    Column("rate", _("执行率"), "percent"),
    Column("indicators", _("指标数"), "count"),
    Column("reached", _("完成指标"), "count"),
    Column("attainment", _("目标完成率"), "percent"),
    Column("score", _("项目自评均分"), "percent"),
)
LIMIT = 30
_HUNDRED: Final = Decimal(100)


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """In the order of the departments, which all have a row."""
    made = {
        pk: {
            **dict.fromkeys(("projects", "budget", "spent", "known", "lines", "full", "points", "scored"), 0),
            "department": str(body),
            "link": reverse("dashboards:department", args=[pk]) + "?" + choice.query(department=""),
        }
        for pk, body in choice.departments.items()
    }
    money = (
        Project.objects.filter(choice.reach("organisation"), fiscal_year=choice.year, deleted=False)
        .values("organisation_id")
        .annotate(
            projects=Count("pk"),
            budget=Sum(number("revised_budget")),
            spent=Sum(number("outturn")),
            known=Count("outturn"),
        )
        .order_by()
    )
    scores = (
        FormScore.objects.filter(choice.reach("organisation"), fiscal_year=choice.year, project__isnull=False)
        .values("organisation_id")
        .annotate(
            lines=Sum("indicators"),
            full=Sum("reached"),
            points=Sum(number("percent")),
            scored=Count("percent"),
        )
        .order_by()
    )
    for found in (money, scores):
        for one in found:
            department = choice.department_of.get(one.pop("organisation_id"))
            if department is not None:
                for name, value in one.items():
                    made[department][name] += value or 0
    return [_row(one) for one in made.values()]


def _row(one: dict[str, Any]) -> dict[str, Any]:
    """Whole numbers of the database as amounts and rates."""
    budget, outturn = int(one["budget"]), int(one["spent"])
    return {
        **one,
        "budget": Decimal(budget) / _HUNDRED if one["projects"] else None,
        "outturn": Decimal(outturn) / _HUNDRED if one["known"] else None,
        "rate": percent(outturn, budget) if one["known"] else None,
        "indicators": one["lines"],
        "reached": one["full"],
        "attainment": percent(one["full"], one["lines"]),
        "score": percent(int(one["points"]), one["scored"] * 100_000_000) if one["scored"] else None,
    }


def chart(choice: Choice, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Both rates beside each other, a pair of bars a department."""
    shown = [row for row in rows if row["rate"] is not None or row["attainment"] is not None]
    return {
        "kind": "bars",
        "names": [row["department"] for row in shown],
        "links": {row["department"]: row["link"] for row in shown},
        "series": [
            {"name": str(words), "values": [None if row[key] is None else float(row[key]) for row in shown]}
            for key, words in (("rate", _("执行率")), ("attainment", _("目标完成率")))
        ],
        "unit": "%",
    }
