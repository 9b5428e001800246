"""部门整体支出绩效自评表."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Column, Sheet, Table
from jixiao.web.filings.sheets._columns import FILES, target_columns, task_columns

SHEET = Sheet(
    "self_evaluation",
    "department",
    (
        Table(
            "department",
            _("部门整体"),
            (
                Column("appraisal.goal", _("年度总体目标"), "long"),
                Column("appraisal.result", _("完成情况"), "long"),
            ),
        ),
        Table(
            "tasks",
            _("年度主要任务"),
            (
                *task_columns(),
                Column("completion", _("完成情况"), width=200),
                Column("outturn", _("执行数"), "money", width=110),
                Column("outturn_appropriation", _("执行数中财政拨款"), "money", width=130),
            ),
            grows=True,
        ),
        Table(
            "indicators",
            _("绩效指标"),
            (
                *target_columns(edited=True, levels=()),
                Column("actual", _("实际完成值"), width=110),
                Column("points", _("自评得分"), "score", width=80),
                Column("reason", _("扣分原因"), width=200, help=_("得分低于分值时必填。")),
                Column("improvement", _("改进措施"), width=160),
                FILES,
            ),
            grows=True,
        ),
    ),
)
