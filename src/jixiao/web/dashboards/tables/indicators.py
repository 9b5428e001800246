"""The indicators of all projects of a department, for the export; of one project, on its page."""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import Column, at_most, percent
from jixiao.web.filings.models import Indicator

TITLE: Final = _("绩效指标完成情况")
COLUMNS: Final = (
    Column("project", _("项目")),
    Column("level1", _("一级指标")),
    Column("level2", _("二级指标")),
    Column("name", _("三级指标")),
    Column("target", _("指标值")),
    Column("actual", _("实际完成值")),
    Column("weight", _("分值"), "percent"),
    Column("points", _("自评得分"), "percent"),
    Column("share", _("得分率"), "percent"),
    Column("reason", _("偏差原因")),
)
MOST: Final = 100_000
"""Rows of an export; more are refused."""


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """In the order of the form; nothing where neither a department nor a project is named.

    Raises:
        Refused: there are more than `MOST`.
    """
    if choice.department is None:
        return []
    found = Indicator.objects.filter(
        choice.reach("project__organisation"), project__fiscal_year=choice.year, project__deleted=False
    ).select_related("project")
    found = found.order_by("project__position", "project_id", "position", "pk")
    return [row(one) for one in at_most(found, MOST)]


def row(one: Indicator) -> dict[str, Any]:
    """An indicator's row."""
    aim = f"{one.operator}{one.target}" if one.operator != "range" else f"{one.target}～{one.target_upper}"
    return {
        "project": one.project.name if one.project else "",
        "level1": one.level1,
        "level2": one.level2,
        "name": one.name,
        "target": f"{aim}{one.unit}",
        "actual": f"{one.actual}{one.unit}" if one.actual and one.actual[-1:].isdigit() else one.actual,
        "weight": one.weight,
        "points": one.points,
        "share": percent(one.points, one.weight),
        "reason": one.reason,
    }
