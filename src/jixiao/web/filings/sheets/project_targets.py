"""项目支出绩效目标申报表."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Column, Sheet, Table
from jixiao.web.filings.sheets._columns import funding_columns, target_columns

SHEET = Sheet(
    "targets",
    "project",
    (
        Table(
            "project",
            _("项目"),
            (
                Column("name", _("项目名称")),
                Column("nature", _("项目性质"), "choice", choices=("一次性", "经常性")),
                Column("manager", _("项目负责人")),
                Column("starts", _("开始日期")),
                Column("ends", _("完成日期")),
                Column("original_budget", _("年初预算数"), "money"),
                Column("goal", _("项目总目标"), "long"),
                Column("annual_goal", _("年度目标"), "long", help=_("写清要达到什么，不写“无目标”。")),
            ),
        ),
        Table("funding", _("资金"), funding_columns("source", "requested", "original_budget"), grows=True),
        Table("indicators", _("绩效指标"), target_columns(edited=True), grows=True),
    ),
)
