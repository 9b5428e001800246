"""事前绩效评估表."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Column, Sheet, Table
from jixiao.web.filings.sheets._columns import funding_columns, judging_tables

SHEET = Sheet(
    "ex_ante",
    "project",
    (
        Table(
            "project",
            _("项目"),
            (
                Column("name", _("项目名称")),
                Column("nature", _("项目性质"), "choice", choices=("一次性", "经常性")),
                Column("starts", _("开始日期")),
                Column("ends", _("完成日期")),
                Column("goal", _("项目总目标"), "long"),
            ),
        ),
        Table("funding", _("资金"), funding_columns("source", "requested"), grows=True),
        *judging_tables(
            full=False,
            given=False,
            grouped=False,
            words=_("评估意见"),
            help_=_("写明事实、问题、分析和结论。"),
        ),
    ),
)
