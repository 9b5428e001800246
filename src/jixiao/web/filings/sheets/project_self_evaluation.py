"""项目支出绩效自评表."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Column, Sheet, Table
from jixiao.web.filings.sheets._columns import FILES, funding_columns, target_columns

SHEET = Sheet(
    "self_evaluation",
    "project",
    (
        Table(
            "project",
            _("项目"),
            (
                Column("name", _("项目名称"), edited=False),
                Column("manager", _("项目负责人")),
                Column("original_budget", _("年初预算数"), "money", edited=False),
                Column("revised_budget", _("全年预算数"), "money"),
                Column("outturn", _("全年执行数"), "money"),
                Column("annual_goal", _("年度目标"), "long", edited=False),
                Column("annual_result", _("年度目标完成情况"), "long"),
                Column("problems", _("存在的问题"), "long"),
                Column("measures", _("改进措施"), "long"),
            ),
        ),
        Table(
            "funding", _("资金"), funding_columns("source", "revised_budget", "outturn", "reason"), grows=True
        ),
        Table(
            "indicators",
            _("绩效指标"),
            (
                *target_columns(edited=False),
                Column("actual", _("实际完成值"), width=110),
                Column("band", _("完成档次"), width=110, help=_("定性指标选档次，得分须在档内。")),
                Column("points", _("自评得分"), "score", width=80, help=_("按规则能算出的不必填。")),
                Column("reason", _("偏差原因"), width=200, help=_("得分低于分值时必填。")),
                Column("improvement", _("改进措施"), width=160),
                FILES,
            ),
        ),
    ),
)
