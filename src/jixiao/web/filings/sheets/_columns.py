"""Columns that several forms share."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import LEVELS, OPERATORS, Column, Table


def target_columns(*, edited: bool, levels: tuple[str, ...] = LEVELS) -> tuple[Column, ...]:
    """What a target is made of; without ``levels`` the first level is free, as places name their own."""
    return (
        Column("level1", _("一级指标"), "choice" if levels else "text", edited, choices=levels, width=110),
        Column("level2", _("二级指标"), "text", edited, width=110),
        Column("name", _("三级指标"), "text", edited, width=200, help=_("写明做什么，不重复预算金额。")),
        Column("operator", _("指标性质"), "choice", edited, choices=OPERATORS, width=80,
               help=_("≥、＞ 越大越好，≤、＜ 越小越好，＝ 应相等，range 为区间，定性的写文字。")),
        Column("target", _("指标值"), "text", edited, width=110),
        Column("unit", _("度量单位"), "text", edited, width=80),
        Column("weight", _("分值"), "score", edited, width=70, help=_("各级分值之和应等于总分。")),
    )  # fmt: skip


FILES: Final = Column("evidence", _("佐证材料"), "files", edited=False, width=120,
                      help=_("在这一格按回车或点开，查看和上传佐证材料。"))  # fmt: skip


def funding_columns(*edited: str) -> tuple[Column, ...]:
    """The money block."""
    return (
        Column("source", _("资金来源"), "text", "source" in edited, width=180),
        Column("requested", _("年度资金申请额"), "money", "requested" in edited, width=130),
        Column("original_budget", _("年初预算数"), "money", "original_budget" in edited),
        Column("revised_budget", _("全年预算数"), "money", "revised_budget" in edited),
        Column("outturn", _("全年执行数"), "money", "outturn" in edited),
        Column("reason", _("差异原因"), "text", "reason" in edited, width=200),
    )


def budget_columns() -> tuple[Column, ...]:
    """The department's budget as approved at the beginning of the year."""
    names = (
        ("expenditure", _("部门预算总额")),
        ("basic", _("其中：基本支出")),
        ("project", _("其中：项目支出")),
    )
    return tuple(Column(f"accounts.{part}.original_budget", words, "money") for part, words in names)


def task_columns() -> tuple[Column, ...]:
    """A main task of the year with its budget."""
    return (
        Column("name", _("任务名称"), width=180),
        Column("content", _("主要内容"), width=260),
        Column("budget", _("预算金额"), "money", width=110),
        Column("budget_appropriation", _("其中：财政拨款"), "money", width=120,
               help=_("没有财政拨款的填 0，其他资金自动算出。")),
    )  # fmt: skip


OTHER_FUNDS: Final = Column("budget_other", _("其他资金"), "money", edited=False, width=110, computed=True,
                            help=_("预算金额减去其中的财政拨款，自动算出。"))  # fmt: skip


def judged_project() -> Table:
    """What whoever judges a project has to know of it."""
    return Table(
        "project",
        _("项目"),
        (
            Column("name", _("项目名称"), edited=False),
            Column("original_budget", _("年初预算数"), "money", edited=False),
            Column("revised_budget", _("全年预算数"), "money", edited=False),
            Column("outturn", _("全年执行数"), "money", edited=False),
            Column("annual_goal", _("年度目标"), "long", edited=False),
            Column("annual_result", _("年度目标完成情况"), "long", edited=False),
        ),
    )


def judging_tables(
    *, full: bool, given: bool, grouped: bool, words: Any, help_: Any = ""
) -> tuple[Table, Table]:
    """The lines that are scored and those that are answered; ``full``: the form sets its own full marks."""
    scores = (
        *((Column("group", _("类别"), edited=False, width=110),) if grouped else ()),
        Column("name", _("评价内容"), edited=False, width=180),
        Column(
            "full",
            _("分值"),
            "score",
            edited=full,
            width=70,
            help=_("各行分值之和应为 100。") if full else "",
        ),
        *((Column("given", _("自评得分"), "score", edited=False, width=80),) if given else ()),
        Column("points", _("得分"), "score", width=80),
        Column("words", words, "long", width=300, help=help_),
        *((Column("help", _("依据"), edited=False, width=240),) if given else ()),
    )
    answers = (
        Column("name", _("项目"), edited=False, width=170),
        Column("words", _("内容"), "long", width=420),
        Column("help", _("填写说明"), edited=False, width=300),
    )
    return Table("scores", _("评分"), scores), Table("answers", _("意见和结论"), answers)
