"""The appraisal and the county's score table as workbooks."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from jixiao.web.appraisal.models import Appraisal
from jixiao.web.appraisal.totals import Row
from jixiao.web.dashboards.exporting import workbook
from jixiao.web.dashboards.tables import Column


def appraisal_book(appraisal: Appraisal, rows: list[Row]) -> bytes:
    """A row a department: rank, each category, total, what applies, the converted score, whether drawn."""
    categories = list(appraisal.categories.all())
    columns = [
        Column("rank", _("名次"), "count"),
        Column("department", _("部门")),
        *(Column(f"c{one.pk}", one.name, "percent") for one in categories),
        Column("raw", _("合计"), "percent"),
        Column("applicable", _("适用分值"), "percent"),
        Column("score", _("换算得分"), "percent"),
        Column("drawn", _("抽查复核")),
        Column("reasons", _("理由")),
    ]
    made = []
    for row in rows:
        line: dict[str, Any] = {
            "rank": row.rank, "department": row.department.name, "raw": row.raw, "applicable": row.applicable,
            "score": row.score, "drawn": _("抽中") if row.department.pk in appraisal.drawn else "",
            "reasons": "；".join(
                f"{one.name}：{row.marks[one.pk].reason}"
                for one in categories
                if one.pk in row.marks and row.marks[one.pk].reason
            ),
        }  # fmt: skip
        for one in categories:
            mark = row.marks.get(one.pk)
            line[f"c{one.pk}"] = mark.points if mark is not None and mark.applicable else None
        made.append(line)
    return workbook(_("部门绩效管理考核"), columns, made)


SCORES = (
    Column("rank", _lazy("名次"), "count"),
    Column("department", _lazy("部门")),
    Column("rulebook", _lazy("规则库")),
    Column("score", _lazy("得分"), "percent"),
    Column("grade", _lazy("等级")),
    Column("raw", _lazy("复算原始分"), "percent"),
    Column("full", _lazy("满分"), "percent"),
    Column("converted", _lazy("换算得分"), "percent"),
    Column("published", _lazy("报告所印得分"), "percent"),
    Column("contradictions", _lazy("不一致"), "count"),
)


def scores_book(appraisal: Appraisal) -> bytes:
    """The county's score table as the worker made it."""
    numbers = {one.name for one in SCORES if one.kind == "percent"}
    rows = [
        {
            name: Decimal(value) if name in numbers and value is not None else value
            for name, value in row.items()
        }
        for row in appraisal.table.get("rows", ())
    ]
    return workbook(_("部门得分汇总"), SCORES, rows)
