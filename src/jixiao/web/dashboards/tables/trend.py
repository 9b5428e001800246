"""Monitoring periods: what was spent by then, and the lamps."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, F, Q, Sum
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.lamps import money_lamp
from jixiao.web.dashboards.tables import Column, number, percent
from jixiao.web.filings.models import MonitoringPeriod

TITLE: Final = _("绩效监控走势")
COLUMNS: Final = (
    Column("month", _("截至月份"), "count"),
    Column("projects", _("监控项目"), "count"),
    Column("budget", _("全年预算数"), "money"),
    Column("outturn", _("累计执行数"), "money"),
    Column("rate", _("执行率"), "percent"),
    Column("red", _("红灯"), "count"),
    Column("yellow", _("黄灯"), "count"),
    Column("green", _("绿灯"), "count"),
)


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """A row a month."""
    found = (
        MonitoringPeriod.objects.filter(
            choice.reach("project__organisation"), project__fiscal_year=choice.year, project__deleted=False
        )
        .annotate(
            lamp=money_lamp(
                choice.rulebook, choice.year, "outturn", "project__revised_budget", F("through_month")
            )
        )
        .values("through_month")
        .annotate(
            projects=Count("pk"),
            budget=Sum(number("project__revised_budget")),
            spent=Sum(number("outturn")),
            **{name: Count("pk", filter=Q(lamp=name)) for name in ("red", "yellow", "green")},
        )
        .order_by("through_month")
    )
    return [
        {
            **one,
            "month": one["through_month"],
            "budget": _yuan(one["budget"]),
            "outturn": _yuan(one["spent"]),
            "rate": percent(one["spent"], one["budget"]),
        }
        for one in found
    ]


def chart(choice: Choice, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Lamps as stacked bars, the rate as a line."""
    names = [str(_("%(month)s月")) % {"month": row["month"]} for row in rows]
    lamps = [
        (name, str(words))
        for name, words in (("red", _("红灯")), ("yellow", _("黄灯")), ("green", _("绿灯")))
    ]
    return {
        "kind": "trend",
        "names": names,
        "lamps": [
            {"lamp": name, "name": words, "values": [row[name] for row in rows]} for name, words in lamps
        ],
        "rate": {"name": str(_("执行率")), "values": [float(row["rate"] or 0) for row in rows]},
    }


def _yuan(steps: int | None) -> Decimal | None:
    return None if steps is None else Decimal(int(steps)) / 100
