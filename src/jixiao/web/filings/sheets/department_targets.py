"""部门整体支出绩效目标申报表."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Column, Sheet, Table
from jixiao.web.filings.sheets._columns import OTHER_FUNDS, budget_columns, target_columns, task_columns

SHEET = Sheet(
    "targets",
    "department",
    (
        Table(
            "department",
            _("部门整体"),
            (
                *budget_columns(),
                Column("appraisal.goal", _("年度总体目标"), "long", help=_("写清要达到什么，不写“无目标”。")),
            ),
        ),
        Table("tasks", _("年度主要任务"), (*task_columns(), OTHER_FUNDS), grows=True),
        Table("indicators", _("绩效指标"), target_columns(edited=True, levels=()), grows=True),
    ),
)
