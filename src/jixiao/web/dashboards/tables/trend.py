"""Monitoring periods: what was spent by then, and the lamps."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import Count, F, Sum
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import LAMPS, Choice
from jixiao.web.dashboards.lamps import by_lamp, usual
from jixiao.web.dashboards.models import Standing
from jixiao.web.dashboards.tables import Column, number, percent
from jixiao.web.dashboards.tables._read import months

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
    if usual(choice.rulebook, choice.year):
        return [_row(one, one) for one in months(choice)]
    found = (
        Standing.objects.filter(
            choice.reach("organisation"), fiscal_year=choice.year, month__isnull=False, deleted=False
        )
        .annotate(lamp=by_lamp(choice.rulebook, choice.year, {one: one for one in LAMPS}, F("month")))
        .values("month", "lamp")
        .annotate(
            projects=Count("*"), budgeted=Count("budget"), known=Count("spent"),  # before their sums
            budget=Sum(number("budget"), default=0), spent=Sum(number("spent"), default=0),
        )
        .order_by("month")
    )  # fmt: skip
    return [_of_lamps(month, list(lamps)) for month, lamps in groupby(found, itemgetter("month"))]


def _of_lamps(month: int, lamps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A month, of its projects by their lamps."""
    figures = ("projects", "budgeted", "known", "budget", "spent")
    sums = {name: sum(int(one[name]) for one in lamps) for name in figures}
    return _row({"month": month, **sums}, {one["lamp"]: one["projects"] for one in lamps})


def _row(month: dict[str, Any], counts: dict[str, Any]) -> dict[str, Any]:
    """A month, of its sums and of how many projects have each lamp."""
    budget = month["budget"] if month["budgeted"] else None
    spent = month["spent"] if month["known"] else None
    return {
        "month": month["month"],
        "projects": month["projects"],
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
