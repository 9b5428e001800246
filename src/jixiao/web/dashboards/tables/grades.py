"""How the grades of the self-evaluations are spread."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.tables import Column, percent
from jixiao.web.dashboards.tables._read import grades as by_grade

TITLE: Final = _("自评等级分布")
COLUMNS: Final = (
    Column("grade", _("等级")),
    Column("projects", _("项目"), "count"),
    Column("departments", _("部门整体"), "count"),
    Column("average", _("均分"), "percent"),
)


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """Best first; forms without a grade at the end."""
    grades: dict[str, Counter[str]] = {}
    for one in by_grade(choice):
        sums = grades.setdefault(one["grade"], Counter())
        sums["departments" if one["of_department"] else "projects"] += one["forms"]
        sums["points"] += one["points"]
        sums["scored"] += one["scored"]
    made = [
        {
            "grade": grade or str(_("未定等级")),
            "projects": sums["projects"],
            "departments": sums["departments"],
            "average": percent(sums["points"], sums["scored"] * 100_000_000),
            "known": bool(grade),
        }
        for grade, sums in grades.items()
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
