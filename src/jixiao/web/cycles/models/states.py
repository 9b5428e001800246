"""What a year, a stage and a form can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CycleState(models.TextChoices):
    """Whether a year is being prepared, worked on, or over."""

    PREPARING = "preparing", _("筹备")
    OPEN = "open", _("进行中")
    CLOSED = "closed", _("已结束")


class StageKind(models.TextChoices):
    """The stages of a year, in their order."""

    EX_ANTE = "ex_ante", _("事前绩效评估")
    TARGETS = "targets", _("绩效目标")
    MONITORING = "monitoring", _("绩效监控")
    SELF_EVALUATION = "self_evaluation", _("绩效自评")
    RECHECK = "recheck", _("自评复核")
    EVALUATION = "evaluation", _("绩效评价")


BY_EVALUATORS = frozenset({StageKind.RECHECK, StageKind.EVALUATION})
"""Stages that assigned evaluators fill in; the body sees the form when it is final."""


class SubjectKind(models.TextChoices):
    """What a form is about."""

    PROJECT = "project", _("项目支出")
    DEPARTMENT = "department", _("部门整体支出")


class TaskState(models.TextChoices):
    """Who holds a form: the clerk, a reviewer, the clerk again, nobody."""

    DRAFT = "draft", _("填报中")
    PENDING = "pending", _("待审核")
    RETURNED = "returned", _("已退回")
    FINAL = "final", _("终审通过")
