"""A fiscal year's work and its stages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models.scoping import OfJurisdiction
from jixiao.web.cycles.models.states import CycleState, StageKind, SubjectKind
from jixiao.web.organisations.models import Organisation


class Cycle(models.Model):
    """A fiscal year's work in a jurisdiction."""

    jurisdiction = models.ForeignKey(
        Organisation, verbose_name=_("地区"), on_delete=models.PROTECT, related_name="cycles"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("预算年度"))
    title = models.CharField(_("名称"), max_length=200)
    state = models.CharField(_("状态"), max_length=20, choices=CycleState, default=CycleState.PREPARING)
    revision = models.PositiveIntegerField(default=0)

    objects = OfJurisdiction.as_manager()

    class Meta:
        ordering = ("-fiscal_year",)
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "fiscal_year"),
                name="one_cycle_a_year",
                violation_error_message=_("这个地区已有这个预算年度的工作，请在“年度工作”里打开。"),
            ),
        )
        verbose_name = _("年度工作")

    def __str__(self) -> str:
        return self.title

    def place(self) -> Organisation:
        """The jurisdiction."""
        return self.jurisdiction


class Stage(models.Model):
    """A step of the year: which form, about what, until when, who reviews in which order.

    ``nodes`` lists the roles that review, first to last; the last one makes it final.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="stages")
    kind = models.CharField(_("阶段"), max_length=20, choices=StageKind)
    subject = models.CharField(_("对象"), max_length=20, choices=SubjectKind)
    name = models.CharField(_("名称"), max_length=200)
    through_month = models.PositiveSmallIntegerField(_("截至月份"), null=True, blank=True)
    opens = models.DateField(_("开始日期"))
    deadline = models.DateField(_("截止日期"))
    nodes = models.JSONField(_("审核环节"), default=list, blank=True)
    instructions = models.TextField(_("填报说明"), max_length=4000, blank=True)
    position = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "opens", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("cycle", "kind", "subject"),
                condition=models.Q(through_month=None),
                name="one_stage_once",
                violation_error_message=_("本年度已有同一阶段、同一对象的安排。"),
            ),
            models.UniqueConstraint(
                fields=("cycle", "kind", "subject", "through_month"), name="one_stage_a_month"
            ),
        )
        verbose_name = _("阶段")

    def __str__(self) -> str:
        return self.name
