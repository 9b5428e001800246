"""Monitoring periods: what was spent by then, and the lamps."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import Count, F, Sum
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import LAMPS, Choice
from jixiao.web.dashboards.lamps import by_lamp
from jixiao.web.dashboards.models import Standing
from jixiao.web.dashboards.tables import Column, number, percent

TITLE: Final = _("绩效监控走势")
COLUMNS: Final = (
    Column("month", _("截至月份"), "count"),
    Column("projects", _("监控项目"), "count"),
    Column("budget", _("全年预算数（元）"), "money"),
    Column("outturn", _("累计执行数（元）"), "money"),
    Column("rate", _("执行率"), "percent"),
    Column("red", _("红灯"), "count"),
    Column("yellow", _("黄灯"), "count"),
    Column("green", _("绿灯"), "count"),
)


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """A row a month."""
    found = (
        Standing.objects.filter(
            choice.reach("organisation"), fiscal_year=choice.year, month__isnull=False, deleted=False
        )
        .annotate(lamp=by_lamp(choice.rulebook, choice.year, {one: one for one in LAMPS}, F("month")))
        .values("month", "lamp")
        .annotate(projects=Count("*"), budget=Sum(number("budget")), spent=Sum(number("spent")))
        .order_by("month")
    )
    return [_row(month, list(lamps)) for month, lamps in groupby(found, itemgetter("month"))]


def _row(month: int, lamps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A month, of its projects by their lamps."""
    counts = {one["lamp"]: one["projects"] for one in lamps}
    budget, spent = (
        sum(known) if (known := [int(one[name]) for one in lamps if one[name] is not None]) else None
        for name in ("budget", "spent")
    )
    return {
        "month": month,
        "projects": sum(counts.values()),
        "budget": None if budget is None else Decimal(budget) / 100,
        "outturn": None if spent is None else Decimal(spent) / 100,
        "rate": percent(spent, budget),
        **{lamp: counts.get(lamp, 0) for lamp in ("red", "yellow", "green")},
    }


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
        "rate": {
            "name": str(_("执行率")),
            "values": [None if row["rate"] is None else float(row["rate"]) for row in rows],
        },
    }
