"""Budget execution and what was reached, by department."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import Column, percent
from jixiao.web.dashboards.tables._read import money, scores

TITLE: Final = _("预算执行与目标完成")
COLUMNS: Final = (
    Column("department", _("部门")),
    Column("projects", _("项目数"), "count"),
    Column("budget", _("全年预算数（元）"), "money"),
    Column("outturn", _("全年执行数（元）"), "money"),
    Column("rate", _("执行率"), "percent"),
    Column("indicators", _("指标数"), "count"),
    Column("reached", _("完成指标"), "count"),
    Column("attainment", _("目标完成率"), "percent"),
    Column("score", _("项目自评均分"), "percent"),
)
LIMIT = 30
_HUNDRED: Final = Decimal(100)
_MONEY: Final = ("projects", "budget", "spent", "known")
_SCORES: Final = ("indicators", "reached", "points", "scored")


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """In the order of the departments, which all have a row."""
    made: dict[int, dict[str, Any]] = {
        pk: {
            **dict.fromkeys((*_MONEY, *_SCORES), 0),
            "department": str(body),
            "link": choice.link(pk),
        }
        for pk, body in choice.departments.items()
    }
    for names, sums in ((_MONEY, money(choice)), (_SCORES, scores(choice))):
        for one in sums:
            department = choice.department_at(one["place"])
            if department is not None:
                row = made[department]
                for name in names:
                    row[name] += one[name]
    return [_row(one) for one in made.values()]


def _row(one: dict[str, Any]) -> dict[str, Any]:
    """Whole numbers of the database as amounts and rates."""
    budget, outturn = int(one["budget"]), int(one["spent"])
    return {
        **one,
        "budget": Decimal(budget) / _HUNDRED if one["projects"] else None,
        "outturn": Decimal(outturn) / _HUNDRED if one["known"] else None,
        "rate": percent(outturn, budget) if one["known"] else None,
        "attainment": percent(one["reached"], one["indicators"]),
        "score": percent(int(one["points"]), one["scored"] * 100_000_000) if one["scored"] else None,
    }


def chart(choice: Choice, rows: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Both rates beside each other, a pair of bars a department; none while no department has either."""
    shown = [row for row in rows if row["rate"] is not None or row["attainment"] is not None]
    if not shown:
        return None
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
