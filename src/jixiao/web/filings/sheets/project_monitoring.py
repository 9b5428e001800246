"""绩效运行监控表."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Column, Sheet, Table
from jixiao.web.filings.sheets._columns import target_columns

SHEET = Sheet(
    "monitoring",
    "project",
    (
        Table(
            "project",
            _("项目"),
            (
                Column("name", _("项目名称"), edited=False),
                Column("revised_budget", _("全年预算数"), "money"),
                Column("annual_goal", _("年度目标"), "long", edited=False),
            ),
        ),
        Table(
            "period",
            _("资金执行"),
            (
                Column("outturn", _("累计执行数"), "money"),
                Column("forecast", _("全年预计执行数"), "money"),
                Column("needs_rectification", _("需要整改"), "flag"),
                Column("result", _("整改结果"), "long"),
            ),
        ),
        Table(
            "progress",
            _("绩效指标"),
            (
                *target_columns(edited=False)[2:6],
                Column("actual", _("已完成值"), width=110),
                Column("forecast", _("全年预计完成值"), width=120),
                Column("likelihood", _("完成可能性"), "score", width=90, help=_("0 到 1 之间的小数。")),
                Column("reason", _("偏差原因"), width=200),
                Column("reason_kind", _("原因类别"), "choice", width=110,
                       choices=("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他")),
            ),
        ),
    ),
)  # fmt: skip
